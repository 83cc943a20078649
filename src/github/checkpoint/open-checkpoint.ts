import { join } from 'node:path';
import { err, ok, type Result } from '../../base/result.js';
import type { RunEvent } from '../../engine/event.js';
import { readEvent } from '../../engine/read-event.js';
import { readFileBounded } from '../../files/read-file-bounded.js';
import { readJournal } from '../../journal/journal-file.js';
import type { ArtifactReader, ArtifactTrouble } from '../storage/stored-artifact.js';
import { artifactName, nameOfCopy } from './artifact-name.js';
import type { Candidate } from './choose-checkpoints.js';
import { fileDigest } from './file-digest.js';
import {
  BUNDLE_FILE,
  CHECKPOINT_LIMITS,
  JOURNAL_FILE,
  MANIFEST_FILE,
  SESSIONS_FILE,
  parseManifest,
  type CheckpointManifest,
} from './manifest.js';

/** A checkpoint whose files were checked. */
export interface OpenedCheckpoint {
  /** Name of the artifact. */
  readonly name: string;
  readonly manifest: CheckpointManifest;
  /** Absolute. */
  readonly journalFile: string;
  /** Absolute; null when there are no commits beyond the base. */
  readonly bundleFile: string | null;
  /** Absolute; null when there are no conversations to go on with. Not read yet: it may be anything. */
  readonly sessionsFile: string | null;
  readonly events: readonly RunEvent[];
}

export type RefusalReason =
  /** It was deleted meanwhile. */
  | 'gone'
  | 'digest-mismatch'
  | 'bad-content'
  | 'bad-manifest'
  | 'other-repository'
  | 'other-workflow'
  | 'other-workflow-run'
  | 'name-differs'
  | 'bad-journal'
  | 'odd-refs'
  | 'bad-bundle'
  | 'missing-commits'
  /** Its commits are of a repository with another object format. */
  | 'object-format'
  /** A step line that does not continue the journal of the main line. */
  | 'not-a-continuation';

export interface Refusal {
  /** Name of the artifact. */
  readonly name: string;
  readonly reason: RefusalReason;
  /** One line for a person; may quote hostile text. */
  readonly detail: string;
}

/** What a checkpoint must be of. */
export interface ExpectedCheckpoint {
  /** `owner/name`. */
  readonly repository: string;
  readonly workflow: string;
  readonly workflowRun: string;
  /** Later attempts than this one are not possible; null when unknown. */
  readonly lastAttempt: number | null;
}

export interface Opening {
  readonly store: ArtifactReader;
  readonly expected: ExpectedCheckpoint;
  /** Absolute; must exist. */
  readonly folder: string;
}

/** `failed`: the artifact service did not give it; nothing is known about the checkpoint then. */
export type NotOpened =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly trouble: ArtifactTrouble };

/**
 * Downloads a checkpoint and checks all that can be told without git: that it holds the files that its manifest names, that the
 * manifest is of this place and this name, and that the journal is whole and of the same run. Rejects with the system's error.
 */
export async function openCheckpoint(
  { store, expected, folder }: Opening,
  { artifact, name }: Candidate,
): Promise<Result<OpenedCheckpoint, NotOpened>> {
  const refuse = ({ reason, detail }: Why): Result<never, NotOpened> =>
    err({ kind: 'refused', refusal: { name: artifact.name, reason, detail } });
  const place = join(folder, String(artifact.id));
  const downloaded = await store.download({ artifact, folder: place, allowed: CHECKPOINT_LIMITS });
  if (!downloaded.ok) {
    const why = whyNotDownloaded(downloaded.error);
    return why === null ? err({ kind: 'failed', trouble: downloaded.error }) : refuse(why);
  }
  const manifest = await readManifest(place, downloaded.value);
  if (!manifest.ok) return refuse(manifest.error);
  const isSame = nameOfCopy(artifactName(manifest.value), name.copy) === artifact.name;
  if (!isSame) return refuse({ reason: 'name-differs', detail: 'its manifest is that of another checkpoint' });
  const foreign = whyForeign(manifest.value, expected);
  if (foreign !== null) return refuse(foreign);
  const journalFile = join(place, JOURNAL_FILE);
  const events = readEvents(journalFile, manifest.value);
  if (!events.ok) return refuse(events.error);
  const optional = (file: string): string | null => (file in manifest.value.files ? join(place, file) : null);
  const [bundleFile, sessionsFile] = [optional(BUNDLE_FILE), optional(SESSIONS_FILE)];
  return ok({
    name: artifact.name,
    manifest: manifest.value,
    journalFile,
    bundleFile,
    sessionsFile,
    events: events.value,
  });
}

type Why = Omit<Refusal, 'name'>;

/** null for what says nothing about the artifact itself. */
function whyNotDownloaded(trouble: ArtifactTrouble): Why | null {
  switch (trouble.reason) {
    case 'not-found':
      return { reason: 'gone', detail: 'it is not there any more' };
    case 'digest-mismatch':
      return { reason: 'digest-mismatch', detail: 'what was downloaded is not what was uploaded' };
    case 'bad-content':
      return { reason: 'bad-content', detail: trouble.detail };
    case 'no-service':
    case 'exists':
    case 'failed':
      return null;
  }
}

/** Reads the manifest and compares the other files with it. */
async function readManifest(folder: string, names: readonly string[]): Promise<Result<CheckpointManifest, Why>> {
  if (!names.includes(MANIFEST_FILE)) return err({ reason: 'bad-content', detail: 'it has no manifest' });
  const text = readFileBounded(join(folder, MANIFEST_FILE), CHECKPOINT_LIMITS.get(MANIFEST_FILE) ?? 0);
  if (!text.ok) return err({ reason: 'bad-content', detail: `its manifest cannot be read: ${text.error.code}` });
  const manifest = parseManifest(text.value.toString('utf8'));
  if (!manifest.ok) return err({ reason: 'bad-manifest', detail: manifest.error.join('; ') });
  const { files } = manifest.value;
  const isComplete = names.length === Object.keys(files).length + 1;
  if (!isComplete) return err({ reason: 'bad-content', detail: 'it holds other files than its manifest says' });
  for (const [name, expected] of Object.entries(files)) {
    if (!names.includes(name)) return err({ reason: 'bad-content', detail: `${name} is missing` });
    const found = await fileDigest(join(folder, name));
    if (found.sha256 !== expected.sha256 || found.bytes !== expected.bytes) {
      return err({ reason: 'digest-mismatch', detail: `${name} is not the one that its manifest names` });
    }
  }
  return manifest;
}

function whyForeign(manifest: CheckpointManifest, expected: ExpectedCheckpoint): Why | null {
  const { repository, workflow, workflowRun } = manifest;
  const { lastAttempt } = expected;
  if (repository !== expected.repository) {
    return { reason: 'other-repository', detail: `it is of ${repository}, not of ${expected.repository}` };
  }
  if (workflow !== expected.workflow) {
    return { reason: 'other-workflow', detail: `it is of workflow ${workflow}, not of ${expected.workflow}` };
  }
  if (workflowRun.id !== expected.workflowRun) {
    return { reason: 'other-workflow-run', detail: `it is of workflow run ${workflowRun.id}` };
  }
  if (lastAttempt !== null && workflowRun.attempt > lastAttempt) {
    return {
      reason: 'other-workflow-run',
      detail: `it is of attempt ${workflowRun.attempt}, and this one is ${lastAttempt}`,
    };
  }
  return null;
}

function readEvents(
  file: string,
  { runId, workflow, base, sequence }: CheckpointManifest,
): Result<readonly RunEvent[], Why> {
  const bad = (detail: string): Result<never, Why> => err({ reason: 'bad-journal', detail });
  const journal = readJournal(file, readEvent);
  if (!journal.ok) return bad(`line ${journal.error.line}: found ${journal.error.found}`);
  const { events, torn } = journal.value;
  if (torn > 0) return bad('its last record is torn');
  if (events.length !== sequence) return bad(`it has ${events.length} events, and its manifest says ${sequence}`);
  const [first] = events;
  if (first?.type !== 'run-started') return bad('it does not begin with the start of a run');
  if (first.runId !== runId || first.workflow !== workflow || first.base.commit !== base) {
    return bad('it is of another run than its manifest says');
  }
  return ok(events);
}
