import type { Failure } from '../base/failure.js';
import { headCommit, type RunState } from '../engine/run-state.js';
import type { ComparedHosts } from './compared-hosts.js';
import { totalCostText } from './cost-text.js';
import { cutMarkdown } from './cut-markdown.js';
import { durationText } from './duration-text.js';
import { knownText, pauseText } from './event-lines.js';
import {
  checksMarkdown,
  commitMarkdown,
  failureMarkdown,
  failuresMarkdown,
  hostsMarkdown,
  notesMarkdown,
  stepTable,
} from './evidence-markdown.js';
import { markdownText } from './markdown-text.js';
import { graphDiagram } from './mermaid-graph.js';
import { timelineDiagram } from './mermaid-timeline.js';
import { nextSteps, type CheckpointPlace } from './next-steps.js';
import { counted } from './step-label.js';

/** What the job knows that the run does not. */
export interface JobSummaryFacts extends CheckpointPlace {
  /** `https://github.com/owner/repo` when the commits of the run are there, for links; null while they are only in checkpoints. */
  readonly commitsAt: string | null;
  /** Checks on a result that were made outside of the run, by `validate`; null: what the run itself says is shown. */
  readonly validation: {
    readonly commit: string;
    readonly checks: readonly string[];
    readonly failure: Failure | null;
  } | null;
  /** null: not compared. */
  readonly hosts: ComparedHosts | null;
  /** `https://github.com/owner/repo`, so that its addresses in notes become links; null or left out: `commitsAt`. */
  readonly repositoryUrl?: string | null;
  /** What to do next where no job ran, as markdown; left out: what can be done on GitHub. */
  readonly next?: string;
  /** Sentences for a person, for example that a pull request cannot be opened. */
  readonly notes: readonly string[];
}

const MAX_BYTES = 256 * 1024;
const MAX_ROWS = 300;
const MAX_FAILURES = 10;
const CUT = '_The rest is left out; the log has all of it._';

/** The job summary of a run: result, steps, validation, timeline, graph, hosts, what to do next. Markdown of at most 256 KiB. */
export function renderJobSummary(state: RunState, facts: JobSummaryFacts): string {
  const sections: [string, string][] = [
    ['', headline(state)],
    ['', facts.notes.length === 0 ? '' : notesMarkdown(facts.notes, facts.repositoryUrl ?? facts.commitsAt)],
    ['What failed', failuresMarkdown(state, MAX_FAILURES)],
    ['What to do next', facts.next ?? nextSteps(state, facts)],
    ['Steps', stepTable(state, { maxRows: MAX_ROWS, commitsAt: facts.commitsAt })],
    ['Validation', validation(state, facts)],
    ['Hosts', hostsMarkdown(facts.hosts)],
    ['Timeline', timelineDiagram(state)],
    ['Graph', graphDiagram(state)],
  ];
  const blocks = sections
    .filter(([, text]) => text !== '')
    .map(([title, text]) => (title === '' ? text : `### ${title}\n\n${text}`));
  return cutMarkdown(`${blocks.join('\n\n')}\n`, MAX_BYTES, CUT);
}

function headline(state: RunState): string {
  const name = markdownText(`${state.plan.workflow} ${state.plan.version}`, { maxLength: 120 });
  const took = durationText((state.endedAt ?? state.updatedAt) - state.startedAt);
  const cost = totalCostText(state);
  const completed = [...state.steps.values()].filter(({ status }) => status === 'completed').length;
  const facts = [
    `${completed} of ${counted(state.plan.steps.length, 'step')} completed`,
    took,
    ...(cost === '' ? [] : [cost]),
    `run ${markdownText(state.runId, { maxLength: 80 })}`,
  ];
  return `## ${statusMarkdown(state)}: ${name}\n\n${facts.join(' · ')}`;
}

function statusMarkdown({ status, pause }: RunState): string {
  switch (status) {
    case 'completed':
      return '✅ completed';
    case 'failed':
      return '❌ failed';
    case 'paused':
      // The usual end of a job whose phase is not the last.
      if (pause === 'phase-done') return '✅ phase done';
      return pause === null ? '⏸ paused' : `⏸ paused (${pauseText(pause)})`;
    case 'running':
      return '▸ running';
  }
}

function validation(state: RunState, { validation: made, commitsAt }: JobSummaryFacts): string {
  if (made !== null) {
    const on = `on ${commitMarkdown(made.commit, commitsAt)}`;
    if (made.failure !== null) return failureMarkdown(`❌ failed ${on}`, made.failure);
    return made.checks.length === 0 ? 'No checks are declared.' : `✅ passed ${on}: ${checksMarkdown(made.checks)}`;
  }
  const passed = state.validation;
  if (passed !== null && passed.checks.length > 0 && passed.commit === headCommit(state)) {
    const known = passed.known === null ? '' : `; the flake was ${knownText(passed.known, state.runId)}`;
    return `✅ passed on ${commitMarkdown(passed.commit, commitsAt)}: ${checksMarkdown(passed.checks)}${known}`;
  }
  const checks = state.plan.validation;
  if (checks.length === 0) return 'No checks are declared for the result.';
  if (state.failure?.reason === 'validation-failed') return `❌ failed: ${checksMarkdown([state.failure.command])}`;
  return `Not made yet: ${checksMarkdown(checks)}`;
}
