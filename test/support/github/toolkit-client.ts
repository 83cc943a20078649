import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { JobIdentity } from './bed.js';
import { entryScript } from './entry-script.js';
import type { ResultsBed } from './results-service.js';

/** The real clients of artifacts and caches in a process of their own: loading them takes a second, so that the calls of a file share it. */
export interface ToolkitClient {
  /** What the body of an async function with the arguments `artifact`, `cache` and `fs` returns, run as that job in that folder. */
  readonly ask: (job: ToolkitJob, source: string) => Promise<unknown>;
  readonly close: () => void;
}

export interface ToolkitJob {
  readonly service: ResultsBed;
  readonly identity: JobIdentity;
  /** GITHUB_WORKSPACE. */
  readonly folder: string;
}

interface Answer {
  readonly value?: unknown;
  readonly error?: string;
}

const SOURCE = `
  import artifact from '@actions/artifact';
  import * as cache from '@actions/cache';
  import * as fs from 'node:fs';
  const AsyncFunction = (async () => undefined).constructor;
  process.on('message', async ({ env, folder, source }) => {
    Object.assign(process.env, env);
    process.chdir(folder);
    try {
      process.send({ value: await new AsyncFunction('artifact', 'cache', 'fs', source)(artifact, cache, fs) });
    } catch (error) {
      process.send({ error: error.message });
    }
  });
  process.send({ value: 'ready' });
`;

export async function openToolkitClient(): Promise<ToolkitClient> {
  const child = fork(entryScript(SOURCE), { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  await once(child, 'message');
  return {
    ask: async ({ service, identity, folder }, source) => {
      const env = {
        ACTIONS_RUNTIME_TOKEN: service.runtimeToken(identity),
        ACTIONS_RESULTS_URL: service.url,
        ACTIONS_CACHE_SERVICE_V2: 'True',
        GITHUB_SERVER_URL: 'http://gh.localhost:1',
        GITHUB_WORKSPACE: folder,
        RUNNER_TEMP: folder,
      };
      const answered = once(child, 'message');
      child.send({ env, folder, source });
      const [answer] = (await answered) as [Answer];
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.value ?? null;
    },
    close: () => void child.kill(),
  };
}
