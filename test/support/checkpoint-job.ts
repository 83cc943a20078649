import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RunEvent } from '../../src/engine/event.js';
import { readEvent } from '../../src/engine/read-event.js';
import type { Git } from '../../src/git/git.js';
import { listReferences, referenceName, REFERENCE_ROOT, updateReferences } from '../../src/git/references.js';
import { openTrustedGit, type TrustedGit } from '../../src/git/trusted-git.js';
import { openArtifactStore } from '../../src/github/storage/artifact-store.js';
import type { CheckpointFacts, CheckpointLine, CheckpointSnapshot } from '../../src/github/checkpoint/manifest.js';
import { restoreCheckpoints, type RestoreRequest } from '../../src/github/checkpoint/restore-checkpoint.js';
import { saveCheckpoint, type SaveContext } from '../../src/github/checkpoint/save-checkpoint.js';
import type { ArtifactStore } from '../../src/github/storage/stored-artifact.js';
import { openJournal, type Journal } from '../../src/journal/journal-file.js';
import { git, opened, productGit, temporaryFolder, valueOf } from './git-repository.js';

export const RUN = '20261122T101112Z-abc123';
export const WORKFLOW = 'tidy-up';

export interface JobStart {
  /** Folder of the repository that is cloned. */
  readonly origin: string;
  readonly facts: CheckpointFacts;
  readonly sleep?: (ms: number) => Promise<void>;
}

/** A job on a fresh runner: a shallow clone without a name or an identity, a run, and the artifacts of its workflow run. */
export class CheckpointJob {
  readonly folder = temporaryFolder();
  readonly #start: JobStart;
  readonly #git: Git = productGit();
  readonly #trusted: TrustedGit;
  readonly store: ArtifactStore;
  #journal: Journal<RunEvent> | null = null;
  #events = 0;
  #head = '';

  private constructor(start: JobStart, trusted: TrustedGit) {
    this.#start = start;
    this.#trusted = trusted;
    this.store = openArtifactStore({ sleep: start.sleep ?? (() => Promise.resolve()) });
  }

  static async begin(start: JobStart): Promise<CheckpointJob> {
    const root = join(temporaryFolder(), 'checkout');
    git('/', 'clone', '-q', '--depth', '1', `file://${start.origin}`, root);
    git(root, 'checkout', '-q', '--detach');
    const trusted = await openTrustedGit(productGit(), await opened(root), join(root, '.git', 'workflow-runner'));
    return new CheckpointJob(start, trusted);
  }

  get root(): string {
    return this.#trusted.repository.root;
  }

  get journalFile(): string {
    return join(this.folder, 'journal.jsonl');
  }

  get base(): string {
    return this.#trusted.repository.head;
  }

  get head(): string {
    return this.#head;
  }

  startRun(runId = RUN, workflow = WORKFLOW): void {
    this.#head = this.base;
    this.append({
      type: 'run-started',
      at: 1,
      runId,
      workflow,
      version: '1.0.0',
      totalSteps: 3,
      definition: {},
      base: { commit: this.base, branch: null },
      triggeredBy: 'test',
      dirty: false,
      choices: { land: 'none', phase: null, skip: [], maxConcurrent: null, budgetUsd: null, agentBackend: null },
    });
  }

  /** Goes on with what was restored. */
  goOn(events: readonly RunEvent[], head: string): void {
    for (const event of events) this.append(event);
    this.#head = head;
  }

  append(event: RunEvent): void {
    this.#journal ??= valueOf(openJournal(this.journalFile, readEvent)).journal;
    valueOf(this.#journal.append(event, { sync: false }));
    this.#events += 1;
  }

  /** A step that makes a commit, with its ref and its event. */
  async complete(step: string, from = this.#head): Promise<string> {
    const commit = await this.#commit(step, { name: step, from });
    this.#head = commit;
    this.claim(step, commit);
    return commit;
  }

  /** A step that is stopped when it has changed something, which is kept under its ref. */
  async stop(step: string): Promise<string> {
    const work = await this.#commit(step, { name: `${step}.failed-1`, from: this.#head });
    const cost = { costUsd: null, tokens: null };
    this.append({
      type: 'step-failed',
      at: 2,
      step,
      attempt: 1,
      failure: { reason: 'cancelled' },
      retryAt: null,
      ...cost,
      work,
    });
    return work;
  }

  async #commit(step: string, { name, from }: { readonly name: string; readonly from: string }): Promise<string> {
    const tree = valueOf(await this.#trusted.treeOf(from));
    const trailers = [
      ['Workflow-Run', RUN],
      ['Workflow-Step', step],
    ] as unknown as Parameters<TrustedGit['commit']>[0]['trailers'];
    const atMs = 1_700_000_000_000 + this.#events * 1000;
    const commit = valueOf(await this.#trusted.commit({ tree, parents: [from], message: step, trailers, atMs }));
    const update = { name: referenceName(RUN, name), to: commit };
    valueOf(await updateReferences(this.#git, this.#trusted.repository, [update]));
    return commit;
  }

  /** The event of a step alone. */
  claim(step: string, commit: string): void {
    const nothing = { summary: '', outputs: {}, costUsd: null, tokens: null };
    this.append({ type: 'step-completed', at: 2, step, attempt: 1, commit, filesModified: 0, ...nothing });
  }

  async snapshot(line: CheckpointLine = { kind: 'main' }): Promise<CheckpointSnapshot> {
    const listed = await listReferences(this.#git, this.#trusted.repository, `${REFERENCE_ROOT}/${RUN}`);
    const stand = { runId: RUN, line, sequence: this.#events, base: this.base, head: this.#head };
    return { ...stand, refs: valueOf(listed), status: 'running', sessions: [] };
  }

  context(change: Partial<SaveContext> = {}): SaveContext {
    const folder = join(this.folder, 'saving');
    mkdirSync(folder, { recursive: true });
    const { store, journalFile } = this;
    const { facts } = this.#start;
    const seal = () => Promise.resolve(null);
    return {
      store,
      git: this.#git,
      trusted: this.#trusted,
      journalFile,
      facts,
      workflow: WORKFLOW,
      seal,
      folder,
      ...change,
    };
  }

  /** Saves where the run stands now; gives the name of the artifact. */
  async save(line: CheckpointLine = { kind: 'main' }, change: Partial<SaveContext> = {}): Promise<string> {
    return valueOf(await saveCheckpoint(this.context(change), await this.snapshot(line))).name;
  }

  async restore(change: Partial<RestoreRequest> = {}) {
    return await restoreCheckpoints({
      store: this.store,
      facts: this.#start.facts,
      workflow: WORKFLOW,
      firstAttempt: 1,
      from: null,
      children: 'all',
      git: this.#git,
      trusted: this.#trusted,
      remote: { url: `file://${this.#start.origin}`, authorization: null },
      folder: join(this.folder, 'restoring'),
      signal: new AbortController().signal,
      ...change,
    });
  }
}
