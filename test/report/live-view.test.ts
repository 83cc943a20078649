import { expect, test } from '@jest/globals';
import type { RunEvent } from '../../src/engine/event.js';
import type { RunState } from '../../src/engine/run-state.js';
import { displayWidth } from '../../src/report/display-width.js';
import { renderLiveView, type LiveViewOptions } from '../../src/report/live-view.js';
import { plain } from '../../src/report/text-style.js';
import { safeTerminalLine } from '../../src/process/terminal-text.js';
import { BASE, result, START, started, tell } from '../support/run-story.js';
import { commandStep, phase, planOf, workflow } from '../support/workflow.js';

const options = (more: Partial<LiveViewOptions> = {}): LiveViewOptions => ({
  nowMs: START + 65_000,
  width: 80,
  height: 24,
  lastLine: (id) => (id === 's3' ? 'building nixos-system\u001b[2J' : undefined),
  clean: safeTerminalLine,
  paint: plain,
  ...more,
});

/** `total` steps of which the first `done` have completed and `running` are in flight. */
function running(type: 'sequential' | 'parallel', [done, running, total]: readonly [number, number, number]): RunState {
  const steps = Array.from({ length: total }, (_, index) => commandStep(`s${index + 1}`));
  const plan = planOf(workflow('demo', [phase('work', type, steps, { maxConcurrent: Math.max(1, running) })]));
  const events: RunEvent[] = [
    started(plan),
    { type: 'group-started', at: START, group: '', base: BASE },
    { type: 'group-started', at: START, group: 'work', base: BASE },
  ];
  steps.slice(0, done + running).forEach(({ id }, index) => {
    events.push({ type: 'step-started', at: START, step: id, attempt: 1, base: BASE });
    if (index < done)
      events.push({ type: 'step-completed', at: START + 3000, step: id, attempt: 1, ...result({ costUsd: 0.1 }) });
  });
  return tell(plan, events);
}

test('a frame has the run, the phase, the last steps, the one in flight with its last line, and the next', () => {
  expect(renderLiveView(running('sequential', [2, 1, 5]), options()).split('\n')).toEqual([
    'demo 2/5 steps · 1 min 5 s · $0.20',
    'phase work',
    '✓ [1/5] s1  3.0 s · $0.10 · 2 files',
    '✓ [2/5] s2  3.0 s · $0.10 · 2 files',
    '⠋ [3/5] s3  1 min 5 s · building nixos-system',
    '· [4/5] s4',
    '· [5/5] s5',
  ]);
});

test.each([
  ['sequential', 3],
  ['sequential', 8],
  ['parallel', 3],
  ['parallel', 10],
] as const)('a frame of a %s phase with 1,000 steps fits into %i rows', (type, height) => {
  const frame = renderLiveView(running(type, [500, type === 'parallel' ? 60 : 1, 1000]), options({ height }));
  expect(frame.split('\n').length).toBeLessThan(height);
});

test('no line of a frame is wider than the terminal', () => {
  const state = running('parallel', [2, 3, 9]);
  for (const width of [10, 20, 41]) {
    const frame = renderLiveView(state, options({ width, lastLine: () => '日本語'.repeat(50) }));
    expect(Math.max(...frame.split('\n').map(displayWidth))).toBeLessThanOrEqual(width);
  }
});

test.each([
  [30, 'a-workflo… 0/1 steps · 1 min …', '⠋ [1/1] a-step-wit…  1 min 5 s'],
  [20, 'a-wor… 0/1 steps · …', '⠋ [1/1] a-…  1 min …'],
])('names of %i columns leave room for how long it has been running', (width, head, line) => {
  const id = 'a-step-with-a-name-that-does-not-fit';
  const plan = planOf(workflow('a-workflow-with-a-long-name', [phase('work', 'sequential', [commandStep(id)])]));
  const state = tell(plan, [
    started(plan),
    { type: 'group-started', at: START, group: '', base: BASE },
    { type: 'group-started', at: START, group: 'work', base: BASE },
    { type: 'step-started', at: START, step: id, attempt: 1, base: BASE },
  ]);
  const frame = renderLiveView(state, options({ width })).split('\n');
  expect([frame[0], frame[2]]).toEqual([head, line]);
});

test('steps in flight are shown before any other', () => {
  const frame = renderLiveView(running('parallel', [500, 4, 1000]), options({ height: 7 }));
  expect(frame.match(/\[ 50[1-4]\/1000\]/g)).toHaveLength(4);
});

test('a frame in the middle of 10,000 steps looks only at what is shown', () => {
  const state = running('sequential', [5000, 1, 10_000]);
  renderLiveView(state, options());
  const before = performance.now();
  for (let index = 0; index < 20; index += 1) renderLiveView(state, options());
  expect((performance.now() - before) / 20).toBeLessThan(500);
});
