import type { AgentStep, CommandStep, Hook, Prerequisite, SkillStep } from '../definition/workflow.js';
import type { Condition } from '../definition/condition.js';

/** The validated graph of a run: nested workflows expanded, steps numbered in file order. Nothing in it depends on a machine. */
export interface Plan {
  readonly workflow: string;
  readonly version: string;
  readonly description: string;
  /** A sequential group of the phases. */
  readonly root: PlanGroup;
  /** Every step; the one with number n stands at n - 1. */
  readonly steps: readonly PlanStep[];
  /** Every group by its path; the root's path is the empty string. */
  readonly groups: ReadonlyMap<string, PlanGroup>;
  readonly stepsById: ReadonlyMap<string, PlanStep>;
  readonly prerequisites: readonly PlanPrerequisite[];
  readonly validation: readonly string[];
  readonly onSuccess: readonly Hook[];
  readonly onFailure: readonly Hook[];
  readonly timeoutMs: number | null;
  readonly budgetUsd: number | null;
  /** The files that the plan was made from, the top one first. */
  readonly files: readonly string[];
}

export interface PlanPrerequisite extends Prerequisite {
  /** The workflow that demands it. */
  readonly workflow: string;
}

export type PlanNode = PlanStep | PlanGroup;

/** A phase, or a nested workflow: its children run one after another, or side by side from one base and are then merged. */
export interface PlanGroup {
  readonly node: 'group';
  readonly kind: 'phase' | 'workflow';
  /** Unique: the names from the top joined by `/`. */
  readonly path: string;
  readonly name: string;
  readonly type: 'sequential' | 'parallel';
  readonly maxConcurrent: number;
  readonly condition: PlanCondition | null;
  readonly children: readonly PlanNode[];
  readonly validation: readonly string[];
  readonly continueOnError: boolean;
  readonly parent: PlanGroup | null;
}

export interface PlanStep {
  readonly node: 'step';
  /** Counts from 1 over the whole plan. */
  readonly number: number;
  /** Unique in the plan: the step's id, behind the path of the nested workflow it is in. */
  readonly id: string;
  /** What a person calls it: the task, skill or id. */
  readonly name: string;
  readonly action: AgentStep | SkillStep | CommandStep;
  /** True when it talks to an agent CLI: it needs one, and it costs. A task that is bound to code does not. */
  readonly asksAgent: boolean;
  readonly condition: PlanCondition | null;
  readonly parent: PlanGroup;
}

/** A condition and where its names are looked up: `prefix + name` is the id of a step or the path of a group. */
export interface PlanCondition {
  readonly condition: Condition;
  readonly prefix: string;
}

/** How a step is recorded: the agent or skill that does it, or `command`. */
export function performerOf(step: PlanStep): string {
  switch (step.action.kind) {
    case 'agent':
      return step.action.agent;
    case 'skill':
      return step.action.skill;
    case 'command':
      return 'command';
  }
}
