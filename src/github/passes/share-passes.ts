/*
 * What earlier jobs have checked, as a hint: the cache of GitHub carries the passes of flake checks from job to job and from run
 * to run. A step can write there whatever it likes. Hence
 *
 *  H1  A told pass never counts at the last gate: what lands or is published, its own process has checked.
 *  H2  What is told stays in memory, and only what this very process has checked is added to it.
 *  H3  Nothing but passes is carried, never what a host evaluates to; a failure of the cache costs nothing but time.
 */
import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { NO_AGENTS } from '../../commands/agent-tools.js';
import type { PreparedRun } from '../../commands/prepared-run.js';
import { stepTools } from '../../commands/run-tools.js';
import { readFileBounded } from '../../files/read-file-bounded.js';
import { hasFlake } from '../../runner/run-checks.js';
import type { ActionWorld } from '../action-world.js';
import { untrustedEvent } from '../runner/event-trust.js';
import { cacheDeps } from '../storage/cache-deps.js';
import { openCacheStore, type CacheStore } from '../storage/cache-store.js';
import { asksFlakeCheck } from './asks-flake-check.js';
import { MOST_LIST_BYTES, passListText, readPassList, type PassList } from './pass-list.js';
import { toldMemo, type ToldMemo } from './told-memo.js';

const ENTRY = 'passes';
const FILE = 'passes.txt';
/** A check takes longer than a few seconds; waiting for a cache must not. */
const LIMIT_MS = 15_000;

/** A run whose memo knows what earlier jobs have checked. */
export interface Sharing {
  readonly prepared: PreparedRun;
  /** Tells later jobs what this process has checked; at the end of the job. */
  readonly save: () => Promise<void>;
}

/**
 * Lets a run know what earlier jobs have checked, where that can spare it a check. Trouble with the cache is one notice; such a
 * job tells later ones nothing either.
 */
export async function sharePasses(prepared: PreparedRun, world: ActionWorld): Promise<Sharing> {
  const nothing: Sharing = { prepared, save: () => Promise.resolve() };
  const isUseful = asksFlakeCheck(prepared.loaded.plan) && hasFlake(prepared.repository.root);
  if (!isUseful || untrustedEvent(world.facts) !== null) return nothing;
  const nix = await stepTools(world, prepared.loaded, NO_AGENTS).nix();
  if (!nix.ok) return nothing;
  const memo = toldMemo(prepared.memo);
  const cache = new PassCache(world, nix.value.versionLine);
  return await world.output.guard(async () => {
    const told = await cache.restore();
    if (told === null) return nothing;
    memo.tell(told);
    return { prepared: { ...prepared, memo }, save: () => world.output.guard(() => cache.save(told, memo)) };
  });
}

class PassCache {
  readonly #world: ActionWorld;
  readonly #store: CacheStore;
  readonly #folder: string;
  /** An entry is never changed: one for each content, the newest counts. A pass holds for one system and one Nix only. */
  readonly #prefix: string;

  constructor(world: ActionWorld, versionLine: string) {
    this.#world = world;
    this.#store = openCacheStore({ ...cacheDeps(world), limitMs: LIMIT_MS });
    this.#folder = join(world.facts.temp, 'workflow-runner-passes');
    const nix = versionLine.replace(/[^A-Za-z0-9.]+/g, '-').slice(0, 100);
    this.#prefix = `workflow-runner-passes-1-${platform()}-${arch()}-${nix}-`;
  }

  /** Empty when there are none; null when the cache cannot be used. */
  async restore(): Promise<PassList | null> {
    const folder = this.#folder;
    await rm(folder, { recursive: true, force: true });
    const allowed = new Map([[FILE, MOST_LIST_BYTES]]);
    const asked = { entry: ENTRY, key: `${this.#prefix}newest`, prefixes: [this.#prefix], folder, allowed };
    const restored = await this.#store.restore(asked);
    if (restored.kind === 'unavailable')
      this.#notice('it is not known what earlier jobs have checked', restored.detail);
    if (restored.kind !== 'restored') return restored.kind === 'miss' ? new Map() : null;
    const text = readFileBounded(join(folder, FILE), MOST_LIST_BYTES);
    return text.ok ? readPassList(text.value.toString('utf8')) : new Map();
  }

  /** What this process has checked comes first. Nothing is saved when that is nothing new, or when the job is being ended. */
  async save(told: PassList, { own }: ToldMemo): Promise<void> {
    const isNew = [...own.keys()].some((id) => !told.has(id));
    if (!isNew || this.#world.signal.aborted) return;
    const text = passListText(new Map([...[...own].reverse(), ...[...told].filter(([id]) => !own.has(id))]));
    const folder = `${this.#folder}-own`;
    const file = join(folder, FILE);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
    await writeFile(file, text);
    const key = `${this.#prefix}${createHash('sha256').update(text).digest('hex')}`;
    const saved = await this.#store.save({ entry: ENTRY, key, files: [file] });
    if (saved.kind === 'not-saved') this.#notice('later jobs are not told what this one has checked', saved.detail);
  }

  #notice(what: string, why: string): void {
    this.#world.output.notice(`the cache was not used: ${what}: ${why}`);
  }
}
