import { z } from 'zod';
import type { Problem } from '../../base/problem.js';
import { err, ok, type Result } from '../../base/result.js';
import {
  pullRequestTitle,
  readMarkers,
  renderPullRequestBody,
  replaceMachineBlock,
} from '../../report/pull-request-body.js';
import { restProblem } from '../api/rest.js';
import { withoutClosedMarker } from './close-pull-request.js';
import { rejectionProblem } from './git-problem.js';
import type { Publication } from './publication.js';
import { bringPullRequest, pullRequestProblem, type PullRequestChange } from './pull-request.js';
import { CLOSED_MARKER, type PullRequest } from './pull-request-data.js';
import { setPeopleAndLabels } from './pull-request-people.js';
import type { PublishOutcome } from './publish-request.js';
import { compareUrl, workflowRunUrl } from './publish-report.js';
import { pushResult } from './push-result.js';
import { surveyBranches, type Survey } from './survey-branches.js';

/** A branch that is pushed to by others again and again is left to them. */
const LOOKS_PER_BRANCH = 3;
const BRANCHES = 3;

/** Closed pull requests whose tree is compared with the result's. */
const MOST_CLOSED = 10;

/** Pushes the branch, then opens or updates its one pull request. */
export async function publishPullRequest(publication: Publication): Promise<Result<PublishOutcome, Problem>> {
  const passedOver = new Set<string>();
  for (let look = 1; look <= LOOKS_PER_BRANCH * BRANCHES; look += 1) {
    const survey = await surveyBranches(publication, passedOver);
    if (!survey.ok) return survey;
    const declined = await declinedOne(publication, survey.value);
    if (!declined.ok) return declined;
    if (declined.value !== null) return ok({ kind: 'declined', pullRequest: referenceTo(declined.value) });
    const { name, expected } = survey.value.branch;
    const pushed = await pushResult(publication, { branch: name, expected });
    if (!pushed.ok) return pushed;
    if (pushed.value.kind === 'protected') return err(pushed.value.problem);
    if (pushed.value.kind === 'pushed') return await openOrUpdate(publication, survey.value, pushed.value.commit);
    if (look % LOOKS_PER_BRANCH === 0) passedOver.add(name);
  }
  const lost = { kind: 'rejected', why: 'lease', tip: null, text: '' } as const;
  return err(rejectionProblem(lost, [...passedOver].join(', ')));
}

/** A pull request of ours that a person closed with exactly this tree. */
async function declinedOne(
  { request, rest }: Publication,
  { open, closed }: Survey,
): Promise<Result<PullRequest | null, Problem>> {
  if (open !== null) return ok(null);
  const byPeople = closed.filter(
    ({ body, merged_at: mergedAt }) => mergedAt == null && readMarkers(body) !== null && !body.includes(CLOSED_MARKER),
  );
  const tree = await request.trusted.treeOf(request.result);
  for (const pullRequest of byPeople.slice(0, MOST_CLOSED)) {
    const commit = await rest.request({
      route: 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
      parameters: { commit_sha: pullRequest.head.sha },
      answer: z.object({ tree: z.object({ sha: z.string() }) }),
    });
    if (!commit.ok && commit.error.reason !== 'not-found') {
      return err(restProblem(commit.error, `look at the closed pull request #${pullRequest.number}`));
    }
    if (commit.ok && tree.ok && commit.value.tree.sha === tree.value) return ok(pullRequest);
  }
  return ok(null);
}

async function openOrUpdate(
  publication: Publication,
  { branch, open }: Survey,
  commit: string,
): Promise<Result<PublishOutcome, Problem>> {
  const { request, world, rest, notes } = publication;
  const { state, settings, base } = request;
  notes.push(...branch.leftAlone.map(leftAloneNote));
  const title = settings.title ?? pullRequestTitle(state);
  const wanted = { head: branch.name, base: base.branch, title, replacesTitle: settings.title !== null, open };
  const body = (old: string): string => bodyOf(publication, { old, tip: commit, leftAlone: branch.leftAlone });
  const brought = await bringPullRequest(rest, {
    ...wanted,
    owner: world.facts.owner,
    draft: settings.draft,
    body,
  });
  if (!brought.ok) {
    const address = compareUrl(world.facts, base.branch, branch.name);
    world.output.setOutput('branch', branch.name);
    return err(pullRequestProblem(brought.error, branch.name, address));
  }
  if (brought.value.operation === 'none') return ok({ kind: 'nothing', closed: null });
  const { operation, pullRequest } = brought.value;
  notes.push(...(await setPeopleAndLabels(rest, pullRequest.number, settings)));
  notes.push(...ciNote(brought.value));
  return ok({ kind: 'pull-request', operation, branch: branch.name, commit, pullRequest: referenceTo(pullRequest) });
}

interface BodyParts {
  readonly old: string;
  readonly tip: string;
  readonly leftAlone: Survey['branch']['leftAlone'];
}

function bodyOf({ request, world, behind, notes }: Publication, { old, tip, leftAlone }: BodyParts): string {
  const { state, validation, base } = request;
  const block = renderPullRequestBody(state, {
    markers: { tip, run: state.runId },
    validation,
    base: { branch: base.branch, commit: base.commit, behind },
    runUrl: workflowRunUrl(world.facts),
    notes,
    hosts: request.hosts ?? null,
  });
  // The renderer makes all notes inert; this one is a reference on purpose, and only of a number.
  const numbers = leftAlone.flatMap(({ openPullRequest }) => (openPullRequest === null ? [] : [`#${openPullRequest}`]));
  const beside = numbers.length === 0 ? '' : `Beside ${numbers.join(', ')}.\n\n`;
  const end = '<!-- workflow-runner:end -->';
  const at = block.lastIndexOf(end);
  const linked = at === -1 ? block : `${block.slice(0, at)}${beside}${block.slice(at)}`;
  return old === '' ? linked : replaceMachineBlock(withoutClosedMarker(old), linked);
}

function leftAloneNote({ name, openPullRequest }: Survey['branch']['leftAlone'][number]): string {
  const pull = openPullRequest === null ? '' : ` (pull request ${openPullRequest})`;
  return `The branch ${name}${pull} has commits that are not from workflow-runner. It was left alone, so this result is beside it.`;
}

/** GitHub starts no workflow for what the token of a job does (docs: "Triggering a workflow from a workflow"). */
function ciNote({ pullRequest }: Extract<PullRequestChange, { pullRequest: unknown }>): string[] {
  if (pullRequest.user?.login !== 'github-actions[bot]') return [];
  return [
    'GitHub starts no checks on this pull request, because it was made with the token of a job. To have them, give the token of a ' +
      'GitHub App or a personal access token in the input `token`; or close it and open it again by hand.',
  ];
}

function referenceTo({ number, html_url: url }: PullRequest): { number: number; url: string } {
  return { number, url };
}
