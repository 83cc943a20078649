/*
 * Conversations of agents between jobs: sealed into checkpoints, and opened again where a job holds the key. What goes wrong is
 * never the end of a run: the agent begins a new conversation then, with its work still there.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import type { AgentBackend } from '../agents/backend.js';
import { findBackend } from '../agents/registry.js';
import { findSession } from '../agents/session-file.js';
import { agentHome } from '../commands/agent-tools.js';
import type { PreparedRun } from '../commands/prepared-run.js';
import { isOver } from '../engine/reopen.js';
import { groupState, type RunState } from '../engine/run-state.js';
import { readFileBounded } from '../files/read-file-bounded.js';
import type { PlanStep } from '../plan/plan.js';
import type { ActionWorld } from './action-world.js';
import {
  isSealingKey,
  MOST_SEALED_BYTES,
  MOST_SESSION_BYTES,
  openSession,
  parseSealed,
  sealedText,
  sealSession,
  type SealedFor,
  type SealedSession,
  type SessionLabel,
} from './checkpoint/sealed-sessions.js';

/**
 * The conversations that a run may still go on with: those of steps that have not completed, and of those that may not merge with the
 * steps beside them: then another job asks again.
 */
export function openEnds(state: RunState): SessionLabel[] {
  return [...state.steps.values()].flatMap(({ step, status, session }) => {
    const isEnd = status === 'skipped' || (status === 'completed' && !mayConflict(state, step));
    return session === null || isEnd ? [] : [{ step: step.id, ...session }];
  });
}

const mayConflict = (state: RunState, { parent }: PlanStep): boolean =>
  parent.type === 'parallel' && !isOver(groupState(state, parent.path));

/** Stands for the workspace, which the next attempt of a step gets; where the file is found does not depend on it. */
const ANY_WORKSPACE = '/workspace';

/** The conversations of a job's run. */
export class AgentSessions {
  readonly #prepared: Pick<PreparedRun, 'name' | 'cacheDir'>;
  readonly #world: Pick<ActionWorld, 'env' | 'facts'>;
  readonly #notes = new Set<string>();

  constructor(prepared: Pick<PreparedRun, 'name' | 'cacheDir'>, world: Pick<ActionWorld, 'env' | 'facts'>) {
    this.#prepared = prepared;
    this.#world = world;
  }

  /** What a person should know, each once. */
  get notes(): readonly string[] {
    return [...this.#notes];
  }

  /**
   * The text of `sessions.sealed` with these conversations as they are now; null when it would hold none. One that this job cannot
   * seal, because it has not opened it, is handed on as it came.
   */
  async seal(runId: string, wanted: readonly SessionLabel[]): Promise<string | null> {
    const carried = this.#carried(runId);
    const sealed: SealedSession[] = [];
    let bytes = 0;
    for (const label of wanted) {
      const one = (await this.#sealOne(runId, label)) ?? carried.find((other) => isSame(other, label));
      if (one === undefined) continue;
      bytes += sealedText([one]).length;
      if (bytes > MOST_SEALED_BYTES) this.#note(label, 'is not in the checkpoint: all of them together are too large');
      else sealed.push(one);
    }
    return sealed.length === 0 ? null : sealedText(sealed);
  }

  /**
   * Takes over what checkpoints hold of the conversations that the run may go on with; later files count more. Where this job has
   * the key, each is placed where the agent of its step looks for it.
   */
  async takeOver(state: RunState, files: readonly string[]): Promise<void> {
    const found = files.flatMap(readSealed);
    const kept = openEnds(state).flatMap((label) => found.findLast((one) => isSame(one, label)) ?? []);
    const { runId } = state;
    const file = this.#carriedFile(runId);
    await rm(file, { force: true });
    if (kept.length === 0) return;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, sealedText(kept), { mode: 0o600 });
    for (const one of kept) await this.#open(runId, one);
  }

  async #sealOne(runId: string, label: SessionLabel): Promise<SealedSession | null> {
    const place = placeOf(label);
    const path =
      place === null ? null : await findSession(this.#home(runId, label), { id: label.id, file: place.file });
    if (place === null || path === null) return null;
    const [key] = this.#keys(place.backend);
    if (key === undefined) {
      this.#note(
        label,
        `is not in the checkpoint: none of ${place.backend.keyVariables.join(', ')} is set to seal it with`,
      );
      return null;
    }
    const content = readFileBounded(path, MOST_SESSION_BYTES);
    if (content.ok) return sealSession(label, content.value, { key, of: this.#of(runId) });
    this.#note(label, `is not in the checkpoint: its file cannot be read (${content.error.code})`);
    return null;
  }

  async #open(runId: string, sealed: SealedSession): Promise<void> {
    const place = placeOf(sealed);
    const keys = place === null ? [] : this.#keys(place.backend);
    if (place === null || keys.length === 0) return;
    const of = this.#of(runId);
    const content = keys.reduce<Buffer | null>((opened, key) => opened ?? openSession(sealed, { key, of }), null);
    if (content === null) {
      this.#note(sealed, 'was sealed with another key, or changed: it begins anew, with the work that is there');
      return;
    }
    const home = this.#home(runId, sealed);
    // What a runner that is not thrown away after a job still has is from another moment of the run.
    await rm(home, { recursive: true, force: true });
    await mkdir(home, { recursive: true, mode: 0o700 });
    await mkdir(dirname(join(home, place.file)), { recursive: true });
    await writeFile(join(home, place.file), content, { mode: 0o600 });
  }

  #keys({ keyVariables }: AgentBackend): string[] {
    return keyVariables.map((name) => (this.#world.env[name] ?? '').trim()).filter(isSealingKey);
  }

  #of(runId: string): SealedFor {
    const { owner, repo } = this.#world.facts;
    return { repository: `${owner}/${repo}`, runId };
  }

  #home(runId: string, { step }: SessionLabel): string {
    const { cacheDir, name: workflow } = this.#prepared;
    return agentHome({ cacheDir, workflow, runId }, step);
  }

  #carried(runId: string): readonly SealedSession[] {
    return readSealed(this.#carriedFile(runId));
  }

  /** On disk, so that the post step has it too. */
  #carriedFile(runId: string): string {
    return join(this.#world.facts.temp, 'workflow-runner', 'sessions', `${runId}.sealed`);
  }

  #note({ step }: SessionLabel, what: string): void {
    this.#notes.add(`The conversation of step ${step} ${what}.`);
  }
}

/** Its backend, and its file relative to HOME; null for a backend that is not known or whose conversations cannot be carried. */
function placeOf({
  backend: name,
  id,
}: SessionLabel): { readonly backend: AgentBackend; readonly file: string } | null {
  const backend = findBackend(name);
  if (!backend.ok) return null;
  const file = backend.value.sessionFile(ANY_WORKSPACE, id);
  // The id may come from the journal of anybody.
  if (file === null || isAbsolute(file) || normalize(file) !== file || file.startsWith('..')) return null;
  return { backend: backend.value, file };
}

const isSame = (a: SessionLabel, b: SessionLabel): boolean =>
  a.step === b.step && a.backend === b.backend && a.id === b.id;

function readSealed(file: string): readonly SealedSession[] {
  const text = readFileBounded(file, MOST_SEALED_BYTES);
  return text.ok ? (parseSealed(text.value.toString('utf8')) ?? []) : [];
}
