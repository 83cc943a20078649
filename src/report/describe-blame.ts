import type { LeftOutStep } from '../base/failure.js';
import { unreachable } from '../base/unreachable.js';
import type { Blame, StepBlame } from '../engine/blame.js';
import type { RunState } from '../engine/run-state.js';
import { performerOf, type PlanStep } from '../plan/plan.js';
import type { FailureText } from './failure-text.js';
import { shortCommit } from './step-label.js';

/** Lines of a diff that a message shows; the journal has more, git has all of it. */
const MAX_STAT = 12;
const MAX_PATCH = 40;
const MAX_LINE = 200;

/** Who broke the check of the result, or of the group `of`, in words; null when nobody was looked for. */
export function describeBlame(state: RunState, of: string | null): FailureText | null {
  const { blame } = state;
  return blame === null || blame.of !== of ? null : blameText(state, blame.blame);
}

/** What was found out about a check that failed, in words. Text of steps is in it as it was. */
export function blameText(state: RunState, blame: Blame): FailureText {
  switch (blame.kind) {
    case 'step':
      return stepText(state, blame);
    case 'base':
      return {
        title: `no step broke it: it fails on ${shortCommit(blame.commit)} too, where the steps began`,
        details: [],
        help: 'It was broken before, or no step has done what the check asks for. Mend it on your branch and start anew.',
      };
    case 'hooks':
      return {
        title: 'no step broke it: what the on_success hooks changed did',
        details: [],
        help: 'See what they change in the log.',
      };
    case 'unknown':
      return { title: `the step that broke it could not be found: ${UNKNOWN[blame.why]}`, details: [], help: '' };
    default:
      return unreachable(blame);
  }
}

const UNKNOWN = {
  conflict: 'the changes of the steps do not go on top of each other one by one',
  'check-not-made': 'a check on the way could not be made; the log says why',
  'replay-passes': 'the steps replayed one by one pass',
} as const;

function stepText(state: RunState, blame: StepBlame): FailureText {
  const step = state.plan.stepsById.get(blame.step);
  const who = step === undefined ? `step ${blame.step}` : stepInWords(step);
  const together =
    blame.passesAlone === true ? ['It passes with this step alone: it breaks only together with steps before it.'] : [];
  return {
    title: `${who} broke it`,
    details: [...together, `its changes, commit ${shortCommit(blame.commit)}:`, ...diffLines(blame)],
    help: '',
  };
}

/** `step 3 (harden, security-auditor)`. */
export function stepInWords(step: PlanStep): string {
  const performer = performerOf(step);
  return `step ${step.number} (${step.id}${performer === 'command' ? '' : `, ${performer}`})`;
}

function diffLines({ diff, commit }: StepBlame): string[] {
  const stat = lines(diff.stat);
  const patch = lines(diff.patch);
  const isCut = diff.isCut || patch.length > MAX_PATCH;
  return [
    ...(stat.length > MAX_STAT ? [...stat.slice(0, MAX_STAT - 1), ...stat.slice(-1)] : stat),
    ...patch.slice(0, MAX_PATCH),
    ...(isCut ? [`… the rest: git show ${shortCommit(commit)}`] : []),
  ];
}

const lines = (text: string): string[] => {
  const all = text === '' ? [] : text.split(/\r\n|\n|\r/);
  return all.map((line) => (line.length > MAX_LINE ? `${line.slice(0, MAX_LINE)} …` : line));
};

/** Why steps are left out, one line each: `step 3 (harden): it breaks the result`. */
export function leftOutLines(steps: readonly LeftOutStep[]): string[] {
  return steps.map(({ number, id, why }) => `step ${number} (${id}): ${WHY[why]}`);
}

const WHY = {
  'broke-result': 'it breaks the result',
  failed: 'it failed',
  'needs-left-out': 'it needs a step that is left out',
  conflict: 'it touches the same lines as a step that is left out',
  'phase-not-valid': 'its phase is not valid without a step that is left out',
  asked: 'asked for by --skip-step',
} as const;

/** The commands that go on after a step broke the result, with what each is for. `run`: the words that start the workflow. */
export function blameCommands(state: RunState, run: (flags: string) => string): [string, string][] {
  const blame = state.blame?.blame;
  const step = blame?.kind === 'step' ? state.plan.stepsById.get(blame.step) : undefined;
  if (step === undefined || state.landed !== null) return [];
  const before = state.plan.steps[step.number - 2];
  const isThere = before !== undefined && state.steps.get(before.id)?.status === 'completed';
  return [
    [run('--resume --partial'), 'land the rest without it'],
    [run(`--skip-step ${step.number} --resume`), 'the same, and count the run as completed'],
    ...(isThere
      ? ([[run(`--rollback-to-checkpoint ${before.number} --resume`), `run it again, from step ${step.number} on`]] as [
          string,
          string,
        ][])
      : []),
  ];
}
