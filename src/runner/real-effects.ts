import type { DerivationMap, HostComparison } from '../base/derivations.js';
import type { Failure } from '../base/failure.js';
import { err, ok, type Result } from '../base/result.js';
import type { Merging } from '../engine/decide.js';
import type { KnownPass } from '../engine/event.js';
import type { DiffText } from '../engine/blame.js';
import type { StepChange } from '../engine/step-changes.js';
import { diffText } from '../git/diff-text.js';
import { mergeInOrder } from '../git/merge-in-order.js';
import { referenceName, updateReferences } from '../git/references.js';
import { replay } from '../git/replay.js';
import type { WorkspacePool } from '../git/workspace-pool.js';
import type { Workspace } from '../git/workspace.js';
import type { PlanGroup } from '../plan/plan.js';
import type { StepTools } from '../steps/step-kind.js';
import type {
  CommitPair,
  Effects,
  HooksOutcome,
  HooksRequest,
  Judgement,
  LandOutcome,
  LandRequest,
  MergeOutcome,
  ReplayOutcome,
  StepJob,
  StepListener,
  StepOutcome,
  Validated,
  Validation,
} from './effects.js';
import { executeStep, type StepWorld } from './execute-step.js';
import { HostMaps } from './host-maps.js';
import { landResult, type LandingPlace } from './land-result.js';
import {
  FLAKE_CHECK,
  flakeFailure,
  FlakeChecks,
  withFlakeCheck,
  type CheckedFlake,
  type FlakeSubject,
} from './flake-checks.js';
import { runChecks, type Checks, type CommandWorld } from './run-checks.js';
import { RunUnwritable } from './recorder.js';
import { redactDeep } from './redact-deep.js';
import { runHooks } from './run-hooks.js';
import type { StepLog } from './step-log.js';
import type { TreeMemo } from './tree-memo.js';
import { WorkspaceShelf } from './workspace-shelf.js';

/** What the journal keeps of a diff, so that it stays small. */
const DIFF_LIMITS = { maxFiles: 40, maxPatch: 12_000 };

/** What the effects of one run work with. */
export interface EffectsDeps extends LandingPlace {
  readonly pool: WorkspacePool;
  readonly tools: StepTools;
  readonly log: StepLog;
  /** What is known of trees from before. */
  readonly memo: TreeMemo;
  /** See `StepWorld`. */
  readonly onProgress: (stepId: string, percent: number) => void;
  /** For hooks that say `notify:`. */
  readonly notify: (about: 'success' | 'failure') => void;
  /** Awaited before a step does anything: until what was done before is safe elsewhere, too. */
  readonly beforeStep?: () => Promise<void>;
  /** Lands in place of `landResult`. */
  readonly landElsewhere?: (request: LandRequest) => Promise<LandOutcome>;
}

interface KeptCommit {
  readonly name: string;
  readonly commit: string;
}

/** The effects of a run on the world: git, Nix, processes. */
export class RealEffects implements Effects {
  readonly now: () => number;
  readonly #deps: EffectsDeps;
  readonly #steps: WorkspaceShelf;
  /** Checks get folders that no step has worked in, so that nothing but the commit is in them. */
  readonly #checks: WorkspaceShelf;
  readonly #world: StepWorld;
  readonly #hosts: HostMaps;
  readonly #flakes: FlakeChecks;

  constructor(deps: EffectsDeps) {
    this.#deps = deps;
    this.now = deps.now;
    this.#steps = new WorkspaceShelf(deps.pool, 'step');
    this.#checks = new WorkspaceShelf(deps.pool, 'check');
    this.#hosts = new HostMaps(this.#checks, { tools: deps.tools }, deps.memo);
    const { tools, memo, now, runId: run } = deps;
    this.#flakes = new FlakeChecks({ tools, memo, now, run, checkouts: this.#checks });
    this.#world = {
      flakes: this.#flakes,
      runId: deps.runId,
      now: deps.now,
      tools: deps.tools,
      acquire: (commit, work) => this.#steps.acquire(commit, work),
      release: (workspace) => this.#steps.release(workspace),
      keep: (name, commit) => this.#keep([{ name, commit }]),
      compareHosts: (pair, signal) => this.compareHosts(pair, signal),
      log: (name) => deps.log.section(name),
      onProgress: deps.onProgress,
    };
  }

  async runStep(job: StepJob, signal: AbortSignal, { onSession }: StepListener): Promise<StepOutcome> {
    await this.#deps.beforeStep?.();
    return await executeStep(job, { signal, onSession }, this.#world);
  }

  async merge(group: PlanGroup, { base, onto, children }: Merging): Promise<MergeOutcome> {
    const merged = await mergeInOrder(this.#deps.landing.trusted, {
      base,
      onto,
      branches: children,
      message: ({ name }) => `Merge ${name} into ${group.path}`,
      trailers: [['Workflow-Run', this.#deps.runId]],
      atMs: this.now(),
    });
    if (!merged.ok) throw unwritable(`the merge of ${group.path}`, merged.error);
    if (merged.value.kind === 'merged') {
      const { commit } = merged.value;
      await this.#mustKeep([{ name: `${group.path}.merged`, commit }]);
      return { ok: true, commit };
    }
    const { name, ours, theirs, paths } = merged.value;
    await this.#mustKeep([
      { name: `${name}.conflict-ours`, commit: ours },
      { name: `${name}.conflict-theirs`, commit: theirs },
    ]);
    return { ok: false, branch: name, ours, theirs, paths };
  }

  async validate({ commit, of, commands, flakeToo }: Validation, signal: AbortSignal): Promise<Validated> {
    const checks = flakeToo && (await this.#isFlake(commit)) ? withFlakeCheck(commands) : commands;
    if (checks.length === 0) return { checks, failure: null };
    const log = this.#deps.log.section(of);
    const known: KnownPass[] = [];
    const check = async (subject: FlakeSubject): Promise<CheckedFlake> => {
      const checked = await this.#flakes.check({ ...subject, ownOnly: flakeToo });
      if (checked.known !== null) known.push(checked.known);
      return checked;
    };
    const about = { commit, signal, onOutput: log.write };
    try {
      // The flake alone, when it comes first: what is known already needs no checkout.
      const rest = checks[0] === FLAKE_CHECK ? checks.slice(1) : checks;
      const flake = rest === checks ? null : flakeFailure(await check(about));
      const failure =
        flake ?? (await this.#runCommands({ ...about, commands: rest }, { ...this.#world, flakes: { check } }));
      const [from] = known;
      return { checks, failure, ...(from === undefined ? {} : { known: from }) };
    } finally {
      log.close();
    }
  }

  /** On a clean checkout, in the order they are given. */
  async #runCommands(checks: Omit<Checks, 'dir'>, world: CommandWorld): Promise<Failure | null> {
    if (checks.commands.length === 0) return null;
    const acquired = await this.#checks.acquire(checks.commit);
    if (!acquired.ok) return acquired.error;
    try {
      return await runChecks({ ...checks, dir: acquired.value.root }, world);
    } finally {
      this.#checks.release(acquired.value);
    }
  }

  async mapDerivations(commit: string, signal: AbortSignal): Promise<Result<DerivationMap, Failure>> {
    const log = this.#deps.log.section('derivations');
    try {
      return await this.#hosts.of(commit, { signal, onOutput: log.write });
    } finally {
      log.close();
    }
  }

  async compareHosts(pair: CommitPair, signal: AbortSignal): Promise<Result<readonly HostComparison[], Failure>> {
    const log = this.#deps.log.section('derivations');
    try {
      return await this.#hosts.compare(pair, { signal, onOutput: log.write });
    } finally {
      log.close();
    }
  }

  async judge({ commit, of, before, command }: Judgement, signal: AbortSignal): Promise<Failure | null> {
    const log = this.#deps.log.section(of);
    const about = { commit, signal, onOutput: log.write };
    if (command === FLAKE_CHECK) {
      // Who is to blame is not decided by what somebody else says to have checked.
      return flakeFailure(await this.#flakes.check({ ...about, ownOnly: true }).finally(log.close));
    }
    const acquired = await this.#checks.acquire(commit);
    if (!acquired.ok) {
      log.close();
      return acquired.error;
    }
    const workspace = acquired.value;
    try {
      const run = { ...about, dir: workspace.root };
      for (const one of before) {
        const failure = await runChecks({ ...run, commands: [one] }, this.#world);
        if (failure?.reason === 'cancelled') return failure;
      }
      return await runChecks({ ...run, commands: [command] }, this.#world);
    } finally {
      log.close();
      this.#checks.release(workspace);
    }
  }

  async replay(onto: string, changes: readonly StepChange[]): Promise<ReplayOutcome> {
    const named = changes.map(({ step: name, base, commit }) => ({ name, base, commit }));
    const replayed = await replay(this.#deps.landing.trusted, { onto, changes: named });
    if (!replayed.ok) return { ok: false, failure: replayed.error };
    const steps = replayed.value.changes.map(({ name: step, commit, tree, conflict }) => {
      return { step, commit, tree, conflicts: conflict !== null };
    });
    return { ok: true, tree: replayed.value.tree, steps };
  }

  async treeOf(commit: string): Promise<string> {
    const tree = await this.#deps.landing.trusted.treeOf(commit);
    if (!tree.ok) throw unwritable(`commit ${commit}`, tree.error);
    return tree.value;
  }

  async diff(from: string, to: string): Promise<DiffText> {
    const { landing, tools } = this.#deps;
    const read = await diffText(landing.trusted, [from, to], DIFF_LIMITS);
    return read.ok ? redactDeep(read.value, tools.redact) : { stat: '', patch: '', isCut: true };
  }

  keep(name: string, commit: string): Promise<void> {
    return this.#mustKeep([{ name, commit }]);
  }

  async runHooks({ which, hooks, commit }: HooksRequest, signal: AbortSignal): Promise<HooksOutcome> {
    const acquired = await this.#steps.acquire(commit);
    if (!acquired.ok) return { commit, failure: acquired.error };
    const workspace = acquired.value;
    const log = this.#deps.log.section(which);
    const { notify } = this.#deps;
    const readMessage = (from: Workspace, id: string): Promise<string | null> => this.#readMessage(from, id);
    try {
      const run = { which, hooks, workspace, commit, signal, onOutput: log.write, notify, readMessage };
      return await runHooks(run, this.#world);
    } finally {
      log.close();
      this.#steps.release(workspace);
    }
  }

  async land(request: LandRequest): Promise<LandOutcome> {
    // Nothing else names a result that stays where it is.
    const { landElsewhere } = this.#deps;
    const isOnlyKept = request.mode === 'none' || landElsewhere !== undefined;
    if (isOnlyKept) await this.#mustKeep([{ name: 'result', commit: request.to }]);
    return await (landElsewhere === undefined ? landResult(this.#deps, request) : landElsewhere(request));
  }

  /** True also when git cannot tell: then the check does. A link to a flake elsewhere does not count. */
  async #isFlake(commit: string): Promise<boolean> {
    const listed = await this.#deps.landing.trusted.run({
      args: ['ls-tree', commit, '--', 'flake.nix'],
      readOnly: true,
    });
    return !listed.ok || listed.value.text.startsWith('100');
  }

  async #keep(commits: readonly KeptCommit[]): Promise<Result<void, Failure>> {
    const { landing, runId } = this.#deps;
    const updates = commits.map(({ name, commit }) => ({ name: referenceName(runId, name), to: commit }));
    const updated = await updateReferences(landing.git, landing.trusted.repository, updates);
    return updated.ok ? ok(undefined) : err(updated.error);
  }

  /** The journal must not name what no ref keeps. */
  async #mustKeep(commits: readonly KeptCommit[]): Promise<void> {
    const kept = await this.#keep(commits);
    if (!kept.ok) throw unwritable('a ref', kept.error);
  }

  /** The object is read with the trusted git from the workspace's own store: data, never a command. */
  async #readMessage(workspace: Workspace, commit: string): Promise<string | null> {
    const found = await this.#deps.landing.trusted.run({
      args: ['cat-file', 'commit', commit],
      env: { GIT_ALTERNATE_OBJECT_DIRECTORIES: `${workspace.root}/.git/objects` },
    });
    if (!found.ok) return null;
    const message = found.value.text.split('\n\n').slice(1).join('\n\n').trim();
    return message === '' ? null : message;
  }
}

function unwritable(what: string, failure: Failure): RunUnwritable {
  const why = failure.reason === 'command-failed' ? failure.outputTail.trim() : failure.reason;
  return new RunUnwritable(`${what}: ${why}`);
}
