import type { Expectation, HostComparison } from './derivations.js';
import type { Diagnostic } from './diagnostic.js';

/**
 * Why a step, a validation or a run did not succeed: facts, no prose. Wording lives in `report/`.
 * Failures are stored in the journal, so every member is plain JSON.
 */
export type Failure =
  /** A command ended with a code other than 0, or by a signal. `outputTail` is the redacted end of what it printed. */
  | {
      readonly reason: 'command-failed';
      readonly command: string;
      readonly exitCode: number | null;
      readonly signal: string | null;
      readonly outputTail: string;
    }
  | { readonly reason: 'timed-out'; readonly limitMs: number }
  /** The system did not start it: `error` is the system's code, for example `E2BIG`. */
  | { readonly reason: 'not-started'; readonly command: string; readonly error: string }
  /** A person, a signal or the deadline of the run stopped it. */
  | { readonly reason: 'cancelled' }
  /** A program is not on PATH. `help` is how to get it. */
  | { readonly reason: 'program-missing'; readonly program: string; readonly help: string }
  /** A command under `validation:` did not pass on the step's, phase's or run's result. */
  | {
      readonly reason: 'validation-failed';
      readonly command: string;
      readonly exitCode: number | null;
      readonly outputTail: string;
      readonly diagnostics: readonly Diagnostic[];
      /** Found before the first step, on the commit that the run starts from; left out: on a result. */
      readonly on?: 'start';
    }
  /** A skill looked at the tree and found errors, or could not do its work. */
  | { readonly reason: 'skill-failed'; readonly skill: string; readonly diagnostics: readonly Diagnostic[] }
  /** The agent's process ended well, but what it returned is not the structured result that was asked for. */
  | { readonly reason: 'agent-result-invalid'; readonly detail: string }
  /** The agent said that it cannot go on. */
  | { readonly reason: 'agent-blocked'; readonly summary: string }
  /** The agent said `done`, and nothing changed. */
  | { readonly reason: 'agent-changed-nothing' }
  | { readonly reason: 'agent-backend-missing'; readonly backend: string; readonly help: string }
  /** The agent's CLI did not end well; `detail` is what it said, in short. */
  | {
      readonly reason: 'agent-failed';
      readonly backend: string;
      readonly trouble: AgentTrouble;
      readonly detail: string;
    }
  /** The agent's CLI told nothing for so long that it was stopped. */
  | { readonly reason: 'agent-stalled'; readonly silentMs: number }
  /** It has spent what the rest of the run's budget allowed it. */
  | { readonly reason: 'agent-out-of-budget'; readonly limitUsd: number }
  /** The agent must run in a sandbox (`--sandbox require`), and this machine has none. */
  | { readonly reason: 'sandbox-missing'; readonly why: string; readonly help: string }
  /** An agent changed files that steer agents, hooks or CI, and its `writes:` does not name them. */
  | { readonly reason: 'protected-paths'; readonly paths: readonly string[] }
  /** The step changed files outside its `writes:`. */
  | { readonly reason: 'outside-writes'; readonly paths: readonly string[]; readonly writes: readonly string[] }
  /** Hosts are not what the step's `expect:` says; `hosts` are those that break it. */
  | { readonly reason: 'contract-broken'; readonly expect: Expectation; readonly hosts: readonly HostComparison[] }
  /** The step left a git repository inside the tree: git would commit it as an empty link. */
  | { readonly reason: 'nested-repository'; readonly paths: readonly string[] }
  /** The step made a symbolic link that leaves the repository or points into `.git`. */
  | { readonly reason: 'link-escapes'; readonly path: string; readonly target: string }
  /** Two parallel steps changed the same lines; both commits are kept. */
  | {
      readonly reason: 'merge-conflict';
      readonly paths: readonly string[];
      readonly ours: string;
      readonly theirs: string;
    }
  /** The result could not be brought into the user's checkout; `branch` holds it, `commands` go on from there. */
  | {
      readonly reason: 'landing-refused';
      readonly why: 'dirty-paths' | 'merge-conflict' | 'branch-moved' | 'other-branch';
      readonly paths: readonly string[];
      readonly branch: string;
      readonly commands: readonly string[];
    }
  /** What landed is valid, but not all of the run: these steps are not in it, in file order. A resume goes on with them. */
  | { readonly reason: 'partial'; readonly leftOut: readonly LeftOutStep[] }
  /** A completed step was to be skipped, and these steps cannot stay without it. */
  | { readonly reason: 'needed-by-others'; readonly steps: readonly LeftOutStep[] }
  /** GitHub, or a rule about what may be published, refused the result; it is kept. */
  | { readonly reason: 'publish-refused'; readonly message: string; readonly help: string }
  /** An exception at the step's border: a bug of ours, kept with its stack for the report. */
  | { readonly reason: 'internal'; readonly message: string; readonly stack: string };

/** A step that is not in what landed. */
export interface LeftOutStep {
  readonly number: number;
  readonly id: string;
  readonly why:
    /** The check of the result fails with it. */
    | 'broke-result'
    | 'failed'
    /** It would not have run without a step that is left out: its condition, or that of a phase around it, or its place. */
    | 'needs-left-out'
    /** It touches the same lines as a step that is left out. */
    | 'conflict'
    /** The check of its phase does not pass without a step that is left out. */
    | 'phase-not-valid'
    /** `--skip-step`, after it had completed. */
    | 'asked';
}

/** In which way an agent's CLI did not end well. */
export type AgentTrouble =
  /** 429, 5xx, overloaded, network: the same request may pass later. */
  | 'transient'
  /** The key is missing, wrong or has no rights. */
  | 'auth'
  /** The provider, or the model, refuses to do this. */
  | 'policy'
  /** The request itself is wrong: unknown model, prompt too long, a flag that this version does not know. */
  | 'input'
  /** The limit of turns was reached. */
  | 'turns'
  /** Its own rules denied it a tool, and it ended as if all were well. */
  | 'denied'
  /** It ended without asking the model once. */
  | 'no-turns'
  /** It ended without a word on how, or by a signal. */
  | 'crashed';

/** Found before the first step: nothing was run, and a resume would meet the same commit. */
export const isOfStart = (failure: Failure): boolean =>
  failure.reason === 'validation-failed' && failure.on === 'start';

/** Whether `on_failure.retry` may try again: never for invalid input, missing programs, policy or a person's stop. */
export function mayRetry(failure: Failure): boolean {
  switch (failure.reason) {
    case 'command-failed':
    case 'not-started':
    case 'timed-out':
    case 'validation-failed':
    case 'contract-broken':
    case 'skill-failed':
    case 'agent-result-invalid':
    case 'agent-changed-nothing':
    case 'agent-stalled':
      return true;
    case 'agent-failed':
      return ['transient', 'turns', 'no-turns', 'crashed'].includes(failure.trouble);
    case 'cancelled':
    case 'program-missing':
    case 'agent-blocked':
    case 'agent-backend-missing':
    case 'agent-out-of-budget':
    case 'sandbox-missing':
    case 'protected-paths':
    case 'outside-writes':
    case 'nested-repository':
    case 'link-escapes':
    case 'merge-conflict':
    case 'landing-refused':
    case 'partial':
    case 'needed-by-others':
    case 'publish-refused':
    case 'internal':
      return false;
  }
}
