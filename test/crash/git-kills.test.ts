import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { removeFolders, temporaryFolder } from '../support/git-repository.js';
import { straceMissing } from '../support/runner-cli.js';
import {
  aftermath,
  CRASH_WORKFLOW,
  crashCopy,
  crashTemplate,
  goOn,
  inParallel,
  isFullMatrix,
  uninterrupted,
  type Aftermath,
} from '../support/runner-crash.js';
import { killedGit, recordedPoints, recordingGit, wasReached, type GitPoint } from '../support/runner-git-wrapper.js';
import type { RunnerRepository } from '../support/runner-repository.js';

/*
 * A git that writes into the user's repository is killed before one of its writing system calls, with and without the runner that
 * started it. A sample of the points, from all over the list; all of them with CRASH_MATRIX=full.
 */

const SAMPLE = 7;

let template: RunnerRepository;
let whole: Aftermath;
let points: GitPoint[] = [];

beforeAll(async () => {
  template = crashTemplate();
  if (straceMissing !== null) return;
  const folder = join(temporaryFolder(), 'bin');
  ({ whole } = await uninterrupted(template, recordingGit(folder)));
  points = recordedPoints(folder);
});
afterAll(removeFolders);

/** Evenly over the list, beginning at `offset` of a stride, so that two samples share few points. */
function sample(offset: number): GitPoint[] {
  const stride = Math.max(1, points.length / SAMPLE);
  return isFullMatrix ? points : points.filter((_, at) => Math.floor((at + offset * stride) % stride) === 0);
}

async function differences(chosen: readonly GitPoint[], runnerToo: boolean): Promise<object[]> {
  const results = await inParallel(chosen, 4, async (point) => {
    const repository = crashCopy(template);
    const folder = join(repository.home, 'bin');
    const killed = await repository.runWith(killedGit(folder, point, runnerToo), CRASH_WORKFLOW, '--allow-dirty');
    if (!wasReached(folder, point)) return [{ point, never: killed }];
    const resumed = await goOn(repository);
    const after = aftermath(repository, resumed.code);
    return JSON.stringify(after) === JSON.stringify(whole) ? [] : [{ point, killed, after, resumed }];
  });
  return results.flat();
}

const withStrace = straceMissing === null ? test : test.skip;

describe(straceMissing === null ? 'a git killed while it writes' : `a git killed (left out: ${straceMissing})`, () => {
  withStrace('leaves what a resume repairs', async () => {
    expect(points.length).toBeGreaterThan(30);
    expect(await differences(sample(0), false)).toEqual([]);
  });

  withStrace('together with its runner, leaves what a resume repairs', async () => {
    expect(await differences(sample(0.5), true)).toEqual([]);
  });
});
