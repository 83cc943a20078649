import { describe, expect, test } from '@jest/globals';
import { buildPrompt } from '../../src/agents/prompt.js';
import { findBackend } from '../../src/agents/registry.js';

describe('the command backend', () => {
  const found = findBackend('command:/bin/agent');
  if (!found.ok) throw new Error('no command backend');
  const backend = found.value;
  const read = (stdout: string): unknown => {
    const result = backend.readResult(stdout);
    return result.ok ? result.value.status : result.error.reason;
  };

  test('starts the executable with the prompt on standard input and the task in its environment', () => {
    const request = { agent: 'a', task: 't', config: { o: 1 }, stepId: 's', attempt: 2, prompt: 'do it' };
    expect(backend.launch(request)).toEqual({
      argv: ['/bin/agent'],
      input: 'do it',
      env: {
        WORKFLOW_RUNNER_AGENT: 'a',
        WORKFLOW_RUNNER_TASK: 't',
        WORKFLOW_RUNNER_CONFIG: '{"o":1}',
        WORKFLOW_RUNNER_STEP: 's',
        WORKFLOW_RUNNER_ATTEMPT: '2',
      },
    });
  });

  test.each([
    ['{"status":"done","summary":"x"}', 'done'],
    ['\n {"status":"no-op","summary":"","follow_ups":["y"],"cost_usd":0.5,"tokens":7} \n', 'no-op'],
    ['{"status":"blocked","summary":"why"}', 'blocked'],
    ['', 'agent-result-invalid'],
    ['log line\n{"status":"done","summary":"x"}', 'agent-result-invalid'],
    ['{"status":"finished","summary":"x"}', 'agent-result-invalid'],
    ['{"status":"done"}', 'agent-result-invalid'],
    ['{"status":"done","summary":"x","cost_usd":-1}', 'agent-result-invalid'],
    ['[]', 'agent-result-invalid'],
    ['null', 'agent-result-invalid'],
  ])('reads %j as %s', (stdout, expected) => {
    expect(read(stdout)).toBe(expected);
  });

  test.each(['claude', 'command:', 'command', 'codex', ''])(
    '%j is not available, and the failure says what is',
    (name) => {
      const missing = findBackend(name);
      expect(missing).toMatchObject({ ok: false, error: { reason: 'agent-backend-missing', backend: name } });
    },
  );
});

describe('buildPrompt', () => {
  test('holds the agent’s text, the task and the configuration', () => {
    const prompt = buildPrompt({
      agent: 'a',
      task: 'move-it',
      config: { option1: 'v' },
      agentText: 'You are careful.',
    });
    for (const part of ['"a"', 'move-it', 'You are careful.', '"option1": "v"', '"status"'])
      expect(prompt).toContain(part);
  });

  test('leaves out what there is not', () => {
    const prompt = buildPrompt({ agent: 'a', task: 't', config: {}, agentText: null });
    expect(prompt).not.toContain('Configuration');
    expect(prompt).not.toContain('instructions');
  });
});
