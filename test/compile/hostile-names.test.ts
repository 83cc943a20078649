import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { DEFAULT_OPTIONS } from '../../src/compile/compile-options.js';
import { compileWorkflow } from '../../src/compile/compile-workflow.js';
import { ESCAPED_OPENING } from '../../src/compile/user-text.js';
import type { GitHubWorkflow } from '../../src/compile/workflow-tree.js';
import type { Workflow } from '../../src/definition/workflow.js';
import { lintWorkflows } from '../support/lint-workflow.js';
import { commandStep, phase, planOf, workflow } from '../support/workflow.js';

/** What a definition can hold where a compiled workflow repeats it. */
interface Texts {
  readonly steps: readonly string[];
  readonly labels: readonly string[];
  readonly environment: string;
}

function hostile({ steps, labels, environment }: Texts): Workflow {
  const children = steps.map((id) => commandStep(id));
  return workflow('hostile', [phase('work', 'parallel', children, { runsOn: labels, environment })]);
}

function compiled(texts: Texts): string {
  const top = hostile(texts);
  const result = compileWorkflow(top, planOf(top), DEFAULT_OPTIONS);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** All `${{ … }}` of a file but the escape, which is none; between single quotes YAML doubles those of the escape. */
const expressionsIn = (text: string): string[] =>
  [
    ...text
      .replaceAll(ESCAPED_OPENING, '')
      .replaceAll(ESCAPED_OPENING.replaceAll("'", "''"), '')
      .matchAll(/\$\{\{.*?\}\}/gs),
  ]
    .map(([found]) => found)
    .sort();

const asGitHubReads = (text: string): string => text.replaceAll(ESCAPED_OPENING, '${{');

const nasty = fc.constantFrom(
  '${{ secrets.ANTHROPIC_API_KEY }}',
  '${{',
  '}}',
  "'",
  '"',
  '\n',
  '\r',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\u202e',
  '\u{e0041}',
  '# ',
  ': ',
  '- ',
  '*a',
  '&a',
  '!!js',
  '%',
  '`',
  '\\',
  '\t',
  '~',
  'null',
  'true',
  '0x10',
  '1_000',
  '1e3',
  '12:30:45',
  '<<',
  '=',
  '@',
  '|',
  '>',
  ' ',
  'é😀',
);
const text = fc
  .array(fc.oneof(nasty, fc.string({ unit: 'grapheme', maxLength: 6 })), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(''))
  .filter((joined) => !/\p{Cs}/u.test(joined) && joined !== '');
const texts: fc.Arbitrary<Texts> = fc.record({
  steps: fc.uniqueArray(text, { minLength: 1, maxLength: 4 }),
  labels: fc.array(text, { minLength: 2, maxLength: 3 }),
  environment: text,
});

describe('text of a definition in a compiled workflow', () => {
  const plain = expressionsIn(compiled({ steps: ['a'], labels: ['b', 'c'], environment: 'd' }));

  test('G1: adds no expression, whatever it holds', () => {
    fc.assert(fc.property(texts, (given) => expect(expressionsIn(compiled(given))).toEqual(plain)));
  });

  test('G1: comes out as itself', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const { jobs } = parse(compiled(given)) as GitHubWorkflow;
        const job = jobs['work'];
        expect({
          steps: job?.strategy?.matrix['step']?.map(asGitHubReads),
          labels: [job?.['runs-on'] ?? []].flat().map(asGitHubReads),
          environment: asGitHubReads(job?.environment ?? ''),
        }).toEqual(given);
      }),
    );
  });

  test('has no character in the file that a reader does not see or another parser takes for the end of a line', () => {
    fc.assert(fc.property(texts, (given) => expect(compiled(given)).not.toMatch(/[^\P{C}\n]|\p{Zl}|\p{Zp}/u)));
  });

  test('passes the official language service and actionlint', async () => {
    const some = fc.sample(texts, { numRuns: 25, seed: 7 });
    // actionlint knows labels of GitHub's own runners only; others are for its configuration.
    const files = some.map((given, index) => ({
      path: `${index}.yml`,
      text: compiled({ ...given, labels: ['self-hosted', 'linux'] }),
    }));
    expect(await lintWorkflows(files)).toEqual([]);
  });

  test.each([
    ['a phase', workflow('w', [phase("a'b", 'sequential', [commandStep('s')])])],
    ['a workflow', workflow('w\nx', [phase('a', 'sequential', [commandStep('s')])])],
    ['half a character', workflow('w', [phase('a', 'sequential', [commandStep('s')], { environment: '\ud800' })])],
  ])('is refused by name where it cannot be data: %s', (_what, top) => {
    const result = compileWorkflow(top, planOf(top), DEFAULT_OPTIONS);
    expect(result).toMatchObject({ ok: false, error: { code: 'name-not-compilable', exitCode: 2 } });
  });
});
