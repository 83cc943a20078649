import type { Failure, LeftOutStep } from '../base/failure.js';

/** Which step made a check of the result fail, as far as replaying the steps tells. */
export type Blame =
  | StepBlame
  /** The check fails on the commit that the steps started from: none of them broke it. */
  | { readonly kind: 'base'; readonly commit: string; readonly failure: Failure }
  /** The steps pass; what the on_success hooks made of their result does not. */
  | { readonly kind: 'hooks'; readonly commit: string }
  | { readonly kind: 'unknown'; readonly why: UnknownBlame };

export interface StepBlame {
  readonly kind: 'step';
  /** Id of the step. */
  readonly step: string;
  /** The step's own commit. */
  readonly commit: string;
  /** The steps up to this one, on what they started from: the first commit on which the check fails. */
  readonly prefix: string;
  /** What the check said there. */
  readonly failure: Failure;
  /** Whether it passes on the step alone, so that it broke only together with steps before it; null when that is not known. */
  readonly passesAlone: boolean | null;
  readonly diff: DiffText;
}

export type UnknownBlame =
  /** The changes of the steps do not go on top of each other one by one. */
  | 'conflict'
  /** A check could not be made: a time limit, a program, the network. */
  | 'check-not-made'
  /** The steps replayed one by one pass. */
  | 'replay-passes';

/** What a step has changed, as text for a person; redacted, not neutralised. */
export interface DiffText {
  /** `git diff --stat`, cut. */
  readonly stat: string;
  /** The patch, cut at the end of a line. */
  readonly patch: string;
  readonly isCut: boolean;
}

/** Why a step is not part of a result that was rebuilt without it. */
export type LeftOutReason = LeftOutStep['why'];

export interface LeftOut {
  /** Id of the step. */
  readonly step: string;
  readonly why: LeftOutReason;
  /** What the check said, for the next attempt of the step. */
  readonly failure?: Failure;
}

const REASONS: Readonly<Record<LeftOutReason, true>> = {
  'broke-result': true,
  failed: true,
  'needs-left-out': true,
  conflict: true,
  'phase-not-valid': true,
  asked: true,
};

/** Whether a JSON value from a journal is a `Blame`. */
export function isBlame(value: unknown): value is Blame {
  if (!isRecord(value)) return false;
  switch (value['kind']) {
    case 'step':
      return (
        typeof value['step'] === 'string' &&
        isCommit(value['commit']) &&
        isCommit(value['prefix']) &&
        isRecord(value['failure']) &&
        (value['passesAlone'] === null || typeof value['passesAlone'] === 'boolean') &&
        isDiff(value['diff'])
      );
    case 'base':
      return isCommit(value['commit']) && isRecord(value['failure']);
    case 'hooks':
      return isCommit(value['commit']);
    case 'unknown':
      return ['conflict', 'check-not-made', 'replay-passes'].includes(String(value['why']));
    default:
      return false;
  }
}

/** Whether a JSON value from a journal is a list of `LeftOut`. */
export function isLeftOutList(value: unknown): value is readonly LeftOut[] {
  return (
    Array.isArray(value) &&
    value.every(
      (item) =>
        isRecord(item) &&
        typeof item['step'] === 'string' &&
        typeof item['why'] === 'string' &&
        Object.hasOwn(REASONS, item['why']) &&
        (item['failure'] === undefined || isRecord(item['failure'])),
    )
  );
}

function isDiff(value: unknown): boolean {
  if (!isRecord(value)) return false;
  return typeof value['stat'] === 'string' && typeof value['patch'] === 'string' && typeof value['isCut'] === 'boolean';
}

const isCommit = (value: unknown): boolean => typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value);

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
