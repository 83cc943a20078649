import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { claudeBackend } from '../../src/agents/claude/claude-backend.js';
import { agentFile } from '../support/agent-file.js';
import { CLAUDE_PROGRAM, claudeEnvironmentFor } from '../support/claude-cli.js';
import { claudeScene, closeScenes } from '../support/claude-scene.js';
import { removeFolders, temporaryFolder } from '../support/git-repository.js';
import { answer, HANG, write } from '../support/messages-api.js';

afterEach(closeScenes);
afterAll(removeFolders);

describe('a conversation with the real CLI goes on', () => {
  test('with the first one’s history, the file where the backend says, and the agent as it is now', async () => {
    const { run, request, api } = await claudeScene([write('b.txt', 'x'), answer('done'), answer('done')], {
      file: agentFile(),
    });
    await run();
    const session = { id: request.session?.id ?? '', isNew: false };
    const kept = claudeBackend.sessionFile(request.workspace, session.id) ?? '';
    expect(existsSync(join(request.home, kept))).toBe(true);
    const changed = agentFile({ prompt: 'You are somebody ELSE.' });
    expect((await run({ session, file: changed, prompt: 'b.txt failed a check' })).result).toMatchObject({ ok: true });
    const last = api.requests.at(-1);
    expect(last?.prompt).toBe('b.txt failed a check');
    expect(last?.text).toContain('Your task: write-it');
    expect(last?.text).toContain('File created successfully');
    expect(last?.system).toContain('ELSE');
  });

  test('in a workspace whose path is longer than 200 characters, kept where the backend says', async () => {
    const workspace = join(temporaryFolder(), 'a.long-näme/'.repeat(20).slice(0, -1));
    mkdirSync(workspace, { recursive: true });
    const { run, request } = await claudeScene([answer('no-op')], { workspace });
    await run();
    const kept = claudeBackend.sessionFile(workspace, request.session?.id ?? '') ?? '';
    expect(existsSync(join(request.home, kept))).toBe(true);
  });

  test('after SIGKILL while it waited for the API: the history of before is in the next request', async () => {
    const { run, request, api } = await claudeScene([write('b.txt', 'x'), HANG, answer('done')]);
    const launch = claudeBackend.launch(request);
    mkdirSync(join(request.home, 'tmp'));
    const child = spawn(CLAUDE_PROGRAM, launch.args, {
      cwd: request.workspace,
      env: { ...claudeEnvironmentFor(request.home, api), ...launch.env },
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    child.stdin.end(launch.input);
    await api.waitFor(({ turns }) => turns === 1);
    // The CLI writes its file a moment later than it asks.
    const kept = join(request.home, claudeBackend.sessionFile(request.workspace, request.session?.id ?? '') ?? '');
    while (!readFileSync(kept, 'utf8').includes('File created')) await sleep(20);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const session = { id: request.session?.id ?? '', isNew: false };
    expect((await run({ session, prompt: 'The runner was stopped' })).result).toMatchObject({ ok: true });
    expect(api.requests.at(-1)?.prompt).toBe('The runner was stopped');
    expect(api.requests.at(-1)?.text).toContain('File created successfully');
  });
});
