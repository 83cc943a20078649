import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openArtifactStore } from '../../../src/github/storage/artifact-store.js';
import type { CheckpointFacts, CheckpointManifest } from '../../../src/github/checkpoint/manifest.js';
import { CheckpointJob, RUN } from '../../support/checkpoint-job.js';
import {
  commitFiles,
  errorOf,
  git,
  newRepository,
  removeFolders,
  temporaryFolder,
  valueOf,
} from '../../support/git-repository.js';
import { openResultsService, type ResultsBed } from '../../support/github/results-service.js';

/** Jobs in fresh clones, and the real artifact client against a results service on this machine. */
let bed: ResultsBed;
let origin: string;
let nextRunId = 100;
let runId = nextRunId;

beforeAll(async () => {
  bed = await openResultsService();
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  origin = newRepository();
  commitFiles(origin, { 'a.nix': '2\n' });
});

beforeEach(() => {
  nextRunId += 1;
  runId = nextRunId;
});

afterEach(() => {
  bed.faults.clear();
});

afterAll(async () => {
  jest.restoreAllMocks();
  await bed.close();
  removeFolders();
});

async function job(change: Partial<CheckpointFacts> = {}, from = origin): Promise<CheckpointJob> {
  const facts = { owner: 'o', repo: 'r', runId: String(runId), attempt: 1, job: 'phase-1', ...change };
  const identity = { repository: 'o/r', runId, attempt: facts.attempt, job: facts.job };
  process.env['ACTIONS_RUNTIME_TOKEN'] = bed.runtimeToken(identity);
  process.env['ACTIONS_RESULTS_URL'] = bed.url;
  process.env['GITHUB_SERVER_URL'] = 'https://github.com';
  return await CheckpointJob.begin({ origin: from, facts });
}

/** A run with two steps done and a checkpoint after each. */
async function savedRun() {
  const first = await job();
  first.startRun();
  await first.complete('step-1');
  const older = await first.save();
  await first.complete('step-2');
  const newer = await first.save();
  return { first, older, newer };
}

const names = (found: readonly { readonly name: string }[]) => found.map(({ name }) => name);

test('a job in a fresh clone goes on where the last one ended: journal, commits and refs', async () => {
  const { first, newer } = await savedRun();
  const second = await job({ job: 'phase-2' });
  const { main, steps, refused } = valueOf(await second.restore());
  expect(main?.name).toBe(newer);
  expect([steps, refused]).toEqual([[], []]);
  expect(readFileSync(main?.journalFile ?? '')).toEqual(readFileSync(first.journalFile));
  expect(git(second.root, 'rev-parse', `refs/workflow-runner/${RUN}/step-2`)).toBe(first.head);
  expect(main?.manifest).toMatchObject({ head: first.head, sequence: 3, runId: RUN, repository: 'o/r' });
});

test('what a stopped step had changed comes along, under its ref', async () => {
  const first = await job();
  first.startRun();
  await first.complete('step-1');
  const work = await first.stop('step-2');
  await first.save();
  const second = await job();
  const { main } = valueOf(await second.restore());
  expect(main?.manifest.head).toBe(first.head);
  expect(git(second.root, 'rev-parse', `refs/workflow-runner/${RUN}/step-2.failed-1`)).toBe(work);
});

test('a checkpoint without what a stopped step had changed is refused; what came of an earlier attempt may be gone', async () => {
  const first = await job();
  first.startRun();
  await first.complete('step-1');
  const older = await first.save();
  await first.stop('step-2');
  git(first.root, 'update-ref', '-d', `refs/workflow-runner/${RUN}/step-2.failed-1`);
  const newer = await first.save();
  const { main, refused } = valueOf(await (await job()).restore());
  expect([main?.name, refused]).toMatchObject([older, [{ name: newer, reason: 'missing-commits' }]]);
  await first.complete('step-2');
  const done = await first.save();
  expect(valueOf(await (await job()).restore()).main?.name).toBe(done);
});

test('a workflow run without checkpoints has nothing to go on from', async () => {
  const restored = valueOf(await (await job()).restore());
  expect(restored).toEqual({ main: null, steps: [], refused: [] });
});

test('a run that made no commit is restored without a bundle', async () => {
  const first = await job();
  first.startRun();
  await first.save();
  const { main } = valueOf(await (await job()).restore());
  expect(main).toMatchObject({ bundleFile: null, manifest: { head: first.base } });
});

test('a clone of a base that moved on gets the base of the run from the remote', async () => {
  const moving = newRepository();
  const first = await job({}, moving);
  first.startRun();
  await first.complete('step-1');
  await first.save();
  commitFiles(moving, { 'b.nix': '1\n' });
  const second = await job({}, moving);
  expect(second.base).not.toBe(first.base);
  const { main } = valueOf(await second.restore());
  expect(main?.manifest.base).toBe(first.base);
  expect(git(second.root, 'cat-file', '-t', first.head)).toBe('commit');
});

test('a base that the remote has no more is refused by name', async () => {
  const { newer, older } = await savedRun();
  const other = newRepository({ 'x.nix': 'other\n' });
  const { main, refused } = valueOf(await (await job({}, other)).restore());
  expect(main).toBeNull();
  expect(refused.map(({ name, reason }) => [name, reason])).toEqual([
    [newer, 'missing-commits'],
    [older, 'missing-commits'],
  ]);
});

test('a remote that cannot be reached is a problem, never a fresh start', async () => {
  await savedRun();
  const elsewhere = await job({}, newRepository({ 'x.nix': 'other\n' }));
  const problem = errorOf(await elsewhere.restore({ remote: { url: 'http://127.0.0.1:1/x', authorization: null } }));
  expect(problem.code).toBe('checkpoint-not-restored');
});

describe('attempts', () => {
  test('"Re-run failed jobs" goes on from the attempt before', async () => {
    const { newer } = await savedRun();
    const { main } = valueOf(await (await job({ attempt: 2 })).restore());
    expect(main?.name).toBe(newer);
  });

  test('before the first one are not looked at', async () => {
    await savedRun();
    const { main, refused } = valueOf(await (await job({ attempt: 2 })).restore({ firstAttempt: 2 }));
    expect([main, refused]).toEqual([null, []]);
  });

  test('a later one wins over a longer journal', async () => {
    await savedRun();
    const again = await job({ attempt: 2 });
    again.startRun();
    const name = await again.save();
    const { main } = valueOf(await (await job({ attempt: 2 })).restore());
    expect(main?.name).toBe(name);
  });
});

describe('what is not valid is refused by name, and the one before is taken', () => {
  test('a checkpoint of which half was lost in the upload', async () => {
    const { first, newer } = await savedRun();
    await first.complete('step-3');
    bed.faults.add({ method: /blob PUT/, fault: { kind: 'half-upload' } });
    const name = await first.save();
    const { main, refused } = valueOf(await (await job()).restore());
    expect(refused).toMatchObject([{ name, reason: 'digest-mismatch' }]);
    expect(main?.name).toBe(newer);
  });

  const cases: readonly (readonly [string, string, (folder: string, manifest: Mutable) => void])[] = [
    ['of another repository', 'other-repository', (_, manifest) => (manifest.repository = 'o/fork')],
    ['of another workflow run', 'other-workflow-run', (_, manifest) => (manifest.workflowRun.id = '7')],
    ['with a manifest of another moment', 'name-differs', (_, manifest) => (manifest.sequence = 9)],
    ['with a bad manifest', 'bad-manifest', (_, manifest) => (manifest.base = '--all')],
    ['of another run', 'bad-journal', (_, manifest) => renameRun(manifest)],
    [
      'with a journal that is another',
      'digest-mismatch',
      (folder) => writeFileSync(join(folder, 'journal.jsonl'), 'x\n'),
    ],
    ['with a damaged journal', 'bad-journal', (folder, manifest) => damageJournal(folder, manifest)],
    ['with a bundle cut off', 'bad-bundle', (folder, manifest) => cutBundle(folder, manifest)],
    ['with a ref that its bundle does not have', 'missing-commits', (_, manifest) => addRef(manifest)],
    ['without the ref that holds its newest step', 'odd-refs', (_, manifest) => dropRef(manifest)],
  ];
  // One run for all of them: only its newest checkpoint is another each time.
  let forgeable: { readonly runId: number; readonly newest: string; readonly newer: string } | null = null;

  test.each(cases)('%s', async (_what, reason, change) => {
    if (forgeable === null) {
      const { first, newer } = await savedRun();
      await first.complete('step-3');
      forgeable = { runId, newest: await first.save(), newer };
    }
    runId = forgeable.runId;
    const second = await job();
    const original = await forge(forgeable.newest, change);
    const { main, refused } = valueOf(await second.restore());
    expect(refused.map((one) => [one.name, one.reason])).toEqual([[forgeable.newest, reason]]);
    expect(main?.name).toBe(forgeable.newer);
    expect(git(second.root, 'for-each-ref', '--format=%(refname)')).not.toMatch(/step-3|evil/);
    await put(forgeable.newest, original);
    runId = nextRunId;
  });

  test('an archive that is no checkpoint at all', async () => {
    const { first, newer } = await savedRun();
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'README'), 'x');
    const name = 'workflow-runner.tidy-up.main.1.99';
    valueOf(await first.store.upload({ name, folder, files: ['README'] }));
    const { main, refused } = valueOf(await (await job()).restore());
    expect(refused).toMatchObject([{ name, reason: 'bad-content' }]);
    expect(main?.name).toBe(newer);
  });

  test('an attempt that has not been', async () => {
    const { first, newer } = await savedRun();
    const facts = { owner: 'o', repo: 'r', runId: String(runId), attempt: 9, job: 'phase-1' };
    const name = await first.save({ kind: 'main' }, { facts });
    const { main, refused } = valueOf(await (await job({ attempt: 2 })).restore());
    expect(refused).toMatchObject([{ name, reason: 'other-workflow-run' }]);
    expect(main?.name).toBe(newer);
  });

  test('a journal that names a step whose commit is nowhere', async () => {
    const { first, newer } = await savedRun();
    first.claim('step-3', 'f'.repeat(40));
    const name = await first.save();
    const { main, refused } = valueOf(await (await job()).restore());
    expect(refused).toMatchObject([{ name, reason: 'missing-commits' }]);
    expect(main?.name).toBe(newer);
  });
});

test('when no digest fits, nothing is taken', async () => {
  const { newer, older } = await savedRun();
  bed.faults.add({ method: /ListArtifacts/, fault: { kind: 'wrong-digest' } });
  const { main, refused } = valueOf(await (await job()).restore());
  expect(main).toBeNull();
  expect(names(refused)).toEqual([newer, older]);
});

describe('step lines', () => {
  async function matrix() {
    const first = await job();
    first.startRun();
    await first.complete('before');
    await first.save();
    for (const child of ['b', 'a']) {
      const one = await job({ job: 'phase-2' });
      const { main } = valueOf(await one.restore());
      one.goOn(main?.events ?? [], main?.manifest.head ?? '');
      await one.complete(child);
      await one.save({ kind: 'step', phase: 'phase-2', child });
    }
    return first;
  }

  test('of a phase are all found by the next job, with their commits', async () => {
    await matrix();
    const next = await job({ job: 'phase-3' });
    const { steps, refused } = valueOf(await next.restore());
    expect(refused).toEqual([]);
    expect(steps.map(({ manifest: { line } }) => (line.kind === 'step' ? line.child : '')).sort()).toEqual(['a', 'b']);
    for (const { manifest } of steps) expect(git(next.root, 'cat-file', '-t', manifest.head)).toBe('commit');
  });

  test('of other children are not fetched when one is asked for', async () => {
    await matrix();
    const { steps } = valueOf(await (await job()).restore({ children: ['a'] }));
    expect(steps.map(({ manifest: { line } }) => line)).toEqual([{ kind: 'step', phase: 'phase-2', child: 'a' }]);
  });

  test('that the main line has gone beyond are left out', async () => {
    const first = await matrix();
    await first.complete('after');
    await first.complete('later');
    await first.save();
    const { steps, refused } = valueOf(await (await job()).restore());
    expect([steps, refused]).toEqual([[], []]);
  });

  test('that tell another story than the main line are refused', async () => {
    const first = await matrix();
    await first.complete('other');
    await first.save();
    const other = await job();
    other.startRun();
    await other.complete('x');
    await other.complete('y');
    await other.complete('z');
    const name = await other.save({ kind: 'step', phase: 'phase-2', child: 'z' });
    const { steps, refused } = valueOf(await (await job()).restore({ children: ['z'] }));
    expect(steps).toEqual([]);
    expect(refused).toMatchObject([{ name, reason: 'not-a-continuation' }]);
  });

  test('that move refs of another line are refused', async () => {
    await matrix();
    const evil = await job();
    const { main } = valueOf(await evil.restore({ children: [] }));
    evil.goOn(main?.events ?? [], main?.manifest.head ?? '');
    await evil.complete('c');
    git(evil.root, 'update-ref', `refs/workflow-runner/${RUN}/before`, evil.head);
    const name = await evil.save({ kind: 'step', phase: 'phase-2', child: 'c' });
    const next = await job();
    const { steps, refused } = valueOf(await next.restore({ children: ['c'] }));
    expect(steps).toEqual([]);
    expect(refused).toMatchObject([{ name, reason: 'odd-refs' }]);
  });
});

describe('another workflow run', () => {
  const look = (headRepository: string | null, event = 'workflow_dispatch') => ({
    runId: '5',
    lookUp: () => Promise.resolve({ ok: true as const, value: { headRepository, event } }),
  });

  test.each([
    ['of a fork', look('evil/r')],
    ['of a fork that is gone', look(null)],
    ['by pull_request_target', look('o/r', 'pull_request_target')],
    ['by issue_comment', look('o/r', 'issue_comment')],
    ['that does not exist', { runId: '5', lookUp: () => Promise.resolve({ ok: true as const, value: null }) }],
    ['with an id that is none', { ...look('o/r'), runId: '5/../6' }],
  ])('%s is refused', async (_what, from) => {
    expect(errorOf(await (await job()).restore({ from })).code).toBe('workflow-run-refused');
  });

  test('of this repository is gone on from, whatever its attempts', async () => {
    const { newer } = await savedRun();
    const from = { ...look('o/r'), runId: String(runId) };
    const { store } = await job();
    const again = await job({ runId: '9' });
    const { main } = valueOf(await again.restore({ from, store, firstAttempt: 7 }));
    expect(main?.name).toBe(newer);
  });
});

test('a job without artifact service says so', async () => {
  const one = await job();
  delete process.env['ACTIONS_RUNTIME_TOKEN'];
  expect(errorOf(await one.restore()).code).toBe('no-artifact-service');
});

type Mutable = { -readonly [K in keyof CheckpointManifest]: CheckpointManifest[K] } & {
  workflowRun: { id: string; attempt: number };
  refs: Record<string, string>;
  files: Record<string, { sha256: string; bytes: number }>;
};

/** Replaces an artifact by a changed one of the same name. Gives a folder with the files that it had. */
async function forge(name: string, change: (folder: string, manifest: Mutable) => void): Promise<string> {
  const store = openArtifactStore({ sleep: () => Promise.resolve() });
  const artifact = valueOf(await store.list()).find((one) => one.name === name);
  if (artifact === undefined) throw new Error(`${name} is not there`);
  const folder = join(temporaryFolder(), 'forged');
  const limits = ['manifest.json', 'journal.jsonl', 'commits.bundle'].map((file) => [file, 1e9] as const);
  valueOf(await store.download({ artifact, folder, allowed: new Map(limits) }));
  const original = join(temporaryFolder(), 'original');
  cpSync(folder, original, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Mutable;
  change(folder, manifest);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await put(name, folder);
  return original;
}

async function put(name: string, folder: string): Promise<void> {
  const store = openArtifactStore({ sleep: () => Promise.resolve() });
  valueOf(await store.remove(name));
  valueOf(await store.upload({ name, folder, files: readdirSync(folder) }));
}

function seal(folder: string, manifest: Mutable, file: string, content: Buffer): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  manifest.files = { ...manifest.files, [file]: { sha256, bytes: content.length } };
}

function damageJournal(folder: string, manifest: Mutable): void {
  const content = readFileSync(join(folder, 'journal.jsonl'));
  seal(folder, manifest, 'journal.jsonl', Buffer.from(content.toString('utf8').replace('step-2', 'step-9')));
}

function cutBundle(folder: string, manifest: Mutable): void {
  seal(folder, manifest, 'commits.bundle', readFileSync(join(folder, 'commits.bundle')).subarray(0, -40));
}

function renameRun(manifest: Mutable): void {
  const renamed = '20261122T101112Z-ffffff';
  manifest.runId = renamed;
  manifest.refs = Object.fromEntries(Object.entries(manifest.refs).map(([ref, to]) => [ref.replace(RUN, renamed), to]));
}

function addRef(manifest: Mutable): void {
  manifest.refs = { ...manifest.refs, [`refs/workflow-runner/${RUN}/evil`]: 'e'.repeat(40) };
}

function dropRef(manifest: Mutable): void {
  const kept = Object.entries(manifest.refs).filter(([ref]) => !ref.endsWith('/step-3'));
  manifest.refs = Object.fromEntries(kept);
}
