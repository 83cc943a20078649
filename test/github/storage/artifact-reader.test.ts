import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openArtifactReader, openArtifactStore } from '../../../src/github/storage/artifact-store.js';
import { removeFolders, temporaryFolder, valueOf } from '../../support/git-repository.js';
import { openResultsService, type ResultsBed } from '../../support/github/results-service.js';

/** Artifacts of another workflow run come through the REST API: two routes of it, in front of the results service. */
const sleep = () => Promise.resolve();
const tokens: (string | undefined)[] = [];
let bed: ResultsBed;
let api: Server;

beforeAll(async () => {
  bed = await openResultsService();
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  api = createServer((request, response) => {
    tokens.push(request.headers.authorization);
    const [, run, id] =
      /^\/repos\/o\/r\/actions\/(?:runs\/(\d+)\/artifacts|artifacts\/(\d+)\/zip)/.exec(request.url ?? '') ?? [];
    const location = id === undefined ? null : bed.downloadUrl('o/r', Number(id));
    if (location !== null) return response.writeHead(302, { location }).end();
    if (run !== '77')
      return response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"Not Found"}');
    const artifacts = bed.artifactsOf('o/r', 77).map(({ id: key, name, sizeBytes, digest, createdAt }) => {
      return { id: key, name, size_in_bytes: sizeBytes, digest, created_at: createdAt };
    });
    const body = JSON.stringify({ total_count: artifacts.length, artifacts });
    return response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((ready) => api.listen(0, '127.0.0.1', ready));
  // The client reads it once, when it is loaded.
  process.env['GITHUB_API_URL'] = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
  process.env['ACTIONS_RESULTS_URL'] = bed.url;
  process.env['GITHUB_SERVER_URL'] = 'https://github.com';
});

afterAll(async () => {
  jest.restoreAllMocks();
  api.closeAllConnections();
  api.close();
  await bed.close();
  removeFolders();
});

test('artifacts of another workflow run are listed and downloaded with the token given', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'manifest.json'), 'content');
  process.env['ACTIONS_RUNTIME_TOKEN'] = bed.runtimeToken({ repository: 'o/r', runId: 77, attempt: 1, job: 'j' });
  valueOf(await openArtifactStore({ sleep }).upload({ name: 'a', folder, files: ['manifest.json'] }));
  delete process.env['ACTIONS_RUNTIME_TOKEN'];
  const reader = openArtifactReader({ owner: 'o', repo: 'r', runId: '77', token: 'secret' }, { sleep });
  const [artifact] = valueOf(await reader.list());
  if (artifact === undefined) throw new Error('there is no artifact');
  const to = join(temporaryFolder(), 'to');
  const allowed = new Map([['manifest.json', 100]]);
  expect(await reader.download({ artifact, folder: to, allowed })).toEqual({ ok: true, value: ['manifest.json'] });
  expect(readFileSync(join(to, 'manifest.json'), 'utf8')).toBe('content');
  expect(new Set(tokens)).toEqual(new Set(['token secret']));
});

test('a workflow run that does not exist is told', async () => {
  const reader = openArtifactReader({ owner: 'o', repo: 'r', runId: '78', token: 'secret' }, { sleep });
  expect(await reader.list()).toEqual({ ok: false, error: { reason: 'not-found' } });
});
