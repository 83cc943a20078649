import { afterAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { removeFolders } from '../support/git-repository.js';
import { RunnerRepository } from '../support/runner-repository.js';

/* Commands run as the same user as the runner: what they can read of its process. */

afterAll(removeFolders);

const READ = "tr '\\0' '\\n' < /proc/$PPID/environ > seen.txt";

async function seenBy(env: Record<string, string>): Promise<{ code: number | null; seen: string; stdout: string }> {
  const workflow = `workflow: w\ntype: sequential\nsteps:\n  - run: ${JSON.stringify(`${READ}; echo $GREETING`)}\n`;
  const repository = RunnerRepository.make({ w: workflow });
  const { code, stdout } = await repository.runWith(env, 'w');
  return { code, stdout, seen: readFileSync(repository.path('seen.txt'), 'utf8') };
}

test('a command does not find the secrets of the runner in the environment of its process', async () => {
  const canary = 'canary-of-the-runner-0123456789';
  const { code, seen } = await seenBy({ GITHUB_TOKEN: canary, ACTIONS_RUNTIME_TOKEN: canary, my_password: canary });
  expect([code, seen.includes(canary), seen.includes('GITHUB_TOKEN=')]).toEqual([0, false, true]);
});

test('what is no secret is left as it is', async () => {
  const { seen } = await seenBy({ GREETING: 'hello', API_KEY: 'canary-0123456789' });
  expect([seen.includes('GREETING=hello'), seen.includes('LC_ALL=C.UTF-8')]).toEqual([true, true]);
});
