import type { Problem } from '../base/problem.js';
import { err, ok, type Result } from '../base/result.js';
import type { AppendTrouble } from '../journal/journal-file.js';
import { headCommit, type RunState } from '../engine/run-state.js';
import { land } from '../git/landing.js';
import { readHead } from '../git/repository.js';
import { revertRange } from '../git/revert-range.js';
import { foldEvents } from '../engine/apply-event.js';
import type { RunEvent } from '../engine/event.js';
import { shortCommit } from '../report/step-label.js';
import { buildState } from '../report/state-document.js';
import { checkpointOf, openLastRun, type LastRun, type StartRequest } from '../runner/start-run.js';
import { projection } from './run-documents.js';
import type { PreparedRun } from './prepared-run.js';
import { EXIT, type CommandWorld } from './world.js';

/**
 * `--rollback-to-checkpoint`: the last run is again where it was when that step had completed. What has landed is taken back
 * by a revert commit in the checkout; history is not rewritten. Resolves with the exit code.
 */
export async function rollBack(prepared: PreparedRun, request: StartRequest, world: CommandWorld): Promise<number> {
  const { console } = world;
  const last = await openLastRun(request);
  if (!last.ok) return console.fail(last.error, last.error.exitCode);
  if (last.value === null) {
    const message = `workflow '${prepared.name}' has no run to roll back`;
    return console.fail({ code: 'nothing-to-roll-back', message }, EXIT.invalid);
  }
  try {
    const done = await rollBackRun(prepared, { last: last.value, request }, world);
    if (!done.ok) return console.fail(done.error, done.error.exitCode);
    if (prepared.flags.resume) return EXIT.completed;
    console.json(buildState(done.value));
    return EXIT.completed;
  } finally {
    last.value.journal.close();
  }
}

interface Opened {
  readonly last: LastRun;
  readonly request: StartRequest;
}

async function rollBackRun(
  { rollbackTo, files, name }: PreparedRun,
  { last, request }: Opened,
  { console, ownCommand }: CommandWorld,
): Promise<Result<RunState, Problem>> {
  if (rollbackTo === null) throw new Error('no step to roll back to');
  const checkpoint = checkpointOf(last, request.plan, rollbackTo.id);
  if (!checkpoint.ok) return checkpoint;
  const to = headCommit(checkpoint.value);
  const reverted = await revertLanded(last, to, request);
  if (!reverted.ok) return reverted;
  const { now } = request;
  const event: RunEvent = { type: 'rolled-back', at: now(), step: rollbackTo.id, revertCommit: reverted.value };
  const written = last.journal.append(event, { sync: true });
  if (!written.ok) return err(unwritable(written.error));
  const state = foldEvents(request.plan, [...last.events, event]);
  projection(files, now)(state);
  console.progress(
    `Run ${state.runId} is again at checkpoint ${rollbackTo.number} (${rollbackTo.id}), commit ${shortCommit(to)}.`,
  );
  if (reverted.value !== null) {
    console.progress(`What had landed after it was taken back by the revert commit ${shortCommit(reverted.value)}.`);
  }
  console.progress(`Go on from there: ${ownCommand} ${name} --resume`);
  return ok(state);
}

/** The revert commit in the user's checkout; null when the run had not landed there, or nothing is left of it. */
async function revertLanded(
  { state, journal }: LastRun,
  to: string,
  request: StartRequest,
): Promise<Result<string | null, Problem>> {
  const { landed } = state;
  // Not what landed: when the branch had moved that is a merge, with the user's own commits in it.
  const result = state.afterHooks ?? headCommit(state);
  if (landed?.how !== 'fast-forward' || result === to) return ok(null);
  const { git, trusted } = request.landing;
  const head = await readHead(git, trusted.repository);
  if (!head.ok) return err(problem('git-failed', JSON.stringify(head.error)));
  const contained = await trusted.isAncestor(result, head.value.commit);
  if (!contained.ok) return err(problem('git-failed', JSON.stringify(contained.error)));
  if (!contained.value) {
    const message = `what the run landed (${shortCommit(result)}) is not part of what is checked out`;
    return err({ ...problem('not-on-branch', message), help: 'check out the branch that it landed on' });
  }
  const reverted = await revertRange(trusted, {
    head: head.value.commit,
    from: to,
    to: result,
    message: `Revert workflow ${state.plan.workflow} to an earlier checkpoint\n\nTakes back ${to}..${result}.`,
    trailers: [['Workflow-Run', state.runId]],
    atMs: request.now(),
  });
  if (!reverted.ok) return err(problem('git-failed', JSON.stringify(reverted.error)));
  if (reverted.value.kind === 'nothing') return ok(null);
  if (reverted.value.kind === 'conflict') {
    return err(problem('revert-conflict', `later commits changed the same lines: ${reverted.value.paths.join(', ')}`));
  }
  const { commit } = reverted.value;
  const reason = `workflow-runner: revert ${state.runId}`;
  const landing = { from: head.value.commit, to: commit, startedAtMs: request.now(), reason };
  // As for any landing: a kill in the middle of it is repaired by whoever starts next (S1).
  const begun: RunEvent = { type: 'landing-started', at: landing.startedAtMs, from: landing.from, to: commit };
  const written = journal.append(begun, { sync: true });
  if (!written.ok) return err(unwritable(written.error));
  const moved = await land(request.landing, landing);
  if (!moved.ok || moved.value.kind !== 'landed') {
    const still = journal.append({ type: 'landed', at: request.now(), ...landed }, { sync: true });
    if (!still.ok) return err(unwritable(still.error));
  }
  if (!moved.ok) return err(problem('git-failed', JSON.stringify(moved.error)));
  if (moved.value.kind === 'landed') return ok(commit);
  const paths = moved.value.kind === 'dirty-paths' ? `: ${moved.value.paths.join(', ')}` : '';
  return err(problem('checkout-not-ready', `the revert would overwrite uncommitted changes${paths}`));
}

function unwritable(trouble: AppendTrouble): Problem {
  return problem('journal-unwritable', `the journal cannot be written: ${JSON.stringify(trouble)}`);
}

function problem(code: string, message: string): Problem {
  return { code, message, help: 'nothing was changed', exitCode: 1 };
}
