import type { Problem } from '../../base/problem.js';
import { err, ok, type Result } from '../../base/result.js';
import { deleteBranch } from '../../git/push.js';
import { restProblem } from '../api/rest.js';
import { closePullRequest } from './close-pull-request.js';
import type { Publication } from './publication.js';
import type { PublishOutcome } from './publish-request.js';
import { surveyBranches } from './survey-branches.js';
import { persistently } from './persistent-remote.js';

const WHY = 'The workflow ran again, and its result does not differ from the base branch any more: closed.';

/** Nothing to publish: our open pull request, if there is one, is closed, and its branch deleted when all of it is ours. */
export async function closeVanished(publication: Publication): Promise<Result<PublishOutcome, Problem>> {
  const { request, world, rest, notes } = publication;
  const survey = await surveyBranches(publication, new Set());
  if (!survey.ok) return survey;
  const { open, branch } = survey.value;
  if (open === null) return ok({ kind: 'nothing', closed: null });
  const closed = await closePullRequest(rest, open, WHY);
  if (!closed.ok)
    return err(restProblem(closed.error, `close the pull request #${open.number}`, '`pull-requests: write`'));
  if (branch.expected !== null) {
    const { remote, signal } = world;
    const deletion = { remote, branch: branch.name, tip: branch.expected, signal };
    const deleted = await persistently(world, async () => await deleteBranch(request.trusted, deletion));
    const isGone = deleted.ok && deleted.value.kind !== 'rejected';
    if (!isGone) notes.push(`The branch ${branch.name} could not be deleted.`);
  }
  return ok({ kind: 'nothing', closed: { number: open.number, url: open.html_url } });
}
