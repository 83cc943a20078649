import { setTimeout as delay } from 'node:timers/promises';
import { err, type Result } from '../../base/result.js';
import { clean } from '../../commands/console.js';
import { deliverNow } from '../../commands/run-notifications.js';
import type { Receiver } from '../../notify/receiver.js';
import type { Notification } from '../../report/notification.js';
import type { ActionWorld } from '../action-world.js';
import { openRest, type GitHubRest } from '../api/rest.js';
import { closeFailure, showFailure } from './failure-issue.js';
import { commentOnPull, type AboutPull } from './run-comment.js';
import { pullRequestOf } from '../runner/event-trust.js';
import type { RunEnd } from './run-end.js';

/** Of everything that is asked of GitHub for one receiver, and of one request. */
const LIMIT_MS = 30_000;
const REQUEST_MS = 10_000;

/** What is told, and the branch that results of the workflow are published from. */
export interface ToldEnd {
  readonly end: RunEnd;
  readonly branch: string;
}

/** Tells those who want to know of this end. What goes wrong is one warning: the job is not affected. */
export async function tellPeople(told: ToldEnd, receivers: readonly Receiver[], world: ActionWorld): Promise<void> {
  const { output, console } = world;
  const wanted = receiversOf(told.end, receivers);
  if (wanted.length === 0) return;
  const tellGitHub = (receiver: Receiver, notification: Notification): Promise<Result<void, string>> =>
    tellOnGitHub({ receiver, notification }, told, world);
  const deliveries = await deliverNow(told.end.notification, wanted, { ...world, tellGitHub });
  const failed = deliveries.filter(({ trouble }) => trouble !== null);
  const arrived = deliveries.filter(({ trouble }) => trouble === null).map(({ receiver }) => clean(receiver.name));
  if (arrived.length > 0) console.print(`notified: ${arrived.join(', ')}`);
  if (failed.length === 0) return;
  const lines = failed.map(({ receiver, trouble }) => `${clean(receiver.name)}: ${trouble ?? ''}`);
  output.warning(['not everybody could be notified; nothing else is affected', ...lines].join('\n'));
}

/** An issue is about failures: a success closes it, whether or not the workflow wants successes to be told. */
function receiversOf({ event, isAsked }: RunEnd, receivers: readonly Receiver[]): readonly Receiver[] {
  const issue = receivers.filter(({ type }) => type === 'github-issue').slice(0, event === 'success' ? 1 : 0);
  const wanted = isAsked ? receivers.filter(({ when }) => when.includes(event)) : [];
  return [...wanted.filter(({ type }) => event !== 'success' || type !== 'github-issue'), ...issue];
}

interface Message {
  readonly receiver: Receiver;
  readonly notification: Notification;
}

async function tellOnGitHub(message: Message, told: ToldEnd, world: ActionWorld): Promise<Result<void, string>> {
  const timeOut = AbortSignal.timeout(LIMIT_MS);
  const signal = AbortSignal.any([world.signal, timeOut]);
  const { owner, repo, apiUrl } = world.facts;
  const number = told.end.pull ?? pullRequestOf(world.facts)?.number ?? null;
  const sleep = (ms: number): Promise<void> => delay(ms, undefined, { signal }).catch(() => undefined);
  const { token, now } = world;
  const rest = await openRest({ owner, repo, apiUrl, token, sleep, now, signal, timeoutMs: REQUEST_MS });
  const done = await write(message, { number, owner, branch: told.branch }, rest);
  return !done.ok && timeOut.aborted ? err(`GitHub did not answer within ${LIMIT_MS / 1000} s`) : done;
}

function write({ receiver, notification }: Message, about: AboutPull, rest: GitHubRest): Promise<Result<void, string>> {
  if (receiver.type === 'github-comment') return commentOnPull(notification, about, rest);
  return notification.event === 'success' ? closeFailure(notification, rest) : showFailure(notification, rest);
}
