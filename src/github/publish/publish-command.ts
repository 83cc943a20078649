import type { Problem } from '../../base/problem.js';
import { err, ok, type Result } from '../../base/result.js';
import { secretsOf } from '../../process/environment.js';
import { pullRequestTitle } from '../../report/pull-request-body.js';
import type { ActionWorld } from '../action-world.js';
import { checkResult } from './check-result.js';
import { closeVanished } from './close-vanished.js';
import { gitProblem } from './git-problem.js';
import { openPublication } from './open-publication.js';
import { firstBranch, type Publication } from './publication.js';
import { publishPullRequest } from './publish-pull-request.js';
import { howToGetIt, refusalSummary, reportOutcome, reportProblem } from './publish-report.js';
import type { PublishOutcome, PublishRequest } from './publish-request.js';
import { landedBefore, publishToBase } from './publish-to-base.js';
import { refusalProblem } from './refusal.js';

export type { PublishOutcome, PublishRequest, PublishSettings, PullRequestReference } from './publish-request.js';

/**
 * Brings a result to GitHub. Everything that can be refused is refused before anything is pushed. Sets the outputs `branch`,
 * `pull-request-*`, `landed` and `pushed-range` and adds to the job summary, also when it ends with a Problem; of that the
 * caller makes an annotation. A push with `whenBaseMoved: 'tell'` leaves problems to the caller.
 */
export async function publish(request: PublishRequest, world: ActionWorld): Promise<Result<PublishOutcome, Problem>> {
  const opened = await openPublication(request, world);
  const outcome = opened.ok ? await publishOpened(opened.value) : opened;
  const notes = opened.ok ? opened.value.notes : [];
  if (outcome.ok) await reportOutcome({ request, world, notes }, outcome.value);
  else await reportProblem({ request, world, notes }, outcome.error);
  return outcome;
}

async function publishOpened(publication: Publication): Promise<Result<PublishOutcome, Problem>> {
  const { request } = publication;
  const landed = await landedBefore(publication);
  if (!landed.ok) return landed;
  if (landed.value !== null && request.mode === 'push') return ok(landed.value);
  const brings = await bringsAnything(publication);
  if (!brings.ok) return brings;
  if (!brings.value) return await closeVanished(publication);
  const refused = await refuse(publication);
  if (refused !== null) return err(refused);
  if (request.mode === 'pull-request') return await publishPullRequest(publication);
  const pushed = await publishToBase(publication);
  if (!pushed.ok) return pushed;
  if (pushed.value.kind === 'protected') return await insteadOfPush(publication, pushed.value.why);
  if (pushed.value.kind === 'base-moved' && request.whenBaseMoved === 'pull-request') {
    return await insteadOfPush(publication, `${request.base.branch} has moved since the run began`);
  }
  return ok(pushed.value);
}

async function insteadOfPush(publication: Publication, why: string): Promise<Result<PublishOutcome, Problem>> {
  publication.notes.push(`This is a pull request instead of a push to the base branch: ${why}.`);
  return await publishPullRequest(publication);
}

/** Whether merging the result into the base branch would change it. */
async function bringsAnything({ request, baseTip }: Publication): Promise<Result<boolean, Problem>> {
  const { trusted, result } = request;
  const doing = 'compare the result with the base branch';
  const tree = await trusted.treeOf(baseTip);
  if (!tree.ok) return err(gitProblem(tree.error, doing));
  const merged = await trusted.mergeTrees(baseTip, result);
  if (!merged.ok) return err(gitProblem(merged.error, doing));
  return ok(merged.value.kind === 'conflict' || merged.value.tree !== tree.value);
}

async function refuse({ request, world, from }: Publication): Promise<Problem | null> {
  const { trusted, result, settings, state } = request;
  const refusals = await checkResult({
    trusted,
    from,
    to: result,
    protectedPaths: settings.protectedPaths,
    maxFiles: settings.maxFiles,
    maxKilobytes: settings.maxKilobytes,
    secrets: [...secretsOf(world.env), ...(world.token === '' ? [] : [world.token])],
    texts: [
      { place: 'name of the branch', text: firstBranch(request) },
      { place: 'title', text: settings.title ?? pullRequestTitle(state) },
    ],
  });
  if (!refusals.ok) return gitProblem(refusals.error, 'look at what the result changes');
  if (refusals.value.length === 0) return null;
  await world.output.summary(refusalSummary(refusals.value, howToGetIt(request, world.facts)));
  return refusalProblem(refusals.value, howToGetIt(request, world.facts).join(' && '));
}
