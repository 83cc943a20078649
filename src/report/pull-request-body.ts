import { notLanded } from '../engine/left-out.js';
import type { RunState } from '../engine/run-state.js';
import type { ComparedHosts } from './compared-hosts.js';
import { totalCostText } from './cost-text.js';
import { cutMarkdown, utf8Length } from './cut-markdown.js';
import { leftOutLines } from './describe-blame.js';
import { durationText } from './duration-text.js';
import { checksMarkdown, commitMarkdown, hostsMarkdown, notesMarkdown, stepTable } from './evidence-markdown.js';
import { machineBlock, type BlockMarkers } from './machine-block.js';
import { markdownCode, markdownText } from './markdown-text.js';
import { counted } from './step-label.js';
import { safeTerminalLine } from '../process/terminal-text.js';

export { readMarkers, replaceMachineBlock } from './machine-block.js';

export interface PullRequestFacts {
  /** For the next run that updates this pull request: the commit that we pushed and the id of our run. */
  readonly markers: BlockMarkers;
  /** The checks that passed and the commit that they looked at; null when nothing was validated. */
  readonly validation: { readonly commit: string; readonly checks: readonly string[] } | null;
  /** `branch` without `refs/heads/`; `behind`: commits that came to it since the run began. */
  readonly base: { readonly branch: string; readonly commit: string; readonly behind: number };
  /** Address of the workflow run. */
  readonly runUrl: string | null;
  /** Sentences for a person. */
  readonly notes: readonly string[];
  /** null or left out: not compared. */
  readonly hosts?: ComparedHosts | null;
}

/** Room for what people write beside it, below GitHub's 65,536 characters. */
const MAX_CONTENT = 55_000;
const ROWS = [150, 50, 15] as const;
const CUT = '_The rest does not fit here; the summary of the workflow run has it._';
const MAX_TITLE = 120;
const MAX_LEFT_OUT = 20;

/** The machine block of a pull request's body, from its begin marker to its end marker; at most 60,000 characters. */
export function renderPullRequestBody(state: RunState, facts: PullRequestFacts): string {
  let text = '';
  for (const maxRows of ROWS) {
    text = content(state, facts, maxRows);
    if (utf8Length(text) <= MAX_CONTENT) break;
  }
  return machineBlock(cutMarkdown(text, MAX_CONTENT, CUT), facts.markers);
}

/** A title for the pull request when the user gave none: one line, stable over updates, no reference in it. */
export function pullRequestTitle(state: RunState): string {
  const { workflow, version, description } = state.plan;
  // Plain text, which becomes a commit message when the pull request is squashed: `Closes #1` there would close an issue.
  const what = safeTerminalLine(description)
    .replace(/[@#](?=\S)/g, '$& ')
    .replace(/\bGH-(?=\d)/gi, 'GH ')
    .replace(/:\/\//g, ': //')
    .trim();
  const title = what === '' ? `${workflow} ${version}` : `${workflow}: ${what}`;
  return title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE - 1).replace(/[\ud800-\udbff]$/, '')}…` : title;
}

function content(state: RunState, facts: PullRequestFacts, maxRows: number): string {
  const { validation, hosts = null } = facts;
  const notes = [...leftOutNotes(state), ...facts.notes];
  const sections: [string, string][] = [
    ['', opening(state, facts)],
    ['Notes', notes.length === 0 ? '' : notesMarkdown(notes, repositoryOf(facts.runUrl))],
    ['Validation', validation === null ? 'Nothing was validated.' : validated(validation)],
    ['Hosts', hostsMarkdown(hosts)],
    // In a pull request GitHub makes links of full commit names by itself; short ones need no address.
    ['Steps', stepTable(state, { maxRows, commitsAt: null })],
  ];
  return sections
    .filter(([, text]) => text !== '')
    .map(([title, text]) => (title === '' ? text : `### ${title}\n\n${text}`))
    .join('\n\n');
}

/** Which steps the result is without, and why. */
function leftOutNotes(state: RunState): string[] {
  const lines = leftOutLines(notLanded(state)).map((line) => `Not in it: ${line}.`);
  const more = lines.length - MAX_LEFT_OUT;
  return more <= 0 ? lines : [...lines.slice(0, MAX_LEFT_OUT), `Not in it either: ${counted(more, 'more step')}.`];
}

function opening(state: RunState, { base, runUrl }: PullRequestFacts): string {
  const { workflow, version, description } = state.plan;
  const took = durationText((state.endedAt ?? state.updatedAt) - state.startedAt);
  const cost = totalCostText(state);
  const source = runUrl === null || !/^https?:\/\/[^\s()<>]+$/.test(runUrl) ? 'a run' : `[a workflow run](${runUrl})`;
  const branch = markdownCode(base.branch, { maxLength: 120 });
  const behind = base.behind === 0 ? '' : `; ${branch} has got ${counted(base.behind, 'commit')} since`;
  return [
    `**${markdownText(`${workflow} ${version}`, { maxLength: 120 })}**${description === '' ? '' : `: ${markdownText(description)}`}`,
    `Made by ${source} of workflow-runner (${markdownText(state.runId, { maxLength: 80 })}) in ${took}${cost === '' ? '' : `, ${cost}`}, from ${commitMarkdown(base.commit, null)} of ${branch}${behind}.`,
    'The text between the two markers is replaced by the next run. Commits of other people on this branch are never overwritten.',
  ].join('\n\n');
}

/** `https://github.com/owner/repo` of the address of a workflow run. */
function repositoryOf(runUrl: string | null): string | null {
  return /^(https?:\/\/[^\s()<>]+?\/[\w.-]+\/[\w.-]+)\/actions\/runs\/\d+/.exec(runUrl ?? '')?.[1] ?? null;
}

function validated({ commit, checks }: NonNullable<PullRequestFacts['validation']>): string {
  // The whole name: this is what a reviewer compares with the head of the branch.
  const on = /^[0-9a-f]{40,64}$/.test(commit) ? commit : markdownCode(commit);
  if (checks.length === 0) return `No checks are declared for ${on}.`;
  return `✅ passed on exactly ${on}: ${checksMarkdown(checks)}`;
}
