/*
 * How a run ended on GitHub, where more belongs to it than its steps: the jobs that validate and publish the result.
 */
import type { RunState } from '../../engine/run-state.js';
import {
  asksFor,
  buildNotification,
  eventOf,
  notBegunNotification,
  type Notification,
  type NotificationLink,
  type NotifiedEvent,
} from '../../report/notification.js';
import type { Plan } from '../../plan/plan.js';
import { howToGoOn } from '../how-to-go-on.js';
import { workflowRunUrl } from '../publish/publish-report.js';
import type { RunnerFacts } from '../runner/runner-facts.js';

/** What came of the jobs around the steps, and where the result is. */
export interface JobsEnd {
  readonly outcome: 'success' | 'failure';
  /** Number of the pull request with the result; null for none. */
  readonly pull: number | null;
}

/** Something that people may want to be told of. */
export interface RunEnd {
  readonly event: NotifiedEvent;
  /** Whether the workflow says `notify:` about it. */
  readonly isAsked: boolean;
  readonly notification: Notification;
  readonly pull: number | null;
}

/** What is to be told of a run; null for nothing: it goes on in another job, or a person has stopped it. */
export function endOfRun(state: RunState, jobs: JobsEnd, facts: RunnerFacts): RunEnd | null {
  const event = eventOfJobs(state, jobs.outcome);
  if (event === null) return null;
  const notification = buildNotification(state, event, {
    place: placeOf(facts),
    links: linksOf(jobs.pull, facts),
    canResume: false,
    lines: [...whyNotSteps(state, event), ...(event === 'paused' ? [howToGoOn(state, facts)] : [])],
  });
  return { event, isAsked: asksFor(state.plan, event), notification, pull: jobs.pull };
}

/** A run that could not begin. `plan`: null where the definition cannot be read: then nobody knows what it would say. */
export function endBeforeRun(
  { workflow, plan, why }: { readonly workflow: string; readonly plan: Plan | null; readonly why: string },
  nowMs: number,
  facts: RunnerFacts,
): RunEnd {
  const at = { place: placeOf(facts), links: linksOf(null, facts), lines: [why] };
  const runId = `${facts.runId}-${facts.attempt}`;
  const notification = notBegunNotification(workflow, at, { runId, nowMs });
  return { event: 'failure', isAsked: plan === null || asksFor(plan, 'failure'), notification, pull: null };
}

function eventOfJobs(state: RunState, outcome: JobsEnd['outcome']): NotifiedEvent | null {
  const event = eventOf(state);
  if (outcome === 'success' || event === 'failure' || event === 'paused') return event;
  // A job that GitHub has stopped, at its timeout for example: when a person cancels the workflow run, nobody is told.
  return state.status === 'paused' && state.pause !== 'phase-done' ? 'paused' : 'failure';
}

function whyNotSteps({ status }: RunState, event: NotifiedEvent): string[] {
  if (event !== 'failure' || status === 'failed') return [];
  return status === 'completed'
    ? ['the steps have completed; what comes after them failed, and its job says why']
    : ['a job failed before its part of the run was done, and its log says why'];
}

function placeOf({ owner, repo, ref }: RunnerFacts): string {
  return `${owner}/${repo}, ${ref.replace(/^refs\/(?:heads|tags)\//, '')}`;
}

function linksOf(pull: number | null, facts: RunnerFacts): NotificationLink[] {
  const { serverUrl, owner, repo } = facts;
  const run = { label: 'Workflow run', url: workflowRunUrl(facts) };
  if (pull === null) return [run];
  return [{ label: `Pull request ${pull}`, url: `${serverUrl}/${owner}/${repo}/pull/${pull}` }, run];
}
