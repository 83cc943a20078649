import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GitHubBed, WorkflowRun } from './bed.js';
import { BareRepository } from './api-bare-repository.js';
import { Faults, type FaultRule, type InjectedFault } from './api-faults.js';
import { People } from './api-people.js';
import { writeHooks } from './api-ref-rules.js';
import { openApiServer } from './api-server.js';
import {
  GitHubState,
  isPull,
  newStoredRepository,
  type CheckRun,
  type CommitStatus,
  type Issue,
  type Pull,
  type RefChange,
  type RepositorySettings,
  type RequestRecord,
  type TriggeredEvent,
} from './api-state.js';
import { mintToken } from './api-tokens.js';
import { openResultsService, type ResultsBed } from './results-service.js';

export interface NewRepository {
  /** `owner/name`. */
  readonly name: string;
  /** First commit on the default branch: files by path, or those of a folder. */
  readonly files?: Readonly<Record<string, string>>;
  readonly folder?: string;
  /** Instead: all branches and tags of a git repository. */
  readonly clone?: string;
  /** Default `main`. */
  readonly defaultBranch?: string;
  readonly settings?: Partial<RepositorySettings>;
}

/** The fake GitHub, and what a test does to it and asks it. */
export interface FakeGitHub extends GitHubBed {
  readonly results: ResultsBed;
  readonly people: People;
  readonly createRepository: (repository: NewRepository) => BareRepository;
  readonly bare: (name: string) => BareRepository;
  readonly changeSettings: (name: string, settings: Partial<RepositorySettings>) => void;
  readonly injectFault: (rule: FaultRule) => InjectedFault;
  /** As another service or another workflow would report it. */
  readonly addCheckRun: (name: string, run: Omit<CheckRun, 'id'>) => void;
  readonly addStatus: (name: string, status: CommitStatus) => void;
  readonly pulls: (name: string) => readonly Pull[];
  /** Without pull requests. */
  readonly issues: (name: string) => readonly Issue[];
  /** Everything that was asked, oldest first. */
  readonly requests: readonly RequestRecord[];
  /** Refs that were changed, or refused, by git, by the API and by people. */
  readonly refChanges: readonly RefChange[];
  readonly triggered: readonly TriggeredEvent[];
  readonly unknownRoutes: readonly string[];
}

const DEFAULT_SETTINGS: RepositorySettings = {
  private: true,
  hasIssues: true,
  canCreatePulls: true,
  draftsSupported: true,
  protectedBranches: [],
  bypassProtection: [],
  collaborators: [],
  teams: [],
};

/** Opens a fake GitHub on ports of 127.0.0.1: REST, git over HTTP, artifacts and caches, all wired together. `close` removes its files. */
export async function openGitHub(): Promise<FakeGitHub> {
  const root = mkdtempSync(join(tmpdir(), 'workflow-runner-github-'));
  const hooksFolder = join(root, 'hooks');
  writeHooks(hooksFolder);
  const state = new GitHubState();
  const faults = new Faults();
  const results = await openResultsService();
  const server = await openApiServer({ state, faults, results, hooksFolder });
  const apiUrl = `http://127.0.0.1:${server.port}`;
  const serverUrl = `http://gh.localhost:${server.port}`;
  return {
    serverUrl,
    apiUrl,
    graphqlUrl: `${apiUrl}/graphql`,
    results,
    people: new People(state),
    cloneUrl: (name) => `${serverUrl}/${name}.git`,
    mintToken: (request) => mintToken(state, request),
    revokeToken: (token) => void state.tokens.delete(token),
    putRun: (run: WorkflowRun) => void state.runs.set(run.id, run),
    createRepository: (repository) => createRepository(state, root, repository),
    injectFault: (rule) => faults.add(rule),
    ...questions(state),
    close: async () => {
      await server.close();
      await results.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

type Questions = Pick<
  FakeGitHub,
  | 'bare'
  | 'bareFolder'
  | 'changeSettings'
  | 'addCheckRun'
  | 'addStatus'
  | 'pulls'
  | 'issues'
  | 'requests'
  | 'refChanges'
  | 'triggered'
  | 'unknownRoutes'
  | 'dispatches'
>;

function questions(state: GitHubState): Questions {
  const { requests, refChanges, triggered, unknownRoutes, dispatches } = state;
  return {
    requests,
    refChanges,
    triggered,
    unknownRoutes,
    dispatches,
    bare: (name) => state.repository(name).bare,
    bareFolder: (name) => state.repository(name).bare.folder,
    changeSettings: (name, settings) => {
      const repository = state.repository(name);
      repository.settings = { ...repository.settings, ...settings };
    },
    addCheckRun: (name, run) => void state.repository(name).checkRuns.push({ ...run, id: state.nextId() }),
    addStatus: (name, status) => void state.repository(name).statuses.push(status),
    pulls: (name) => [...state.repository(name).issues.values()].filter(isPull),
    issues: (name) => [...state.repository(name).issues.values()].filter((issue) => !isPull(issue)),
  };
}

function createRepository(state: GitHubState, root: string, wanted: NewRepository): BareRepository {
  const [owner = '', name = ''] = wanted.name.split('/');
  const defaultBranch = wanted.defaultBranch ?? 'main';
  const bare = BareRepository.create(join(root, 'repositories', owner, `${name}.git`), defaultBranch);
  const settings = { ...DEFAULT_SETTINGS, ...wanted.settings };
  const facts = { id: state.nextId(), owner, name, defaultBranch, bare, settings };
  state.repositories.set(wanted.name, newStoredRepository(facts));
  if (wanted.clone !== undefined) {
    bare.run(['fetch', '-q', '--no-auto-gc', wanted.clone, '+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*']);
    return bare;
  }
  const author = { name: 'alice', email: 'alice@example.org' };
  const ref = `refs/heads/${defaultBranch}`;
  if (wanted.folder === undefined) {
    bare.commitFiles(ref, null, { files: wanted.files ?? { 'README.md': 'text\n' }, message: 'first\n', author });
  } else {
    const tree = bare.treeOfFolder(wanted.folder);
    bare.setRef(ref, bare.writeCommit({ tree, parents: [], message: 'first\n', author }));
  }
  return bare;
}
