import { isOfStart } from '../base/failure.js';
import { shellWord } from '../base/shell-word.js';
import { notLanded } from '../engine/left-out.js';
import { headCommit, startCommit, type RunState, type StepState, type StepStatus } from '../engine/run-state.js';
import { blameCommands } from './describe-blame.js';
import { describeFailure } from './describe-failure.js';
import { stepCostText, totalCostText } from './cost-text.js';
import { durationText } from './duration-text.js';
import { branchName, landedText, pauseText, skipText } from './event-lines.js';
import { hostLine, hostsLine } from './hosts-text.js';
import { foundFailures, type FoundFailure } from './found-failures.js';
import { counted, shortCommit, stepLabel } from './step-label.js';
import { textTable } from './text-table.js';
import { plain, type CleanText, type Paint } from './text-style.js';

export interface SummaryOptions {
  readonly clean: CleanText;
  readonly paint?: Paint;
  /** How the program is called in the commands that are suggested; default `workflow-runner`. */
  readonly program?: string;
  /** `--repo DIR` as the user gave it, put behind every suggested command; null when not given. */
  readonly repo?: string | null;
}

/** Rows of the table; a long run shows what did not succeed and the end of what did. */
const MAX_ROWS = 40;
const MAX_FAILURES = 10;
const MAX_SHOWN_COMMITS = 5;

/** The end of a run for a person: its status, its steps, what landed or failed and why, and the commands that go on. */
export function renderRunSummary(state: RunState, options: SummaryOptions): string {
  const { clean, paint = plain } = options;
  const blocks = [
    headLine(state, paint),
    stepTable(state, clean).join('\n'),
    failureBlock(state, { clean, paint }).join('\n'),
  ];
  if (state.hosts !== null) blocks.push(hostBlock(state.hosts, state, clean).join('\n'));
  if (state.landed !== null) blocks.push(clean(landedText(state.landed, state)));
  blocks.push(nextBlock(state, options).join('\n'));
  return blocks.filter((block) => block !== '').join('\n\n');
}

function hostBlock(
  { compared, before }: NonNullable<RunState['hosts']>,
  { base }: RunState,
  clean: CleanText,
): string[] {
  const lines = compared.slice(0, MAX_ROWS).map((host) => `  ${clean(hostLine(host))}`);
  const start = before === base.commit ? 'the start' : `commit ${shortCommit(before)}`;
  return compared.length === 0 ? [] : [`hosts, compared with ${start}:`, ...lines];
}

/** The commands that go on from here, with what each is for; the most useful first. */
export function nextCommands(
  state: RunState,
  { program = 'workflow-runner', repo = null }: Partial<SummaryOptions>,
): [string, string][] {
  const { workflow } = state.plan;
  const tail = repo === null ? '' : ` --repo ${shellWord(repo)}`;
  const command = (rest: string): string => `${program} ${rest}${tail}`;
  if (state.status === 'completed') return landedCommands(state, repo);
  if (state.failure !== null && isOfStart(state.failure)) {
    return [[command(workflow), 'start again, when what is wrong is mended and committed']];
  }
  const commands: [string, string][] = [];
  const failed = failedSteps(state).find(({ step }) => !step.action.continueOnError);
  if (failed !== undefined) {
    commands.push([command(`logs ${workflow} --step ${failed.step.number}`), 'what the step printed']);
  }
  commands.push([command(`${workflow} --resume${moreMoney(state)}`), 'go on; completed steps are not run again']);
  commands.push(...blameCommands(state, (flags) => command(`${workflow} ${flags}`)));
  if (failed !== undefined) {
    commands.push([command(`${workflow} --skip-step ${failed.step.number} --resume`), 'go on without the step']);
  }
  return [...commands, ...lookCommands(state, repo)];
}

/** What is there to look at of a run that has more to do: all that was done; after a part of it landed, what did not. */
function lookCommands(state: RunState, repo: string | null): [string, string][] {
  if (state.landed !== null) {
    const left = (state.rebuilt?.leftOut ?? []).flatMap(({ step }) => doneBy(state.steps.get(step)));
    const which = left.length > MAX_SHOWN_COMMITS ? 'the first steps' : 'the steps';
    const command = `show ${left.slice(0, MAX_SHOWN_COMMITS).map(shortCommit).join(' ')}`;
    return left.length === 0 ? [] : [[gitCommand(repo, command), `${which} that did not land`]];
  }
  const [from, to] = [startCommit(state), headCommit(state)];
  if (from === to || from === '') return [];
  return [[gitCommand(repo, `diff ${shortCommit(from)} ${shortCommit(to)}`), 'what is done so far']];
}

/** The commit of a completed step that has changed something. */
function doneBy(step: StepState | undefined): string[] {
  if (step?.status !== 'completed' || step.result === null) return [];
  return step.result.commit === step.base ? [] : [step.result.commit];
}

/** Without more of it, a run whose budget is spent would pause at once. */
function moreMoney({ pause, choices, plan }: RunState): string {
  const budgetUsd = choices.budgetUsd ?? plan.budgetUsd;
  return pause === 'budget' && budgetUsd !== null ? ` --budget-usd ${budgetUsd * 2}` : '';
}

function landedCommands({ landed, base }: RunState, repo: string | null): [string, string][] {
  if (landed === null || landed.how === 'nothing-to-land') return [];
  const range = `${shortCommit(base.commit)}..${shortCommit(landed.commit)}`;
  const look: [string, string] = [gitCommand(repo, `log --stat ${range}`), 'what changed'];
  switch (landed.how) {
    case 'branch':
      return [look, [gitCommand(repo, `merge ${branchName(landed.branch ?? '')}`), 'take it over']];
    case 'kept':
      return [look, [gitCommand(repo, `merge ${shortCommit(landed.commit)}`), 'take it over']];
    case 'fast-forward':
      return [look];
  }
}

function gitCommand(repo: string | null, rest: string): string {
  return repo === null ? `git ${rest}` : `git -C ${shellWord(repo)} ${rest}`;
}

function headLine(state: RunState, paint: Paint): string {
  const took = durationText((state.endedAt ?? state.updatedAt) - state.startedAt);
  const total = totalCostText(state);
  const cost = total === '' ? '' : `, ${total}`;
  const name = `${state.plan.workflow} ${state.plan.version}`;
  switch (state.status) {
    case 'completed':
      return `${paint('success', 'completed')}: ${name} in ${took}${cost}`;
    case 'failed':
      return `${paint('error', 'failed')}: ${name} after ${took}${cost}`;
    case 'paused': {
      const why = state.pause === null ? '' : ` (${pauseText(state.pause)})`;
      return `${paint('warning', 'paused')}: ${name} after ${took}${cost}${why}`;
    }
    case 'running':
      return `running: ${name} for ${took}${cost}`;
  }
}

function stepTable(state: RunState, clean: CleanText): string[] {
  const steps = [...state.steps.values()];
  const leftOut = new Set(notLanded(state).map(({ id }) => id));
  const rowOf = (step: StepState): string[] => row(step, leftOut.has(step.step.id), clean);
  if (steps.length <= MAX_ROWS) return textTable(steps.map(rowOf));
  const isQuiet = ({ status, step }: StepState): boolean =>
    status === 'pending' || status === 'skipped' || (status === 'completed' && !leftOut.has(step.id));
  const notable = steps.filter((step) => !isQuiet(step));
  const shown = notable.slice(0, MAX_ROWS);
  const rest = new Map<StepStatus, number>();
  const listed = new Set(shown);
  for (const step of steps) if (!listed.has(step)) rest.set(step.status, (rest.get(step.status) ?? 0) + 1);
  const counts = [...rest].map(([status, count]) => `${count} ${status}`).join(', ');
  return [...textTable(shown.map(rowOf)), `${shown.length > 0 ? 'other steps' : 'steps'}: ${counts}`];
}

function row(step: StepState, isLeftOut: boolean, clean: CleanText): string[] {
  const took = step.startedAt === null || step.endedAt === null ? '' : durationText(step.endedAt - step.startedAt);
  const facts: string[] = [];
  if (step.status === 'completed' && step.result !== null) {
    const { filesModified, commit } = step.result;
    if (isLeftOut) facts.push('did not land');
    facts.push(filesModified === 0 ? 'nothing changed' : `${counted(filesModified, 'file')}, ${shortCommit(commit)}`);
    if (step.result.hosts !== undefined) facts.push(clean(hostsLine(step.result.hosts)));
  }
  if (step.skipped !== null) facts.push(skipText(step.skipped));
  if (step.attempt > 1) facts.push(counted(step.attempt, 'attempt'));
  const cost = stepCostText(step);
  if (cost !== '') facts.push(cost);
  return [`  ${step.step.number}`, clean(stepLabel(step.step)), step.status, took, facts.join(', ')];
}

function failureBlock(state: RunState, style: { clean: CleanText; paint: Paint }): string[] {
  const found = foundFailures(state);
  const lines = found.slice(0, MAX_FAILURES).flatMap((one) => failureLines(one, style));
  return found.length > MAX_FAILURES ? [...lines, `… and ${found.length - MAX_FAILURES} more failures`] : lines;
}

function failureLines(
  { where, failure, isBorne, blame }: FoundFailure,
  { clean, paint }: { clean: CleanText; paint: Paint },
): string[] {
  const { title, details, help } = describeFailure(failure);
  const indented = (lines: readonly string[]): string[] => lines.map((line) => `    ${clean(line)}`.trimEnd());
  return [
    `${paint('error', clean(where))}: ${clean(title)} ${paint('dim', `[${failure.reason}]`)}`,
    ...indented(details),
    ...(blame === null ? [] : [`  ${paint('bold', clean(blame.title))}`, ...indented(blame.details)]),
    ...(isBorne ? [] : [`  ${clean(blame === null || blame.help === '' ? help : blame.help)}`]),
  ];
}

function nextBlock(state: RunState, options: SummaryOptions): string[] {
  const commands = nextCommands(state, options);
  return textTable(commands.map(([command, what]) => [`  ${options.clean(command)}`, `# ${what}`]));
}

function failedSteps(state: RunState): StepState[] {
  return [...state.steps.values()].filter(({ status }) => status === 'failed' || status === 'conflict');
}
