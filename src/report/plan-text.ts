import type { Hook } from '../definition/workflow.js';
import type { Plan, PlanGroup, PlanNode, PlanStep } from '../plan/plan.js';
import { durationText } from './duration-text.js';
import { counted, stepCount } from './step-label.js';
import { plain, type CleanText, type Paint } from './text-style.js';

/** A prerequisite and how it stands. */
export interface PrerequisiteState {
  readonly text: string;
  /** The workflow that demands it. */
  readonly workflow: string;
  readonly state: 'met' | 'not-met' | 'not-checked';
  /** Why it is not met; null otherwise. */
  readonly why: string | null;
}

export interface PlanView {
  readonly plan: Plan;
  /** What the step will do: one line, or more (an agent's prompt) that are shown indented below it. */
  readonly describe: (step: PlanStep) => string;
  readonly prerequisites: readonly PrerequisiteState[];
  /** Only this phase will run; null for all. */
  readonly phase: string | null;
  /** Ids of the steps that will be skipped. */
  readonly skip: readonly string[];
  /** Overrides the `max_concurrent` of every parallel phase; null for none. */
  readonly maxConcurrent: number | null;
}

export interface PlanStyle {
  readonly clean: CleanText;
  readonly paint?: Paint;
}

/** The plan for a person: what would run, in which order and how much at a time, under which conditions. */
export function renderPlan(view: PlanView, { clean, paint = plain }: PlanStyle): string {
  const { plan } = view;
  const lines: string[] = [];
  const add = (depth: number, text: string): void => void lines.push('  '.repeat(depth) + text);
  const head = `${plan.workflow} ${plan.version}`;
  add(0, `${paint('bold', clean(head))}${plan.description === '' ? '' : ` - ${clean(plan.description)}`}`);
  add(0, [counted(plan.steps.length, 'step'), ...limits(plan)].join(', '));
  if (view.prerequisites.length > 0) add(0, '');
  for (const prerequisite of view.prerequisites) add(0, prerequisiteLine(prerequisite, { clean, paint }));
  for (const phase of plan.root.children) {
    add(0, '');
    addNode(phase, 0, { view, add, clean, paint });
  }
  add(0, '');
  if (plan.validation.length > 0) add(0, `validation of the result: ${clean(plan.validation.join('; '))}`);
  if (plan.onSuccess.length > 0) add(0, `on success: ${clean(hookTexts(plan.onSuccess).join('; '))}`);
  if (plan.onFailure.length > 0) add(0, `on failure: ${clean(hookTexts(plan.onFailure).join('; '))}`);
  return lines.join('\n').trimEnd();
}

interface Writer {
  readonly view: PlanView;
  readonly add: (depth: number, text: string) => void;
  readonly clean: CleanText;
  readonly paint: Paint;
}

/** Groups nest as deep as workflows nest, which the planner bounds. */
function addNode(node: PlanNode, depth: number, writer: Writer): void {
  if (node.node === 'step') addStep(node, depth, writer);
  else addGroup(node, depth, writer);
}

function addGroup(group: PlanGroup, depth: number, writer: Writer): void {
  const { view, add, clean, paint } = writer;
  const parallel = group.type === 'parallel' ? `, ${view.maxConcurrent ?? group.maxConcurrent} at a time` : '';
  const left = isLeftOut(group, view) ? ' - not in this run (--phase)' : '';
  add(depth, `${paint('bold', `${group.kind} ${clean(group.name)}`)} (${group.type}${parallel})${left}`);
  if (group.condition !== null) add(depth + 1, `if: ${clean(group.condition.condition.text)}`);
  for (const child of group.children) addNode(child, depth + 1, writer);
  if (group.type === 'parallel' && group.children.length > 1)
    add(depth + 1, 'sync point: wait for all, merge in file order');
  if (group.validation.length > 0) add(depth + 1, `validation: ${clean(group.validation.join('; '))}`);
}

function addStep(step: PlanStep, depth: number, { view, add, clean, paint }: Writer): void {
  const [first = '', ...more] = view.describe(step).split('\n');
  const skipped = view.skip.includes(step.id) ? paint('dim', ' - skipped (--skip-step)') : '';
  const id = step.id === step.name ? '' : paint('dim', ` (${clean(step.id)})`);
  add(depth, `${stepCount(step, view.plan.steps.length)} ${clean(first)}${id}${skipped}`);
  const inner = depth + 2;
  if (step.condition !== null) add(inner, `if: ${clean(step.condition.condition.text)}`);
  for (const line of more) add(inner, `${paint('dim', '|')} ${clean(line)}`.trimEnd());
  const { validation, writes, expect, retry, timeoutMs, continueOnError, checkpoint } = step.action;
  if (writes !== null) add(inner, `writes only: ${clean(writes.join(', '))}`);
  if (expect !== null)
    add(inner, `derivations: ${typeof expect === 'string' ? expect : clean(expect.hosts.join(', '))}`);
  if (validation.length > 0) add(inner, `validation: ${clean(validation.join('; '))}`);
  if (retry !== null) {
    const wait = `${retry.backoff} from ${durationText(retry.delayMs)}`;
    add(inner, `on failure: up to ${counted(retry.times, 'more attempt')}, ${wait}`);
  }
  if (timeoutMs !== null) add(inner, `time limit: ${durationText(timeoutMs)}`);
  if (continueOnError) add(inner, 'the run goes on when it fails');
  if (checkpoint) add(inner, 'checkpoint');
}

function isLeftOut(group: PlanGroup, { phase }: PlanView): boolean {
  return phase !== null && group.parent?.path === '' && group.name !== phase;
}

function prerequisiteLine({ text, state, why }: PrerequisiteState, { clean, paint }: Required<PlanStyle>): string {
  switch (state) {
    case 'met':
      return `prerequisite ${clean(text)}: ${paint('success', 'met')}`;
    case 'not-met':
      return `prerequisite ${clean(text)}: ${paint('error', 'not met')}${why === null ? '' : `, ${clean(why)}`}`;
    case 'not-checked':
      return `prerequisite ${clean(text)}`;
  }
}

function limits({ timeoutMs, budgetUsd }: Plan): string[] {
  const time = timeoutMs === null ? [] : [`at most ${durationText(timeoutMs)}`];
  return budgetUsd === null ? time : [...time, `at most $${budgetUsd.toFixed(2)} for agents`];
}

/** Hooks as they are written in the file. */
export function hookTexts(hooks: readonly Hook[]): string[] {
  return hooks.map((hook) => (hook.kind === 'command' ? hook.command : `notify: ${hook.about}`));
}
