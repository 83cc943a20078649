import type { Problem } from '../../base/problem.js';
import { codeBlock, markdownCode, markdownText } from '../../report/markdown-text.js';
import type { RunnerFacts } from '../runner/runner-facts.js';
import type { Publication } from './publication.js';
import type { PublishOutcome, PublishRequest, PullRequestReference } from './publish-request.js';
import { refusalText, type Refusal } from './refusal.js';

/** The job summary names no more places of a refusal than this. */
const MOST_PLACES = 500;

/** Where a person opens a pull request by hand. */
export function compareUrl({ serverUrl, owner, repo }: RunnerFacts, base: string, head: string): string {
  const [one, other] = [base, head].map((branch) => branch.split('/').map(encodeURIComponent).join('/'));
  return `${serverUrl}/${owner}/${repo}/compare/${one}...${other}?expand=1`;
}

export function workflowRunUrl({ serverUrl, owner, repo, runId }: RunnerFacts): string {
  return `${serverUrl}/${owner}/${repo}/actions/runs/${runId}`;
}

/** Commands that bring the result of a run to a person's checkout. */
export function howToGetIt({ result, workflow }: PublishRequest, { runId }: RunnerFacts): string[] {
  const branch = `workflow-runner-result-${runId}`;
  return [
    `gh run download ${runId} --pattern 'workflow-runner.*' --dir checkpoints`,
    `for b in checkpoints/*/commits.bundle; do git fetch "$b" '+refs/workflow-runner/*:refs/workflow-runner/*'; done`,
    `git branch ${branch} ${result} # result of ${/^[\w.-]+$/.test(workflow) ? workflow : 'the workflow'}`,
  ];
}

/** What is told of a publication that may not have come far. */
type Told = Pick<Publication, 'request' | 'world' | 'notes'>;

/** Sets the outputs and adds what was done to the job summary. */
export async function reportOutcome(publication: Told, outcome: PublishOutcome): Promise<void> {
  const { setOutput, summary, notice } = publication.world.output;
  const { branch, operation, pullRequest, range } = outputsOf(outcome);
  setOutput('branch', branch);
  setOutput('pull-request-operation', operation);
  setOutput('pull-request-number', pullRequest === null ? '' : String(pullRequest.number));
  setOutput('pull-request-url', pullRequest?.url ?? '');
  setOutput('landed', String(range !== ''));
  setOutput('pushed-range', range);
  // The caller goes on from there, and what it comes to is told then.
  if (outcome.kind === 'base-moved') return;
  if (!isLanding(publication.request)) notice(noticeOf(publication, outcome));
  await summary(sectionOf(sentenceOf(publication, outcome), publication.notes));
}

/** What stopped a publication, for the job summary. */
export async function reportProblem(publication: Told, problem: Problem): Promise<void> {
  const { setOutput, summary } = publication.world.output;
  setOutput('pull-request-operation', 'none');
  setOutput('landed', 'false');
  // A refusal has a section of its own, with every path; and a run that could not land says why by itself.
  if (problem.code === 'publication-refused' || isLanding(publication.request)) return;
  const text = `${markdownText(problem.message, { maxLength: 1000 })}\n\n${proseMarkdown(problem.help, CODE_OR_ADDRESS)}`;
  await summary(sectionOf(text, publication.notes));
}

/** Every place of every refusal, and how to get the result. */
export function refusalSummary(refusals: readonly Refusal[], commands: readonly string[]): string {
  const parts = refusals.map((refusal) => {
    const { title, places, help } = refusalText(refusal);
    const shown = places.slice(0, MOST_PLACES).map((place) => `- ${markdownCode(place, { maxLength: 500 })}`);
    const more = places.length > MOST_PLACES ? [`- and ${places.length - MOST_PLACES} more`] : [];
    return [`**Refused: ${markdownText(title)}.**`, '', ...shown, ...more, '', markdownText(help)].join('\n');
  });
  const get = ['Nothing was pushed, and nothing is lost. To get the result:', '', codeBlock(commands.join('\n'), 'sh')];
  return ['### Not published', '', parts.join('\n\n'), '', ...get, ''].join('\n');
}

function isLanding({ mode, whenBaseMoved }: PublishRequest): boolean {
  return mode === 'push' && whenBaseMoved === 'tell';
}

/** For the log, in plain text. */
function noticeOf({ request }: Told, outcome: PublishOutcome): string {
  const { operation, pullRequest } = outputsOf(outcome);
  if (pullRequest === null) {
    return outcome.kind === 'landed'
      ? `the result is on ${request.base.branch}`
      : `the result does not differ from ${request.base.branch}: there is nothing to publish`;
  }
  const what =
    outcome.kind === 'declined' ? 'was closed with exactly this result, and is not opened again' : `was ${operation}`;
  return `pull request ${pullRequest.number} ${what}: ${pullRequest.url}`;
}

interface Outputs {
  readonly branch: string;
  readonly operation: 'created' | 'updated' | 'closed' | 'none';
  readonly pullRequest: PullRequestReference | null;
  readonly range: string;
}

function outputsOf(outcome: PublishOutcome): Outputs {
  const none: Outputs = { branch: '', operation: 'none', pullRequest: null, range: '' };
  switch (outcome.kind) {
    case 'pull-request':
      return { ...none, branch: outcome.branch, operation: outcome.operation, pullRequest: outcome.pullRequest };
    case 'nothing':
      return outcome.closed === null ? none : { ...none, operation: 'closed', pullRequest: outcome.closed };
    case 'declined':
      return { ...none, pullRequest: outcome.pullRequest };
    case 'landed':
      return { ...none, range: `${outcome.from}..${outcome.to}` };
    case 'base-moved':
      return none;
  }
}

function sentenceOf({ request }: Told, outcome: PublishOutcome): string {
  const base = markdownCode(request.base.branch);
  switch (outcome.kind) {
    case 'pull-request':
      return `${linkTo(outcome.pullRequest)} was ${outcome.operation}, from ${markdownCode(outcome.branch)} to ${base}.`;
    case 'nothing':
      return outcome.closed === null
        ? `The result does not differ from ${base}: there is nothing to publish.`
        : `The result does not differ from ${base} any more: ${linkTo(outcome.closed)} was closed.`;
    case 'declined':
      return `${linkTo(outcome.pullRequest)} was closed by a person with exactly this result, so it is not opened again. To have it after all, reopen it (where its branch is gone, restore that first).`;
    case 'landed':
      return `The result is on ${base}: ${markdownCode(`${outcome.from.slice(0, 12)}..${outcome.to.slice(0, 12)}`)}.`;
    case 'base-moved':
      return '';
  }
}

/** Only an address that can be a pull request's becomes a link. */
function linkTo({ number, url }: PullRequestReference): string {
  return /^https?:\/\/[\w.:-]+\/[\w./-]+$/.test(url) ? `[Pull request ${number}](${url})` : `Pull request ${number}`;
}

const CODE = /(`[^`]+`)/;
const CODE_OR_ADDRESS = /(https?:\/\/[\w./:%?=&-]+|`[^`]+`)/;

/** Our own words, in which addresses stay links and names of inputs stay code; the branch in them has been checked by git. */
function proseMarkdown(text: string, special: RegExp): string {
  return text
    .split(special)
    .map((part, index) => {
      if (index % 2 === 1) return part.startsWith('`') ? markdownCode(part.slice(1, -1)) : `<${part}>`;
      const [, before = '', plain = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(part) ?? [];
      return `${before === '' ? '' : ' '}${markdownText(plain, { maxLength: 2000 })}${after === '' ? '' : ' '}`;
    })
    .join('');
}

function sectionOf(text: string, notes: readonly string[]): string {
  const lines = notes.map((note) => `- ${proseMarkdown(note, CODE)}`);
  return ['### Publication', '', text, '', ...lines, ''].join('\n');
}
