import * as z from 'zod/mini';
import { err, ok, type Result } from '../../base/result.js';
import type { RunnerFacts } from '../runner/runner-facts.js';
import { MOST_SEALED_BYTES, type SessionLabel } from './sealed-sessions.js';

/** Which part of a run a checkpoint is of. `child`: id of the step, or path of the nested workflow, that a job of a matrix runs. */
export type CheckpointLine =
  { readonly kind: 'main' } | { readonly kind: 'step'; readonly phase: string; readonly child: string };

export type CheckpointStatus = 'running' | 'paused' | 'completed' | 'failed';

/** Where a run stands, as its journal says after `sequence` events. */
export interface CheckpointSnapshot {
  /** Ours, for example `20261122T101112Z-abc123`. */
  readonly runId: string;
  readonly line: CheckpointLine;
  /** Number of events in the journal; its first record, which names the format, is not counted. */
  readonly sequence: number;
  /** The commit that the run began at. */
  readonly base: string;
  /** The commit of the result so far; the base when there is none. */
  readonly head: string;
  /** Full names below `refs/workflow-runner/<run-id>/` -> commit. */
  readonly refs: ReadonlyMap<string, string>;
  readonly status: CheckpointStatus;
  /** The conversations of agents that the run may go on with. */
  readonly sessions: readonly SessionLabel[];
}

/** Where it was saved. */
export type CheckpointFacts = Pick<RunnerFacts, 'owner' | 'repo' | 'runId' | 'attempt' | 'job'>;

/** `manifest.json`: what a checkpoint says about itself, so that one of another run, line or moment is not taken for it. */
export interface CheckpointManifest extends Omit<CheckpointSnapshot, 'refs' | 'sessions'> {
  readonly format: 1;
  /** `owner/name`. */
  readonly repository: string;
  readonly workflow: string;
  readonly workflowRun: { readonly id: string; readonly attempt: number };
  /** Key of the job that saved it. */
  readonly job: string;
  readonly refs: Readonly<Record<string, string>>;
  /** `journal.jsonl`, `commits.bundle` when there are commits, and `sessions.sealed` when there are conversations to go on with. */
  readonly files: Readonly<Record<string, CheckpointFile>>;
}

export interface CheckpointFile {
  /** Hex. */
  readonly sha256: string;
  readonly bytes: number;
}

export const MANIFEST_FILE = 'manifest.json';
export const JOURNAL_FILE = 'journal.jsonl';
export const BUNDLE_FILE = 'commits.bundle';
export const SESSIONS_FILE = 'sessions.sealed';

/** The only files of a checkpoint, and the most bytes of each. */
export const CHECKPOINT_LIMITS: ReadonlyMap<string, number> = new Map([
  [MANIFEST_FILE, 4 * 1024 * 1024],
  [JOURNAL_FILE, 256 * 1024 * 1024],
  [BUNDLE_FILE, 1024 * 1024 * 1024],
  [SESSIONS_FILE, MOST_SEALED_BYTES],
]);

const MOST_REFS = 10_000;
const MOST_ISSUES = 10;

/** Names in a workflow file; keys of jobs. */
const name = z.string().check(z.regex(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/));
/** A component of a path that no file system and no ref takes for something else. */
const component = '[A-Za-z0-9_](?:[A-Za-z0-9_-]|\\.(?!\\.|$|/)){0,127}';
const single = z.string().check(z.regex(new RegExp(`^${component}$`)));
const path = z.string().check(z.maxLength(2000), z.regex(new RegExp(`^${component}(?:/${component})*$`)));
const commit = z.string().check(z.regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/));
const counter = z.int().check(z.minimum(1));
const file = (fileName: string) =>
  z.strictObject({
    sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    bytes: z.int().check(z.minimum(1), z.maximum(CHECKPOINT_LIMITS.get(fileName) ?? 0)),
  });

const schema = z.strictObject({
  format: z.literal(1),
  repository: z.string().check(z.regex(/^[A-Za-z0-9_.-]{1,100}\/[A-Za-z0-9_.-]{1,100}$/)),
  workflow: name,
  workflowRun: z.strictObject({ id: z.string().check(z.regex(/^[1-9][0-9]{0,18}$/)), attempt: counter }),
  job: name,
  runId: single,
  line: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('main') }),
    z.strictObject({ kind: z.literal('step'), phase: path, child: path }),
  ]),
  sequence: counter,
  base: commit,
  head: commit,
  refs: z.record(path, commit),
  status: z.enum(['running', 'paused', 'completed', 'failed']),
  files: z.strictObject({
    [JOURNAL_FILE]: file(JOURNAL_FILE),
    [BUNDLE_FILE]: z.optional(file(BUNDLE_FILE)),
    [SESSIONS_FILE]: z.optional(file(SESSIONS_FILE)),
  }),
});

/**
 * Reads a `manifest.json` of anybody. The error lists what is wrong, a line each; only facts about the shape are in it, never
 * text of the manifest.
 */
export function parseManifest(text: string): Result<CheckpointManifest, string[]> {
  let value: unknown;
  try {
    value = JSON.parse(text, refusePrototype);
  } catch {
    return err(['It is not the JSON of a manifest']);
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${placeOf(issue.path)} is not what it must be (${issue.code})`);
    return err(wrong.slice(0, MOST_ISSUES));
  }
  const manifest = parsed.data as CheckpointManifest;
  const wrong = contradictions(manifest);
  return wrong.length === 0 ? ok(manifest) : err(wrong);
}

/** The text of a `manifest.json`. The same manifest gives the same bytes. */
export function manifestText(manifest: CheckpointManifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Why a manifest's parts do not fit each other. */
function contradictions(manifest: CheckpointManifest): string[] {
  const wrong: string[] = [];
  const names = Object.keys(manifest.refs);
  const prefix = `refs/workflow-runner/${manifest.runId}/`;
  if (names.length > MOST_REFS) wrong.push(`There are more than ${MOST_REFS} refs`);
  if (names.some((one) => !one.startsWith(prefix))) wrong.push('A ref is not one of the run');
  if (names.some((one) => one.split('/').some((part) => part.endsWith('.lock')))) wrong.push('A ref is no name of git');
  const commits = [manifest.base, manifest.head, ...Object.values(manifest.refs)];
  if (new Set(commits.map((one) => one.length)).size > 1) wrong.push('Commits are of different object formats');
  return wrong;
}

function refusePrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new SyntaxError('a key that no manifest has');
  return value;
}

/** Keys that are not ours (names of refs) are not repeated. */
function placeOf(path: readonly PropertyKey[]): string {
  const known = path.filter((_part, index) => index === 0 || path[0] !== 'refs');
  return known.length === 0 ? 'The manifest' : known.map(String).join('.').slice(0, 100);
}
