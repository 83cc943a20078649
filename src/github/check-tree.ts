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
import type { ComparedHosts } from '../report/compared-hosts.js';
import { FLAKE_CHECK, FlakeChecks, type FlakeSubject } from '../runner/flake-checks.js';
import { hasFlake, readHosts, runChecks } from '../runner/run-checks.js';
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
  const checks = isFlake && !commands.includes(FLAKE_CHECK) ? [FLAKE_CHECK, ...commands] : commands;
  const trusted = await openTrustedGit(git, repository, cacheDir);
  const memo = new TreeMemo({ folder: openMemoFolder(join(cacheDir, 'memo')), trusted, tools });
  const all = new FlakeChecks({ tools, checkouts: shelf, memo, now: world.now, run: null });
  // The last gate: what another job says to have checked is no answer here.
  const flakes = { check: (subject: FlakeSubject) => all.check({ ...subject, ownOnly: true }) };
  const failure = await runChecks({ commands: checks, commit, dir, signal, onOutput }, { tools, flakes });
  const compared = failure === null && isFlake && base !== null && base !== commit;
  const hosts = compared ? await hostsOf([base, commit]) : null;
  return { checks, failure, warnings: [], hosts: hosts === null ? null : compareHosts(hosts) };

  async function hostsOf([before, after]: readonly [string, string]): Promise<readonly [Hosts, Hosts] | null> {
    const maps: Hosts[] = [];
    for (const one of [after, before]) {
      const at = await shelf.acquire(one);
      const map = at.ok ? await readHosts({ dir: at.value.root, signal, onOutput: () => undefined }, { tools }) : null;
      if (at.ok) shelf.release(at.value);
      if (map === null) return null;
      maps.push(map);
    }
    const [afterHosts = {}, beforeHosts = {}] = maps;
    return [beforeHosts, afterHosts];
  }
}

type Hosts = Readonly<Record<string, string>>;

/** Hosts whose system is the same derivation before and after are unchanged: nothing about them can differ. */
function compareHosts([before, after]: readonly [Hosts, Hosts]): ComparedHosts {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const unchanged = names.filter((host) => before[host] === after[host]);
  const changed = names
    .filter((host) => before[host] !== after[host])
    .map((host) => ({ host, what: whatChanged(before[host], after[host]) }));
  return { unchanged, changed };
}

function whatChanged(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return 'new';
  return after === undefined ? 'removed' : 'another system';
}
