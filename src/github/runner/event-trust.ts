import type { Problem } from '../../base/problem.js';
import type { RunnerFacts } from './runner-facts.js';

/** Events that run with the repository's rights on what strangers wrote. */
const PRIVILEGED = [
  'pull_request_target',
  'workflow_run',
  'issue_comment',
  'issues',
  'discussion',
  'discussion_comment',
];

/** Whether a workflow run of that event had the repository's rights although strangers may have caused and fed it. */
export const isPrivilegedEvent = (eventName: string): boolean => PRIVILEGED.includes(eventName);

/** A pull request, as far as trust in it goes. */
export interface PullRequestEvent {
  readonly number: number;
  /** Commit of the base branch. */
  readonly baseSha: string;
  readonly baseBranch: string;
  readonly headSha: string;
  readonly fromFork: boolean;
}

/** What a `pull_request` event is about; null for other events and payloads without one. */
export function pullRequestOf({
  event,
  owner,
  repo,
}: Pick<RunnerFacts, 'event' | 'owner' | 'repo'>): PullRequestEvent | null {
  const pull = member(event, 'pull_request');
  const [base, head] = [member(pull, 'base'), member(pull, 'head')];
  const [number, baseSha, baseBranch, headSha] = [
    member(pull, 'number'),
    member(base, 'sha'),
    member(base, 'ref'),
    member(head, 'sha'),
  ];
  const isThere = typeof number === 'number' && typeof baseSha === 'string' && typeof baseBranch === 'string';
  if (!isThere || typeof headSha !== 'string') return null;
  const from = member(member(head, 'repo'), 'full_name');
  return { number, baseSha, baseBranch, headSha, fromFork: from !== `${owner}/${repo}` };
}

/** Why nothing of the repository is executed or evaluated for this event; null when it may be. */
export function privilegedEvent({ eventName }: Pick<RunnerFacts, 'eventName'>): Problem | null {
  if (!isPrivilegedEvent(eventName)) return null;
  return {
    code: 'untrusted-event',
    message: `nothing is run on ${eventName}: it has the rights of this repository, and strangers can cause it`,
    help: 'run workflows on workflow_dispatch, schedule or push; on pull_request use the command validate',
    exitCode: 2,
  };
}

/** Why steps must not run for this event; null when they may. Steps of a workflow run with what the job may reach. */
export function untrustedEvent(facts: RunnerFacts): Problem | null {
  const privileged = privilegedEvent(facts);
  if (privileged !== null) return privileged;
  if (!facts.eventName.startsWith('pull_request')) return null;
  const pull = pullRequestOf(facts);
  if (pull !== null && !pull.fromFork) return null;
  return {
    code: 'untrusted-event',
    message: 'steps are not run for a pull request from a fork',
    help: 'run workflows on workflow_dispatch, schedule or push; on pull requests use the command validate',
    exitCode: 2,
  };
}

/** A member of a JSON value; undefined when there is none. */
export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
