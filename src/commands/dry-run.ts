import { applyEvent } from '../engine/apply-event.js';
import type { RunChoices, RunEvent } from '../engine/event.js';
import { initialState } from '../engine/run-state.js';
import type { Plan } from '../plan/plan.js';
import { planDocument, type PlanDocument } from '../report/plan-document.js';
import { renderPlan, type PlanView, type PrerequisiteState } from '../report/plan-text.js';
import { conclude } from '../runner/conclude.js';
import { dryEffects } from '../runner/dry-effects.js';
import { runLoop } from '../runner/run-loop.js';
import { firstPrompt, NO_PROMPT_HISTORY } from '../agents/prompt.js';
import { describeBinding, describeStep } from '../steps/registry.js';
import { clean } from './console.js';
import type { LoadedPlan } from './load-workflows.js';
import type { CommandWorld } from './world.js';

/** What happens in a run, without times and commits: the same for a dry run and for a run in which every step succeeds. */
export interface WalkedEvent {
  readonly event: RunEvent['type'];
  /** Step id, group path, or how it lands. */
  readonly about?: string;
}

/** Walks the plan with the real engine and loop over effects that touch nothing. */
export async function walk(plan: Plan, choices: RunChoices): Promise<RunEvent[]> {
  const state = initialState(plan);
  const events: RunEvent[] = [];
  const record = (event: RunEvent): void => {
    events.push(event);
    applyEvent(state, event);
  };
  const effects = dryEffects();
  record({
    type: 'run-started',
    at: effects.now(),
    runId: 'dry-run',
    workflow: plan.workflow,
    version: plan.version,
    totalSteps: plan.steps.length,
    definition: {},
    base: { commit: 'HEAD', branch: null },
    triggeredBy: 'dry-run',
    dirty: false,
    choices,
  });
  const controller = new AbortController();
  const world = { state, effects, record, stop: controller.signal, abort: () => controller.abort() };
  await conclude(world, await runLoop(world));
  return events;
}

/** The part of events that a dry run foretells. */
export function walkedEvents(events: readonly RunEvent[]): WalkedEvent[] {
  return events.map((event) => {
    if ('step' in event) return { event: event.type, about: event.step };
    if ('group' in event) return { event: event.type, about: event.group };
    if (event.type === 'landed') return { event: event.type, about: event.how };
    return { event: event.type };
  });
}

/** What `--dry-run --json` prints. */
export interface DryRunDocument extends PlanDocument {
  /** What would happen, in order, if every step succeeds. */
  readonly walk: readonly WalkedEvent[];
}

export interface DryRun {
  readonly loaded: LoadedPlan;
  readonly choices: RunChoices;
  readonly prerequisites: readonly PrerequisiteState[];
}

/** Shows what a run would do. Writes nothing. */
export async function showDryRun({ loaded, choices, prerequisites }: DryRun, { console }: CommandWorld): Promise<void> {
  const { plan } = loaded;
  const { phase, skip, maxConcurrent } = choices;
  const describe: PlanView['describe'] = ({ action }) => {
    if (action.kind !== 'agent') return describeStep(action);
    const { agent, task, config } = action;
    const file = loaded.agentFiles.get(agent);
    const binding = file?.bindings.get(task);
    if (binding !== undefined) return `${describeStep(action)} (${describeBinding(binding)}: no model is asked)`;
    if (!console.isVerbose) return describeStep(action);
    const taskText = file?.tasks.get(task)?.text ?? null;
    const prompt = firstPrompt(
      { agent, task, taskText, config, instructions: file?.prompt ?? null },
      NO_PROMPT_HISTORY,
    );
    return `${describeStep(action)}\n${prompt.trimEnd()}`;
  };
  const view = { plan, describe, prerequisites, phase, skip, maxConcurrent };
  const walked = walkedEvents(await walk(plan, choices));
  const document: DryRunDocument = { ...planDocument(view), walk: walked };
  console.json(document);
  console.print(renderPlan(view, { clean, paint: console.paint }));
  console.print('\nIt would go like this, if every step succeeds:');
  for (const line of walkLines(walked)) console.print(`  ${clean(line)}`);
  console.print('\nNothing was written.');
}

function walkLines(walked: readonly WalkedEvent[]): string[] {
  return walked.flatMap(({ event, about = '' }) => {
    switch (event) {
      case 'step-started':
        return [`start ${about}`];
      case 'step-skipped':
        return [`skip ${about}`];
      case 'group-started':
        return about === '' ? [] : [`begin ${about}`];
      case 'group-skipped':
        return [`skip all of ${about}`];
      case 'group-merged':
        return [`merge the results of ${about} in file order`];
      case 'group-validated':
        return [`validate ${about}`];
      case 'result-validated':
        return ['validate the result on a clean checkout'];
      case 'hooks-ran':
        return ['run the on_success hooks'];
      case 'landed':
        return [about === 'fast-forward' ? 'land: fast-forward the checkout' : `land: ${about}`];
      case 'run-paused':
        return ['pause: the other phases have not run'];
      case 'run-started':
      case 'run-resumed':
      case 'session-started':
      case 'derivations-mapped':
      case 'hosts-compared':
      case 'blame-searched':
      case 'result-blamed':
      case 'result-rebuilt':
      case 'step-completed':
      case 'step-failed':
      case 'merge-conflicted':
      case 'landing-started':
      case 'rolled-back':
      case 'run-ended':
        return [];
    }
  });
}
