import { describe, expect, test } from '@jest/globals';
import { copilotBackend as copilot } from '../../src/agents/copilot.js';
import { agentRequest } from '../support/agent-request.js';
import { judged, recordedStream, runStub, transcriptOf } from '../support/stub-agent.js';

const line = (value: object): string => `${JSON.stringify(value)}\n`;

describe('copilot: how it is started', () => {
  test.each([
    ['without a cage it only writes', {}, /--allow-tool=write/],
    ['in a cage it may do all', { isCaged: true }, /--allow-all-tools --allow-all-paths/],
    ['the runner names the session', { session: { id: 'abc', isNew: true } }, /--session-id abc/],
    ['nobody is asked, nothing is updated', {}, /--no-ask-user --no-auto-update/],
    ['its token is kept from what it starts', {}, /--secret-env-vars=COPILOT_GITHUB_TOKEN/],
  ])('%s', (_, more, expected) => {
    expect(copilot.launch(agentRequest(more)).args.join(' ')).toMatch(expected);
  });

  test('the prompt is on standard input and never an argument', () => {
    const launch = copilot.launch(agentRequest({ prompt: 'a prompt' }));
    expect(launch.input).toBe('a prompt');
    expect(launch.args).not.toContain('a prompt');
  });

  test('tokens that may write to repositories are not among its keys', () => {
    expect(copilot.keyVariables).toEqual(['COPILOT_GITHUB_TOKEN']);
  });

  test('the folder is never trusted', () => {
    expect(copilot.launch(agentRequest({ isCaged: true })).args).not.toContain('--trust-folder');
  });

  test('the file of a session can be carried', () => {
    expect(copilot.sessionFile('/work/space', 'abc')).toBe('.copilot/session-state/abc/events.jsonl');
  });
});

describe('copilot: what it tells', () => {
  test('a recorded stream: turns, the last text, no cost and no tokens', () => {
    expect(transcriptOf(copilot, recordedStream('copilot-done'))).toMatchObject({
      sessionId: '0cb916db-26aa-40f2-86b5-1ba81b225fd2',
      turns: 2,
      lastText: 'All done.\n```json\n{"status":"done","summary":"wrote a file","follow_ups":[]}\n```',
      tokens: null,
      costUsd: null,
    });
  });

  const flat = line({
    type: 'assistant',
    message: {
      content: [
        { type: 'tool_use', name: 'bash', input: { command: 'ls' } },
        { type: 'text', text: '{"status":"done","summary":"x"}' },
      ],
    },
  });
  const ended = (more: object): string => line({ type: 'result', ...more });

  test.each([
    ['a recorded success', recordedStream('copilot-done'), {}, 'done'],
    ['a wrong key', recordedStream('copilot-401'), { exitCode: 1 }, 'auth'],
    ['a denied tool with exit code 0', recordedStream('copilot-denied'), {}, 'denied'],
    ['one that was stopped and says exit code 0', recordedStream('copilot-stopped'), {}, 'crashed'],
    ['flat lines', flat + ended({ subtype: 'success', is_error: false }), {}, 'done'],
    ['flat lines that say it failed', flat + ended({ is_error: true }), {}, 'crashed'],
    ['its own exit code', flat + ended({ exitCode: 1 }), {}, 'crashed'],
    ['no lines', '', {}, 'no-turns'],
    ['no token', '', { exitCode: 1, stderrTail: 'Error: No authentication information found.' }, 'auth'],
    ['prose', line({ type: 'assistant.message', data: { content: 'done!' } }), {}, 'agent-result-invalid'],
  ])('%s is judged as it is', (_, stream, exit, verdict) => {
    expect(judged(copilot, stream, exit)).toBe(verdict);
  });

  test.each([
    '',
    '{}',
    '{"type":"assistant","message":1}',
    '{"type":"assistant","message":{"content":[1,null]}}',
    '{"type":"assistant.message"}',
    '{"type":"session.error","data":null}',
    '{"type":"result","exitCode":"x"}',
  ])('a line %j is read without an exception', (text) => {
    expect(Array.isArray(copilot.readLine(text))).toBe(true);
  });
});

test('copilot as a step: a session of a name that is known before it starts', async () => {
  const { result, started, sessions, log } = await runStub(copilot, recordedStream('copilot-done'));
  expect(result).toMatchObject({
    ok: true,
    value: { outcome: 'done', summary: 'wrote a file', tokens: null, costUsd: null },
  });
  const id = started.args[started.args.indexOf('--session-id') + 1];
  expect(sessions).toEqual([{ backend: 'copilot', id }]);
  expect(log).toContain('> bash echo hello > made.txt');
});
