import { performerOf, type PlanStep } from '../plan/plan.js';

/** A step in one word or two: its performer and its name, `structure-validator create-module-defaults`. */
export function stepLabel(step: PlanStep): string {
  const performer = performerOf(step);
  if (step.action.kind === 'command') return step.name;
  return performer === step.name ? step.name : `${performer} ${step.name}`;
}

/** `[2/4]`, the number padded so that lines stand below each other. */
export function stepCount(step: PlanStep, total: number): string {
  const width = String(total).length;
  return `[${String(step.number).padStart(width)}/${total}]`;
}

/** The beginning of a commit's name, as git shows it. */
export function shortCommit(commit: string): string {
  return commit.slice(0, 7);
}

/** `1 file`, `5 files`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
