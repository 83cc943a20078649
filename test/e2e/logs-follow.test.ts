import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { removeFolders } from '../support/git-repository.js';
import { program } from '../support/program.js';
import { RunnerRepository } from '../support/runner-repository.js';
import type { StartedCli } from '../support/runner-cli.js';

/* `logs`, of a run that goes on and of logs that are long. */

afterAll(removeFolders);

const WAIT = 'for i in $(seq 200); do if test -e "$HOME/open"; then break; fi; sleep 0.1; done';

/** `first` prints and waits until the file `open` is in the home, at most 20 s; `second` prints after it. */
function twoSteps(): RunnerRepository {
  const steps = `[{ id: first, run: 'echo began; ${WAIT}; echo went on' }, { id: second, run: echo the last }]`;
  return RunnerRepository.make({ w: `workflow: w\ntype: sequential\nsteps: ${steps}\n` });
}

const open = ({ home }: RunnerRepository): void => writeFileSync(`${home}/open`, '');

/** Resolves once the process has written `words` to standard output. */
const said = (started: StartedCli, words: string): Promise<void> =>
  new Promise((done) => {
    let text = '';
    started.child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes(words)) done();
    });
  });

const textsOf = (log: string): string[] => log.split('\n').map((line) => line.replace(/^\S+ /, ''));

/** A run in which the first step has begun, and someone who follows it. */
async function followed(...flags: string[]): Promise<readonly [RunnerRepository, StartedCli, StartedCli]> {
  const repository = twoSteps();
  const run = repository.start('w');
  await said(run, 'first … started');
  return [repository, run, repository.start('logs', 'w', '--follow', ...flags)];
}

describe('logs --follow', () => {
  test('shows every line up to the last one, and says how the run ended', async () => {
    const [repository, run, follower] = await followed();
    await said(follower, 'began');
    open(repository);
    expect((await run.ended).code).toBe(0);
    const { code, stdout, stderr } = await follower.ended;
    expect(textsOf(stdout)).toEqual(expect.arrayContaining(['[first] began', '[first] went on', '[second] the last']));
    expect([code, stderr]).toEqual([0, 'note: the last run of w is completed\n']);
  });

  test('of a step that has not begun waits for it', async () => {
    const [repository, run, follower] = await followed('--step', 'second');
    open(repository);
    await run.ended;
    const { stdout } = await follower.ended;
    expect(textsOf(stdout)).toEqual(['[second] the last', '']);
  });

  test('ends when the process of the run is killed, and says so', async () => {
    const [, run, follower] = await followed();
    await said(follower, 'began');
    run.child.kill('SIGKILL');
    const { code, stderr } = await follower.ended;
    expect([code, stderr]).toEqual([
      0,
      'note: the last run of w was interrupted: its process has ended without a word\n',
    ]);
  });

  test('of a workflow that has never run is refused, and begins nothing', async () => {
    const { code, stderr } = await twoSteps().run('logs', 'w', '--follow');
    expect([code, stderr]).toEqual([
      2,
      `error: w has never run: there is nothing to follow\n  Start it: node ${program().cli} w\n`,
    ]);
  });
});

test('logs of 20 MB are shown whole', async () => {
  const repository = twoSteps();
  open(repository);
  await repository.run('w');
  const folder = repository.stateFile('w', 'logs');
  const [day = ''] = readdirSync(folder);
  const line = `${new Date().toISOString()} [first] ${'x'.repeat(70)}\n`;
  appendFileSync(join(folder, day), line.repeat(200_000));
  const { stdout } = await repository.run('logs', 'w', '--step', 'first');
  expect(stdout.split('\n').length - 1).toBe(200_002);
});
