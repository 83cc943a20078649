import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CheckpointSaver } from '../../../src/github/checkpoint/checkpoint-saver.js';
import { saveCheckpoint } from '../../../src/github/checkpoint/save-checkpoint.js';
import type { ArtifactStore } from '../../../src/github/storage/stored-artifact.js';
import { CheckpointJob } from '../../support/checkpoint-job.js';
import { errorOf, newRepository, removeFolders, valueOf } from '../../support/git-repository.js';
import { openResultsService, type ResultsBed } from '../../support/github/results-service.js';

/** The real artifact client against a results service on this machine. */
let bed: ResultsBed;
let origin: string;
let job: CheckpointJob;
let runId = 500;

beforeAll(async () => {
  bed = await openResultsService();
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  origin = newRepository();
});

beforeEach(async () => {
  runId += 1;
  job = await fresh();
  job.startRun();
});

afterEach(() => {
  bed.faults.clear();
});

afterAll(async () => {
  jest.restoreAllMocks();
  await bed.close();
  removeFolders();
});

async function fresh(): Promise<CheckpointJob> {
  process.env['ACTIONS_RUNTIME_TOKEN'] = bed.runtimeToken({ repository: 'o/r', runId, attempt: 1, job: 'j' });
  process.env['ACTIONS_RESULTS_URL'] = bed.url;
  process.env['GITHUB_SERVER_URL'] = 'https://github.com';
  const facts = { owner: 'o', repo: 'r', runId: String(runId), attempt: 1, job: 'j' };
  return await CheckpointJob.begin({ origin, facts });
}

const stored = async () => valueOf(await job.store.list()).map(({ name }) => name);

describe('a checkpoint', () => {
  test('leaves nothing behind in the folder for temporary files', async () => {
    await job.save();
    expect(readdirSync(job.context().folder)).toEqual([]);
  });

  test('holds the journal up to its moment, though it is longer by now', async () => {
    const snapshot = await job.snapshot();
    const before = readFileSync(job.journalFile);
    job.claim('later', job.base);
    valueOf(await saveCheckpoint(job.context(), snapshot));
    const { main } = valueOf(await (await fresh()).restore());
    expect(readFileSync(main?.journalFile ?? '')).toEqual(before);
  });

  test('that was saved already is not saved twice', async () => {
    const name = await job.save();
    expect(await job.save()).toBe(name);
    expect(await stored()).toEqual([name]);
  });

  test('whose upload was taken while the answer was lost is saved', async () => {
    bed.faults.add({ method: /FinalizeArtifact/, fault: { kind: 'reset', when: 'after' } });
    const name = await job.save();
    expect(await stored()).toEqual([name]);
  });

  test('whose name is taken by half an upload gets the next name, and is the one that is restored', async () => {
    bed.faults.add({ method: /FinalizeArtifact/, fault: { kind: 'reset', when: 'before' } });
    const name = await job.save();
    expect(name).toBe('workflow-runner.tidy-up.main.1.1.2');
    expect(valueOf(await (await fresh()).restore()).main?.name).toBe(name);
  });

  test('of another run does not pass for one that was saved already', async () => {
    await job.save();
    const other = await fresh();
    other.startRun('20261122T101112Z-ffffff');
    const snapshot = { ...(await other.snapshot()), runId: '20261122T101112Z-ffffff' };
    expect(valueOf(await saveCheckpoint(other.context(), snapshot)).name).toMatch(/\.1\.2$/);
  });

  test('of more events than the journal holds is a problem', async () => {
    const snapshot = { ...(await job.snapshot()), sequence: 5 };
    expect(errorOf(await saveCheckpoint(job.context(), snapshot)).code).toBe('checkpoint-not-saved');
  });

  test('of a ref that does not exist is a problem', async () => {
    const refs = new Map([['refs/workflow-runner/x/y', 'e'.repeat(40)]]);
    const snapshot = { ...(await job.snapshot()), refs };
    expect(errorOf(await saveCheckpoint(job.context(), snapshot)).code).toBe('checkpoint-not-saved');
  });

  test('in a folder that cannot be is a problem', async () => {
    const folder = join(job.journalFile, 'below-a-file');
    const problem = errorOf(await saveCheckpoint(job.context({ folder }), await job.snapshot()));
    expect(problem.message).toContain(folder);
  });
});

/** A store that counts and can be held up; what it stores goes to the real one. */
function watched(store: ArtifactStore) {
  let waiting: (() => void) | null = null;
  const seen: string[] = [];
  let failing = false;
  return {
    seen,
    fail: (yes: boolean) => (failing = yes),
    release: () => waiting?.(),
    hold: () => (waiting = () => undefined),
    store: {
      ...store,
      upload: async (request: Parameters<ArtifactStore['upload']>[0]) => {
        seen.push(request.name);
        if (waiting !== null) await new Promise<void>((resume) => (waiting = resume));
        waiting = null;
        return failing
          ? { ok: false as const, error: { reason: 'failed' as const, detail: 'x' } }
          : await store.upload(request);
      },
    },
  };
}

describe('the saver', () => {
  test('saves one at a time, and of those noted meanwhile only the newest', async () => {
    const { store, seen, hold, release } = watched(job.store);
    const saver = new CheckpointSaver(job.context({ store }));
    hold();
    saver.note(await job.snapshot());
    while (seen.length === 0) await new Promise((resume) => setTimeout(resume, 5));
    for (const step of ['a', 'b', 'c']) {
      job.claim(step, job.base);
      saver.note(await job.snapshot());
    }
    release();
    await saver.settled();
    expect(seen).toEqual(['workflow-runner.tidy-up.main.1.1', 'workflow-runner.tidy-up.main.1.4']);
    expect(saver.newest).toEqual({ name: 'workflow-runner.tidy-up.main.1.4', sequence: 4 });
  });

  test('goes on after one that failed, and tells of it', async () => {
    const { store, fail } = watched(job.store);
    const saver = new CheckpointSaver(job.context({ store }));
    fail(true);
    saver.note(await job.snapshot());
    await saver.settled();
    expect([saver.newest, saver.problems.length]).toEqual([null, 1]);
    fail(false);
    job.claim('a', job.base);
    saver.note(await job.snapshot());
    await saver.settled();
    expect(await stored()).toEqual(['workflow-runner.tidy-up.main.1.2']);
  });

  test('keeps the newest two of what it has saved', async () => {
    const foreign = await job.save({ kind: 'step', phase: 'p', child: 'c' });
    const saver = new CheckpointSaver(job.context());
    for (const step of ['a', 'b', 'c']) {
      job.claim(step, job.base);
      saver.note(await job.snapshot());
      await saver.settled();
    }
    const kept = ['workflow-runner.tidy-up.main.1.3', 'workflow-runner.tidy-up.main.1.4', foreign];
    expect((await stored()).sort()).toEqual(kept);
  });

  test('only notes what could not be deleted', async () => {
    const remove = () => Promise.resolve({ ok: false as const, error: { reason: 'failed' as const, detail: 'x' } });
    const saver = new CheckpointSaver(job.context({ store: { ...job.store, remove } }));
    for (const step of ['a', 'b', 'c']) {
      job.claim(step, job.base);
      saver.note(await job.snapshot());
      await saver.settled();
    }
    expect([saver.problems, saver.notes.length]).toEqual([[], 1]);
  });

  test('is settled at once when there is nothing to save', async () => {
    const saver = new CheckpointSaver(job.context());
    await saver.settled();
    expect([saver.newest, saver.problems]).toEqual([null, []]);
  });
});
