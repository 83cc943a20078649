import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Dispatch, GitHubBed, TokenRequest, WorkflowRun } from './bed.js';
import { openResultsService, type ResultsBed } from './results-service.js';

/** A fake GitHub with artifacts and caches, and git by file; it has no REST API, and anybody may push. */
export interface LocalGitHub extends GitHubBed {
  readonly results: ResultsBed;
  /** By token. */
  readonly tokens: ReadonlyMap<string, TokenRequest>;
  readonly runs: ReadonlyMap<number, WorkflowRun>;
  /** Makes `owner/name` a bare copy of a repository in `folder`. */
  readonly addRepository: (repository: string, folder: string) => void;
}

/** Opens one that keeps its repositories below `folder`. */
export async function openLocalGitHub(folder: string): Promise<LocalGitHub> {
  const results = await openResultsService();
  const tokens = new Map<string, TokenRequest>();
  const runs = new Map<number, WorkflowRun>();
  const dispatches: Dispatch[] = [];
  const bareFolder = (repository: string): string => join(folder, `${repository}.git`);
  return {
    serverUrl: 'http://gh.localhost:1',
    apiUrl: 'http://127.0.0.1:1',
    graphqlUrl: 'http://127.0.0.1:1/graphql',
    results,
    tokens,
    runs,
    dispatches,
    cloneUrl: (repository) => pathToFileURL(bareFolder(repository)).href,
    bareFolder,
    mintToken: (request) => {
      const token = `ghs_${randomBytes(18).toString('hex')}`;
      tokens.set(token, request);
      return token;
    },
    revokeToken: (token) => void tokens.delete(token),
    putRun: (run) => void runs.set(run.id, run),
    addRepository: (repository, source) => {
      execFileSync('git', ['clone', '-q', '--bare', source, bareFolder(repository)], { stdio: 'ignore' });
      execFileSync('git', ['-C', bareFolder(repository), 'config', 'uploadpack.allowAnySHA1InWant', 'true']);
    },
    close: () => results.close(),
  };
}
