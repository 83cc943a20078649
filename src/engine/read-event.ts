import { isDerivationMap, isHostComparison } from '../base/derivations.js';
import { isBlame, isLeftOutList } from './blame.js';
import type { RunEvent } from './event.js';

type FieldType =
  | 'string'
  | 'number'
  | 'boolean'
  | 'object'
  | 'string?'
  | 'number?'
  | 'object?'
  | 'strings'
  | 'session'
  | 'derivations'
  | 'hosts'
  | 'known'
  | 'blame'
  | 'left-out';

/** The fields of each event, as far as folding relies on them; a question mark allows null. */
const FIELDS: { readonly [T in RunEvent['type']]: Readonly<Record<string, FieldType>> } = {
  'run-started': {
    runId: 'string',
    workflow: 'string',
    version: 'string',
    totalSteps: 'number',
    definition: 'object',
    base: 'object',
    triggeredBy: 'string',
    choices: 'object',
  },
  'run-resumed': { choices: 'object', definition: 'object?' },
  'derivations-mapped': { commit: 'string', map: 'derivations' },
  'step-started': { step: 'string', attempt: 'number', base: 'string' },
  'session-started': { step: 'string', attempt: 'number', session: 'session' },
  'step-completed': {
    step: 'string',
    attempt: 'number',
    commit: 'string',
    filesModified: 'number',
    summary: 'string',
    outputs: 'object',
    costUsd: 'number?',
    tokens: 'number?',
  },
  'step-failed': {
    step: 'string',
    attempt: 'number',
    failure: 'object',
    retryAt: 'number?',
    costUsd: 'number?',
    tokens: 'number?',
  },
  'step-skipped': { step: 'string', why: 'string' },
  'group-started': { group: 'string', base: 'string' },
  'group-skipped': { group: 'string', why: 'string' },
  'merge-conflicted': { group: 'string', child: 'string', ours: 'string', theirs: 'string', paths: 'strings' },
  'group-merged': { group: 'string', commit: 'string' },
  'group-validated': { group: 'string', failure: 'object?' },
  'result-validated': { commit: 'string', checks: 'strings', failure: 'object?' },
  'hosts-compared': { commit: 'string', hosts: 'hosts' },
  'blame-searched': { commit: 'string', checksLeft: 'number' },
  'result-blamed': { of: 'string?', blame: 'blame' },
  'result-rebuilt': { commit: 'string', leftOut: 'left-out' },
  'hooks-ran': { hooks: 'string', commit: 'string', failure: 'object?' },
  'landing-started': { from: 'string', to: 'string' },
  landed: { commit: 'string', how: 'string', branch: 'string?' },
  'rolled-back': { step: 'string', revertCommit: 'string?' },
  'run-paused': { why: 'string' },
  'run-ended': { status: 'string', failure: 'object?' },
};

/** Fields that an event may leave out: what they are when they are there. */
const OPTIONAL: Readonly<Record<string, FieldType>> = {
  budgetUsd: 'number',
  before: 'string',
  work: 'string',
  hosts: 'hosts',
  known: 'known',
};

/**
 * The event that a JSON value from a journal is; null when it is none. A journal may have been written by anybody, so every
 * field that folding relies on is looked at, and commits must look like ids of git before git is asked about them.
 */
export function readEvent(value: unknown): RunEvent | null {
  if (!isRecord(value) || typeof value['type'] !== 'string' || !Number.isFinite(value['at'])) return null;
  if (!Object.hasOwn(FIELDS, value['type'])) return null;
  const fields = FIELDS[value['type'] as RunEvent['type']];
  for (const [name, type] of Object.entries(fields)) if (!isOfType(value[name], type)) return null;
  for (const [name, type] of Object.entries(OPTIONAL))
    if (value[name] !== undefined && !isOfType(value[name], type)) return null;
  const commits = [
    value['commit'],
    value['base'],
    value['from'],
    value['to'],
    value['ours'],
    value['theirs'],
    value['work'],
    value['before'],
  ];
  if (isRecord(value['base'])) commits.push(value['base']['commit']);
  if (commits.some((commit) => typeof commit === 'string' && !/^[0-9a-f]{40,64}$/.test(commit))) return null;
  return value as unknown as RunEvent;
}

/** Milliseconds that a `Date` can show. */
function isTime(value: unknown): boolean {
  return Number.isFinite(value) && Math.abs(value as number) <= 8.64e15;
}

function isOfType(value: unknown, type: FieldType): boolean {
  switch (type) {
    case 'strings':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    case 'string?':
    case 'number?':
    case 'object?':
      return value === null || isOfType(value, type.slice(0, -1) as FieldType);
    case 'object':
      return isRecord(value);
    case 'known':
      return isRecord(value) && isTime(value['at']) && isOfType(value['run'], 'string?');
    case 'derivations':
      return isDerivationMap(value);
    case 'hosts':
      return Array.isArray(value) && value.every(isHostComparison);
    case 'blame':
      return isBlame(value);
    case 'left-out':
      return isLeftOutList(value);
    case 'session':
      return isRecord(value) && typeof value['backend'] === 'string' && typeof value['id'] === 'string';
    case 'number':
      return Number.isFinite(value);
    case 'string':
    case 'boolean':
      return typeof value === type;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
