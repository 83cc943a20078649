import { shellWord } from '../base/shell-word.js';
import type { PauseReason } from '../engine/event.js';
import { resultCommit, type RunState } from '../engine/run-state.js';
import { landedText } from './event-lines.js';
import { foundFailures } from './found-failures.js';
import { codeBlock, markdownText } from './markdown-text.js';

export interface CheckpointPlace {
  /** The workflow run on GitHub, for the commands that fetch its checkpoint. */
  readonly workflowRun: { readonly repository: string; readonly id: string } | null;
  /** Name of the artifact with the newest checkpoint. */
  readonly checkpoint: string | null;
  /** What became of the result is told in another section. */
  readonly isPublished?: boolean;
}

/** What a person can do after this job, as markdown: on GitHub, and on a machine of their own. */
export function nextSteps(state: RunState, place: CheckpointPlace): string {
  switch (state.status) {
    case 'running':
      return '';
    case 'completed':
      return completed(state, place);
    case 'failed': {
      const first = foundFailures(state).find(({ isBorne }) => !isBorne);
      const what = first === undefined ? 'The run failed' : `The run failed at ${markdownText(first.where)}`;
      return joined([
        `${what}. ${state.landed === null ? 'Nothing landed; completed steps are kept.' : `${landedSentence(state)}. Completed steps that are not in it are kept.`}`,
        'When the cause was outside (a network, a limit), use **Re-run failed jobs**: it goes on from the last completed step. After a change to the repository, start the workflow anew.',
        ...locally(state, place),
      ]);
    }
    case 'paused':
      if (state.pause === 'phase-done') return pausedText(state.pause, place);
      return joined([pausedText(state.pause, place), ...locally(state, place)]);
  }
}

function completed(state: RunState, place: CheckpointPlace): string {
  if (state.landed === null) return 'The run is complete.';
  if (place.isPublished === true) return 'What became of the result is told under Publication.';
  const landed = landedSentence(state);
  if (state.landed.how !== 'kept') return `${landed}.`;
  return joined([`${landed}, in the checkpoint.`, ...locally(state, place)]);
}

function landedSentence(state: RunState): string {
  if (state.landed === null) return '';
  const landed = markdownText(landedText(state.landed, state));
  return `${landed[0]?.toUpperCase() ?? ''}${landed.slice(1)}`;
}

function pausedText(pause: PauseReason | null, { workflowRun }: CheckpointPlace): string {
  const again =
    workflowRun === null
      ? ''
      : ` Or start it again with the input \`resume-from\` set to \`${digits(workflowRun.id)}\`.`;
  switch (pause) {
    case 'phase-done':
      return 'The phase is done. The next job goes on.';
    case 'deadline':
      return `The time of the job was up. Use **Re-run failed jobs** to go on from the last completed step.${again}`;
    case 'budget':
      return `The budget is spent. Give a larger \`budget-usd\` to go on.${again}`;
    case 'storage':
      return `The journal could not be written: look for a full disk on the runner, then go on.${again}`;
    case 'rolled-back':
      return `The run is back at the checkpoint that was asked for.${again}`;
    case 'interrupted':
    case null:
      return `The job was stopped. Use **Re-run failed jobs** to go on from the last completed step.${again}`;
  }
}

/** Commands that bring the checkpoint to a clone of the repository and go on there. */
function locally(state: RunState, { workflowRun, checkpoint }: CheckpointPlace): string[] {
  if (workflowRun === null || checkpoint === null) return [];
  const { workflow } = state.plan;
  const folder = shellWord(`.claude/workflows/${workflow}`);
  const head = resultCommit(state);
  const hasCommits = [...state.steps.values()].some(({ result }) => result !== null && result.filesModified > 0);
  const lines = [
    `gh run download ${digits(workflowRun.id)} --repo ${shellWord(workflowRun.repository)} --name ${shellWord(checkpoint)} --dir checkpoint`,
    ...(hasCommits ? [`git fetch checkpoint/commits.bundle '+refs/workflow-runner/*:refs/workflow-runner/*'`] : []),
    ...(state.status === 'completed'
      ? [`git diff ${shellWord(state.base.commit)} ${shellWord(head)}`]
      : [
          `mkdir -p ${folder} && cp checkpoint/journal.jsonl ${folder}/`,
          `workflow-runner ${shellWord(workflow)} --resume`,
        ]),
  ];
  const what = state.status === 'completed' ? 'To look at the result' : 'To go on';
  return [`${what} on your own machine, in a clone of the repository:`, codeBlock(lines.join('\n'), 'sh')];
}

function digits(id: string): string {
  return id.replace(/[^0-9]/g, '').slice(0, 30);
}

function joined(paragraphs: readonly string[]): string {
  return paragraphs.join('\n\n');
}
