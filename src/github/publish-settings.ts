import type { Problem } from '../base/problem.js';
import { err, ok, type Result } from '../base/result.js';
import type { RunState } from '../engine/run-state.js';
import type { LandingGit } from '../git/landing.js';
import type { ActionInputs } from './runner/action-inputs.js';
import { pullRequestOf } from './runner/event-trust.js';
import type { PublishRequest, PublishSettings } from './publish/publish-command.js';
import type { RunnerFacts } from './runner/runner-facts.js';

const BRANCH = 'refs/heads/';

/** Short name of the branch that results are for: the input, else the branch that the event is about. */
export function baseBranch({ base }: ActionInputs, facts: RunnerFacts): Result<string, Problem> {
  if (base !== null) return ok(base);
  if (facts.ref.startsWith(BRANCH)) return ok(facts.ref.slice(BRANCH.length));
  const pull = pullRequestOf(facts);
  if (pull !== null) return ok(pull.baseBranch);
  return err({
    code: 'base-missing',
    message: `the workflow run is about ${facts.ref === '' ? 'no branch' : facts.ref}, so there is no branch that the result is for`,
    help: 'name it with the input base',
    exitCode: 2,
  });
}

/** A result to publish. */
export interface Publishable {
  readonly landing: LandingGit;
  readonly state: RunState;
  readonly result: string;
  readonly mode: 'pull-request' | 'push';
  readonly validation: PublishRequest['validation'];
}

/** What to publish and how, from the inputs; the problem is one of them. */
export function publishRequest(
  inputs: ActionInputs,
  facts: RunnerFacts,
  of: Publishable,
): Result<PublishRequest, Problem> {
  const branch = baseBranch(inputs, facts);
  if (!branch.ok) return branch;
  const { landing, state, result, mode, validation } = of;
  return ok({
    git: landing.git,
    trusted: landing.trusted,
    workflow: state.plan.workflow,
    state,
    result,
    base: { branch: branch.value, commit: state.base.commit },
    expectedCommit: inputs.commit,
    validation,
    mode,
    whenBaseMoved: 'pull-request',
    settings: settingsOf(inputs),
  });
}

function settingsOf(inputs: ActionInputs): PublishSettings {
  const { branch, title, labels, reviewers, teamReviewers, assignees, draft } = inputs;
  const { protectedPaths, maxFiles, maxKilobytes, commitSigning } = inputs;
  const people = { labels, reviewers, teamReviewers, assignees };
  return { branch, title, ...people, draft, protectedPaths, maxFiles, maxKilobytes, commitSigning };
}
