import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { JobIdentity } from '../../support/github/bed.js';
import { removeEntryScripts } from '../../support/github/entry-script.js';
import { openResultsService, type ResultsBed } from '../../support/github/results-service.js';
import { openToolkitClient, type ToolkitClient } from '../../support/github/toolkit-client.js';
import { removeFolders, temporaryFolder } from '../../support/git-repository.js';

let client: ToolkitClient;
let service: ResultsBed;
let lastRun = 0;

beforeAll(async () => {
  [client, service] = await Promise.all([openToolkitClient(), openResultsService()]);
});

afterAll(async () => {
  client.close();
  await service.close();
  removeEntryScripts();
  removeFolders();
});

const ARTIFACT = `
  const put = (name, text) => {
    fs.mkdirSync('files', { recursive: true });
    fs.writeFileSync('files/content.txt', text);
    return artifact.uploadArtifact(name, ['files/content.txt'], 'files');
  };
  const names = async () => (await artifact.listArtifacts()).artifacts.map((one) => one.name);
  const read = async (name) => {
    const found = (await artifact.getArtifact(name)).artifact;
    const done = await artifact.downloadArtifact(found.id, { path: 'got', expectedHash: found.digest });
    return { text: fs.readFileSync('got/content.txt', 'utf8'), digestMismatch: done.digestMismatch };
  };
`;

const CACHE = `
  const save = (key) => {
    fs.mkdirSync('state', { recursive: true });
    fs.writeFileSync('state/file', key);
    return cache.saveCache(['state'], key);
  };
  const restore = async (key, ...others) => {
    fs.rmSync('state', { recursive: true, force: true });
    return (await cache.restoreCache(['state'], key, others)) ?? null;
  };
`;

function newRun(repository = 'me/nixos'): JobIdentity {
  lastRun += 1;
  return { repository, runId: lastRun, attempt: 1, job: 'a' };
}

/** What the clients say in a fresh workspace of that job. */
function ask(identity: JobIdentity, source: string, by = service): Promise<unknown> {
  return client.ask({ service: by, identity, folder: temporaryFolder() }, source);
}

describe('artifact service', () => {
  test('gives back what a job before it uploaded', async () => {
    const run = newRun();
    await ask(run, `${ARTIFACT} await put('one', 'hello');`);
    const got = await ask({ ...run, job: 'b' }, `${ARTIFACT} return read('one');`);
    expect(got).toEqual({ text: 'hello', digestMismatch: false });
  });

  test('refuses a name that the attempt has already', async () => {
    const twice = ask(newRun(), `${ARTIFACT} await put('one', 'a'); await put('one', 'b');`);
    await expect(twice).rejects.toThrow('(409) Conflict');
  });

  test('deletes an artifact, which is then not listed', async () => {
    const source = `await put('one', 'a'); await put('two', 'b'); await artifact.deleteArtifact('one');
      return names();`;
    expect(await ask(newRun(), ARTIFACT + source)).toEqual(['two']);
  });

  test('keeps workflow runs apart', async () => {
    await ask(newRun(), `${ARTIFACT} await put('one', 'a');`);
    const got = await ask(newRun(), `${ARTIFACT} return names();`);
    expect(got).toEqual([]);
  });

  test('shows a partial re-run the artifacts of the attempt before, and a full one none', async () => {
    const run = newRun();
    const list = `${ARTIFACT} return names();`;
    await ask(run, `${ARTIFACT} await put('one', 'a');`);
    const partial = await ask({ ...run, attempt: 2 }, list);
    const full = await ask({ ...run, attempt: 3, fullRerun: true }, list);
    expect([partial, full]).toEqual([['one'], []]);
  });

  test('truncates a blob when told so, which the client sees by its digest', async () => {
    service.faults.add({ method: /^blob PUT$/, name: /^torn$/, fault: { kind: 'half-upload' } });
    const source = `await put('torn', 'x'.repeat(100)); const [found] = (await artifact.listArtifacts()).artifacts;
      return (await artifact.downloadArtifact(found.id, { path: 'got', expectedHash: found.digest, skipDecompress: true })).digestMismatch;`;
    expect(await ask(newRun(), ARTIFACT + source)).toBe(true);
  });

  test('tells another digest when told so', async () => {
    service.faults.add({
      method: /ListArtifacts/,
      name: /^other$/,
      fault: { kind: 'wrong-digest' },
    });
    const got = await ask(newRun(), `${ARTIFACT} await put('other', 'a'); return read('other');`);
    expect(got).toEqual({ text: 'a', digestMismatch: true });
  });

  test('cuts the connection when told so, and does not record a status', async () => {
    const run = newRun();
    service.faults.add({ method: /CreateArtifact/, name: /^cut$/, fault: { kind: 'reset', when: 'before' } });
    await expect(ask(run, `${ARTIFACT} await put('cut', 'a');`)).rejects.toThrow('ECONNRESET');
    expect(service.calls.find((call) => call.name === 'cut')).toMatchObject({ status: null, runId: run.runId });
  });

  test('has the work done when the connection is cut after it', async () => {
    const run = newRun();
    service.faults.add({ method: /FinalizeArtifact/, name: /^late$/, fault: { kind: 'reset', when: 'after' } });
    await expect(ask(run, `${ARTIFACT} await put('late', 'a');`)).rejects.toThrow('ECONNRESET');
    expect(service.artifactsOf('me/nixos', run.runId).map((one) => one.name)).toEqual(['late']);
  });

  test('gives the REST API artifacts with an address that serves them', async () => {
    const run = newRun();
    await ask(run, `${ARTIFACT} await put('one', 'a');`);
    const [found] = service.artifactsOf('me/nixos', run.runId);
    const answer = await fetch(service.downloadUrl('me/nixos', found?.id ?? 0) ?? '');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  });

  test('does not serve an address without its signature', async () => {
    const run = newRun();
    await ask(run, `${ARTIFACT} await put('one', 'a');`);
    const [found] = service.artifactsOf('me/nixos', run.runId);
    const url = new URL(service.downloadUrl('me/nixos', found?.id ?? 0) ?? '');
    url.searchParams.set('sig', 'guess');
    expect((await fetch(url)).status).toBe(403);
  });

  test('refuses a token that it did not make', async () => {
    const path = 'twirp/github.actions.results.api.v1.ArtifactService/ListArtifacts';
    const answer = await fetch(service.url + path, {
      method: 'POST',
      body: '{}',
      headers: { authorization: 'Bearer x' },
    });
    expect(answer.status).toBe(401);
  });
});

describe('cache service', () => {
  test('misses, then restores by key and by the beginning of a key', async () => {
    const source = `const miss = await restore('k-1'); await save('k-1');
      return [miss, await restore('k-1'), await restore('k-2', 'k-')];`;
    expect(await ask(newRun('me/one'), CACHE + source)).toEqual([null, 'k-1', 'k-1']);
  });

  test('is not written with a token that may only read', async () => {
    const run = { ...newRun('me/two'), cacheReadOnly: true };
    expect(await ask(run, `${CACHE} return save('k');`)).toBe(-1);
    expect(service.cacheKeys('me/two')).toEqual([]);
  });

  test('lets a branch read what the base branch wrote, and not the other way round', async () => {
    const main = newRun('me/three');
    const branch = { ...main, cacheRef: 'refs/pull/1/merge', baseRef: 'refs/heads/main' };
    await ask(main, `${CACHE} await save('of-main');`);
    await ask(branch, `${CACHE} await save('of-branch');`);
    const find = `${CACHE} return [await restore('of-main'), await restore('of-branch')];`;
    expect([await ask(branch, find), await ask(main, find)]).toEqual([
      ['of-main', 'of-branch'],
      ['of-main', null],
    ]);
  });

  test('does not find what was evicted', async () => {
    const run = newRun('me/four');
    await ask(run, `${CACHE} await save('k');`);
    service.evictCaches('me/four', /^k$/);
    expect(await ask(run, `${CACHE} return restore('k');`)).toBeNull();
  });

  test('evicts what was used least recently when there is no more room', async () => {
    const small = await openResultsService({ cacheLimitBytes: 25_000 });
    // Noise, so that an archive is as large as what is in it, whatever the archiver adds.
    const noise = randomBytes(10_000).toString('hex');
    const script = `${CACHE} for (const key of ['a', 'b', 'c']) await save(key + ' ${noise}');`;
    try {
      await ask(newRun('me/five'), script.replace("saveCache(['state'], key)", "saveCache(['state'], key[0])"), small);
      expect(small.cacheKeys('me/five')).toEqual(['b', 'c']);
    } finally {
      await small.close();
    }
  });
});
