import type { MetricsDocument } from '../metrics-schema.js';
import type { Durations } from './durations.js';
import type { RunRecord } from './run-history.js';

export interface ReviewSources {
  /** Sums over all time; null where there are none. */
  readonly metrics: MetricsDocument | null;
  /** Every run that is known, in any order. */
  readonly runs: readonly RunRecord[];
  /** The workflows that the repository defines. */
  readonly defined: readonly DefinedWorkflow[];
  /** Only this workflow; null for all. */
  readonly workflow: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** How far to look back. */
  readonly windowMs: number;
}

export interface DefinedWorkflow {
  readonly name: string;
  /** The workflows that it has as steps. */
  readonly nested: readonly string[];
}

/** How the workflows of a repository did in a window of time, against the window of the same length before it. */
export interface Review {
  /** Milliseconds since 1970, both included. */
  readonly from: number;
  readonly to: number;
  readonly workflow: string | null;
  readonly total: Figures;
  /** null when nothing is known of the time before the window. */
  readonly before: Figures | null;
  /** Runs that `metrics.json` has counted and of which nothing else is known; 0 when the history goes back far enough. */
  readonly missingRuns: number;
  /** By name. */
  readonly workflows: readonly WorkflowReview[];
  /** The slowest first, at most ten. */
  readonly slowSteps: readonly StepReview[];
  /** Those that were flaky most often first, at most ten. */
  readonly flakySteps: readonly StepReview[];
  /** By name. */
  readonly agents: readonly AgentReview[];
  /** The runs of the window, the oldest first. */
  readonly runs: readonly RunPoint[];
}

/** Sums over runs. */
export interface Figures {
  readonly runs: number;
  readonly completed: number;
  readonly failed: number;
  /** Paused or interrupted: not over, so neither a success nor a failure, and without a duration. */
  readonly stopped: number;
  /** Completed of those that are over, 0 to 1; null when none is. */
  readonly successRate: number | null;
  /** Of the runs that are over; null when none is. */
  readonly durations: Durations | null;
  /** The sum of these durations. */
  readonly seconds: number;
  /** Attempts of steps that were made because the one before had failed. */
  readonly retries: number;
  /** US dollars, the known ones. */
  readonly costUsd: number;
  readonly attemptsOfUnknownCost: number;
}

/** How a workflow did in the window, and over all time where that is known. */
export interface WorkflowReview extends Figures {
  readonly name: string;
  /** null when nothing is known of the time before the window. */
  readonly before: Figures | null;
  readonly everRuns: number;
  readonly everCompleted: number;
  /** Milliseconds since 1970; null when no run is known. */
  readonly lastRunAt: number | null;
  /** Workflows that have it as a step. */
  readonly nestedIn: readonly string[];
  readonly mark: ReviewMark | null;
}

/**
 * Why a workflow should be looked at: `unused` and `never-successful` are marked for removal. One that has never run may be new.
 */
export type ReviewMark = 'unused' | 'never-successful' | 'never-run' | 'not-defined';

/** A step over the runs of the window in which it completed or failed. */
export interface StepReview {
  readonly workflow: string;
  readonly step: string;
  readonly runs: number;
  readonly failed: number;
  readonly durations: Durations;
  /** Its part of the duration of these runs, 0 to 1. */
  readonly share: number;
  readonly retries: number;
  /** Runs in which it completed only after a retry, or failed on a tree on which it also passed. */
  readonly flakyRuns: number;
}

/** An agent over the steps of the window that it completed or failed. */
export interface AgentReview {
  readonly name: string;
  readonly steps: number;
  readonly completed: number;
  /** Completed without a retry. */
  readonly completedAtOnce: number;
  /** Of `steps`: tasks that are bound to code, for which no model was asked. */
  readonly byCode: number;
  readonly retries: number;
  readonly durations: Durations;
  /** US dollars, the known ones; also of steps that were stopped. */
  readonly costUsd: number;
  readonly tokens: number;
  readonly attemptsOfUnknownCost: number;
}

export interface RunPoint {
  readonly workflow: string;
  readonly runId: string;
  readonly status: RunRecord['status'];
  /** Milliseconds since 1970. */
  readonly endedAt: number;
  readonly seconds: number;
  readonly costUsd: number;
}
