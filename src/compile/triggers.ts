import { weeklyCron, type CompileOptions } from './compile-options.js';

/**
 * Every flag of `run` that means something here. Ten at most: GitHub allows 25 since December 2025, but servers of the
 * Enterprise edition and actionlint 1.7.7 still hold to ten. `on-failure` is therefore an option of `compile` alone.
 */
function inputs({ publish }: CompileOptions): Record<string, object> {
  const text = (description: string): object => ({ description, type: 'string', default: '' });
  const flag = (description: string): object => ({ description, type: 'boolean', default: false });
  const choice = (description: string, options: readonly string[], fallback: string): object => ({
    description,
    type: 'choice',
    options,
    default: fallback,
  });
  return {
    phase: text('Only this phase; empty: all of them'),
    'dry-run': flag('Show what would happen, and do nothing'),
    'skip-step': text('Steps to leave out, by number or id, separated by spaces or commas'),
    'rollback-to-checkpoint': text('With resume-from: go back to the state after this step, by number or id'),
    'resume-from': text('Id of an earlier workflow run (the number in its address) to go on from'),
    'accept-changes': flag('Go on although definitions have changed since the run began'),
    'agent-backend': text('What runs agent steps, for example command:./agent'),
    'max-concurrent': text('At most this many steps at once in one job'),
    'budget-usd': text('At most this much for all agent steps together'),
    publish: choice('How the result is published', ['pull-request', 'push', 'none'], publish),
  };
}

/** `on:` of a compiled workflow: by hand, and on its schedule. */
export function triggers(workflow: string, options: CompileOptions): Record<string, unknown> {
  const { schedule } = options;
  const cron = schedule.kind === 'weekly' ? weeklyCron(workflow) : schedule.kind === 'cron' ? schedule.cron : null;
  return {
    workflow_dispatch: { inputs: inputs(options) },
    ...(cron === null ? {} : { schedule: [{ cron }] }),
  };
}
