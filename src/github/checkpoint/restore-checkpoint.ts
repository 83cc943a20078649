import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../../base/problem.js';
import { err, ok, type Result } from '../../base/result.js';
import { fileTrouble } from '../../files/trouble.js';
import type { Git, GitFailure } from '../../git/git.js';
import { referenceName } from '../../git/references.js';
import type { Remote, RemoteFailure } from '../../git/remote.js';
import type { TrustedGit } from '../../git/trusted-git.js';
import type { ArtifactReader, ArtifactTrouble } from '../storage/stored-artifact.js';
import { lineSlug } from './artifact-name.js';
import { beginsWith } from './begins-with.js';
import { checkWorkflowRun, type LookUpWorkflowRun } from './check-workflow-run.js';
import { chooseCheckpoints, type Candidate } from './choose-checkpoints.js';
import { importCheckpoint } from './import-checkpoint.js';
import type { CheckpointFacts } from './manifest.js';
import { openCheckpoint, type OpenedCheckpoint, type Opening, type Refusal } from './open-checkpoint.js';

export type { LookUpWorkflowRun } from './check-workflow-run.js';
export type { OpenedCheckpoint, Refusal, RefusalReason } from './open-checkpoint.js';

export interface RestoreRequest {
  /** Of this workflow run, or of the one in `from`. */
  readonly store: ArtifactReader;
  readonly facts: CheckpointFacts;
  readonly workflow: string;
  /** Checkpoints of earlier attempts of this workflow run are not used. */
  readonly firstAttempt: number;
  /** Another workflow run of this repository; all its attempts count. */
  readonly from: { readonly runId: string; readonly lookUp: LookUpWorkflowRun } | null;
  /** Step lines wanted: all, or only those of these children. */
  readonly children: 'all' | readonly string[];
  readonly git: Git;
  readonly trusted: TrustedGit;
  readonly remote: Remote;
  /** Absolute, for the files of the checkpoints; made when missing. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

export interface RestoredCheckpoints {
  /** Newest valid checkpoint of the main line; null when there is none. */
  readonly main: OpenedCheckpoint | null;
  /** Newest valid one of each step line that goes on where `main` ends, by child. */
  readonly steps: readonly OpenedCheckpoint[];
  readonly refused: readonly Refusal[];
}

/**
 * Finds the newest valid checkpoint of every line, and brings its commits and refs into the repository. What is not valid is
 * refused by name, and the next older one is looked at. The error is for what says nothing about the checkpoints (no service,
 * no network, a full disk): then nothing is begun anew, as that would throw work away.
 */
export async function restoreCheckpoints(request: RestoreRequest): Promise<Result<RestoredCheckpoints, Problem>> {
  try {
    return await new Restoring(request).run();
  } catch (error) {
    const { path, code } = fileTrouble(error, request.folder);
    return err(notRestored(`${path}: ${code}`, 'Free some disk space, or look at the permissions of that folder.'));
  }
}

/** Newer ones that were refused cost a download each; nobody of us leaves that many. */
const MOST_TRIES = 30;

type Accept = (opened: OpenedCheckpoint) => Omit<Refusal, 'name'> | null;

class Restoring {
  readonly #request: RestoreRequest;
  readonly #refused: Refusal[] = [];
  /** Of the checkpoints that were accepted. */
  readonly #refs = new Map<string, string>();

  constructor(request: RestoreRequest) {
    this.#request = request;
  }

  async run(): Promise<Result<RestoredCheckpoints, Problem>> {
    const { store, facts, workflow, from, firstAttempt, folder } = this.#request;
    const repository = `${facts.owner}/${facts.repo}`;
    const problem = from === null ? null : await checkWorkflowRun(from, repository);
    if (problem !== null) return err(problem);
    const listed = await store.list();
    if (!listed.ok) return err(listProblem(listed.error));
    const wanted = { workflow, firstAttempt: from === null ? firstAttempt : 1 };
    const chosen = chooseCheckpoints(listed.value, wanted);
    await mkdir(folder, { recursive: true });
    const opening: Opening = {
      store,
      expected: {
        repository,
        workflow,
        workflowRun: from?.runId ?? facts.runId,
        lastAttempt: from === null ? facts.attempt : null,
      },
      folder: await mkdtemp(join(folder, 'restored-')),
    };
    const main = await this.#newest(opening, chosen.main, () => null);
    if (!main.ok) return main;
    const steps = main.value === null ? ok([]) : await this.#steps(opening, chosen.steps, main.value);
    return steps.ok ? ok({ main: main.value, steps: steps.value, refused: this.#refused }) : steps;
  }

  async #steps(
    opening: Opening,
    lines: ReadonlyMap<string, readonly Candidate[]>,
    main: OpenedCheckpoint,
  ): Promise<Result<OpenedCheckpoint[], Problem>> {
    const { children } = this.#request;
    const slugs = children === 'all' ? null : children.map((child) => lineSlug({ kind: 'step', phase: '', child }));
    const found: OpenedCheckpoint[] = [];
    for (const [slug, candidates] of lines) {
      if (slugs !== null && !slugs.includes(slug)) continue;
      // What does not go beyond the main line has been joined by it.
      const newer = candidates.filter(({ name }) => name.sequence > main.manifest.sequence);
      const newest = await this.#newest(opening, newer, (opened) => this.#whyNotJoined(opened, main));
      if (!newest.ok) return newest;
      if (newest.value !== null) found.push(newest.value);
    }
    return ok(found);
  }

  /** A step line adds to the main line: it neither tells another story nor moves refs of others. */
  #whyNotJoined({ manifest, journalFile }: OpenedCheckpoint, main: OpenedCheckpoint): Omit<Refusal, 'name'> | null {
    const { line, runId, refs } = manifest;
    if (line.kind !== 'step' || runId !== main.manifest.runId || !beginsWith(journalFile, main.journalFile)) {
      return { reason: 'not-a-continuation', detail: 'its journal does not go on where that of the main line ends' };
    }
    const own = referenceName(runId, line.child);
    const isOwn = (ref: string): boolean => ref === own || ref.startsWith(`${own}/`) || ref.startsWith(`${own}.`);
    const moved = Object.entries(refs).find(([ref, to]) => !isOwn(ref) && (this.#refs.get(ref) ?? to) !== to);
    return moved === undefined ? null : { reason: 'odd-refs', detail: `${moved[0]} is of another line` };
  }

  /** The first that is valid; what is before it is refused. */
  async #newest(
    opening: Opening,
    candidates: readonly Candidate[],
    whyNot: Accept,
  ): Promise<Result<OpenedCheckpoint | null, Problem>> {
    for (const candidate of candidates.slice(0, MOST_TRIES)) {
      const opened = await openCheckpoint(opening, candidate);
      if (!opened.ok) {
        if (opened.error.kind === 'failed') return err(downloadProblem(candidate.artifact.name, opened.error.trouble));
        this.#refused.push(opened.error.refusal);
        continue;
      }
      const why = whyNot(opened.value);
      if (why !== null) {
        this.#refused.push({ name: opened.value.name, ...why });
        continue;
      }
      const imported = await importCheckpoint(this.#request, opened.value);
      if (imported.ok) {
        for (const [ref, commit] of Object.entries(opened.value.manifest.refs)) this.#refs.set(ref, commit);
        return opened;
      }
      if (imported.error.kind === 'failed') return err(importProblem(opened.value.name, imported.error.failure));
      this.#refused.push(imported.error.refusal);
    }
    return ok(null);
  }
}

function listProblem(trouble: ArtifactTrouble): Problem {
  const detail = 'detail' in trouble ? trouble.detail : trouble.reason;
  if (trouble.reason !== 'no-service') return notRestored(`the artifacts cannot be listed: ${detail}`, TRY_AGAIN);
  const help = 'Checkpoints need GitHub Actions, in an action of its own (not in a `run:` step).';
  return { code: 'no-artifact-service', message: `There is no artifact service here: ${detail}`, help, exitCode: 1 };
}

function downloadProblem(name: string, trouble: ArtifactTrouble): Problem {
  const detail = 'detail' in trouble ? trouble.detail : trouble.reason;
  return notRestored(`${name} cannot be downloaded: ${detail}`, TRY_AGAIN);
}

function importProblem(name: string, failure: GitFailure | RemoteFailure): Problem {
  const said = 'outputTail' in failure ? failure.outputTail.trim() : failure.reason;
  return notRestored(`the commits of ${name} cannot be taken over: ${said}`, TRY_AGAIN);
}

const TRY_AGAIN = 'Nothing is lost: re-run the failed job. If it stays so, delete that artifact, or begin anew.';

function notRestored(why: string, help: string): Problem {
  return { code: 'checkpoint-not-restored', message: `No checkpoint was restored: ${why}`, help, exitCode: 1 };
}
