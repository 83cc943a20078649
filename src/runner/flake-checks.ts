import { setTimeout as sleep } from 'node:timers/promises';
import type { Failure } from '../base/failure.js';
import type { KnownPass } from '../engine/event.js';
import { checkRetry } from '../engine/retry.js';
import type { Workspace } from '../git/workspace.js';
import { readPass, type RememberedPass } from '../nix/memo/remembered-pass.js';
import { checkFlake, type FlakeCheck, type FlakeCheckRequest } from '../nix/flake-check.js';
import { nixFailureClass } from '../nix/failure-class.js';
import { redactDeep } from './redact-deep.js';
import type { Result } from '../base/result.js';
import type { StepTools } from '../steps/step-kind.js';
import type { TreeEntry, TreeMemo } from './tree-memo.js';

/** Written just so, it is done by us: with the errors placed in the user's files and every host's system forced. */
export const FLAKE_CHECK = 'nix flake check';

/** The commands that a flake is validated with: its own check first, unless it is among them. */
export function withFlakeCheck(commands: readonly string[]): readonly string[] {
  return commands.some((command) => command.trim() === FLAKE_CHECK) ? commands : [FLAKE_CHECK, ...commands];
}

export interface FlakeSubject {
  readonly commit: string;
  /** True for the last gate before a result lands: only what this very process has checked counts as known. */
  readonly ownOnly?: boolean;
  /** Of the check itself; waiting for somebody else's check of the same tree does not count. */
  readonly timeoutMs?: number;
  readonly signal: AbortSignal;
  readonly onOutput: (chunk: Buffer) => void;
}

/** What came of it, without secrets. `known`: who had checked this very tree before; null when it was checked now. */
export type CheckedFlake = FlakeCheck & { readonly known: KnownPass | null };

export interface FlakeChecksDeps {
  readonly tools: StepTools;
  /** Lends clean checkouts, in which nothing has run. */
  readonly checkouts: {
    readonly acquire: (commit: string) => Promise<Result<Workspace, Failure>>;
    readonly release: (workspace: Workspace) => void;
  };
  readonly memo: TreeMemo;
  readonly now: () => number;
  /** The run that checks; null when it is none. */
  readonly run: string | null;
  /** For tests: how long is waited before a check is tried again. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Checks the flakes of commits: each tree once, on a clean checkout, and again by itself where that can help. Two that ask for
 * the same tree at the same time get the answer of one check.
 */
export class FlakeChecks {
  readonly #deps: FlakeChecksDeps;
  readonly #running = new Map<string, Promise<void>>();

  constructor(deps: FlakeChecksDeps) {
    this.#deps = deps;
  }

  /** `nix flake check` and every host's system. */
  async check(subject: FlakeSubject): Promise<CheckedFlake> {
    subject.onOutput(Buffer.from(`$ ${FLAKE_CHECK}\n`));
    const entry = await this.#deps.memo.entry('flake-check', subject.commit);
    if (entry === null) return await this.#checkNow(subject, null);
    for (;;) {
      const running = this.#running.get(entry.id);
      if (running === undefined) break;
      await running;
    }
    const known = subject.ownOnly === true && !entry.isOwn() ? null : readPass(entry.recall());
    if (known !== null) return tellKnown(subject, known);
    const checking = this.#checkNow(subject, entry);
    const ended = checking.then(
      () => undefined,
      () => undefined,
    );
    this.#running.set(entry.id, ended);
    try {
      return await checking;
    } finally {
      this.#running.delete(entry.id);
    }
  }

  async #checkNow(subject: FlakeSubject, entry: TreeEntry | null): Promise<CheckedFlake> {
    const { tools, checkouts, now, run } = this.#deps;
    const nix = await tools.nix();
    if (!nix.ok) return unchecked(nix.error);
    const acquired = await checkouts.acquire(subject.commit);
    if (!acquired.ok) return unchecked(acquired.error);
    const { signal, timeoutMs } = subject;
    try {
      const onOutput = (text: string): void => subject.onOutput(Buffer.from(text));
      const { runProcess, env } = tools;
      const request = { root: acquired.value.root, nix: nix.value, runProcess, env, signal, onOutput };
      const limit = timeoutMs === undefined ? {} : { timeoutMs };
      const checked = redactDeep(await this.#checkUntilClear({ ...request, ...limit }, subject), tools.redact);
      if (checked.ok) {
        const { hosts, warnings } = checked;
        entry?.remember({ hosts, warnings, at: now(), run } satisfies RememberedPass);
      }
      return { ...checked, known: null };
    } finally {
      checkouts.release(acquired.value);
    }
  }

  /** What fails for a reason that may pass is checked again, a few times; each time is told. */
  async #checkUntilClear(request: FlakeCheckRequest, { signal, onOutput }: FlakeSubject): Promise<FlakeCheck> {
    const failures = { transient: 0, resources: 0 };
    const end = this.#deps.now() + (request.timeoutMs ?? Infinity);
    let checked = await checkFlake(request);
    while (!checked.ok && checked.failure === null) {
      const why = nixFailureClass(checked.diagnostics);
      if (why === 'deterministic') break;
      failures[why] += 1;
      const retry = checkRetry(failures);
      if (retry === null) break;
      onOutput(Buffer.from(`${retryText(why, retry.delayMs)}\n`));
      await (this.#deps.wait ?? waitFor)(retry.delayMs, signal);
      if (signal.aborted) return { ok: false, failure: { reason: 'cancelled' } };
      const left = Math.max(0, end - this.#deps.now());
      checked = await checkFlake({ ...request, alone: retry.alone, ...(left === Infinity ? {} : { timeoutMs: left }) });
    }
    return checked;
  }
}

const WHY = {
  transient: 'the network or a substituter failed',
  resources: 'memory, disk or a process ran out',
} as const;

function retryText(why: keyof typeof WHY, delayMs: number): string {
  const when = delayMs === 0 ? 'now' : `in ${delayMs / 1000} s`;
  return `${FLAKE_CHECK}: ${WHY[why]}; again ${when}${why === 'resources' ? ', one host and one build at a time' : ''}`;
}

async function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

function tellKnown({ onOutput }: FlakeSubject, { at, run, hosts, warnings }: RememberedPass): CheckedFlake {
  const by = run === null ? '' : ` by run ${run}`;
  onOutput(Buffer.from(`already validated: this tree passed ${FLAKE_CHECK} at ${new Date(at).toISOString()}${by}\n`));
  return { ok: true, hosts, warnings, known: { at, run } };
}

const unchecked = (failure: Failure): CheckedFlake => ({ ok: false, failure, known: null });

/** What a check found to be wrong, for a person and for the agent that is to mend it; null when the flake passes. */
export function flakeFailure(checked: FlakeCheck): Failure | null {
  if (checked.ok) return null;
  if (checked.failure === 'no-flake') return NO_FLAKE;
  if (checked.failure !== null) return checked.failure;
  const { diagnostics, outputTail } = checked;
  return { reason: 'validation-failed', command: FLAKE_CHECK, exitCode: 1, outputTail, diagnostics };
}

const NO_FLAKE: Failure = {
  reason: 'validation-failed',
  command: FLAKE_CHECK,
  exitCode: null,
  outputTail: '',
  diagnostics: [
    {
      severity: 'error',
      code: 'no-flake',
      message: 'the repository has no flake.nix at its top',
      location: { file: 'flake.nix' },
      help: 'nix flake check needs one',
    },
  ],
};
