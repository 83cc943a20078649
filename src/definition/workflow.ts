import type { Expectation } from '../base/derivations.js';
import type { Location } from '../base/diagnostic.js';
import type { Condition } from './condition.js';

/** A workflow file after parsing: every default filled in, camelCase, durations in milliseconds. Plain data but for conditions. */
export interface Workflow {
  readonly name: string;
  readonly description: string;
  readonly version: string;
  readonly changelog: readonly { readonly version: string; readonly text: string }[];
  readonly type: 'sequential' | 'parallel' | 'hybrid';
  /** A sequential or parallel workflow is one phase named after its type. */
  readonly phases: readonly Phase[];
  readonly prerequisites: readonly Prerequisite[];
  readonly validation: readonly string[];
  readonly onSuccess: readonly Hook[];
  readonly onFailure: readonly Hook[];
  readonly timeoutMs: number | null;
  readonly budgetUsd: number | null;
  readonly runsOn: readonly string[];
  readonly environment: string | null;
  readonly location: Location;
}

export interface Prerequisite {
  /** As written: `<workflow>-complete`, `flake-check-passing` or `clean-tree`. */
  readonly text: string;
  readonly location: Location;
}

export type Hook =
  | { readonly kind: 'command'; readonly command: string }
  | { readonly kind: 'notify'; readonly about: 'success' | 'failure' };

export interface Phase {
  readonly name: string;
  readonly type: 'sequential' | 'parallel';
  /** 1 in a sequential phase. */
  readonly maxConcurrent: number;
  readonly steps: readonly Step[];
  readonly validation: readonly string[];
  readonly condition: Condition | null;
  readonly runsOn: readonly string[];
  readonly environment: string | null;
  readonly location: Location;
}

export interface StepBase {
  /** Unique in the workflow. Without `id:` it is the task, skill or workflow name, `command` for `run:`; `-2`, `-3` … when taken. */
  readonly id: string;
  readonly condition: Condition | null;
  readonly checkpoint: boolean;
  readonly validation: readonly string[];
  readonly expect: Expectation | null;
  /** Globs of the files that the step may change; null means any. */
  readonly writes: readonly string[] | null;
  readonly timeoutMs: number | null;
  readonly retry: Retry | null;
  readonly continueOnError: boolean;
  readonly location: Location;
}

export interface Retry {
  /** How many further attempts after the first. */
  readonly times: number;
  readonly backoff: 'exponential' | 'linear' | 'constant';
  readonly delayMs: number;
  readonly maxDelayMs: number;
}

export type Step = AgentStep | SkillStep | WorkflowStep | CommandStep;
export type StepKind = Step['kind'];

/** Longer than the longest tool of the agent CLIs, ten minutes. */
export const DEFAULT_STALL_MS = 12 * 60_000;

export interface AgentStep extends StepBase {
  readonly kind: 'agent';
  readonly agent: string;
  readonly task: string;
  /** `config:` of the step, any JSON. */
  readonly config: Readonly<Record<string, unknown>>;
  /** At most so many turns; null for what the agent's file says. */
  readonly maxTurns: number | null;
  /** Stopped when it tells nothing for so long. */
  readonly stallMs: number;
}

export interface SkillStep extends StepBase {
  readonly kind: 'skill';
  readonly skill: string;
  readonly targets: Targets;
  readonly options: Readonly<Record<string, unknown>>;
  readonly input: string | null;
}

/** Which part of the repository a skill works on. `all-categories` is every folder directly below `modules/`. */
export type Targets = 'all' | 'all-categories' | readonly string[];

export interface WorkflowStep extends StepBase {
  readonly kind: 'workflow';
  readonly workflow: string;
}

export interface CommandStep extends StepBase {
  readonly kind: 'command';
  /** A shell command, run by `sh -e -c`. */
  readonly command: string;
}
