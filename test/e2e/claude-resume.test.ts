import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import { ClaudeProject } from '../support/claude-project.js';
import { removeFolders } from '../support/git-repository.js';
import { HANG, answer, conversations, write } from '../support/messages-api.js';

/* A conversation outlives the runner: killed, interrupted or failed, a resume goes on where it was. */

afterAll(removeFolders);

const WORKFLOW = `
workflow: w
type: sequential
steps:
  - { agent: writer, task: write-slowly }
`;

const story = () =>
  conversations({
    'write-slowly': [write('half.txt', 'half\n'), HANG, write('rest.txt', 'rest\n'), answer('done', 'wrote both')],
  });

/** The CLI writes its file of the conversation a little after its request: what is not written is lost with it. */
async function written(home: string, text: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const files = readdirSync(join(home, '.cache'), { recursive: true, encoding: 'utf8' });
    const sessions = files.filter((file) => file.endsWith('.jsonl') && file.includes('/projects/'));
    if (sessions.some((file) => readFileSync(join(home, '.cache', file), 'utf8').includes(text))) return;
    await sleep(50);
  }
  throw new Error('the CLI has not written its conversation');
}

describe.each(['prefer', 'off'])('with --sandbox %s', (sandbox) => {
  test.each(['SIGKILL', 'SIGTERM'] as const)(
    'a run that %s ended goes on in its conversation, with its files',
    async (signal) => {
      const project = await ClaudeProject.make(WORKFLOW, story());
      const { api, repository } = project;
      const started = project.start(['--sandbox', sandbox]);
      await api.waitFor(({ text }) => text.includes('File created successfully'));
      await written(repository.home, 'File created successfully');
      started.child.kill(signal);
      const { code } = await started.ended;
      expect(code).toBe(signal === 'SIGKILL' ? null : 3);
      const before = api.requests.length;
      const resumed = await project.run(['--resume']);
      expect([resumed.code, /error|warning/.exec(resumed.stderr)]).toEqual([0, null]);
      const first = api.requests[before];
      expect(first?.text).toContain('File created successfully');
      expect(first?.prompt).toContain('still holds what you have changed');
      expect(repository.git('show', '--name-only', '--format=', 'HEAD')).toBe('half.txt\nrest.txt');
      await api.close();
    },
    60_000,
  );
});

test('a run that is begun anew does not go on in an old conversation', async () => {
  const project = await ClaudeProject.make(WORKFLOW, story());
  const started = project.start();
  await project.api.waitFor(({ text }) => text.includes('File created successfully'));
  started.child.kill('SIGTERM');
  await started.ended;
  const before = project.api.requests.length;
  expect((await project.run()).code).toBe(0);
  expect(project.api.requests[before]?.text).not.toContain('File created successfully');
  await project.api.close();
}, 60_000);
