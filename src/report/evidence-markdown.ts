import type { HostComparison } from '../base/derivations.js';
import type { Failure } from '../base/failure.js';
import { notLanded } from '../engine/left-out.js';
import type { RunState, StepState, StepStatus } from '../engine/run-state.js';
import type { ComparedHosts } from './compared-hosts.js';
import { describeFailure } from './describe-failure.js';
import { durationText } from './duration-text.js';
import { skipText } from './event-lines.js';
import type { FailureText } from './failure-text.js';
import { foundFailures, type FoundFailure } from './found-failures.js';
import { packageTexts, sizesText } from './hosts-text.js';
import { codeBlock, markdownCode, markdownTable, markdownText } from './markdown-text.js';
import { costText, isCostUnknown, stepCostText } from './cost-text.js';
import { counted, shortCommit, stepLabel } from './step-label.js';

/** Pieces of markdown that the job summary and the body of a pull request share. Every text of strangers in them is escaped. */

export interface StepTableOptions {
  /** Steps that are shown one by one; failed ones come first when there are more. */
  readonly maxRows: number;
  /** Address of the repository for links to commits; null for none. */
  readonly commitsAt: string | null;
}

const STATUS: Record<StepStatus, string> = {
  pending: 'not run',
  running: '▸ running',
  retrying: '↻ waiting for its next attempt',
  completed: '✅ completed',
  failed: '❌ failed',
  conflict: '❌ conflict',
  skipped: '⏭ skipped',
  cancelled: '⏹ stopped',
};

const MAX_HOSTS = 100;
/** Hosts of which every derivation that differs is named. */
const MAX_DETAILED_HOSTS = 20;

const MAX_PACKAGES = 30;

/** A row for each step: status, duration, attempts, files, commit, cost. */
export function stepTable(state: RunState, { maxRows, commitsAt }: StepTableOptions): string {
  const steps = [...state.steps.values()];
  const isQuiet = ({ status }: StepState): boolean =>
    status === 'completed' || status === 'pending' || status === 'skipped';
  const ordered = steps.length <= maxRows ? steps : [...steps.filter((one) => !isQuiet(one)), ...steps.filter(isQuiet)];
  const rest = new Map<StepStatus, number>();
  for (const { status } of ordered.slice(maxRows)) rest.set(status, (rest.get(status) ?? 0) + 1);
  const leftOut = new Set(notLanded(state).map(({ id }) => id));
  const table = markdownTable(
    ['', 'Step', 'Status', 'Duration', 'Attempts', 'Files', 'Commit', 'Cost'],
    ordered.slice(0, maxRows).map((step) => row(step, { commitsAt, isLeftOut: leftOut.has(step.step.id) })),
  );
  if (rest.size === 0) return table;
  const counts = [...rest].map(([status, count]) => `${count} ${status === 'pending' ? 'not run' : status}`).join(', ');
  return `${table}\n\nOther steps: ${counts}.`;
}

/** A commit's short name, with a link when there is an address; anything that is no commit's name is text. */
export function commitMarkdown(commit: string, commitsAt: string | null): string {
  if (!/^[0-9a-f]{40,64}$/.test(commit)) return markdownCode(commit, { maxLength: 64 });
  const short = `\`${shortCommit(commit)}\``;
  return commitsAt === null ? short : `[${short}](${commitsAt}/commit/${commit})`;
}

/** The failures of a run with their words, at most `max` of them; the empty string when there is none. */
export function failuresMarkdown(state: RunState, max: number): string {
  const found = foundFailures(state);
  const blocks = found.slice(0, max).map((one) => foundMarkdown(one));
  if (found.length > max) blocks.push(`… and ${counted(found.length - max, 'more failure')}.`);
  return blocks.join('\n\n');
}

function foundMarkdown({ where, failure, isBorne, blame }: FoundFailure): string {
  const text = failureMarkdown(`**${markdownText(where, { maxLength: 120 })}**`, failure, isBorne);
  return blame === null ? text : `${text}\n\n${blameMarkdown(blame)}`;
}

function blameMarkdown({ title, details, help }: FailureText): string {
  return [
    `**${markdownText(title, { maxLength: 300 })}**`,
    ...(details.length === 0 ? [] : [codeBlock(details.join('\n'), 'diff', { maxLines: 60, maxLength: 6000 })]),
    ...(help === '' ? [] : [markdownText(help, { maxLength: 500 })]),
  ].join('\n\n');
}

/** One failure: `head` (markdown), what happened, the details as they were printed, what to do about it unless it is borne. */
export function failureMarkdown(head: string, failure: Failure, isBorne = false): string {
  const { title, details, help } = describeFailure(failure);
  return [
    `${head}: ${markdownText(title, { maxLength: 500 })} (\`${failure.reason}\`)`,
    ...(details.length === 0 ? [] : [codeBlock(details.join('\n'), '', { maxLines: 30, maxLength: 4000 })]),
    isBorne ? 'The run went on all the same.' : markdownText(help, { maxLength: 1000 }),
  ].join('\n\n');
}

/** Which hosts differ; null: they were not compared. */
export function hostsMarkdown(hosts: ComparedHosts | null): string {
  if (hosts === null) return 'Not compared.';
  const { unchanged, changed } = hosts;
  const lines = changed.slice(0, MAX_HOSTS).flatMap((one, index) => hostItem(one, index < MAX_DETAILED_HOSTS));
  if (changed.length > MAX_HOSTS) lines.push(`- … and ${counted(changed.length - MAX_HOSTS, 'more host')}`);
  const names = unchanged.slice(0, MAX_HOSTS).map((host) => markdownText(host, { maxLength: 80 }));
  const more = unchanged.length > MAX_HOSTS ? ', …' : '';
  if (unchanged.length > 0) lines.push(`- unchanged (${unchanged.length}): ${names.join(', ')}${more}`);
  return lines.length === 0 ? 'The flake has no hosts.' : lines.join('\n');
}

/** A changed host; its line names three derivations at most, so that more are named below it. */
function hostItem(
  { host, what, derivations, derivationCount, packages, sizes }: HostComparison,
  isDetailed: boolean,
): string[] {
  const item = `- ${markdownText(host, { maxLength: 80 })}: ${markdownText(what, { maxLength: 600 })}`;
  if (!isDetailed) return [item];
  const more = derivationCount > derivations.length ? ` and ${derivationCount - derivations.length} more` : '';
  const texts = packageTexts(packages).slice(0, MAX_PACKAGES);
  const morePackages = packages.count > texts.length ? ` and ${packages.count - texts.length} more` : '';
  const codes = (names: readonly string[]): string =>
    names.map((name) => markdownCode(name, { maxLength: 120 })).join(', ');
  return [
    item,
    ...(derivations.length > 3 ? [`  - derivations: ${codes(derivations)}${more}`] : []),
    ...(texts.length > 0 ? [`  - packages: ${codes(texts)}${morePackages}`] : []),
    ...(sizes === null ? [] : [`  - ${sizesText(sizes)}`]),
  ];
}

/**
 * A list of sentences, one item each. They may quote strangers, so that only addresses of pull requests, comparisons, workflow runs and
 * settings of the repository itself become links. `repositoryUrl` as `https://github.com/owner/repo`; null for no links.
 */
export function notesMarkdown(notes: readonly string[], repositoryUrl: string | null): string {
  return notes.map((note) => `- ${noteMarkdown(note.slice(0, 1000), repositoryUrl)}`).join('\n');
}

function noteMarkdown(note: string, repositoryUrl: string | null): string {
  const parts: string[] = [];
  let done = 0;
  for (const { index, 0: address } of note.matchAll(pageAddress)) {
    if (repositoryUrl === null || !address.startsWith(`${repositoryUrl}/`)) continue;
    if (!pageOfRepository.test(address.slice(repositoryUrl.length + 1))) continue;
    parts.push(withSpaces(note.slice(done, index)), `<${address}>`);
    done = index + address.length;
  }
  return [...parts, withSpaces(note.slice(done))].join('').trim();
}

const pageAddress = /https?:\/\/[\w./:-]*\w/g;
const pageOfRepository = /^(?:pull\/\d+|actions\/runs\/\d+|settings\/[a-z/]+|compare\/[\w./-]+)$/;

/** A piece of a sentence: its spaces at both ends stay. */
function withSpaces(text: string): string {
  const line = markdownText(text, { maxLength: 1000 });
  return `${/^\s/.test(text) ? ' ' : ''}${line}${/\s$/.test(text) && line !== '' ? ' ' : ''}`;
}

/** `a`, `b`: the checks that were asked for, at most 20 of them. */
export function checksMarkdown(checks: readonly string[]): string {
  const shown = checks.slice(0, 20).map((check) => markdownCode(check));
  return [...shown, ...(checks.length > 20 ? ['…'] : [])].join(', ');
}

interface RowFacts extends Pick<StepTableOptions, 'commitsAt'> {
  /** What it has done is not in what landed. */
  readonly isLeftOut: boolean;
}

function row(step: StepState, { commitsAt, isLeftOut }: RowFacts): string[] {
  const { status, startedAt, endedAt, attempt, result, skipped, costUsd } = step;
  const why = skipped === null ? '' : `: ${skipText(skipped)}`;
  const isDone = status === 'completed' && result !== null;
  return [
    String(step.step.number),
    markdownText(stepLabel(step.step), { maxLength: 80 }),
    isDone && isLeftOut ? '⚠️ completed, left out' : `${STATUS[status]}${why}`,
    startedAt === null || endedAt === null ? '' : durationText(endedAt - startedAt),
    attempt === 0 ? '' : String(attempt),
    isDone ? String(result.filesModified) : '',
    isDone && result.filesModified > 0 ? commitMarkdown(result.commit, commitsAt) : '',
    costUsd !== null ? stepCostText(step) || costText(costUsd) : isCostUnknown(step) ? 'unknown' : '',
  ];
}
