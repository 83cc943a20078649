import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../src/base/diagnostic.js';
import { decodeUtf8 } from '../../src/definition/decode-utf8.js';
import { parseWorkflow } from '../../src/definition/parse-workflow.js';

const folder = join(import.meta.dirname, '../cases/definition');

/** `file:line:column severity code message (help)`, the line and a caret. */
function plain(diagnostic: Diagnostic): string {
  const { file, line = 0, column = 0, length = 1 } = diagnostic.location;
  const caret = ' '.repeat(column - 1) + '^'.repeat(length);
  const head = `${file}:${line}:${column} ${diagnostic.severity} ${diagnostic.code} ${diagnostic.message} (${diagnostic.help ?? ''})`;
  return `${head}\n  | ${diagnostic.sourceLine ?? ''}\n  | ${caret}\n`;
}

function outcome(name: string): string {
  const parts = readdirSync(join(folder, name)).filter((file) => file.endsWith('.yaml'));
  return parts
    .map((file) => {
      const text = decodeUtf8(readFileSync(join(folder, name, file)));
      if (!text.ok) return `not UTF-8 at ${text.error.line}:${text.error.column}\n`;
      const { workflow, diagnostics } = parseWorkflow(text.value, file);
      const listed = diagnostics.map(plain).join('');
      return workflow === null ? listed : `${listed}valid: ${workflow.name} ${workflow.version}\n`;
    })
    .join('');
}

describe('parseWorkflow, each case folder', () => {
  test.each(readdirSync(folder).sort())('%s gives the expected diagnostics', (name) => {
    const expected = join(folder, name, 'expected.txt');
    const actual = outcome(name);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(expected, actual);
    expect(actual).toBe(readFileSync(expected, 'utf8'));
  });
});
