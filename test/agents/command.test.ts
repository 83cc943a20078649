import { describe, expect, test } from '@jest/globals';
import { commandBackend } from '../../src/agents/command.js';
import { findBackend } from '../../src/agents/registry.js';
import { EMPTY_TRANSCRIPT, withEvent } from '../../src/agents/transcript.js';
import { agentRequest } from '../support/agent-request.js';

describe('the command backend', () => {
  const backend = commandBackend('/bin/agent');
  const concluded = (stdout: string, exitCode: number | null = 0): unknown => {
    const transcript = backend.readLine(stdout).reduce(withEvent, EMPTY_TRANSCRIPT);
    const exit = { exitCode, signal: exitCode === null ? 'SIGSEGV' : null, stderrTail: 'oh no' };
    const result = backend.conclude(transcript, exit, { turns: null, budgetUsd: null });
    return result.ok ? result.value.status : result.error;
  };

  test('starts the executable with the prompt on standard input and the task in its environment', () => {
    const limits = { turns: null, budgetUsd: 1.5 };
    const request = agentRequest({ agent: 'a', task: 't', config: { o: 1 }, stepId: 's', attempt: 2, limits });
    expect(backend.launch(request)).toEqual({
      args: [],
      input: 'do it',
      env: {
        WORKFLOW_RUNNER_AGENT: 'a',
        WORKFLOW_RUNNER_TASK: 't',
        WORKFLOW_RUNNER_CONFIG: '{"o":1}',
        WORKFLOW_RUNNER_STEP: 's',
        WORKFLOW_RUNNER_ATTEMPT: '2',
        WORKFLOW_RUNNER_BUDGET_USD: '1.5',
      },
    });
  });

  test.each([
    ['{"status":"done","summary":"x"}', 'done'],
    ['\n {"status":"no-op","summary":"","follow_ups":["y"],"cost_usd":0.5,"tokens":7} \n', 'no-op'],
    ['{"status":"blocked","summary":"why"}', 'blocked'],
  ])('reads %j as %s', (stdout, expected) => {
    expect(concluded(stdout)).toBe(expected);
  });

  test.each([
    '',
    'log line\n{"status":"done","summary":"x"}',
    '{"status":"finished","summary":"x"}',
    '{"status":"done"}',
    '{"status":"done","summary":"x","cost_usd":-1}',
    '{"status":"done","summary":"x","tokens":"many"}',
    '[]',
    'null',
    '7',
  ])('does not take %j for an answer', (stdout) => {
    expect(concluded(stdout)).toMatchObject({ reason: 'agent-result-invalid' });
  });

  test.each([3, null])('does not believe an answer that comes with exit code %p', (exitCode) => {
    expect(concluded('{"status":"done","summary":"x"}', exitCode)).toMatchObject({
      reason: 'agent-failed',
      trouble: 'crashed',
      detail: expect.stringContaining('oh no'),
    });
  });

  test.each([
    ['{"status":"done","summary":"x","cost_usd":0.25,"tokens":12}', 0.25, 12],
    ['{"status":"done","summary":"x"}', null, null],
  ])('tells of %j what it cost, or that this is unknown', (stdout, costUsd, tokens) => {
    expect(backend.readLine(stdout).reduce(withEvent, EMPTY_TRANSCRIPT)).toMatchObject({ costUsd, tokens });
  });

  test.each(['command:', 'command', 'nosuch', ''])('%j is not available, and the failure says what is', (name) => {
    const missing = findBackend(name);
    expect(missing).toMatchObject({ ok: false, error: { reason: 'agent-backend-missing', backend: name } });
  });
});
