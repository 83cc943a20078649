import { describe, expect, test } from '@jest/globals';
import type { Condition, ConditionContext, ConclusionStatus } from '../../src/definition/condition.js';
import { evaluateCondition } from '../../src/definition/evaluate-condition.js';
import { parseCondition } from '../../src/definition/parse-condition.js';

const names = { steps: ['build', '1a', 'constructor', 'phase-1'], phases: ['validation'], notYet: ['later'] };

function parsed(text: string): Condition {
  const result = parseCondition(text, names);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function context(
  statuses: Record<string, ConclusionStatus>,
  more: { outputs?: Record<string, unknown>; failed?: boolean; cancelled?: boolean } = {},
): ConditionContext {
  const ended = new Map(Object.entries(statuses));
  return {
    lookUp: (name) => {
      const status = ended.get(name);
      return status === undefined ? null : { status, outputs: more.outputs ?? {} };
    },
    failed: more.failed ?? false,
    cancelled: more.cancelled ?? false,
  };
}

describe('evaluateCondition', () => {
  test.each([
    ['build.status == "success"', true],
    ["build.status == 'success'", true],
    ['${{ build.status == "success" }}', true],
    ['steps.build.status == "success"', true],
    ["steps['1a'].status == 'failure'", true],
    ['phase-1.status == "success" && !failure()', true],
    ['phases.validation.status == "skipped"', true],
    ['validation.status == "success"', false],
    ['constructor.status == "success"', true],
    ['steps.constructor.outputs.constructor == "made"', true],
    ['build.outputs.count > 2', true],
    ['build.outputs.missing == null', true],
    ['contains(build.outputs.list, "b")', true],
    ["contains(steps.*.status, 'failure')", true],
    ["build.outputs.text == \"it's 'so' here\"", true],
    ["fromJSON('{') == 1", false],
    ['false', false],
    ['always()', true],
  ])('%s is %s', (text, expected) => {
    const statuses = {
      build: 'success',
      '1a': 'failure',
      constructor: 'success',
      'phase-1': 'success',
      validation: 'skipped',
    } as const;
    const outputs = { constructor: 'made', count: 3, list: ['a', 'b'], text: "it's 'so' here" };
    expect(evaluateCondition(parsed(text), context(statuses, { outputs }))).toBe(expected);
  });

  test.each([
    ['success()', {}, true],
    ['success()', { failed: true }, false],
    ['success()', { cancelled: true }, false],
    ['failure()', { failed: true }, true],
    ['cancelled()', { cancelled: true }, true],
    ['always()', { failed: true, cancelled: true }, true],
  ])('%s with %j is %s', (text, state, expected) => {
    expect(evaluateCondition(parsed(text), context({}, state))).toBe(expected);
  });

  test('the status of a step that has not ended is null', () => {
    expect(evaluateCondition(parsed('build.status == null'), context({}))).toBe(true);
  });

  test('an output named __proto__ is a member like any other', () => {
    const outputs = JSON.parse('{"__proto__": {"x": 1}}') as Record<string, unknown>;
    expect(
      evaluateCondition(parsed("build.outputs['__proto__'].x == 1"), context({ build: 'success' }, { outputs })),
    ).toBe(true);
  });

  test('outputs nested without end are cut off', () => {
    const outputs: Record<string, unknown> = {};
    outputs['self'] = outputs;
    expect(
      evaluateCondition(parsed('build.outputs.self.self.x == null'), context({ build: 'success' }, { outputs })),
    ).toBe(true);
  });
});

describe('parseCondition', () => {
  test('mentions each step and phase once', () => {
    expect(parsed("build.status == steps.build.status || phases.validation.status == 'success'").mentions).toEqual([
      'build',
      'validation',
    ]);
  });

  test.each([
    ['success()', true],
    ['!CANCELLED()', true],
    ['build.outputs.text == "success()"', false],
  ])('%s calls a status function: %s', (text, expected) => {
    expect(parsed(text).callsStatusFunction).toBe(expected);
  });

  test.each([
    ['constructor()', 'unknown-function', 0],
    ['__proto__()', 'unknown-function', 0],
    ['__proto__.status', 'unknown-step', 0],
    ['build.status == "a" && later.status == "success"', 'unknown-value', 16],
    ['"it\'s" == later', 'not-yet-ended', 10],
    ['steps[format(build.status)]', 'dynamic-name', 0],
    ['x'.repeat(3000), 'condition-syntax', 0],
    ['('.repeat(60), 'condition-syntax', 50],
    ['   ', 'condition-syntax', 0],
  ])('%j is refused as %s at offset %d', (text, code, offset) => {
    const result = parseCondition(text, names);
    expect(result).toMatchObject({
      ok: false,
      error: expect.arrayContaining([expect.objectContaining({ offset })]) as unknown,
    });
    expect(result.ok ? [] : result.error.map((problem) => problem.finding.code)).toContain(code);
  });
});
