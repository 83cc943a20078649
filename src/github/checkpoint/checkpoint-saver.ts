import type { Problem } from '../../base/problem.js';
import type { Result } from '../../base/result.js';
import { lineSlug } from './artifact-name.js';
import type { CheckpointSnapshot } from './manifest.js';
import { saveCheckpoint, type SaveContext, type SavedCheckpoint } from './save-checkpoint.js';

/** What a run sees of the saving of its checkpoints: it is never waited for, but at the end. */
export interface CheckpointSaving {
  /** Saves soon; while one is being saved, only the newest of those noted meanwhile is saved after it. */
  readonly note: (snapshot: CheckpointSnapshot) => void;
  /** Resolves when everything noted so far is saved, is covered by a newer one, or was given up on. Never rejects. */
  readonly settled: () => Promise<void>;
  /** Why checkpoints could not be saved, oldest first. */
  readonly problems: readonly Problem[];
  /** Small things that cost nothing but a note. */
  readonly notes: readonly string[];
  readonly newest: SavedCheckpoint | null;
}

/** GitHub takes 500 artifacts of a job (upload-artifact, README). After this many, only what is settled is saved. */
const MOST_EAGER_SAVES = 400;
/** The newest, and the one before in case that the newest turns out to be damaged. */
const KEPT_OF_A_LINE = 2;

/**
 * Saves checkpoints beside the run, one at a time. One that cannot be saved is a problem to tell of, not the end of the run:
 * the next one holds everything that it would have held.
 */
export class CheckpointSaver implements CheckpointSaving {
  readonly #context: SaveContext;
  readonly #problems: Problem[] = [];
  readonly #notes: string[] = [];
  /** Names of what this job has saved, by line, oldest first. */
  readonly #saved = new Map<string, string[]>();
  #newest: SavedCheckpoint | null = null;
  #next: CheckpointSnapshot | null = null;
  #work: Promise<void> | null = null;
  #saves = 0;
  /** How many wait for everything to be settled; with a flag, the first to end would stop the saving for the others. */
  #settling = 0;

  constructor(context: SaveContext) {
    this.#context = context;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  get notes(): readonly string[] {
    return this.#notes;
  }

  get newest(): SavedCheckpoint | null {
    return this.#newest;
  }

  note(snapshot: CheckpointSnapshot): void {
    this.#next = snapshot;
    this.#work ??= this.#saveAll();
  }

  async settled(): Promise<void> {
    this.#settling += 1;
    while (this.#next !== null || this.#work !== null) await (this.#work ??= this.#saveAll());
    this.#settling -= 1;
  }

  async #saveAll(): Promise<void> {
    // A turn later, so that several notes at once are one checkpoint.
    await Promise.resolve();
    while (this.#next !== null && this.#maySave()) {
      const snapshot = this.#next;
      this.#next = null;
      this.#saves += 1;
      const saved = await this.#save(snapshot);
      if (!saved.ok) this.#problems.push(saved.error);
      else await this.#keep(saved.value, lineSlug(snapshot.line));
    }
    this.#work = null;
  }

  #maySave(): boolean {
    return this.#settling > 0 || this.#saves < MOST_EAGER_SAVES;
  }

  async #save(snapshot: CheckpointSnapshot): Promise<Result<SavedCheckpoint, Problem>> {
    try {
      return await saveCheckpoint(this.#context, snapshot);
    } catch (error) {
      const message = `The checkpoint was not saved: ${error instanceof Error ? error.message : String(error)}`;
      const help = 'This is a bug; please report it.';
      return { ok: false, error: { code: 'checkpoint-not-saved', message, help, exitCode: 1 } };
    }
  }

  /** Older ones of the same line, saved by this job, only take room. */
  async #keep(saved: SavedCheckpoint, line: string): Promise<void> {
    this.#newest = saved;
    const names = this.#saved.get(line) ?? [];
    this.#saved.set(line, names);
    if (names.at(-1) !== saved.name) names.push(saved.name);
    while (names.length > KEPT_OF_A_LINE) {
      const name = names.shift() as string;
      const removed = await this.#context.store.remove(name);
      if (!removed.ok) this.#notes.push(`The older checkpoint ${name} was not deleted (${removed.error.reason}).`);
    }
  }
}
