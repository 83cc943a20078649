import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Overhear } from '../../../src/github/action-world.js';
import { openCacheStore, type CacheStore } from '../../../src/github/storage/cache-store.js';
import { removeFolders, temporaryFolder } from '../../support/git-repository.js';
import { openResultsService, type ResultsBed } from '../../support/github/results-service.js';

/** The real client against a results service on this machine. */
const home = process.cwd();
const allowed = new Map([['metrics.json', 1000]]);
let bed: ResultsBed;
let store: CacheStore;
let workspace: string;
let repository: string;
let runs = 0;
const printed: string[] = [];

/** As the door of the action has it: what the client prints as a warning or an error is given back. */
const overhear: Overhear = async (work) => {
  const from = printed.length;
  const value = await work();
  const said = printed.slice(from).filter((text) => /^::(warning|error)::/.test(text));
  return { value, said: said.map((text) => text.replace(/^::\w+::/, '').trim()) };
};

beforeAll(async () => {
  bed = await openResultsService();
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
});

beforeEach(() => {
  runs += 1;
  repository = `o/r${runs}`;
  asJob();
});

afterEach(() => {
  bed.faults.clear();
  process.chdir(home);
});

afterAll(async () => {
  jest.restoreAllMocks();
  await bed.close();
  removeFolders();
});

/** A job in a fresh workspace. */
function asJob(cacheReadOnly = false): void {
  runs += 1;
  workspace = temporaryFolder();
  const temp = join(workspace, '..', `${workspace.split('/').at(-1) ?? ''}-temp`);
  mkdirSync(temp);
  process.env['ACTIONS_RUNTIME_TOKEN'] = bed.runtimeToken({
    repository,
    runId: runs,
    attempt: 1,
    job: 'j',
    cacheReadOnly,
  });
  process.env['ACTIONS_RESULTS_URL'] = bed.url;
  process.env['ACTIONS_CACHE_SERVICE_V2'] = 'True';
  process.env['GITHUB_SERVER_URL'] = 'https://github.com';
  process.env['GITHUB_WORKSPACE'] = workspace;
  process.env['RUNNER_TEMP'] = temp;
  process.chdir(workspace);
  store = openCacheStore({ workspace, temp, environment: process.env, overhear });
}

async function save(key: string, content = key) {
  const file = join(temporaryFolder(), 'metrics.json');
  writeFileSync(file, content);
  return await store.save({ entry: 'metrics', key, files: [file] });
}

async function restore(key: string, prefixes: readonly string[] = []) {
  const folder = join(temporaryFolder(), 'restored');
  const restored = await store.restore({ entry: 'metrics', key, prefixes, folder, allowed });
  return { folder, restored };
}

test('what a job saves, a later one finds by the beginning of its key', async () => {
  expect(await save('m-1')).toEqual({ kind: 'saved' });
  asJob();
  const { folder, restored } = await restore('m-2', ['m-']);
  expect(restored).toEqual({ kind: 'restored', key: 'm-1', names: ['metrics.json'] });
  expect(readFileSync(join(folder, 'metrics.json'), 'utf8')).toBe('m-1');
});

test('nothing is left in the workspace, nor in the environment', async () => {
  await save('m-1');
  await restore('m-1');
  expect(readdirSync(workspace)).toEqual([]);
  expect(process.env['TAR_OPTIONS']).toBeUndefined();
});

describe('only time is lost by', () => {
  test('a miss', async () => {
    expect((await restore('m-1', ['m-'])).restored).toEqual({ kind: 'miss' });
  });

  test('an entry that was evicted', async () => {
    await save('m-1');
    bed.evictCaches(repository, /./);
    expect((await restore('m-1')).restored).toEqual({ kind: 'miss' });
  });

  test('a token that may not write', async () => {
    asJob(true);
    expect(await save('m-1')).toEqual({ kind: 'not-saved', detail: expect.stringContaining('cache write denied') });
  });

  test('a key that is taken', async () => {
    await save('m-1', 'first');
    expect((await save('m-1', 'second')).kind).toBe('not-wanted');
    const { folder } = await restore('m-1');
    expect(readFileSync(join(folder, 'metrics.json'), 'utf8')).toBe('first');
  });

  test('a file that is not there', async () => {
    const saved = await store.save({ entry: 'metrics', key: 'm-1', files: ['/nonexistent/metrics.json'] });
    expect(saved.kind).toBe('not-saved');
  });

  test('a key that GitHub does not take', async () => {
    expect((await save('a,b')).kind).toBe('not-saved');
    expect((await restore('a,b')).restored.kind).toBe('unavailable');
  });

  test('a service that cuts the connection', async () => {
    bed.faults.add({ method: /CacheService/, fault: { kind: 'reset', when: 'before' }, times: 10 });
    expect((await restore('m-1')).restored).toMatchObject({
      kind: 'unavailable',
      detail: expect.stringContaining('Failed to restore'),
    });
    expect((await save('m-1')).kind).not.toBe('saved');
  });

  test('a service that does not answer in time, also for whoever asks next', async () => {
    bed.faults.add({ method: /CacheService/, fault: { kind: 'delay', delayMs: 1000 } });
    const hasty = openCacheStore({ workspace, temp: workspace, environment: process.env, overhear, limitMs: 10 });
    const asked = { entry: 'metrics', key: 'm-1', prefixes: [], allowed };
    const late = { kind: 'unavailable', detail: 'no answer within 0.01 s' };
    expect(await hasty.restore({ ...asked, folder: join(workspace, 'a') })).toEqual(late);
    expect(await save('m-1')).toEqual({ kind: 'not-saved', detail: 'an earlier call has not ended yet' });
    const isBusy = async (): Promise<boolean> => (await restore('m-2')).restored.kind === 'unavailable';
    while (await isBusy()) await new Promise((resume) => setTimeout(resume, 10));
    expect(process.env['TAR_OPTIONS']).toBeUndefined();
  });

  test('a job without the service', async () => {
    delete process.env['ACTIONS_RUNTIME_TOKEN'];
    delete process.env['ACTIONS_RESULTS_URL'];
    expect((await save('m-1')).kind).toBe('not-saved');
    expect((await restore('m-1')).restored.kind).not.toBe('restored');
  });
});

test('a file that is larger than allowed is not given', async () => {
  await save('m-1', 'x'.repeat(1001));
  expect((await restore('m-1')).restored).toEqual({ kind: 'miss' });
});

test('a name in the way of saving is left alone', async () => {
  symlinkSync('/etc', join(workspace, '.workflow-runner-cache'));
  expect((await save('m-1')).kind).toBe('not-saved');
});

test('an archive of a stranger writes nothing but the wanted file', async () => {
  const outside = temporaryFolder();
  const wrapper = temporaryFolder();
  // A tar that packs more than it is told stands for a client of a stranger.
  const evil = `mkdir -p evil && echo evil > evil/f && ln -s ${outside} link && tar -rPf "$f" evil link && rm link
    mkdir link && echo evil > link/f && tar -rPf "$f" link/f && echo evil > ${outside}/abs && tar -rPf "$f" ${outside}/abs && rm -r ${outside}/abs evil link`;
  const tar = execFileSync('sh', ['-c', 'command -v tar'], { encoding: 'utf8' }).trim();
  writeFileSync(
    join(wrapper, 'tar'),
    `#!/bin/sh
PATH=${process.env['PATH'] ?? ''}
case "$*" in *--version*) exec ${tar} "$@";; esac
f=$PWD/../more.tar; rm -f "$f"; cd "$GITHUB_WORKSPACE"
${tar} -cPf "$f" .workflow-runner-cache/metrics/metrics.json
${evil}
for a; do case $a in cache.t*) out=$a;; esac; done
cd "$OLDPWD"; case $out in *.tgz) gzip -c "$f" > "$out";; *) zstd -q -c "$f" > "$out";; esac
`,
    { mode: 0o755 },
  );
  const path = process.env['PATH'];
  process.env['PATH'] = `${wrapper}:${path ?? ''}`;
  try {
    expect(await save('m-1', 'good')).toEqual({ kind: 'saved' });
  } finally {
    process.env['PATH'] = path;
  }
  asJob();
  const { folder, restored } = await restore('m-1');
  expect(restored.kind).toBe('restored');
  expect(readdirSync(folder)).toEqual(['metrics.json']);
  expect(readdirSync(workspace)).toEqual([]);
  expect(readdirSync(outside)).toEqual([]);
  expect(existsSync(join(outside, 'f'))).toBe(false);
});
