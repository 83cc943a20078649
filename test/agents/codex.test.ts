import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { ANSWER_JSON_SCHEMA } from '../../src/agents/agent-answer.js';
import { codexBackend as codex } from '../../src/agents/codex.js';
import { agentFile } from '../support/agent-file.js';
import { agentRequest } from '../support/agent-request.js';
import { judged, recordedStream, runStub, transcriptOf } from '../support/stub-agent.js';

const launched = (more: Parameters<typeof agentRequest>[0] = {}): string =>
  codex.launch(agentRequest(more)).args.join(' ');
const line = (value: object): string => `${JSON.stringify(value)}\n`;

describe('codex: how it is started', () => {
  test('the prompt is on standard input and never an argument', () => {
    const launch = codex.launch(agentRequest({ prompt: 'a prompt' }));
    expect(launch.input).toBe('a prompt');
    expect(launch.args.join(' ')).toMatch(/^exec --json .* -$/);
    expect(launch.args).not.toContain('a prompt');
  });

  test.each([
    ['without a cage it confines itself', {}, /--sandbox workspace-write/],
    ['in a cage it need not', { isCaged: true }, /--dangerously-bypass-approvals-and-sandbox/],
    ['a session is gone on with', { session: { id: 'abc', isNew: false } }, / resume abc -$/],
    ['the model of the agent’s file is taken', { file: agentFile({ model: 'gpt-9' }) }, /--model gpt-9/],
    ['what the repository or an agent configures is not read', {}, /--ignore-user-config --ignore-rules/],
    ['AGENTS.md is not read', {}, /project_doc_max_bytes=0/],
  ])('%s', (_, more, expected) => {
    expect(launched(more)).toMatch(expected);
  });

  test('in a cage no rule of its own stands in the way', () => {
    expect(launched({ isCaged: true })).not.toContain('workspace-write');
  });
});

describe('codex: what it tells', () => {
  test('a recorded stream: session, commands, answer, tokens, no cost', () => {
    const transcript = transcriptOf(codex, recordedStream('codex-done'));
    expect(transcript).toMatchObject({
      sessionId: '01a2044d-a078-7b13-9a95-27819cbed4cd',
      turns: 1,
      lastText: '{"status":"done","summary":"wrote a file","follow_ups":[]}',
      tokens: 240,
      costUsd: null,
      endedWell: true,
      denials: 0,
    });
  });

  const completed = line({ type: 'turn.completed', usage: { input_tokens: 1, output_tokens: 1 } });
  const said = (text: string): string => line({ type: 'item.completed', item: { type: 'agent_message', text } });
  const done = said('{"status":"done","summary":"x"}') + completed;
  const declined = line({
    type: 'item.completed',
    item: { type: 'command_execution', command: 'rm', status: 'declined' },
  });

  test.each([
    ['a recorded success', recordedStream('codex-done'), {}, 'done'],
    ['a wrong key', recordedStream('codex-401'), { exitCode: 1 }, 'auth'],
    ['a rate limit', recordedStream('codex-429'), { exitCode: 1 }, 'transient'],
    ['a failed turn with exit code 0', recordedStream('codex-429'), {}, 'transient'],
    ['an answer, and then exit code 1', done, { exitCode: 1 }, 'crashed'],
    ['nothing at all', '', {}, 'crashed'],
    ['an answer without the end of the turn', said('{"status":"done","summary":"x"}'), {}, 'crashed'],
    ['no answer', said('I did it') + completed, {}, 'agent-result-invalid'],
    ['another document', said('{"status":"finished"}') + completed, {}, 'agent-result-invalid'],
    ['a command that was declined', declined + done, {}, 'denied'],
    ['an unknown flag', '', { exitCode: 2, stderrTail: "error: unexpected argument '--json' found" }, 'input'],
    ['a signal', done, { exitCode: null, signal: 'SIGKILL' }, 'crashed'],
  ])('%s is judged as it is', (_, stream, exit, verdict) => {
    expect(judged(codex, stream, exit)).toBe(verdict);
  });

  test.each([
    '',
    'text',
    '[]',
    'null',
    '{}',
    '{"type":1}',
    '{"type":"item.completed"}',
    '{"type":"item.completed","item":[]}',
    '{"type":"turn.failed","error":"x"}',
  ])('a line %j is read without an exception', (text) => {
    expect(Array.isArray(codex.readLine(text))).toBe(true);
  });
});

test('codex as a step: the stub is started as told, its stream becomes the report, its session is known', async () => {
  const { result, started, sessions, home, workspace, log } = await runStub(codex, recordedStream('codex-done'));
  expect(result).toMatchObject({
    ok: true,
    value: { outcome: 'done', summary: 'wrote a file', tokens: 240, costUsd: null },
  });
  expect(started.args).toContain('--output-schema');
  expect(started.input).toContain('Your task: write-it');
  expect(started.cwd).toBe(workspace);
  expect(sessions).toEqual([{ backend: 'codex', id: '01a2044d-a078-7b13-9a95-27819cbed4cd' }]);
  const schema = started.args[started.args.indexOf('--output-schema') + 1] ?? '';
  expect(JSON.parse(readFileSync(schema, 'utf8'))).toEqual(ANSWER_JSON_SCHEMA);
  expect(existsSync(`${home}/.codex`)).toBe(true);
  expect(log).toContain("> command /bin/bash -lc 'echo hello > made.txt'");
});
