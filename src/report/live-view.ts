import type { PlanGroup, PlanNode } from '../plan/plan.js';
import { groupState, type GroupState, type RunState, type StepState } from '../engine/run-state.js';
import { displayWidth, fitWidth } from './display-width.js';
import { durationText } from './duration-text.js';
import { skipText } from './event-lines.js';
import { costText, stepCostText, totalCostText } from './cost-text.js';
import { counted, stepCount, stepLabel } from './step-label.js';
import type { CleanText, Paint, TextStyle } from './text-style.js';

export interface LiveViewOptions {
  /** Milliseconds since 1970. */
  readonly nowMs: number;
  /** The terminal, in columns and rows. */
  readonly width: number;
  readonly height: number;
  /** The newest line that a step printed; undefined when it has printed nothing. */
  readonly lastLine: (stepId: string) => string | undefined;
  readonly clean: CleanText;
  readonly paint: Paint;
}

const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'] as const;
const SPINNER_MS = 100;
/** Steps that have ended and steps to come, shown around those in flight. */
const MAX_ENDED = 5;
const MAX_COMING = 3;
/** The run's line, the phase's line, and one row that stays free for the cursor. */
const OWN_ROWS = 3;

/**
 * One frame of the live view: the run, the phase, its steps in flight, the last that ended and the next to come. Never more
 * than `height - 1` rows of `width` columns. Looks only at what is shown, however many steps the run has.
 */
export function renderLiveView(state: RunState, options: LiveViewOptions): string {
  const { width, height, clean, paint } = options;
  const phases = activeGroups(state);
  const lines: string[] = [runLine(state, options)];
  const room = Math.max(1, height - OWN_ROWS - phases.length + 1);
  for (const phase of phases) {
    lines.push(paint('bold', fitWidth(clean(phaseText(phase)), width)));
    const share = Math.max(1, Math.floor(room / phases.length));
    lines.push(...chooseSteps(state, phase, share).map((step) => stepLine(step, state, options)));
  }
  return lines.slice(0, Math.max(1, height - 1)).join('\n');
}

/** The innermost groups in which something is going on, in file order. */
function activeGroups(state: RunState): GroupState[] {
  const found: GroupState[] = [];
  const open: PlanGroup[] = [state.plan.root];
  for (let group = open.pop(); group !== undefined; group = open.pop()) {
    const current = groupState(state, group.path);
    const inner = childrenInFlight(current).flatMap((child) => (child.node === 'group' ? [child] : []));
    const active = inner.filter((child) => isOpen(groupState(state, child.path)));
    if (active.length === 0 && group.path !== '' && isOpen(current)) found.push(current);
    open.push(...active.reverse());
  }
  return found;
}

function childrenInFlight(group: GroupState): PlanNode[] {
  const { children, type } = group.group;
  const indexes =
    group.status === 'rerunning' ? [group.mergeNext] : type === 'parallel' ? [...group.active] : [group.next];
  return indexes.sort((a, b) => a - b).flatMap((index) => children[index] ?? []);
}

function isOpen({ status }: GroupState): boolean {
  return status === 'running' || status === 'merging' || status === 'rerunning' || status === 'validating';
}

/** In flight first, then as many neighbours as there is room for; in file order. */
function chooseSteps(state: RunState, group: GroupState, room: number): StepState[] {
  const { children } = group.group;
  const inFlight = new Set(childrenInFlight(group));
  const chosen = new Set<PlanNode>([...inFlight].slice(0, room));
  const spare = (): number => room - chosen.size;
  for (let at = group.next; at < children.length && at < group.next + MAX_COMING && spare() > 1; at += 1)
    add(children[at]);
  const start = group.group.type === 'parallel' ? group.next - 1 : Math.min(group.next, children.length) - 1;
  for (let at = start, ended = 0; at >= 0 && ended < MAX_ENDED && spare() > 0; at -= 1) {
    if (inFlight.has(children[at] as PlanNode)) continue;
    add(children[at]);
    ended += 1;
  }
  return [...chosen]
    .flatMap((node) => (node.node === 'step' ? (state.steps.get(node.id) ?? []) : []))
    .sort((a, b) => a.step.number - b.step.number);

  function add(node: PlanNode | undefined): void {
    if (node?.node === 'step') chosen.add(node);
  }
}

function runLine(state: RunState, { nowMs, width, paint, clean }: LiveViewOptions): string {
  const total = state.plan.steps.length;
  const parts = [`${state.endedSteps}/${total} steps`, durationText((state.endedAt ?? nowMs) - state.startedAt)];
  const cost = totalCostText(state);
  if (cost !== '') {
    const budget = state.choices.budgetUsd ?? state.plan.budgetUsd;
    parts.push(`${cost}${budget === null ? '' : ` of ${costText(budget)}`}`);
  }
  const name = clean(state.plan.workflow);
  const rest = ` ${parts.join(' · ')}`;
  const head = fitWidth(name, Math.max(Math.floor(width / 3), width - displayWidth(rest)));
  return paint('bold', head) + fitWidth(rest, width - displayWidth(head));
}

function phaseText({ group, status, active }: GroupState): string {
  const name = `${group.kind} ${group.path}`;
  switch (status) {
    case 'merging':
      return `${name}: merging ${counted(group.children.length, 'result')}`;
    case 'validating':
      return `${name}: validating`;
    case 'rerunning':
      return `${name}: running a step again that did not merge`;
    case 'pending':
    case 'running':
    case 'completed':
    case 'failed':
    case 'skipped':
      return group.type === 'parallel'
        ? `${name}: ${active.size} of ${counted(group.children.length, 'step')} running`
        : name;
  }
}

function stepLine(step: StepState, state: RunState, options: LiveViewOptions): string {
  const { nowMs, width, lastLine, clean, paint } = options;
  const [mark, style] = markOf(step, nowMs);
  const name = clean(`${stepCount(step.step, state.plan.steps.length)} ${stepLabel(step.step)}`);
  const facts = stepFacts(step, nowMs);
  // Half of the row is the name's; the rest too where the facts leave it.
  const spare = width - 2 - 2 - displayWidth(facts.join(' · '));
  const left = fitWidth(name, Math.max(Math.ceil((width - 2) / 2), facts.length === 0 ? width - 2 : spare));
  const said = step.status === 'running' ? lastLine(step.step.id) : undefined;
  const tail = [...facts, ...(said === undefined || said === '' ? [] : [clean(said)])].join(' · ');
  const room = width - 2 - displayWidth(left) - 2;
  const right = tail === '' || room < 4 ? '' : `  ${paint('dim', fitWidth(tail, room))}`;
  return `${style === null ? mark : paint(style, mark)} ${left}${right}`;
}

function stepFacts(step: StepState, nowMs: number): string[] {
  const facts: string[] = [];
  if (step.startedAt !== null) facts.push(durationText((step.endedAt ?? nowMs) - step.startedAt));
  if (step.attempt > 1) facts.push(`attempt ${step.attempt}`);
  if (step.retryAt !== null) facts.push(`again in ${durationText(step.retryAt - nowMs)}`);
  const cost = stepCostText(step);
  if (cost !== '') facts.push(cost);
  if (step.status === 'completed' && step.result !== null) {
    facts.push(step.result.filesModified === 0 ? 'nothing changed' : counted(step.result.filesModified, 'file'));
  }
  if (step.skipped !== null) facts.push(`skipped: ${skipText(step.skipped)}`);
  if (step.status === 'failed') facts.push('failed');
  if (step.status === 'conflict') facts.push('conflict');
  return facts;
}

function markOf({ status }: StepState, nowMs: number): readonly [string, TextStyle | null] {
  switch (status) {
    case 'pending':
      return ['·', 'dim'];
    case 'running':
      return [SPINNER[Math.floor(Math.max(0, nowMs) / SPINNER_MS) % SPINNER.length] ?? '⠋', 'accent'];
    case 'retrying':
      return ['↻', 'warning'];
    case 'completed':
      return ['✓', 'success'];
    case 'failed':
    case 'conflict':
      return ['✗', 'error'];
    case 'skipped':
      return ['-', 'dim'];
    case 'cancelled':
      return ['■', 'warning'];
  }
}
