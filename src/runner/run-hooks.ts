import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Failure } from '../base/failure.js';
import type { Hook } from '../definition/workflow.js';
import type { Workspace } from '../git/workspace.js';
import { commandFailure, runShell } from '../steps/shell.js';
import type { HooksOutcome } from './effects.js';
import type { StepWorld } from './execute-step.js';

/** Where hooks run, and what they are told to say. */
export interface HookRun {
  readonly which: 'on_success' | 'on_failure';
  readonly hooks: readonly Hook[];
  readonly workspace: Workspace;
  readonly commit: string;
  readonly signal: AbortSignal;
  readonly onOutput: (chunk: Buffer) => void;
  readonly notify: (about: 'success' | 'failure') => void;
  /** The message of a commit made in the workspace's own repository; null when it cannot be read. */
  readonly readMessage: (workspace: Workspace, commit: string) => Promise<string | null>;
}

/**
 * Runs hooks in order, up to the first that fails. `git commit` with nothing left to commit counts as done, since the runner
 * has committed every step; files that an on_success hook changed, or committed itself, become a commit on top.
 */
export async function runHooks(run: HookRun, world: StepWorld): Promise<HooksOutcome> {
  for (const hook of run.hooks) {
    const failure = hook.kind === 'notify' ? notify(run, hook.about) : await runHook(hook.command, run, world);
    if (failure !== null) return { commit: run.commit, failure };
  }
  return run.which === 'on_success' ? collect(run, world) : { commit: run.commit, failure: null };
}

function notify(run: HookRun, about: 'success' | 'failure'): null {
  run.notify(about);
  return null;
}

async function runHook(command: string, run: HookRun, world: StepWorld): Promise<Failure | null> {
  const { workspace, signal, onOutput } = run;
  onOutput(Buffer.from(`$ ${command}\n`));
  const result = await runShell(command, {
    dir: workspace.root,
    signal,
    onOutput,
    tools: world.tools,
    timeoutMs: null,
  });
  const failure = commandFailure(command, result, null);
  if (failure?.reason !== 'command-failed' || !/^\s*git\s+commit\b/.test(command)) return failure;
  const changes = await workspace.changes();
  return changes.ok && changes.value.length === 0 ? null : failure;
}

async function collect(run: HookRun, world: StepWorld): Promise<HooksOutcome> {
  const { workspace, commit } = run;
  const changes = await workspace.changes();
  if (!changes.ok) return { commit, failure: changes.error };
  if (changes.value.length === 0) return { commit, failure: null };
  const committed = await workspace.commit({
    message: (await ownMessage(run)) ?? 'on_success',
    trailers: [['Workflow-Run', world.runId]],
    atMs: world.now(),
  });
  if (!committed.ok) return { commit, failure: committed.error };
  const kept = await world.keep('hooks.on_success', committed.value.commit);
  return { commit: committed.value.commit, failure: kept.ok ? null : kept.error };
}

/** When a hook ran `git commit` itself, its message is the better one. */
async function ownMessage({ workspace, commit, readMessage }: HookRun): Promise<string | null> {
  const head = (await readFile(join(workspace.root, '.git', 'HEAD'), 'utf8').catch(() => '')).trim();
  return /^[0-9a-f]{40,64}$/.test(head) && head !== commit ? readMessage(workspace, head) : null;
}
