import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { geminiBackend as gemini } from '../../src/agents/gemini.js';
import { agentRequest } from '../support/agent-request.js';
import { judged, recordedStream, runStub, transcriptOf } from '../support/stub-agent.js';

const settingsOf = (turns: number | null): unknown => {
  const { files = {} } = gemini.launch(agentRequest({ limits: { turns, budgetUsd: null } }));
  return JSON.parse(files['.gemini/settings.json'] ?? '');
};
const line = (value: object): string => `${JSON.stringify(value)}\n`;

describe('gemini: how it is started', () => {
  test.each([
    ['without a cage it only edits', {}, /--approval-mode auto_edit/],
    ['in a cage it may do all', { isCaged: true }, /--approval-mode yolo/],
    ['a session is gone on with', { session: { id: 'abc', isNew: false } }, /--resume abc/],
    ['no extensions and no MCP servers', {}, /--extensions none --allowed-mcp-server-names none/],
  ])('%s', (_, more, expected) => {
    expect(gemini.launch(agentRequest(more)).args.join(' ')).toMatch(expected);
  });

  test('the prompt is on standard input, and names no files to read into it', () => {
    const launch = gemini.launch(agentRequest({ prompt: 'mail a@b, see @/etc/passwd' }));
    expect(launch.input).toBe('mail a\\@b, see \\@/etc/passwd');
    expect(launch.args.join(' ')).not.toContain('mail');
  });

  test('its settings: no hooks, no .env, no GEMINI.md', () => {
    expect(settingsOf(null)).toMatchObject({
      hooksConfig: { enabled: false },
      advanced: { ignoreLocalEnv: true },
      context: { fileName: ['.workflow-runner-reads-none'] },
      security: { auth: { selectedType: 'gemini-api-key' } },
    });
  });

  test('the limit of turns is a setting', () => {
    expect(settingsOf(7)).toMatchObject({ model: { maxSessionTurns: 7 } });
    expect(settingsOf(null)).not.toHaveProperty('model');
  });

  test('sessions are kept under one name, whatever the workspace', () => {
    const { files = {} } = gemini.launch(agentRequest({ workspace: '/other' }));
    expect(JSON.parse(files['.gemini/projects.json'] ?? '')).toEqual({ projects: { '/other': 'workspace' } });
    expect(files['.gemini/tmp/workspace/.project_root']).toBe('/other');
  });
});

describe('gemini: what it tells', () => {
  test('a recorded stream: session, pieces of text in one, tokens, no cost', () => {
    expect(transcriptOf(gemini, recordedStream('gemini-done'))).toMatchObject({
      sessionId: '0cb916db-26aa-40f2-86b5-1ba81b225fd2',
      turns: 2,
      lastText: 'All done.\n```json\n{"status":"done","summary":"wrote a file","follow_ups":[]}\n```',
      tokens: 240,
      costUsd: null,
      endedWell: true,
    });
  });

  const ended = line({ type: 'result', status: 'success', stats: { total_tokens: 5 } });
  const said = (content: string): string => line({ type: 'message', role: 'assistant', content, delta: true });
  const done = said('{"status":"no-op","summary":"x"}');
  const failed = (message: string): string => line({ type: 'result', status: 'error', error: { type: 'x', message } });
  const denied = line({
    type: 'tool_result',
    tool_id: 'shell__1',
    status: 'error',
    error: { type: 'policy_violation', message: 'no' },
  });

  test.each([
    ['a recorded success', recordedStream('gemini-done'), {}, 'done'],
    ['a wrong key', recordedStream('gemini-401'), { exitCode: 145 }, 'auth'],
    ['no change needed', done + ended, {}, 'no-op'],
    ['the CLI’s own word that it failed', done + failed('x'), {}, 'crashed'],
    ['no result', done, {}, 'crashed'],
    ['no key', '', { exitCode: 41, stderrTail: 'Invalid auth method selected.' }, 'auth'],
    ['wrong input', '', { exitCode: 42 }, 'input'],
    ['too many turns', done + failed('Reached max session turns'), { exitCode: 53 }, 'turns'],
    ['a wrong configuration', '', { exitCode: 52 }, 'input'],
    ['an untrusted folder', '', { exitCode: 55 }, 'input'],
    ['an overloaded model', failed('The model is overloaded'), { exitCode: 1 }, 'transient'],
    ['a denied tool', denied + done + ended, {}, 'denied'],
    [
      'no request to the model',
      line({ type: 'result', status: 'success', stats: { total_tokens: 0 } }),
      {},
      'no-turns',
    ],
    [
      'what the user said taken for an answer',
      line({ type: 'message', role: 'user', content: '{"status":"done","summary":"x"}' }) + ended,
      {},
      'agent-result-invalid',
    ],
  ])('%s is judged as it is', (_, stream, exit, verdict) => {
    expect(judged(gemini, stream, exit)).toBe(verdict);
  });

  test.each([
    '',
    '[]',
    '{"type":"result"}',
    '{"type":"message","role":"assistant"}',
    '{"type":"tool_use","parameters":[]}',
    '{"type":"tool_result","status":"error","error":1}',
  ])('a line %j is read without an exception', (text) => {
    expect(Array.isArray(gemini.readLine(text))).toBe(true);
  });
});

test('gemini as a step: started as told; a text that came in pieces is logged whole', async () => {
  const { result, started, sessions, log, home } = await runStub(gemini, recordedStream('gemini-done'));
  expect(result).toMatchObject({ ok: true, value: { outcome: 'done', summary: 'wrote a file', tokens: 240 } });
  expect(sessions).toEqual([{ backend: 'gemini', id: '0cb916db-26aa-40f2-86b5-1ba81b225fd2' }]);
  expect(started.env['HOME']).toBe(home);
  expect(JSON.parse(readFileSync(`${home}/.gemini/settings.json`, 'utf8'))).toMatchObject({
    telemetry: { enabled: false },
  });
  expect(log).toContain('{"status":"done","summary":"wrote a file","follow_ups":[]}');
  expect(log).toContain('> write_file made.txt');
});
