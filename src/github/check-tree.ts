import { join } from 'node:path';
import type { Diagnostic } from '../base/diagnostic.js';
import type { Failure } from '../base/failure.js';
import { NO_AGENTS } from '../commands/agent-tools.js';
import type { LoadedPlan } from '../commands/load-workflows.js';
import { stepTools } from '../commands/run-tools.js';
import { openMemoFolder } from '../files/memo-folder.js';
import type { Git } from '../git/git.js';
import type { Repository } from '../git/repository.js';
import { openTrustedGit } from '../git/trusted-git.js';
import { WorkspacePool } from '../git/workspace-pool.js';
import { comparedHosts, type ComparedHosts } from '../report/compared-hosts.js';
import { describeFailure } from '../report/describe-failure.js';
import type { CommitPair } from '../runner/effects.js';
import { FlakeChecks, withFlakeCheck, type CheckedFlake, type FlakeSubject } from '../runner/flake-checks.js';
import { HostMaps } from '../runner/host-maps.js';
import { hasFlake, runChecks } from '../runner/run-checks.js';
import { TreeMemo } from '../runner/tree-memo.js';
import { WorkspaceShelf } from '../runner/workspace-shelf.js';
import type { ActionWorld } from './action-world.js';

/** A commit whose tree is to be checked. */
export interface TreeToCheck {
  readonly git: Git;
  readonly repository: Repository;
  readonly cacheDir: string;
  readonly commit: string;
  /** Hosts are compared with those of this commit; null: not. */
  readonly base: string | null;
  /** Besides the check of the flake. */
  readonly commands: readonly string[];
  /** null when it is about no workflow. */
  readonly loaded: LoadedPlan | null;
}

export interface CheckedTree {
  /** What ran, in order, up to the first that failed. */
  readonly checks: readonly string[];
  readonly failure: Failure | null;
  readonly warnings: readonly Diagnostic[];
  /** null when they were not compared. */
  readonly hosts: ComparedHosts | null;
}

/** Checks a tree on a clean checkout of it: the flake with all its hosts, then the commands. */
export async function checkTree(tree: TreeToCheck, world: ActionWorld): Promise<CheckedTree> {
  const { git, repository, cacheDir, commit, base, commands, loaded } = tree;
  const { console, signal } = world;
  const tools = stepTools(world, loaded ?? { skillFiles: new Map() }, NO_AGENTS);
  const shelf = new WorkspaceShelf(new WorkspacePool(git, repository, cacheDir), 'check');
  const acquired = await shelf.acquire(commit);
  if (!acquired.ok) return { checks: [], failure: acquired.error, warnings: [], hosts: null };
  const dir = acquired.value.root;
  const onOutput = (chunk: Buffer): void => console.print(tools.redact(chunk.toString('utf8')).trimEnd());
  const isFlake = hasFlake(dir);
  const checks = isFlake ? withFlakeCheck(commands) : commands;
  const trusted = await openTrustedGit(git, repository, cacheDir);
  const memo = new TreeMemo({ folder: openMemoFolder(join(cacheDir, 'memo')), trusted, tools });
  const all = new FlakeChecks({ tools, checkouts: shelf, memo, now: world.now, run: null });
  // The last gate: what another job says to have checked is no answer here.
  const warnings: Diagnostic[] = [];
  const check = async (subject: FlakeSubject): Promise<CheckedFlake> => {
    const checked = await all.check({ ...subject, ownOnly: true });
    if (checked.ok) warnings.push(...checked.warnings);
    return checked;
  };
  const failure = await runChecks({ commands: checks, commit, dir, signal, onOutput }, { tools, flakes: { check } });
  const compared = failure === null && isFlake && base !== null && base !== commit;
  const hosts = compared ? await hostsOf({ before: base, after: commit }) : null;
  return { checks, failure, warnings, hosts };

  /** null, with a word in the log, when they cannot be told. */
  async function hostsOf(pair: CommitPair): Promise<ComparedHosts | null> {
    const compared = await new HostMaps(shelf, { tools }).compare(pair, { signal, onOutput: () => undefined });
    if (compared.ok) return comparedHosts(compared.value);
    console.print(`Hosts were not compared: ${describeFailure(compared.error).title}`);
    return null;
  }
}
