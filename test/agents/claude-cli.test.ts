import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgentRequest } from '../../src/agents/backend.js';
import type { AgentFile } from '../../src/definition/agent-file.js';
import { agentFile } from '../support/agent-file.js';
import type { ClaudeRun } from '../support/claude-cli.js';
import { claudeScene, closeScenes } from '../support/claude-scene.js';
import { removeFolders, temporaryFolder } from '../support/git-repository.js';
import {
  answer,
  bash,
  costing,
  edit,
  fail,
  openMessagesApi,
  read,
  say,
  write,
  type ReplyOf,
} from '../support/messages-api.js';

afterEach(closeScenes);
afterAll(removeFolders);

const file = (more: Partial<AgentFile> = {}): AgentFile => agentFile({ prompt: 'You are the WRITER.', ...more });

const reason = ({ result }: ClaudeRun): unknown => (result.ok ? result.value.status : result.error);

describe('the real Claude Code CLI, as the backend starts and reads it', () => {
  test('an edit and an answer are a success with the cost, the tokens and the turns of the API', async () => {
    const { run, request } = await claudeScene([read('a.txt'), edit('a.txt', 'one', 'two'), answer('done', 'edited')]);
    const { result, transcript } = await run();
    expect(result).toEqual({ ok: true, value: { status: 'done', summary: 'edited', followUps: [] } });
    expect(readFileSync(join(request.workspace, 'a.txt'), 'utf8')).toBe('two\n');
    expect(transcript).toMatchObject({ sessionId: request.session?.id, turns: 3, costUsd: 0.01125, tokens: 3150 });
  });

  test('an agent of the repository is the system prompt, with its model and only its tools', async () => {
    const tools = ['Read', 'Grep', 'Bash(git log:*)'];
    const { run, api } = await claudeScene([answer('no-op')], { file: file({ tools, model: 'claude-haiku-4-5' }) });
    await run();
    const [first] = api.requests;
    expect(first?.system).toContain('You are the WRITER.');
    expect(first?.model).toBe('claude-haiku-4-5');
    expect([...(first?.tools ?? [])].sort()).toEqual(['Bash', 'Grep', 'Read', 'StructuredOutput']);
  });

  test('a description of an agent that is too long for an argument goes by a file', async () => {
    const { run, api } = await claudeScene([answer('no-op')], {
      file: file({ prompt: `LONG ${'x'.repeat(200_000)}` }),
    });
    expect(reason(await run())).toBe('no-op');
    expect(api.requests[0]?.system).toContain('LONG xxx');
  });

  test('without a cage neither a write outside of the workspace nor a shell command passes, and the failure names both', async () => {
    const outside = join(temporaryFolder(), 'out.txt');
    const { run } = await claudeScene([write(outside, 'x'), bash('touch made'), answer('done')]);
    expect(reason(await run())).toEqual({
      reason: 'agent-failed',
      backend: 'claude',
      trouble: 'denied',
      detail: `Write ${outside}, Bash touch made`,
    });
    expect(existsSync(outside)).toBe(false);
  });

  test('without a cage a file outside of the workspace is not read, not even by a mention in the prompt', async () => {
    const secret = join(temporaryFolder(), 'secret.txt');
    writeFileSync(secret, 'CANARY');
    const tools = ['Read', 'Write'];
    const { run, api } = await claudeScene([read(secret), answer('no-op')], {
      file: file({ tools }),
      prompt: `Your task: write-it\n@${secret} `,
    });
    await run();
    expect(api.requests.length).toBe(2);
    expect(api.requests.map(({ text }) => text).join('')).not.toContain('CANARY');
  });

  test('in a cage the CLI itself denies nothing', async () => {
    const outside = join(temporaryFolder(), 'out.txt');
    const { run } = await claudeScene([write(outside, 'x'), bash('touch made'), answer('done')], { isCaged: true });
    expect(reason(await run())).toBe('done');
    expect(existsSync(outside)).toBe(true);
  });

  test.each<[string, readonly ReplyOf[], Partial<AgentRequest>, unknown]>([
    [
      'the limit of turns',
      [bash('git status')],
      { limits: { turns: 2, budgetUsd: null } },
      { reason: 'agent-failed', trouble: 'turns', detail: 'Reached maximum number of turns (2)' },
    ],
    [
      'the budget',
      [costing({ input: 100_000, output: 10 }, bash('git status'))],
      { limits: { turns: null, budgetUsd: 0.05 } },
      { reason: 'agent-out-of-budget', limitUsd: 0.05 },
    ],
    ['a key that is wrong', [fail(401)], {}, { reason: 'agent-failed', trouble: 'auth' }],
    ['an unknown model', [fail(404, 'model: nope')], {}, { reason: 'agent-failed', trouble: 'input' }],
    ['an API that stays overloaded', [fail(529)], {}, { reason: 'agent-failed', trouble: 'transient' }],
    ['an answer that never comes', [say('I am done.')], {}, { reason: 'agent-result-invalid' }],
    [
      'a conversation that is not there',
      [answer('done')],
      { session: { id: randomUUID(), isNew: false } },
      { reason: 'agent-failed', trouble: 'input' },
    ],
  ])('%s is told apart', async (_, replies, more, expected) => {
    const { run } = await claudeScene(replies, more);
    expect(reason(await run())).toMatchObject(expected as object);
  });

  test('429 with retry-after, and then an answer, is a success that tells of the retry', async () => {
    const { run } = await claudeScene([fail(429, 'slow down', { 'retry-after': '1' }), answer('no-op')]);
    const ran = await run();
    expect(reason(ran)).toBe('no-op');
    expect(ran.events).toContainEqual({ type: 'retrying', message: 'rate_limit (429), retry 1 of 3' });
  });

  test('settings, hooks, servers and instructions of the repository take no part', async () => {
    const { run, request, api } = await claudeScene([answer('no-op')]);
    const trap = await openMessagesApi(() => say('trapped'));
    const mark = join(temporaryFolder(), 'hook-ran');
    const hooks = { SessionStart: [{ hooks: [{ type: 'command', command: `touch ${mark}` }] }] };
    mkdirSync(join(request.workspace, '.claude'));
    const settings = { env: { ANTHROPIC_BASE_URL: trap.url }, hooks };
    writeFileSync(join(request.workspace, '.claude/settings.json'), JSON.stringify(settings));
    const server = { command: 'touch', args: [mark] };
    writeFileSync(join(request.workspace, '.mcp.json'), JSON.stringify({ mcpServers: { trap: server } }));
    writeFileSync(join(request.workspace, 'CLAUDE.md'), 'CANARY');
    expect(reason(await run())).toBe('no-op');
    await trap.close();
    expect(trap.requests).toEqual([]);
    expect(existsSync(mark)).toBe(false);
    expect(api.requests[0]?.text).not.toContain('CANARY');
  });
});
