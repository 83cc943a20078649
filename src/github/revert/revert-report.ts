import type { Problem } from '../../base/problem.js';
import type { Result } from '../../base/result.js';
import { markdownCode, markdownText } from '../../report/markdown-text.js';
import type { RunnerOutput } from '../action-world.js';
import type { RevertOutcome, RevertRequest } from './revert-request.js';

/** Sets the outputs and adds what was done, or why nothing was, to the job summary. */
export async function reportRevert(
  { branch, reason }: RevertRequest,
  outcome: Result<RevertOutcome, Problem>,
  { setOutput, summary, notice }: RunnerOutput,
): Promise<void> {
  const pullRequest = outcome.ok && outcome.value.kind === 'pull-request' ? outcome.value.pullRequest : null;
  setOutput('reverted', outcome.ok && outcome.value.kind !== 'nothing' ? outcome.value.commit : '');
  setOutput('pull-request-operation', pullRequest === null ? 'none' : 'created');
  setOutput('pull-request-number', pullRequest === null ? '' : String(pullRequest.number));
  setOutput('pull-request-url', pullRequest?.url ?? '');
  if (outcome.ok) notice(noticeOf(branch, outcome.value));
  const because = reason === '' ? '' : `\n\nBecause: ${markdownText(reason)}`;
  await summary(`### Revert\n\n${sentenceOf(branch, outcome)}${because}\n`);
}

/** For the log, in plain text. */
function noticeOf(branch: string, outcome: RevertOutcome): string {
  switch (outcome.kind) {
    case 'reverted':
      return `${branch} was brought back by ${outcome.commit}`;
    case 'pull-request':
      return `${branch} is protected, the revert waits in a pull request: ${outcome.pullRequest.url}`;
    case 'nothing':
      return `there is nothing to take back on ${branch}`;
  }
}

function sentenceOf(branch: string, outcome: Result<RevertOutcome, Problem>): string {
  const name = markdownCode(branch);
  if (!outcome.ok) {
    const { message, help } = outcome.error;
    return `Nothing was reverted. ${markdownText(message, { maxLength: 2000 })}\n\n${markdownText(help, { maxLength: 2000 })}`;
  }
  switch (outcome.value.kind) {
    case 'reverted':
      return `${name} was brought back by ${markdownCode(outcome.value.commit.slice(0, 12))}.`;
    case 'pull-request':
      return `${name} is protected: the revert waits in pull request ${outcome.value.pullRequest.number}.`;
    case 'nothing':
      return `There is nothing to take back on ${name}.`;
  }
}
