import { unreachable } from '../base/unreachable.js';
import type { KnownPass, PauseReason, RunEvent, SkipReason } from '../engine/event.js';
import type { RunState } from '../engine/run-state.js';
import type { PlanStep } from '../plan/plan.js';
import { blameText, leftOutLines } from './describe-blame.js';
import { describeFailure } from './describe-failure.js';
import { costText } from './cost-text.js';
import { durationText } from './duration-text.js';
import { hostCount, hostLine, hostsLine } from './hosts-text.js';
import { counted, shortCommit, stepCount, stepLabel } from './step-label.js';
import { plain, type CleanText, type Paint } from './text-style.js';

export interface EventLineOptions {
  readonly clean: CleanText;
  readonly paint?: Paint;
}

type EventOf<T extends RunEvent['type']> = Extract<RunEvent, { type: T }>;

/**
 * The story of a run in plain lines, one when a step starts and one when it ends. Keeps only what is in flight. Steps that
 * are skipped for the same reason one after another become one line, when something else happens or on `end`.
 */
export class EventLines {
  readonly #clean: CleanText;
  readonly #paint: Paint;
  /** When the attempt in flight of each step started, ms since 1970. */
  readonly #startedAt = new Map<string, number>();
  #skipped: { readonly why: SkipReason; readonly first: PlanStep; last: PlanStep; count: number } | null = null;

  constructor({ clean, paint = plain }: EventLineOptions) {
    this.#clean = clean;
    this.#paint = paint;
  }

  /** The lines for this event; `state` has taken it into account already. */
  next(event: RunEvent, state: RunState): string[] {
    if (event.type === 'step-skipped') return this.#skip(event, state);
    return [...this.end(state), ...this.#lines(event, state)];
  }

  /** What was held back; call it after the last event. */
  end(state: RunState): string[] {
    const skipped = this.#skipped;
    if (skipped === null) return [];
    this.#skipped = null;
    const { why, first, last, count } = skipped;
    const reason = skipText(why);
    if (count === 1) return [this.#step(first, state, ['-', `skipped: ${reason}`])];
    const total = state.plan.steps.length;
    return [`- ${stepCount(first, total)} to ${stepCount(last, total)} ${count} steps skipped: ${reason}`];
  }

  #skip(event: EventOf<'step-skipped'>, state: RunState): string[] {
    const step = state.plan.stepsById.get(event.step);
    if (step === undefined) return [];
    const current = this.#skipped;
    if (current?.why === event.why && current.last.number + 1 === step.number) {
      current.last = step;
      current.count += 1;
      return [];
    }
    const lines = this.end(state);
    this.#skipped = { why: event.why, first: step, last: step, count: 1 };
    return lines;
  }

  #lines(event: Exclude<RunEvent, { type: 'step-skipped' }>, state: RunState): string[] {
    switch (event.type) {
      case 'run-started': {
        const dirty = event.dirty ? ['! uncommitted changes in the checkout are not part of the run'] : [];
        const from = `${shortCommit(event.base.commit)}${event.base.branch === null ? '' : ` (${branchName(event.base.branch)})`}`;
        const what = `${event.workflow} ${event.version}, ${counted(event.totalSteps, 'step')}`;
        return [`run ${event.runId} of ${what}, from ${this.#clean(from)}`, ...dirty];
      }
      case 'run-resumed':
        return [`run ${state.runId} resumed: ${state.endedSteps} of ${counted(state.plan.steps.length, 'step')} done`];
      case 'step-started':
      case 'step-completed':
      case 'step-failed':
        return this.#stepLines(event, state);
      case 'group-started':
      case 'group-skipped':
      case 'group-merged':
      case 'group-validated':
      case 'merge-conflicted':
        return this.#groupLines(event, state);
      case 'result-validated':
      case 'derivations-mapped':
      case 'hosts-compared':
      case 'blame-searched':
      case 'result-blamed':
      case 'result-rebuilt':
      case 'hooks-ran':
        return this.#resultLines(event, state);
      case 'landing-started':
        return [`landing ${shortCommit(event.from)}..${shortCommit(event.to)}`];
      case 'landed':
        return [this.#clean(landedText(event, state))];
      case 'rolled-back':
        return [
          `rolled back to ${event.step}${event.revertCommit === null ? '' : `, reverted by ${shortCommit(event.revertCommit)}`}`,
        ];
      case 'run-paused':
        return [this.#paint('warning', `run paused: ${pauseText(event.why)}`)];
      case 'run-ended': {
        const took = durationText(event.at - state.startedAt);
        if (event.status === 'completed') return [this.#paint('success', `run completed in ${took}`)];
        const why = event.failure === null ? '' : `: ${this.#clean(describeFailure(event.failure).title)}`;
        return [this.#paint('error', `run failed after ${took}${why}`)];
      }
      case 'session-started':
        return [];
      default:
        return unreachable(event);
    }
  }

  #resultLines(
    event: EventOf<
      | 'result-validated'
      | 'derivations-mapped'
      | 'hosts-compared'
      | 'blame-searched'
      | 'result-blamed'
      | 'result-rebuilt'
      | 'hooks-ran'
    >,
    state: RunState,
  ): string[] {
    switch (event.type) {
      case 'result-validated':
        return this.#checked('the result', event, state);
      case 'derivations-mapped':
        return [`${hostCount(event.map)} evaluated, to compare with: steps with an expect: are held to it`];
      case 'hosts-compared':
        return event.hosts.map((host) => `host ${this.#clean(hostLine(host))}`);
      case 'blame-searched':
        return [`looking for the step that broke it: ${counted(event.checksLeft, 'check')} left at most`];
      case 'result-blamed': {
        const { title, details } = blameText(state, event.blame);
        return [
          this.#paint('warning', `! ${this.#clean(title)}`),
          ...details.map((line) => `    ${this.#clean(line)}`),
        ];
      }
      case 'result-rebuilt':
        return this.#rebuilt(event, state);
      case 'hooks-ran':
        return event.failure === null
          ? [`${event.hooks} done`]
          : [this.#bad(`${event.hooks} failed: ${describeFailure(event.failure).title}`)];
    }
  }

  #stepLines(event: EventOf<'step-started' | 'step-completed' | 'step-failed'>, state: RunState): string[] {
    const step = state.plan.stepsById.get(event.step);
    if (step === undefined) return [];
    switch (event.type) {
      case 'step-started':
        this.#startedAt.set(event.step, event.at);
        return [this.#step(step, state, ['▸', event.attempt === 1 ? 'started' : `started, attempt ${event.attempt}`])];
      case 'step-completed': {
        const files =
          event.filesModified === 0
            ? 'nothing changed'
            : `${counted(event.filesModified, 'file')}, ${shortCommit(event.commit)}`;
        const hosts = event.hosts === undefined ? '' : `; ${hostsLine(event.hosts)}`;
        const what = `completed${this.#took(event)}, ${files}${attemptCost(step, event)}${hosts}`;
        return [this.#step(step, state, ['✓', what])];
      }
      case 'step-failed': {
        const { title, help } = describeFailure(event.failure);
        const took = this.#took(event, ' after');
        if (event.retryAt !== null || event.failure.reason === 'cancelled') {
          const what = `attempt ${event.attempt} ${attemptEnd(event, took)}${attemptCost(step, event)}`;
          return [this.#step(step, state, ['!', what])];
        }
        const line = this.#step(step, state, ['✗', `failed${took}: ${title}`]);
        // The run goes on all the same: there is nothing to repair and nothing to resume.
        return step.action.continueOnError ? [line] : [line, `    ${this.#clean(help)}`];
      }
    }
  }

  #groupLines(
    event: EventOf<'group-started' | 'group-skipped' | 'group-merged' | 'group-validated' | 'merge-conflicted'>,
    state: RunState,
  ): string[] {
    const group = state.plan.groups.get(event.group);
    if (group === undefined) return [];
    const name = `${group.kind} ${this.#clean(group.path)}`;
    switch (event.type) {
      case 'group-started': {
        if (group.path === '') return [];
        const side = group.type === 'parallel' ? `, ${group.maxConcurrent} at a time` : '';
        return [this.#paint('bold', `${name}: ${counted(group.children.length, 'step')}, ${group.type}${side}`)];
      }
      case 'group-skipped':
        return [`- ${name} skipped: ${skipText(event.why)}`];
      case 'group-merged':
        return [`${name}: results merged in file order, ${shortCommit(event.commit)}`];
      case 'group-validated':
        return this.#checked(name, event, state);
      case 'merge-conflicted': {
        const files = this.#clean(event.paths.slice(0, 5).join(', ')) + (event.paths.length > 5 ? ', …' : '');
        const again =
          state.groups.get(group.path)?.status === 'rerunning' ? '; it runs once more on top of the merged result' : '';
        return [
          this.#paint('warning', `! ${this.#clean(event.child)} conflicts with steps before it in ${files}${again}`),
        ];
      }
    }
  }

  #rebuilt({ commit, leftOut }: EventOf<'result-rebuilt'>, { plan }: RunState): string[] {
    const steps = leftOut.flatMap(({ step, why }) => {
      const planned = plan.stepsById.get(step);
      return planned === undefined ? [] : [{ number: planned.number, id: step, why }];
    });
    const head = `! left out: ${counted(steps.length, 'step')}; the rest is ${shortCommit(commit)}`;
    return [this.#paint('warning', head), ...leftOutLines(steps).map((line) => `    ${this.#clean(line)}`)];
  }

  #checked(
    what: string,
    {
      failure,
      known,
      checks = [],
    }: Pick<EventOf<'group-validated'>, 'failure' | 'known'> & { checks?: readonly string[] },
    { runId }: RunState,
  ): string[] {
    const by = checks.length === 0 ? [] : [`by ${checks.map((check) => `\`${this.#clean(check)}\``).join(', ')}`];
    const is = known === undefined ? ['validated', ...by].join(' ') : [knownText(known, runId), ...by].join(', ');
    if (failure === null) return [this.#paint('success', `✓ ${what} ${is}`)];
    const { title, details } = describeFailure(failure);
    return [this.#bad(`${what} is not valid: ${title}`), ...details.map((line) => `    ${this.#clean(line)}`)];
  }

  #bad(text: string): string {
    return this.#paint('error', `✗ ${this.#clean(text)}`);
  }

  #step(step: PlanStep, state: RunState, [mark, what]: readonly ['✓' | '✗' | '!' | '▸' | '-', string]): string {
    const line = this.#clean(`${stepCount(step, state.plan.steps.length)} ${stepLabel(step)} … ${what}`);
    const style = { '✓': 'success', '✗': 'error', '!': 'warning', '▸': null, '-': 'dim' } as const;
    const chosen = style[mark];
    return `${chosen === null ? mark : this.#paint(chosen, mark)} ${line}`;
  }

  /** How long the attempt took; nothing when its start was not seen (a resume after a crash). */
  #took(event: { readonly step: string; readonly at: number }, word = ' in'): string {
    const startedAt = this.#startedAt.get(event.step);
    this.#startedAt.delete(event.step);
    return startedAt === undefined ? '' : `${word} ${durationText(event.at - startedAt)}`;
  }
}

/** How an attempt ended that is not the last one. */
function attemptEnd({ failure, retryAt, at }: EventOf<'step-failed'>, took: string): string {
  const { title } = describeFailure(failure);
  if (failure.reason === 'cancelled') return `stopped${took}: a resume goes on with it`;
  if (failure.reason === 'agent-out-of-budget') return `stopped${took}: ${title}; it goes on when there is more`;
  const waitMs = (retryAt ?? at) - at;
  return `failed${took}: ${title}; again ${waitMs > 0 ? `in ${durationText(waitMs)}` : 'at once'}`;
}

/** What the attempt has cost, behind a comma; nothing when the step costs nothing. */
function attemptCost({ asksAgent }: PlanStep, { costUsd }: { readonly costUsd: number | null }): string {
  if (costUsd !== null) return costUsd > 0 ? `, ${costText(costUsd)}` : '';
  return asksAgent ? ', cost unknown' : '';
}

/** Why a step or phase was skipped. */
export function skipText(why: SkipReason): string {
  switch (why) {
    case 'condition':
      return 'its condition does not hold';
    case 'asked':
      return 'asked for by --skip-step';
    case 'earlier-failure':
      return 'a step before it failed';
  }
}

/** Why a run is paused. */
export function pauseText(why: PauseReason): string {
  switch (why) {
    case 'interrupted':
      return 'interrupted';
    case 'deadline':
      return 'its time is up';
    case 'budget':
      return 'its budget is spent';
    case 'phase-done':
      return 'the phase that was asked for is done';
    case 'rolled-back':
      return 'rolled back to a checkpoint';
    case 'storage':
      return 'its journal could not be written';
  }
}

/** When and by which run the flake of this very tree was checked; `now` is the id of the run that tells it. */
export function knownText({ at, run }: KnownPass, now: string | null = null): string {
  if (run !== null && run === now) return 'already validated in this run';
  const when = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  return `already validated at ${when}${run === null ? '' : ` by run ${run}`}`;
}

type Landing = Pick<NonNullable<RunState['landed']>, 'how' | 'branch' | 'commit'>;

/** How the result came to the user. */
export function landedText({ how, branch, commit }: Landing, { base }: Pick<RunState, 'base'>): string {
  const target = branch ?? base.branch;
  const name = target === null ? 'the checkout' : branchName(target);
  switch (how) {
    case 'fast-forward':
      return `landed on ${name}: ${shortCommit(commit)}`;
    case 'branch':
      return `the result is on branch ${name}: ${shortCommit(commit)}`;
    case 'nothing-to-land':
      return 'nothing to land: no file changed';
    case 'kept':
      return `the result is kept as commit ${shortCommit(commit)}`;
  }
}

/** `main` for `refs/heads/main`. */
export function branchName(ref: string): string {
  return ref.replace(/^refs\/heads\//, '');
}
