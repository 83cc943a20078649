import { z } from 'zod';
import { err, ok, type Result } from '../../base/result.js';
import type { Notification } from '../../report/notification.js';
import { renderNotification } from '../../report/notification-markdown.js';
import { restProblem, type GitHubRest, type RestFailure } from '../api/rest.js';

/** Which pull request a run is about. */
export interface AboutPull {
  /** Known already; null: the open one from `branch`. */
  readonly number: number | null;
  readonly owner: string;
  /** Short name of the branch that results are published from. */
  readonly branch: string;
}

const commentSchema = z.object({
  id: z.number().int().positive(),
  body: z.string().nullish(),
  user: z.object({ type: z.string() }).nullish(),
  author_association: z.string().optional(),
});

type RunComment = z.infer<typeof commentSchema>;

/** Who may write to the repository may change every comment anyway. */
const MAY_WRITE = ['OWNER', 'MEMBER', 'COLLABORATOR'];

/**
 * Writes the message below the pull request of the run: one comment for each workflow, which later runs update. Nothing is done
 * where there is no pull request: then there is nothing that the message could be about. Why it could not is a sentence.
 */
export async function commentOnPull(
  notification: Notification,
  about: AboutPull,
  rest: GitHubRest,
): Promise<Result<void, string>> {
  const number = about.number === null ? await openPull(about, rest) : ok(about.number);
  if (!number.ok) return err(trouble(number.error, 'look for the pull request'));
  if (number.value === null) return ok(undefined);
  const marker = `<!-- workflow-runner:run ${notification.workflow.replace(/[^A-Za-z0-9._-]/g, '?')} -->`;
  const found = await findComment(number.value, marker, rest);
  if (!found.ok) return err(trouble(found.error, `look for the comment on pull request ${number.value}`));
  const body = `${marker}\n\n${renderNotification(notification)}\n`;
  const written =
    found.value === null ? await add(number.value, { body, marker }, rest) : await change(found.value.id, body, rest);
  return written.ok ? ok(undefined) : err(trouble(written.error, `comment on pull request ${number.value}`));
}

async function openPull({ owner, branch }: AboutPull, rest: GitHubRest): Promise<Result<number | null, RestFailure>> {
  const pulls = await rest.list({
    route: 'GET /repos/{owner}/{repo}/pulls',
    parameters: { head: `${owner}:${branch}`, state: 'open' },
    element: z.object({ number: z.number().int().positive() }),
    limit: 1,
  });
  return pulls.ok ? ok(pulls.value[0]?.number ?? null) : pulls;
}

async function findComment(
  number: number,
  marker: string,
  rest: GitHubRest,
): Promise<Result<RunComment | null, RestFailure>> {
  const comments = await rest.list({
    route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    parameters: { issue_number: number },
    element: commentSchema,
  });
  if (!comments.ok) return comments;
  return ok(comments.value.find((one) => one.body?.startsWith(marker) === true && isTrusted(one)) ?? null);
}

/** A stranger can write our marker; what they can change afterwards must not be where people read how a run ended. */
function isTrusted({ user, author_association: association = '' }: RunComment): boolean {
  return user?.type === 'Bot' || MAY_WRITE.includes(association);
}

function add(
  number: number,
  { body, marker }: { readonly body: string; readonly marker: string },
  rest: GitHubRest,
): Promise<Result<RunComment, RestFailure>> {
  return rest.request({
    route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    parameters: { issue_number: number, body },
    answer: commentSchema,
    whenUnknown: () => findComment(number, marker, rest),
  });
}

function change(id: number, body: string, rest: GitHubRest): Promise<Result<RunComment, RestFailure>> {
  return rest.request({
    route: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
    parameters: { comment_id: id, body },
    answer: commentSchema,
  });
}

function trouble(failure: RestFailure, doing: string): string {
  const { message, help } = restProblem(failure, doing, '`pull-requests: write`');
  return `${message}. ${help}`;
}
