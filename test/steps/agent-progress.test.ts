import { expect, test } from '@jest/globals';
import { commandBackend } from '../../src/agents/command.js';
import { AgentWatch } from '../../src/steps/agent-watch.js';

/** Tells that the model was asked, a line each time, and gives the percentages that were told. */
function progressOf(asked: number, maxTurns: number | null): number[] {
  const told: number[] = [];
  const backend = { ...commandBackend('x'), streamsEvents: true, readLine: () => [{ type: 'turn' }] as const };
  const input = {
    signal: new AbortController().signal,
    onOutput: () => undefined,
    onSession: () => undefined,
    onProgress: (percent: number) => void told.push(percent),
  };
  const watch = new AgentWatch({ backend, input, stallMs: null, maxTurns });
  watch.onOutput(Buffer.from('turn\n'.repeat(asked)), 'stdout');
  return told;
}

test.each([
  ['the turns so far of those that it may take', 3, 4, [25, 50, 75]],
  ['100 at most', 3, 2, [50, 100, 100]],
  ['nothing without a limit', 3, null, []],
])('the progress of an agent is %s', (_, asked, maxTurns, percentages) => {
  expect(progressOf(asked, maxTurns)).toEqual(percentages);
});
