import { writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, describe, expect, test } from '@jest/globals';
import { displayWidth } from '../../src/report/display-width.js';
import { removeFolders } from '../support/git-repository.js';
import { PseudoTerminal, terminalMissing } from '../support/pseudo-terminal.js';
import { RunnerRepository } from '../support/runner-repository.js';

/* What a person sees on a real terminal while a run goes on. */

const onTerminal = terminalMissing === null ? describe : describe.skip;

afterAll(removeFolders);

const HOSTILE = String.raw`printf '\033[2J\033[31mred\tab 日本語日本語日本語日本語日本語日本語👩‍👧 end\r\n'`;

/** Steps that all run at once: each prints a hostile line, and waits until `open` is called, at most 20 s. */
function parallelSteps(count: number): RunnerRepository {
  const wait = 'for i in $(seq 200); do if test -e "$HOME/open"; then break; fi; sleep 0.1; done';
  const steps = Array.from({ length: count }, (_, at) => `  - id: s${at + 1}\n    run: |\n      ${HOSTILE}; ${wait}\n`);
  return RunnerRepository.make({
    w: `workflow: w\ntype: parallel\nmax_concurrent: ${count}\nsteps:\n${steps.join('')}`,
  });
}

const open = ({ home }: RunnerRepository): void => writeFileSync(`${home}/open`, '');

/** Resolves once so many steps were started. */
async function begun(repository: RunnerRepository, count: number): Promise<void> {
  while (repository.events('w').filter(({ type }) => type === 'step-started').length < count)
    await new Promise((done) => setTimeout(done, 50));
}

/** What was drawn as one piece, without escape sequences. */
const framesOf = (output: string): string[][] =>
  output
    .split('\u001b[?2026h')
    .slice(1)
    .map((piece) => stripVTControlCharacters(piece.split('\u001b[?2026l')[0] ?? '').split('\r\n'));

// eslint-disable-next-line no-control-regex -- the escape character is the subject
const COLOURED = /\u001b\[[\d;]+m/;

onTerminal('the live view', () => {
  test.each([
    [1, 80, 24],
    [12, 20, 24],
    [12, 200, 10],
    [60, 40, 24],
  ])('of %i parallel steps stays within %i columns and %i rows', async (count, columns, rows) => {
    const repository = parallelSteps(count);
    const terminal = new PseudoTerminal(repository, { args: ['w'], columns, rows });
    await begun(repository, count);
    await terminal.shows(`0/${count} steps`);
    open(repository);
    expect(await terminal.ended).toBe(0);
    const frames = framesOf(terminal.output);
    expect(Math.max(...frames.flat().map(displayWidth))).toBeLessThanOrEqual(columns);
    expect(Math.max(...frames.map((lines) => lines.length))).toBeLessThanOrEqual(rows);
    expect(terminal.output).not.toContain('\u001b[2J');
    expect(terminal.hasCursor).toBe(true);
    expect(terminal.lines.join('')).toContain('completed: w 1.0.0');
  });

  test('hears Ctrl-C at once, and leaves the cursor, how the run stands and how it goes on', async () => {
    const terminal = new PseudoTerminal(parallelSteps(3), { args: ['w'] });
    await terminal.shows('red');
    terminal.press('\u0003');
    await terminal.shows('stopping: what runs is ended');
    expect(await terminal.ended).toBe(3);
    expect(terminal.hasCursor).toBe(true);
    const said = terminal.lines.slice(terminal.lines.findLastIndex((line) => line.startsWith('paused: w')));
    expect(said).toEqual(expect.arrayContaining([expect.stringContaining('s3'), expect.stringContaining('--resume')]));
  });

  test('goes on with another width when the terminal is resized', async () => {
    const repository = parallelSteps(3);
    const terminal = new PseudoTerminal(repository, { args: ['w'], columns: 100 });
    await terminal.shows('red');
    terminal.resize(30, 12);
    await terminal.shows('日…');
    const from = terminal.output.length;
    await terminal.shows('[1/3]', from);
    open(repository);
    expect(await terminal.ended).toBe(0);
    const later = framesOf(terminal.output.slice(from));
    expect(Math.max(...later.flat().map(displayWidth))).toBeLessThanOrEqual(30);
  });

  test.each([
    ['NO_COLOR', { NO_COLOR: '1' }, 'drawn'],
    ['TERM=dumb', { TERM: 'dumb' }, 'lines'],
    ['CI=true', { CI: 'true' }, 'lines'],
  ])('with %s has no colours', async (_what, env, look) => {
    const repository = parallelSteps(2);
    open(repository);
    const terminal = new PseudoTerminal(repository, { args: ['w'], env });
    expect(await terminal.ended).toBe(0);
    expect(terminal.output).not.toMatch(COLOURED);
    expect(terminal.output.includes('\u001b[')).toBe(look === 'drawn');
    expect(terminal.lines.some((line) => line.endsWith('[1/2] s1 … started'))).toBe(look === 'lines');
  });

  test('is not drawn on a terminal that has no size', async () => {
    const repository = parallelSteps(2);
    open(repository);
    const terminal = new PseudoTerminal(repository, { args: ['w'], columns: 0, rows: 0 });
    expect(await terminal.ended).toBe(0);
    expect(framesOf(terminal.output)).toEqual([]);
    expect(terminal.lines.some((line) => line.endsWith('[1/2] s1 … started'))).toBe(true);
  });
});

onTerminal('status --watch', () => {
  test('draws the run until it has ended, and leaves how it ended', async () => {
    const repository = parallelSteps(30);
    const run = repository.start('w');
    await begun(repository, 30);
    const terminal = new PseudoTerminal(repository, { args: ['status', 'w', '--watch'], columns: 40, rows: 12 });
    await terminal.shows('w 1.0.0: ');
    await terminal.shows('more lines');
    open(repository);
    expect([await terminal.ended, (await run.ended).code]).toEqual([0, 0]);
    const frames = framesOf(terminal.output);
    expect(Math.max(...frames.flat().map(displayWidth))).toBeLessThanOrEqual(40);
    expect(terminal.hasCursor).toBe(true);
    expect(terminal.lines.findLast((line) => line.startsWith('w 1.0.0:'))).toBe('w 1.0.0: completed');
  });

  test('without a run says so, and ends', async () => {
    const terminal = new PseudoTerminal(parallelSteps(1), { args: ['status', 'w', '--watch'] });
    expect([await terminal.ended, terminal.hasCursor]).toEqual([0, true]);
    expect(terminal.lines.join(' ')).toContain('w has never run. Start it:');
  });
});
