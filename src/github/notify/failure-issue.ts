/*
 * One issue for each workflow that fails: opened by the first failure, updated by the next ones, so that a broken night does not
 * make a new one each time, and closed when the workflow succeeds again.
 */
import { err, ok, type Result } from '../../base/result.js';
import type { Notification } from '../../report/notification.js';
import { renderNotification } from '../../report/notification-markdown.js';
import { changeIssue, findOwnIssues, openOwnIssue } from '../api/own-issues.js';
import { restProblem, type GitHubRest, type RestFailure } from '../api/rest.js';

/** GitHub takes no body with more characters. */
const MAX_BODY = 65_536;
const EXPLAINED =
  'Each run that fails updates this issue; the next one that succeeds closes it. workflow-runner finds it by its label.';

/** Opens the issue of the workflow that the message is about, or updates it. Why it could not is a sentence. */
export async function showFailure(notification: Notification, rest: GitHubRest): Promise<Result<void, string>> {
  const marker = markerOf(notification);
  const body = `${marker}\n\n${renderNotification(notification)}\n\n${EXPLAINED}\n`;
  const found = await findOwnIssues(rest, marker);
  if (!found.ok) return err(trouble(found.error, 'look for the issue of earlier failures'));
  const [oldest] = found.value;
  if (oldest !== undefined) {
    const updated = await changeIssue(rest, oldest.number, { body });
    return updated.ok ? ok(undefined) : err(trouble(updated.error, `update issue ${oldest.number}`));
  }
  const opened = await openOwnIssue(rest, { title: `${notification.workflow} fails`, body, marker });
  return opened.ok ? ok(undefined) : err(trouble(opened.error, 'open an issue'));
}

/** Closes what failures have opened, with the message of the success below. Nothing is done where nothing is open. */
export async function closeFailure(notification: Notification, rest: GitHubRest): Promise<Result<void, string>> {
  const marker = markerOf(notification);
  const found = await findOwnIssues(rest, marker);
  if (!found.ok) return err(trouble(found.error, 'look for the issue of earlier failures'));
  const end = renderNotification(notification);
  for (const { number, body } of found.value) {
    const whole = `${body.replace(EXPLAINED, '').trimEnd()}\n\n${end}\n`;
    // A person may have written much into it.
    const change = { body: whole.length > MAX_BODY ? `${marker}\n\n${end}\n` : whole };
    const closed = await changeIssue(rest, number, { ...change, state: 'closed', state_reason: 'completed' });
    if (!closed.ok) return err(trouble(closed.error, `close issue ${number}`));
  }
  return ok(undefined);
}

/** The name of a workflow has no character that could end the comment. */
const markerOf = ({ workflow }: Notification): string =>
  `<!-- workflow-runner:failure ${workflow.replace(/[^A-Za-z0-9._-]/g, '?')} -->`;

function trouble(failure: RestFailure, doing: string): string {
  const { message, help } = restProblem(failure, doing, '`issues: write`');
  return `${message}. ${help}`;
}
