import { describe, expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, isMap, isScalar, isSeq, parse, parseDocument, type Pair, type ParsedNode } from 'yaml';
import { z } from 'zod';
import { SCHEMA_NAME, TEMPLATES, templateFiles } from '../../src/commands/init/template-folder.js';
import { parseWorkflow } from '../../src/definition/parse-workflow.js';
import { workflowJsonSchema } from '../../src/definition/workflow-json-schema.js';

const workflows = TEMPLATES.flatMap((template) =>
  templateFiles('templates', template)
    .filter(({ path }) => path.endsWith('.yaml'))
    .map(({ path, text }) => ({ template, file: path.split('/').at(-1) ?? '', text })),
);

/** The schema as a checker of another make than ours. */
const schema = z.fromJSONSchema(workflowJsonSchema());

/** Keys in the order of the file, each with the line (from 0) on which it stands first. `levels`: how deep is looked. */
function firstKeys(text: string, levels: number): [name: string, line: number][] {
  const lines = new LineCounter();
  const found = new Map<string, number>();
  const visit = (node: unknown, left: number): void => {
    if (isSeq(node)) for (const item of node.items) visit(item, left);
    if (!isMap(node) || left === 0) return;
    for (const { key, value } of node.items as Pair<ParsedNode, ParsedNode | null>[]) {
      if (!isScalar(key)) throw new Error('a key that is no scalar');
      const name = String(key.value);
      // Entries of a changelog are named by versions, and their text is what they have to say.
      if (!found.has(name) && !/^\d/.test(name)) found.set(name, lines.linePos(key.range[0]).line - 1);
      visit(value, left - 1);
    }
  };
  visit(parseDocument(text, { lineCounter: lines }).contents, levels);
  return [...found];
}

/** A key that no comment tells about: none directly above its line, and none before that names it. */
function untold(text: string, levels = Infinity): string[] {
  const lines = text.split('\n');
  const isComment = (line: string | undefined): boolean => /^\s*#/.test(line ?? '');
  return firstKeys(text, levels).flatMap(([name, at]) => {
    const before = lines.slice(0, at).filter(isComment);
    const named = before.some((line) => new RegExp(`\\b${name}\\b`).test(line));
    return isComment(lines[at - 1]) || named ? [] : [`${name} (line ${at + 1})`];
  });
}

describe.each(workflows)('the workflow $file of templates/$template', ({ file, text }) => {
  test('is parsed without a diagnostic', () => {
    expect(parseWorkflow(text, file).diagnostics).toEqual([]);
  });

  test('begins with the line by which editors find its schema, a file beside it', () => {
    expect(text.split('\n')[0]).toBe(`# yaml-language-server: $schema=${SCHEMA_NAME}`);
  });

  test('is valid by that schema', () => {
    expect(schema.safeParse(parse(text)).error).toBeUndefined();
  });

  test('has each of its keys explained where it stands first', () => {
    expect(untold(text)).toEqual([]);
  });
});

test('the schema refuses a key that does not exist, so that the tests above can fail', () => {
  expect(schema.safeParse({ workflow: 'x', type: 'sequential', steps: [{ run: 'true', agnt: 'x' }] }).success).toBe(
    false,
  );
});

describe.each(TEMPLATES)('the agents of templates/%s', (template) => {
  const folder = join('templates', template, 'agents');
  test.each(readdirSync(folder))('%s: each key of the front matter has a comment above it', (file) => {
    const [, front = ''] = /^---\n([\s\S]*?)\n---\n/.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
    // Below `tasks` are names, not keys.
    expect([firstKeys(front, 1).length > 2, untold(front, 1)]).toEqual([true, []]);
  });
});
