import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeUtf8 } from '../../src/definition/decode-utf8.js';
import { globsMayOverlap } from '../../src/definition/glob-overlap.js';
import { parseWorkflow } from '../../src/definition/parse-workflow.js';
import type { Workflow } from '../../src/definition/workflow.js';
import { processorMs } from '../support/processor-time.js';

const cases = join(import.meta.dirname, '../cases/definition');
const validTexts = readdirSync(cases)
  .filter((name) => name.includes('-seed-') || name.includes('-valid'))
  .flatMap((name) => readdirSync(join(cases, name)).map((file) => join(cases, name, file)))
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => readFileSync(file, 'utf8'));

function valid(text: string): Workflow {
  const { workflow, diagnostics } = parseWorkflow(text, 'w.yaml');
  if (workflow === null) throw new Error(JSON.stringify(diagnostics));
  return workflow;
}

const pieces = [
  '- ',
  ':',
  '{',
  '[',
  ']',
  '"',
  "'",
  '\t',
  '\n',
  '...',
  '<<: *a',
  '&a ',
  '*a',
  '!!x ',
  '\0',
  '\r',
  '---\n',
  'steps:',
  '__proto__: 1',
  '\u2028',
  '#',
  '|\n',
  '${{',
  '\ud800',
];

function expectPlacesInside(text: string): void {
  const lines = text.replace(/^\uFEFF/, '').split('\n');
  for (const { location, sourceLine, help } of parseWorkflow(text, 'w.yaml').diagnostics) {
    const { line = 0, column = 0, length = 0 } = location;
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(sourceLine).toBe((lines[line - 1] ?? '').replace(/\r$/, ''));
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column + length).toBeLessThanOrEqual((sourceLine ?? '').length + 2);
    expect(help).not.toBe('');
  }
}

describe('parseWorkflow', () => {
  test('mutated files never throw and every diagnostic points into the file', () => {
    const mutation = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(12),
      insert: fc.constantFrom('', ...pieces),
    });
    const property = fc.property(
      fc.constantFrom(...validTexts),
      fc.array(mutation, { maxLength: 6 }),
      (text, mutations) => {
        let mutated = text;
        for (const { at, cut, insert } of mutations) {
          const offset = Math.floor(at * mutated.length);
          mutated = mutated.slice(0, offset) + insert + mutated.slice(offset + cut);
        }
        expectPlacesInside(mutated);
      },
    );
    fc.assert(property, { numRuns: 300 });
  });

  test('any text at all never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), expectPlacesInside), { numRuns: 200 });
  });

  test.each([
    ['a file above 1 MiB', 'x'.repeat(10 * 1024 * 1024)],
    ['20,000 keys', Array.from({ length: 20_000 }, (_, index) => `k${index}: v`).join('\n')],
    ['half a million brackets', '['.repeat(500_000)],
    ['20,000 broken lines', 'x: [1,2\n'.repeat(20_000)],
    ['a list in a list, 5,000 deep', '- '.repeat(5000)],
  ])('%s is refused and does not hang', async (_, text) => {
    let parsed = parseWorkflow('', 'w.yaml');
    const ms = await processorMs(() => (parsed = parseWorkflow(text, 'w.yaml')));
    const { workflow, diagnostics } = parsed;
    expect(workflow).toBeNull();
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.length).toBeLessThanOrEqual(100);
    expect(ms).toBeLessThan(30_000);
  });

  test('defaults are filled in and durations are milliseconds', () => {
    const workflow = valid(
      'workflow: w\ntype: parallel\ntimeout_minutes: 1.5\nsteps:\n  - run: x\n    on_failure: {retry: 2}\n',
    );
    expect(workflow).toMatchObject({ version: '1.0.0', timeoutMs: 90_000, budgetUsd: null, runsOn: [], onSuccess: [] });
    expect(workflow.phases).toMatchObject([{ name: 'parallel', type: 'parallel', maxConcurrent: 3, condition: null }]);
    expect(workflow.phases[0]?.steps).toMatchObject([
      {
        kind: 'command',
        id: 'command',
        command: 'x',
        checkpoint: false,
        retry: { times: 2, backoff: 'exponential', delayMs: 2000, maxDelayMs: 60_000 },
      },
    ]);
  });

  test('an agent step has the limits that it names, or else none of turns and twelve minutes of silence', () => {
    const workflow = valid(
      'workflow: w\ntype: sequential\nsteps:\n  - {agent: a, task: t}\n  - {agent: a, task: u, max_turns: 7, stall_minutes: 0.5}\n',
    );
    expect(workflow.phases[0]?.steps).toMatchObject([
      { maxTurns: null, stallMs: 720_000 },
      { maxTurns: 7, stallMs: 30_000 },
    ]);
  });

  test('with recovery_strategy every step is a checkpoint unless it says false', () => {
    const workflow = valid(
      'workflow: w\ntype: sequential\nrecovery_strategy: checkpoint\nsteps:\n  - run: x\n  - {run: y, checkpoint: false}\n',
    );
    expect(workflow.phases[0]?.steps.map((step) => step.checkpoint)).toEqual([true, false]);
  });

  test('derived ids give way to given ones and to phases', () => {
    const workflow = valid(
      'workflow: w\ntype: hybrid\nphases:\n  - name: lint\n    type: sequential\n    steps:\n      - skill: lint\n      - {agent: a, task: Fix It}\n      - {skill: fix-it}\n      - {id: fix-it-2, run: x}\n',
    );
    expect(workflow.phases[0]?.steps.map((step) => step.id)).toEqual(['lint-2', 'fix-it', 'fix-it-3', 'fix-it-2']);
  });

  test('each kind of step keeps its own keys', () => {
    const workflow = valid(
      'workflow: w\ntype: sequential\nsteps:\n  - {agent: a, task: t, config: {x: [1]}}\n  - {skill: s, targets: [modules], options: {y: 2}, input: a.nix}\n  - {workflow: other, expect: [host]}\n',
    );
    expect(workflow.phases[0]?.steps).toMatchObject([
      { kind: 'agent', agent: 'a', task: 't', config: { x: [1] } },
      { kind: 'skill', skill: 's', targets: ['modules'], options: { y: 2 }, input: 'a.nix' },
      { kind: 'workflow', workflow: 'other', expect: { hosts: ['host'] } },
    ]);
  });
});

describe('decodeUtf8', () => {
  const bad = [0x80, 0xbf, 0xc0, 0xc3, 0xe2, 0xf0, 0xf5, 0xff];

  test('names the first byte that is not UTF-8', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.constantFrom(...bad),
        fc.uint8Array({ maxLength: 12 }),
        (text, byte, rest) => {
          const before = Buffer.from(text);
          // A space behind the bad byte keeps what follows from completing it.
          const result = decodeUtf8(Buffer.concat([before, Buffer.from([byte, 0x20]), rest]));
          expect(result).toMatchObject({ ok: false, error: { offsetBytes: before.length } });
        },
      ),
    );
  });

  test('drops a byte order mark', () => {
    expect(decodeUtf8(Buffer.from('\uFEFFa: é'))).toEqual({ ok: true, value: 'a: é' });
  });

  test('gives the line and column of the bad byte', () => {
    expect(decodeUtf8(Buffer.concat([Buffer.from('a\n\u{1F600}é'), Buffer.from([0xff])]))).toMatchObject({
      error: { line: 2, column: 4 },
    });
  });
});

describe('globsMayOverlap', () => {
  test.each([
    ['a/**', 'a/b.nix', true],
    ['a/**', 'b/**', false],
    ['modules', 'modules/x/*.nix', true],
    ['a/*.nix', 'a/*.md', false],
    ['a/**/*.nix', 'a/**/*.md', false],
    ['a/**/*.nix', 'a/b/c.nix', true],
    ['**', 'x', true],
    ['a-*/x', 'b-*/x', false],
    ['{a/x,b}/f', 'b/f', true],
    ['./a/b', 'a/b', true],
    ['a/b', 'a/bc', false],
  ])('%s and %s: %s, either way round', (one, other, expected) => {
    expect(globsMayOverlap(one, other)).toBe(expected);
    expect(globsMayOverlap(other, one)).toBe(expected);
  });
});
