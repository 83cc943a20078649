import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from '@jest/globals';
import { removeFolders } from '../support/git-repository.js';
import { RunnerRepository } from '../support/runner-repository.js';

/* What an agent had changed when its runner was killed is its own, whoever uses the runner's folders next. */

afterAll(removeFolders);

const workflow = (name: string, step: string): string =>
  `workflow: ${name}\ntype: sequential\nsteps:\n  - { id: a, ${step} }\n`;

/** Stops for ever in its first attempt, with half of its work done. */
const AGENT = `#!/bin/sh
if [ "$WORKFLOW_RUNNER_ATTEMPT" = 1 ]; then
  echo half > half.txt
  touch "$0.begun"
  exec sleep 60
fi
echo rest > rest.txt
echo '{"status":"done","summary":"both"}'
`;

async function killedRun(): Promise<{ repository: RunnerRepository; flags: string[] }> {
  const repository = RunnerRepository.make({
    slow: workflow('slow', 'agent: writer, task: write-it'),
    other: workflow('other', 'run: "echo other > other.txt"'),
  });
  const agent = `${repository.home}/agent`;
  writeFileSync(agent, AGENT);
  chmodSync(agent, 0o755);
  const flags = ['--agent-backend', `command:${agent}`, '--sandbox', 'off'];
  const started = repository.start('slow', ...flags);
  while (!existsSync(`${agent}.begun`)) await sleep(20);
  started.child.kill('SIGKILL');
  await started.ended;
  return { repository, flags };
}

test('a run of another workflow in between neither loses it nor takes its place', async () => {
  const { repository, flags } = await killedRun();
  expect((await repository.run('other')).code).toBe(0);
  expect((await repository.run('slow', '--resume', ...flags)).code).toBe(0);
  const failed = repository.events('slow').find(({ type }) => type === 'step-failed');
  const work = failed?.type === 'step-failed' ? failed.work : undefined;
  expect(repository.git('show', '--name-only', '--format=', work ?? '')).toBe('half.txt');
  const completed = repository.events('slow').find(({ type }) => type === 'step-completed');
  const commit = completed?.type === 'step-completed' ? completed.commit : '';
  expect(repository.git('show', '--name-only', '--format=', commit)).toBe('half.txt\nrest.txt');
}, 60_000);

test('a resume after a resume that could not begin still has it', async () => {
  const { repository, flags } = await killedRun();
  expect((await repository.run('slow', '--resume', '--agent-backend', 'nosuch')).code).toBe(2);
  expect((await repository.run('slow', '--resume', ...flags)).code).toBe(0);
  expect(repository.git('show', '--name-only', '--format=', 'HEAD')).toBe('half.txt\nrest.txt');
}, 60_000);
