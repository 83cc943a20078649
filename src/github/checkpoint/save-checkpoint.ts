import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../base/problem.js';
import { err, ok, type Result } from '../../base/result.js';
import { fileTrouble } from '../../files/trouble.js';
import { readFileBounded } from '../../files/read-file-bounded.js';
import { createBundle } from '../../git/bundle.js';
import type { Git, GitFailure } from '../../git/git.js';
import type { TrustedGit } from '../../git/trusted-git.js';
import type { ArtifactStore, ArtifactTrouble } from '../storage/stored-artifact.js';
import { artifactName, MOST_COPIES, nameOfCopy } from './artifact-name.js';
import { copyJournal } from './copy-journal.js';
import { fileDigest } from './file-digest.js';
import {
  BUNDLE_FILE,
  CHECKPOINT_LIMITS,
  JOURNAL_FILE,
  MANIFEST_FILE,
  SESSIONS_FILE,
  manifestText,
  type CheckpointFacts,
  type CheckpointFile,
  type CheckpointManifest,
  type CheckpointSnapshot,
} from './manifest.js';

/** What is the same for every checkpoint that a job saves of a run. */
export interface SaveContext {
  readonly store: ArtifactStore;
  readonly git: Git;
  readonly trusted: TrustedGit;
  /** Absolute. It may hold more events than a snapshot tells of, never fewer. */
  readonly journalFile: string;
  readonly facts: CheckpointFacts;
  readonly workflow: string;
  /** The text of `sessions.sealed` with these conversations; null for none. */
  readonly seal: (runId: string, sessions: CheckpointSnapshot['sessions']) => Promise<string | null>;
  /** Absolute, for temporary files; made when missing. */
  readonly folder: string;
  readonly retentionDays?: number;
}

export interface SavedCheckpoint {
  /** Name of the artifact. */
  readonly name: string;
  readonly sequence: number;
}

/**
 * Saves where a run stands as an artifact: its journal, the commits of its refs since `base`, the sealed
 * conversations of its agents, and a manifest. Saving the same
 * again is fine: then the artifact that is there is the answer.
 */
export async function saveCheckpoint(
  context: SaveContext,
  snapshot: CheckpointSnapshot,
): Promise<Result<SavedCheckpoint, Problem>> {
  let folder: string | null = null;
  try {
    await mkdir(context.folder, { recursive: true });
    folder = await mkdtemp(join(context.folder, 'checkpoint-'));
    const manifest = await writeFiles(context, snapshot, join(folder, 'files'));
    if (!manifest.ok) return manifest;
    return await upload(context, manifest.value, folder);
  } catch (error) {
    const { path, code } = fileTrouble(error, context.folder);
    return err(notSaved(`${path}: ${code}`, 'Free some disk space, or look at the permissions of that folder.'));
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Writes the files of the checkpoint into a new folder; the manifest is the last. Rejects with the system's error. */
async function writeFiles(
  { git, trusted, journalFile, facts, workflow, seal }: SaveContext,
  { refs, sessions, ...snapshot }: CheckpointSnapshot,
  folder: string,
): Promise<Result<CheckpointManifest, Problem>> {
  await mkdir(folder);
  const journal = copyJournal(journalFile, join(folder, JOURNAL_FILE), snapshot.sequence);
  if (journal === null) {
    return err(
      notSaved(`the journal holds fewer than ${snapshot.sequence} events`, 'This is a bug; please report it.'),
    );
  }
  const file = join(folder, BUNDLE_FILE);
  const bundled = await createBundle(git, trusted, { file, base: snapshot.base, refs });
  if (!bundled.ok) return err(notSaved(`git cannot bundle its commits: ${lastWords(bundled.error)}`, 'See the log.'));
  const bundle = bundled.value === 'empty' ? null : await fileDigest(file);
  const sealed = await seal(snapshot.runId, sessions);
  if (sealed !== null) await writeFile(join(folder, SESSIONS_FILE), sealed);
  const files = {
    [JOURNAL_FILE]: journal,
    ...(bundle === null ? {} : { [BUNDLE_FILE]: bundle }),
    ...(sealed === null ? {} : { [SESSIONS_FILE]: await fileDigest(join(folder, SESSIONS_FILE)) }),
  };
  const tooLarge = Object.entries(files).find(([name, { bytes }]) => bytes > limitOf(name));
  if (tooLarge !== undefined) return err(largeProblem(...tooLarge));
  const manifest: CheckpointManifest = {
    format: 1,
    repository: `${facts.owner}/${facts.repo}`,
    workflow,
    workflowRun: { id: facts.runId, attempt: facts.attempt },
    job: facts.job,
    ...snapshot,
    refs: Object.fromEntries([...refs].sort(([a], [b]) => (a < b ? -1 : 1))),
    files,
  };
  await writeFile(join(folder, MANIFEST_FILE), manifestText(manifest));
  return ok(manifest);
}

/** A name may be taken: by an upload of ours whose answer was lost, or by half an upload. Then the next copy gets another. */
async function upload(
  { store, retentionDays }: SaveContext,
  manifest: CheckpointManifest,
  folder: string,
): Promise<Result<SavedCheckpoint, Problem>> {
  const files = [MANIFEST_FILE, ...Object.keys(manifest.files)];
  const days = retentionDays === undefined ? {} : { retentionDays };
  for (let copy = 1; copy <= MOST_COPIES; copy += 1) {
    const name = nameOfCopy(artifactName(manifest), copy);
    const uploaded = await store.upload({ name, folder: join(folder, 'files'), files, ...days });
    if (uploaded.ok) return ok({ name, sequence: manifest.sequence });
    if (uploaded.error.reason !== 'exists') return err(uploadProblem(uploaded.error));
    if (await isSame({ store, name, manifest, folder })) return ok({ name, sequence: manifest.sequence });
  }
  const help = 'Delete the artifacts of this workflow run whose names begin so.';
  return err(notSaved(`all ${MOST_COPIES} names like ${artifactName(manifest)} are taken by something else`, help));
}

interface Comparison {
  readonly store: ArtifactStore;
  readonly name: string;
  readonly manifest: CheckpointManifest;
  readonly folder: string;
}

/** Whether the artifact of that name holds exactly this manifest, which names the digests of the rest. */
async function isSame({ store, name, manifest, folder }: Comparison): Promise<boolean> {
  const listed = await store.list();
  const artifact = listed.ok ? listed.value.find((one) => one.name === name) : undefined;
  if (artifact === undefined) return false;
  const there = join(folder, `there-${name}`);
  const downloaded = await store.download({ artifact, folder: there, allowed: CHECKPOINT_LIMITS });
  if (!downloaded.ok) return false;
  const text = readFileBounded(join(there, MANIFEST_FILE), limitOf(MANIFEST_FILE));
  if (!text.ok || text.value.toString('utf8') !== manifestText(manifest)) return false;
  for (const [file, expected] of Object.entries(manifest.files)) {
    if (!downloaded.value.includes(file)) return false;
    if ((await fileDigest(join(there, file))).sha256 !== expected.sha256) return false;
  }
  return true;
}

function limitOf(file: string): number {
  return CHECKPOINT_LIMITS.get(file) ?? 0;
}

function largeProblem(name: string, { bytes }: CheckpointFile): Problem {
  const megabytes = (count: number): string => `${Math.ceil(count / 1024 / 1024)} MB`;
  return notSaved(
    `its ${name} has ${megabytes(bytes)}, more than the ${megabytes(limitOf(name))} that a job takes over from another`,
    'Keep large generated files out of the steps’ changes.',
  );
}

function uploadProblem(trouble: ArtifactTrouble): Problem {
  if (trouble.reason === 'no-service') {
    const help = 'Checkpoints need GitHub Actions, in an action of its own (not in a `run:` step).';
    const message = `There is no artifact service here: ${trouble.detail}`;
    return { code: 'no-artifact-service', message, help, exitCode: 1 };
  }
  const detail = 'detail' in trouble ? trouble.detail : trouble.reason;
  const help = /storage quota/.test(detail)
    ? 'Delete old artifacts, or shorten their retention in the settings of the repository.'
    : 'The next checkpoint is tried again; re-run the job when none was saved.';
  return notSaved(`it cannot be uploaded: ${detail}`, help);
}

function lastWords(failure: GitFailure): string {
  return failure.reason === 'command-failed' ? (failure.outputTail.trim().split('\n').at(-1) ?? '') : failure.reason;
}

function notSaved(why: string, help: string): Problem {
  return { code: 'checkpoint-not-saved', message: `The checkpoint was not saved: ${why}`, help, exitCode: 1 };
}
