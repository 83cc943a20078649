import { describe, expect, test } from '@jest/globals';
import { attemptsOf } from '../../../src/report/html/attempts.js';
import { stepsOf, type StepReport } from '../../../src/report/html/run-report.js';
import {
  failedStory,
  landedStory,
  pausedStory,
  reportOf,
  sourceOf,
  type ReportStory,
} from '../../support/report-stories.js';
import { buildReport } from '../../../src/report/html/build-report.js';

const stepOf = (story: ReportStory, id: string): StepReport => {
  const found = stepsOf(reportOf(story).nodes).find((step) => step.id === id);
  if (found === undefined) throw new Error(`no step ${id}`);
  return found;
};

describe('the report of a run', () => {
  test.each([
    ['landed', landedStory, ['completed', 'good', '10 of 10 steps completed']],
    ['failed', failedStory, ['failed', 'bad', expect.stringContaining('At step 7 refactorer split-large-modules')]],
    ['paused', pausedStory, ['paused', 'warn', '6 of 10 steps completed; its budget is spent']],
  ] as const)('%s: says how it ended', (_, story, expected) => {
    const { status, tone, headline } = reportOf(story);
    expect([status, tone, headline]).toEqual(expected);
  });

  test.each([
    [true, 'running'],
    [false, 'interrupted'],
  ])('a run without an end, its process alive: %p, is %s', (isLive, expected) => {
    const events = landedStory.events.slice(0, 12);
    expect(buildReport({ ...sourceOf({ ...landedStory, events }), isLive }).status).toBe(expected);
  });

  test('has every attempt with the wait between two', () => {
    const { bars, attempts, duration, remark } = stepOf(landedStory, 'split-large-modules');
    expect(bars.map(({ kind, label }) => [kind, label])).toEqual([
      ['bad', 'attempt 1: failed, 51 s'],
      ['wait', 'waited 20 s'],
      ['good', 'attempt 2: completed, 49 s'],
    ]);
    expect(attempts.map(({ number, outcome }) => [number, outcome.slice(0, 9)])).toEqual([
      [1, 'failed: t'],
      [2, 'completed'],
    ]);
    expect([duration, remark]).toEqual(['1 min 40 s', '5 files, 2 attempts']);
  });

  test('shows steps that ran side by side side by side', () => {
    const [one, two] = [
      stepOf(landedStory, 'module-validate').bars[0],
      stepOf(landedStory, 'architecture-review').bars[0],
    ];
    expect(one?.from).toBe(two?.from);
    expect(one?.to).toBeLessThan(two?.to ?? 0);
  });

  test('names findings with their place, line and caret', () => {
    const [problem] = reportOf(failedStory).problems;
    expect(problem?.step).toBe(7);
    expect(problem?.details.slice(0, 3)).toEqual([
      "modules/services/web/nginx.nix:14:12: error: undefined variable 'mkIff' [undefined-variable]",
      '  14 |   config = mkIff cfg.enable {',
      '     |            ^~~~~',
    ]);
  });

  test('tells what agents cost, the dearest first, with what was spent on attempts that failed', () => {
    const { total, budget, byAgent } = reportOf(failedStory).costs;
    expect([total, budget]).toEqual(['$2.77', '$5.00']);
    expect(byAgent.map(({ name, cost }) => `${name} ${cost}`)).toEqual([
      'structure-validator $1.30',
      'refactorer $1.16',
      'security-auditor $0.31',
    ]);
  });

  test('tells hosts that differ first, and what the runner itself did in order', () => {
    const { hosts, activities } = reportOf(landedStory);
    expect(hosts?.map(({ host, level }) => `${host} ${level}`)).toEqual([
      'kernelcore different',
      'laptop reordered',
      'atlas unchanged',
    ]);
    expect(activities.map(({ what, duration }) => `${what} ${duration}`)).toEqual([
      'hosts evaluated 9.0 s',
      'merge of analysis 1.0 s',
      'merge of documentation 1.0 s',
      'check of the result 49 s',
      'hosts compared 9.0 s',
      'landing 1.0 s',
    ]);
  });

  test('counts time at work without the night between', () => {
    const facts = new Map(reportOf(pausedStory).facts.map(({ label, value }) => [label, value]));
    expect([facts.get('duration'), facts.get('at work')]).toEqual(['13 h 55 min', '5 min 4 s']);
  });
});

test('an attempt that nobody saw the end of ended at the last word before the resume', () => {
  const events = pausedStory.events.filter(({ type }) => type !== 'run-paused');
  const [first] = attemptsOf(events).get('split-large-modules') ?? [];
  expect([first?.outcome, first?.endedAt]).toEqual(['stopped', first?.startedAt]);
});
