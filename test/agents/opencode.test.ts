import { describe, expect, test } from '@jest/globals';
import { opencodeBackend as opencode } from '../../src/agents/opencode.js';
import { agentFile } from '../support/agent-file.js';
import { agentRequest } from '../support/agent-request.js';
import { judged, recordedStream, runStub, transcriptOf } from '../support/stub-agent.js';

const line = (value: object): string => `${JSON.stringify(value)}\n`;
const configuration = (more: Parameters<typeof agentRequest>[0]): unknown =>
  JSON.parse(opencode.launch(agentRequest(more)).env['OPENCODE_CONFIG_CONTENT'] ?? '');

describe('opencode: how it is started', () => {
  test('without a cage it edits files and runs no commands', () => {
    expect(configuration({})).toMatchObject({
      permission: { edit: 'allow', bash: 'deny', external_directory: 'deny' },
    });
    expect(opencode.launch(agentRequest()).args).not.toContain('--auto');
  });

  test('in a cage it may do all', () => {
    expect(configuration({ isCaged: true })).not.toHaveProperty('permission');
    expect(opencode.launch(agentRequest({ isCaged: true })).args).toContain('--auto');
  });

  test('the prompt is on standard input and never an argument', () => {
    const launch = opencode.launch(agentRequest({ prompt: 'a prompt' }));
    expect(launch.input).toBe('a prompt');
    expect(launch.args).not.toContain('a prompt');
  });

  test.each([
    ['provider/model', ['--model', 'provider/model']],
    ['sonnet', []],
  ])('a model %j of the agent’s file gives %j', (model, expected) => {
    const { args } = opencode.launch(agentRequest({ file: agentFile({ model }) }));
    expect(args.filter((arg) => arg === '--model' || arg === model)).toEqual(expected);
  });

  test('the repository configures nothing', () => {
    expect(opencode.launch(agentRequest()).env).toMatchObject({
      OPENCODE_DISABLE_PROJECT_CONFIG: '1',
      XDG_CONFIG_HOME: '/work/home/.config',
    });
  });

  test('the limit of turns is one of steps', () => {
    expect(configuration({ limits: { turns: 4, budgetUsd: null } })).toMatchObject({ agent: { build: { steps: 4 } } });
  });
});

describe('opencode: what it tells', () => {
  test('a recorded stream: steps, the last text, the tokens of all steps; a cost of 0 is not known', () => {
    expect(transcriptOf(opencode, recordedStream('opencode-done'))).toMatchObject({
      turns: 2,
      lastText: 'All done.\n```json\n{"status":"done","summary":"wrote a file","follow_ups":[]}\n```',
      tokens: 240,
      costUsd: null,
    });
  });

  const step = (cost: number): string => line({ type: 'step_finish', part: { cost, tokens: { total: 10 } } });

  test('the costs of steps are added up', () => {
    expect(transcriptOf(opencode, step(0.25) + step(0.5))).toMatchObject({ costUsd: 0.75, tokens: 20 });
  });

  const done = line({ type: 'text', part: { text: '{"status":"done","summary":"x"}' } }) + step(0.1);

  test.each([
    ['a recorded success', recordedStream('opencode-done'), {}, 'done'],
    ['a wrong key', recordedStream('opencode-401'), { exitCode: 1 }, 'auth'],
    ['a rejected permission with exit code 0', recordedStream('opencode-denied'), {}, 'denied'],
    [
      'permissions rejected in the end',
      done + line({ type: 'done', reason: 'stop', rejected: ['bash'] }),
      {},
      'denied',
    ],
    [
      'an error of the session with exit code 0',
      done + line({ type: 'error', error: { name: 'X', data: { message: 'overloaded', statusCode: 529 } } }),
      {},
      'transient',
    ],
    ['an unknown error', line({ type: 'error', error: { name: 'UnknownError' } }), { exitCode: 1 }, 'crashed'],
    ['an answer', done, {}, 'done'],
    ['no lines', '', {}, 'no-turns'],
    ['prose', line({ type: 'text', part: { text: 'done' } }) + step(0.1), {}, 'agent-result-invalid'],
  ])('%s is judged as it is', (_, stream, exit, verdict) => {
    expect(judged(opencode, stream, exit)).toBe(verdict);
  });

  test.each([
    '',
    '{}',
    '{"type":"tool_use"}',
    '{"type":"tool_use","part":{"state":1}}',
    '{"type":"done","rejected":1}',
    '{"type":"done","rejected":[null]}',
    '{"type":"error"}',
    '{"type":"step_finish","part":{"cost":-1}}',
  ])('a line %j is read without an exception', (text) => {
    expect(Array.isArray(opencode.readLine(text))).toBe(true);
  });
});

test('opencode as a step: every attempt is a new conversation', async () => {
  const session = { backend: 'opencode', id: 'ses_1' };
  const { result, started, sessions } = await runStub(opencode, recordedStream('opencode-done'), { session });
  expect(result).toMatchObject({ ok: true, value: { outcome: 'done', summary: 'wrote a file', tokens: 240 } });
  expect(started.args).not.toContain('ses_1');
  expect(started.input).toContain('Your task: write-it');
  expect(sessions).toEqual([]);
});
