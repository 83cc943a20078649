import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from '../../src/commands/json-schemas.js';
import type { AgentStep } from '../../src/definition/workflow.js';
import { buildProgress } from '../../src/report/progress-document.js';
import { progressSchema } from '../../src/report/progress-schema.js';
import { buildState } from '../../src/report/state-document.js';
import { stateSchema } from '../../src/report/state-schema.js';
import { jsonText } from '../../src/report/json-text.js';
import { BASE, result, START, started, tell } from '../support/run-story.js';
import { commandStep, phase, planOf, workflow } from '../support/workflow.js';
import { processorMs } from '../support/processor-time.js';

const agentStep = (task: string): AgentStep => {
  const {
    id,
    condition,
    checkpoint,
    validation,
    expect: expectation,
    writes,
    timeoutMs,
    retry,
    continueOnError,
    location,
  } = commandStep(task);
  const base = {
    id,
    condition,
    checkpoint,
    validation,
    expect: expectation,
    writes,
    timeoutMs,
    retry,
    continueOnError,
    location,
  };
  return { ...base, kind: 'agent', agent: 'structure-validator', task, config: {}, maxTurns: null, stallMs: 1 };
};

const plan = planOf(
  workflow('phase-1-critical', [
    phase('sequential', 'sequential', [
      agentStep('move-laptop-offload-client'),
      agentStep('create-module-defaults'),
      commandStep('check'),
      commandStep('end'),
    ]),
  ]),
);
const [first = '', second = '', third = ''] = plan.steps.map(({ id }) => id);
const MINUTE = 60_000;

const beginning = [
  started(plan),
  { type: 'group-started', at: START, group: '', base: BASE },
  { type: 'group-started', at: START, group: 'sequential', base: BASE },
  { type: 'step-started', at: START, step: first, attempt: 1, base: BASE },
  { type: 'step-completed', at: START + 15 * MINUTE, step: first, attempt: 1, ...result() },
  { type: 'step-started', at: START + 15 * MINUTE, step: second, attempt: 1, base: BASE },
] as const;

describe('state.json', () => {
  test('has every field of the seed with its type', () => {
    expect(buildState(tell(plan, beginning))).toMatchObject({
      workflow: 'phase-1-critical',
      version: '1.0.0',
      status: 'running',
      started_at: '2025-11-01T10:00:00Z',
      updated_at: '2025-11-01T10:15:00Z',
      completed_at: null,
      current_step: 2,
      total_steps: 4,
      errors: [],
      metadata: { triggered_by: 'manual', git_commit: BASE },
    });
  });

  test('lists a failed step with number, id, reason, message and time', () => {
    const failure = { reason: 'command-failed', command: 'x', exitCode: 1, signal: null, outputTail: 'boom' } as const;
    const state = tell(plan, [
      ...beginning,
      {
        type: 'step-failed',
        at: START + 16 * MINUTE,
        step: second,
        attempt: 1,
        failure,
        retryAt: null,
        costUsd: 0.1,
        tokens: 5,
      },
    ]);
    expect(buildState(state).errors).toEqual([
      expect.objectContaining({
        step: 2,
        id: second,
        reason: 'command-failed',
        message: '`x` failed with exit code 1',
        details: ['boom'],
        at: '2025-11-01T10:16:00Z',
      }),
    ]);
  });

  test('fits its published schema', () => {
    expect(stateSchema.safeParse(buildState(tell(plan, beginning))).error).toBeUndefined();
  });
});

describe('progress.json', () => {
  const document = buildProgress(tell(plan, beginning), { percentOf: () => 45 });

  test('a completed step is as in the seed, with ours beside', () => {
    expect(document.steps[0]).toEqual({
      id: 1,
      name: 'move-laptop-offload-client',
      agent: 'structure-validator',
      status: 'completed',
      cost_usd: null,
      started_at: '2025-11-01T10:00:00Z',
      completed_at: '2025-11-01T10:15:00Z',
      duration_seconds: 900,
      outputs: { files_modified: 2, git_commit: 'def456'.padEnd(40, '0') },
      step_id: first,
      phase: 'sequential',
      attempts: 1,
    });
  });

  test('a running step has a start and a percentage, and no end', () => {
    expect(document.steps[1]).toMatchObject({
      status: 'running',
      started_at: '2025-11-01T10:15:00Z',
      progress_percent: 45,
    });
    expect(document.steps[1]).not.toHaveProperty('completed_at');
  });

  test('the percentage of a step that cannot be measured is null', () => {
    expect(buildProgress(tell(plan, beginning)).steps[1]?.progress_percent).toBeNull();
  });

  test('outputs of a step cannot replace the measured ones', () => {
    const outputs = { git_commit: 'mine', files_modified: 99, hosts: 2 };
    const state = tell(plan, [
      ...beginning,
      { type: 'step-completed', at: START, step: second, attempt: 1, ...result({ outputs }) },
    ]);
    expect(buildProgress(state).steps[1]?.outputs).toEqual({
      files_modified: 2,
      git_commit: 'def456'.padEnd(40, '0'),
      hosts: 2,
    });
  });

  test('a skipped step says why', () => {
    const state = tell(plan, [...beginning, { type: 'step-skipped', at: START, step: third, why: 'earlier-failure' }]);
    expect(buildProgress(state).steps[2]).toMatchObject({ status: 'skipped', skipped_because: 'earlier-failure' });
  });

  test('fits its published schema', () => {
    expect(progressSchema.safeParse(document).error).toBeUndefined();
  });

  test('of 10,000 steps is built in one look at each: a quadratic one would take minutes', async () => {
    const steps = Array.from({ length: 10_000 }, (_, index) => commandStep(`s${index}`));
    const large = planOf(workflow('large', [phase('sequential', 'sequential', steps)]));
    const state = tell(large, [started(large)]);
    for (const step of state.steps.values())
      Object.assign(step, { status: 'completed', startedAt: START, endedAt: START, result: result() });
    const ms = await processorMs(() => [buildProgress(state), buildState(state)]);
    expect(ms).toBeLessThan(10_000);
  });
});

test('JSON text shows what a terminal would obey, and loses nothing', () => {
  const text = jsonText({ a: '\u009b2J\u202e' });
  expect(text).toBe('{\n  "a": "\\u009b2J\\u202e"\n}\n');
  expect(JSON.parse(text)).toEqual({ a: '\u009b2J\u202e' });
});

test.each(['state', 'progress', 'metrics', 'review'])(
  'schema/%s.schema.json is what scripts/generate-schema.mjs writes',
  (name) => {
    const file = join(import.meta.dirname, `../../schema/${name}.schema.json`);
    const committed = existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as unknown)
      : 'missing: npx tsc -p tsconfig.json && node scripts/generate-schema.mjs';
    expect(committed).toEqual(JSON.parse(JSON.stringify(jsonSchemas[name]?.())));
  },
);
