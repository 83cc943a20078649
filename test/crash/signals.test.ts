import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { removeFolders } from '../support/git-repository.js';
import {
  aftermath,
  CRASH_WORKFLOW,
  crashCopy,
  crashTemplate,
  goOn,
  inParallel,
  isFullMatrix,
  seeded,
  uninterrupted,
  type Aftermath,
} from '../support/runner-crash.js';
import type { RunnerRepository } from '../support/runner-repository.js';

/* Signals at times that follow from a seed: between records, in the middle of steps, merges, checks and landings. */

const TIMES = isFullMatrix ? 100 : 15;

let template: RunnerRepository;
let whole: Aftermath;
let wholeMs: number;

beforeAll(async () => {
  template = crashTemplate();
  ({ whole, durationMs: wholeMs } = await uninterrupted(template));
});
afterAll(removeFolders);

interface Struck {
  readonly repository: RunnerRepository;
  readonly afterMs: number;
  readonly code: number | null;
  readonly stderr: string;
  /** From the signal to the end. */
  readonly tookMs: number;
  /** The status in `state.json` then; null when there is none. */
  readonly status: string | null;
}

/** When to strike: after a part of the time that a whole run takes, or once the journal holds so many events. */
type Moment = { readonly part: number } | { readonly events: number };

async function strike(signal: NodeJS.Signals, moment: Moment): Promise<Struck> {
  const repository = crashCopy(template);
  const started = performance.now();
  const cli = repository.start(CRASH_WORKFLOW, '--allow-dirty');
  if ('part' in moment) await sleep(Math.round(moment.part * wholeMs));
  else while (repository.events(CRASH_WORKFLOW).length < moment.events && cli.child.exitCode === null) await sleep(5);
  const afterMs = Math.round(performance.now() - started);
  const at = performance.now();
  cli.child.kill(signal);
  const { code, stderr } = await cli.ended;
  const tookMs = performance.now() - at;
  const status =
    repository.events(CRASH_WORKFLOW).length === 0 ? null : String(repository.state(CRASH_WORKFLOW)['status']);
  return { repository, afterMs, code, stderr, tookMs, status };
}

async function resumedDiffers({ repository, afterMs, code, stderr }: Struck): Promise<object[]> {
  const resumed = await goOn(repository);
  const after = aftermath(repository, resumed.code);
  return JSON.stringify(after) === JSON.stringify(whole) ? [] : [{ afterMs, code, stderr, after, resumed }];
}

function parts(count: number, seed: number): number[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => random());
}

describe('SIGKILL at any time', () => {
  test('leaves what a resume completes, with git children that outlive the runner', async () => {
    const differing = await inParallel(parts(TIMES, 20_251_101), 4, async (part) =>
      resumedDiffers(await strike('SIGKILL', { part })),
    );
    expect(differing.flat()).toEqual([]);
  });
});

describe.each(['SIGTERM', 'SIGINT'] as const)('%s at any time', (signal) => {
  test('pauses the run in under 5 s with exit code 3, and a resume completes it', async () => {
    // Counted in events and not in time, so that a loaded machine is struck in the middle of a run too.
    const chosen = parts(Math.ceil(TIMES / 4), signal.length).map((part) => 1 + Math.floor(part * 12));
    const results = await inParallel(chosen, 4, async (events) => {
      const struck = await strike(signal, { events });
      const { code, tookMs, status, afterMs, stderr } = struck;
      const ended = code === 0 && status === 'completed';
      const paused = code === 3 && status === 'paused';
      const wrong = (ended || paused) && tookMs < 5_000 ? [] : [{ afterMs, code, tookMs, status, stderr }];
      return { paused, wrong: [...wrong, ...(await resumedDiffers(struck))] };
    });
    expect(results.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(results.filter(({ paused }) => paused).length).toBeGreaterThan(0);
  });
});
