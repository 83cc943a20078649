import type { Problem } from '../../base/problem.js';
import type { PushRejection } from '../../git/push.js';
import type { RemoteFailure } from '../../git/remote.js';
import type { RemoteTrouble } from '../../git/remote-contract.js';
import { describeFailure } from '../../report/describe-failure.js';

/** A failure of git for a person. `doing` completes "Could not …". */
export function gitProblem(failure: RemoteFailure, doing: string): Problem {
  if (failure.reason !== 'remote-failed') {
    const { title, help } = describeFailure(failure);
    return { code: 'git-failed', message: `Could not ${doing}: ${title}`, help, exitCode: 1 };
  }
  const { trouble, outputTail } = failure;
  const message = `Could not ${doing}: ${trouble === 'authentication' ? 'the token was not accepted' : lastLine(outputTail)}`;
  return { code: `remote-${trouble}`, message, help: helpOf(trouble), exitCode: 1 };
}

function helpOf(trouble: RemoteTrouble): string {
  if (trouble === 'authentication') {
    return 'The token is wrong or has expired, or may not see the repository. Give another one in the input `token`, or the job `contents: write`.';
  }
  return trouble === 'permission'
    ? 'Give the job `contents: write`, or a token that has that right, in the input `token`.'
    : 'Re-run the failed job; nothing is lost.';
}

/** Why the server did not take a push, for a person. A lost lease is the caller's to handle; here it has words all the same. */
export function rejectionProblem(rejection: PushRejection, branch: string): Problem {
  const problem = (what: string, help: string): Problem => ({
    code: `push-${rejection.why}`,
    message: `GitHub did not take the push to ${branch}: ${what}`,
    help,
    exitCode: 1,
  });
  const said = lastLine(rejection.text);
  switch (rejection.why) {
    case 'lease':
      return problem('others push to it at the same time', 'Re-run the failed job; nothing was overwritten.');
    case 'protected-branch':
      return problem(
        `the branch is protected (${said})`,
        'Let the rule leave out `workflow-runner/*`, or give a `branch`.',
      );
    case 'workflow-permission':
      return problem(
        'the result changes files in .github/workflows, which this token may not',
        'Give a token of a GitHub App or of a person with the right `workflows`, or keep the change out of the workflow.',
      );
    case 'permission':
      return problem(`the token may not write (${said})`, 'Give the job `contents: write`.');
    case 'hook-declined':
      return problem(`a rule of the repository declined it (${said})`, 'See the rule sets of the repository.');
    case 'shallow':
      return problem('this checkout is shallow, and the history does not join', 'Check out with `fetch-depth: 0`.');
    case 'bad-name':
      return problem('that is no name for a branch', 'Give another name in the input `branch`.');
    case 'other':
      return problem(said, 'See what GitHub said; nothing is lost.');
  }
}

function lastLine(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/^remote:\s*/, '').trim());
  return lines.findLast((line) => line !== '') ?? 'no reason was given';
}
