import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openArtifactStore } from '../../../src/github/storage/artifact-store.js';
import type { ArtifactStore, StoredArtifact } from '../../../src/github/storage/stored-artifact.js';
import { removeFolders, temporaryFolder, valueOf } from '../../support/git-repository.js';
import { openResultsService, type ResultsBed } from '../../support/github/results-service.js';

/** The real client against a results service on this machine. */
let bed: ResultsBed;
let store: ArtifactStore;
let waited: number[];
let folder: string;
let runId = 0;

const allowed = new Map([['manifest.json', 1000]]);

beforeAll(async () => {
  bed = await openResultsService();
  // The client tells the runner what it does.
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});

beforeEach(() => {
  runId += 1;
  asJob(1);
  waited = [];
  store = openArtifactStore({
    sleep: (ms) => {
      waited.push(ms);
      return Promise.resolve();
    },
  });
  folder = temporaryFolder();
  writeFileSync(join(folder, 'manifest.json'), '{"a": 1}');
});

afterEach(() => {
  bed.faults.clear();
});

afterAll(async () => {
  jest.restoreAllMocks();
  await bed.close();
  removeFolders();
});

function asJob(attempt: number): void {
  process.env['ACTIONS_RUNTIME_TOKEN'] = bed.runtimeToken({ repository: 'o/r', runId, attempt, job: 'j' });
  process.env['ACTIONS_RESULTS_URL'] = bed.url;
  process.env['GITHUB_SERVER_URL'] = 'https://github.com';
}

const upload = (name: string) => store.upload({ name, folder, files: ['manifest.json'] });

async function only(): Promise<StoredArtifact> {
  const [artifact, ...others] = valueOf(await store.list());
  if (artifact === undefined || others.length > 0) throw new Error('there is not exactly one artifact');
  return artifact;
}

async function download(artifact: StoredArtifact, limits: ReadonlyMap<string, number> = allowed) {
  const to = join(temporaryFolder(), 'to');
  return { to, result: await store.download({ artifact, folder: to, allowed: limits }) };
}

test('an uploaded artifact is listed with its digest and size', async () => {
  const { id } = valueOf(await upload('a'));
  const artifact = await only();
  expect(artifact).toMatchObject({ id, name: 'a', digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) });
  expect(artifact.bytes).toBeGreaterThan(0);
  expect(artifact.createdAtMs).toBeGreaterThan(0);
});

test('a downloaded artifact is byte for byte what was uploaded, and nothing beside it', async () => {
  await upload('a');
  const { to, result } = await download(await only());
  expect(result).toEqual({ ok: true, value: ['manifest.json'] });
  expect(readFileSync(join(to, 'manifest.json'), 'utf8')).toBe('{"a": 1}');
  expect(readdirSync(join(to, '..'))).toEqual(['to']);
});

test('a name that is taken is told', async () => {
  await upload('a');
  expect(await upload('a')).toEqual({ ok: false, error: { reason: 'exists' } });
});

test('a removed artifact is not listed, and removing it again is fine', async () => {
  await upload('a');
  expect(await store.remove('a')).toEqual({ ok: true, value: undefined });
  expect(await store.list()).toEqual({ ok: true, value: [] });
  expect(await store.remove('a')).toEqual({ ok: true, value: undefined });
});

test('an artifact of an earlier attempt is listed when only failed jobs run again', async () => {
  await upload('a');
  asJob(2);
  expect((await only()).name).toBe('a');
});

test('an artifact that is gone is told', async () => {
  await upload('a');
  const artifact = await only();
  await store.remove('a');
  expect((await download(artifact)).result).toEqual({ ok: false, error: { reason: 'not-found' } });
});

describe('an artifact is not taken', () => {
  test('when a byte of it was changed on the way', async () => {
    await upload('a');
    bed.faults.add({ method: /blob GET/, fault: { kind: 'corrupt-download' } });
    const { to, result } = await download(await only());
    expect(result).toEqual({ ok: false, error: { reason: 'digest-mismatch' } });
    expect(existsSync(to)).toBe(false);
  });

  test('when half of it was lost in the upload', async () => {
    bed.faults.add({ method: /blob PUT/, fault: { kind: 'half-upload' } });
    await upload('a');
    expect((await download(await only())).result.ok).toBe(false);
  });

  test('when half of it was lost and there is no digest', async () => {
    bed.faults.add({ method: /blob PUT/, fault: { kind: 'half-upload' } });
    await upload('a');
    const { result } = await download({ ...(await only()), digest: null });
    expect(result).toMatchObject({ ok: false, error: { reason: 'bad-content' } });
  });

  test('when it holds more than was expected', async () => {
    writeFileSync(join(folder, 'other'), 'x');
    await store.upload({ name: 'a', folder, files: ['manifest.json', 'other'] });
    expect((await download(await only())).result).toMatchObject({ ok: false, error: { reason: 'bad-content' } });
  });

  test('when its archive alone is too large', async () => {
    await upload('a');
    const before = bed.calls.length;
    const { result } = await download({ ...(await only()), bytes: 10_000_000 });
    expect(result).toMatchObject({ ok: false, error: { reason: 'bad-content' } });
    expect(bed.calls.slice(before).some(({ method }) => method === 'blob GET')).toBe(false);
  });
});

describe('a broken connection', () => {
  test('is tried again for a list, after a growing time', async () => {
    bed.faults.add({ method: /ListArtifacts/, fault: { kind: 'reset', when: 'before' }, times: 2 });
    expect(await store.list()).toEqual({ ok: true, value: [] });
    expect(waited).toEqual([2000, 4000]);
  });

  test('after an upload was taken is told as a name that is taken', async () => {
    bed.faults.add({ method: /FinalizeArtifact/, fault: { kind: 'reset', when: 'after' } });
    expect(await upload('a')).toEqual({ ok: false, error: { reason: 'exists' } });
    expect((await only()).name).toBe('a');
  });

  test('that stays broken is trouble in the end', async () => {
    bed.faults.add({ method: /ListArtifacts/, fault: { kind: 'reset', when: 'before' }, times: 100 });
    expect(await store.list()).toMatchObject({ ok: false, error: { reason: 'failed' } });
    expect(waited.length).toBe(3);
  });
});

test('a job without a runtime token has no service', async () => {
  delete process.env['ACTIONS_RUNTIME_TOKEN'];
  expect(await store.list()).toMatchObject({ ok: false, error: { reason: 'no-service' } });
});

test('a server that is not GitHub has no service', async () => {
  process.env['GITHUB_SERVER_URL'] = 'https://git.example.org';
  expect(await upload('a')).toMatchObject({ ok: false, error: { reason: 'no-service' } });
});
