import { copyFile, lstat, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Overhear } from '../action-world.js';

/**
 * The cache of GitHub Actions, for what only saves time or tells of the past. Whatever goes wrong costs nothing but time: the
 * answers say what happened, for a note. What comes out of it may have been put in by anybody who ran in a job of the
 * repository, so it is data: a few named files, bounded, to be checked by who asked for them.
 */
export interface CacheStore {
  readonly restore: (request: CacheRestore) => Promise<CacheRestored>;
  readonly save: (request: CacheSave) => Promise<CacheSaved>;
}

export interface CacheRestore {
  /** What it is a cache of: kebab-case. Another one never gives its files. */
  readonly entry: string;
  readonly key: string;
  /** Beginnings of other keys that will do, the best first; of each the newest is taken. */
  readonly prefixes: readonly string[];
  /** Absolute; made here, must not exist. */
  readonly folder: string;
  /** The names wanted, and the most bytes of each. */
  readonly allowed: ReadonlyMap<string, number>;
}

export type CacheRestored =
  /** `names`: the files that are now in the folder. */
  | { readonly kind: 'restored'; readonly key: string; readonly names: readonly string[] }
  | { readonly kind: 'miss' }
  /** It cannot be told what the cache has. */
  | { readonly kind: 'unavailable'; readonly detail: string };

export interface CacheSave {
  readonly entry: string;
  /** At most 512 characters, no comma. One that exists is never changed. */
  readonly key: string;
  /** Absolute paths of regular files; they are kept under their own names. */
  readonly files: readonly string[];
}

export type CacheSaved =
  | { readonly kind: 'saved' }
  /** There is an entry of that key already, caches are switched off for the job, or the service could not be asked for a place. */
  | { readonly kind: 'not-wanted' }
  | { readonly kind: 'not-saved'; readonly detail: string };

export interface CacheDeps {
  /** Absolute; also the current folder of the program, as for every action. */
  readonly workspace: string;
  /** Absolute; for what is on its way. */
  readonly temp: string;
  /** The environment of this very process: the client starts tar with it. */
  readonly environment: Record<string, string | undefined>;
  /** The client hides its trouble in warnings. */
  readonly overhear: Overhear;
  /** Longest that a call takes; default a minute. */
  readonly limitMs?: number;
}

/** Below the workspace: the cache service knows an entry by the words of its paths, so they must be the same on all machines. */
const SCRATCH = '.workflow-runner-cache';
const LIMIT_MS = 60_000;
/** A client that takes too long goes on behind our back, and needs the TAR_OPTIONS that it began with. */
const inUse = new WeakSet<CacheDeps['environment']>();

interface Call<T> {
  readonly work: () => Promise<T>;
  /** What to answer when it did not work. */
  readonly trouble: (detail: string) => T;
}

export function openCacheStore(deps: CacheDeps): CacheStore {
  return {
    restore: (request) => {
      const trouble = (detail: string): CacheRestored => ({ kind: 'unavailable', detail });
      return inTime(deps, { work: () => restore(deps, request), trouble });
    },
    save: (request) => {
      const trouble = (detail: string): CacheSaved => ({ kind: 'not-saved', detail });
      return inTime(deps, { work: () => save(deps, request), trouble });
    },
  };
}

async function inTime<T extends { readonly kind: string }>(deps: CacheDeps, { work, trouble }: Call<T>): Promise<T> {
  const { environment, overhear, limitMs = LIMIT_MS } = deps;
  if (inUse.has(environment)) return trouble('an earlier call has not ended yet');
  inUse.add(environment);
  const done = work()
    .catch((error: unknown) => trouble(wordsOf(error)))
    .finally(() => inUse.delete(environment));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(trouble(`no answer within ${limitMs / 1000} s`)), limitMs);
  });
  const { value, said } = await overhear(() => Promise.race([done, late]));
  clearTimeout(timer);
  const [warning] = said;
  const isNothing = value.kind === 'miss' || value.kind === 'not-wanted';
  return isNothing && warning !== undefined ? trouble(wordsOf(warning)) : value;
}

/**
 * The client unpacks with `tar -P` (@actions/cache 6.3.0, tar.js), which writes wherever an archive says. So tar is told, by
 * its own TAR_OPTIONS, to write nothing and to give the content of each file to a program of ours, which keeps the wanted ones.
 */
async function restore(deps: CacheDeps, request: CacheRestore): Promise<CacheRestored> {
  const { environment, temp, limitMs = LIMIT_MS } = deps;
  const { entry, key, prefixes, folder, allowed } = request;
  const keeper = join(temp, `workflow-runner-cache-${entry}`);
  if (![keeper, folder].every((path) => /^[A-Za-z0-9_./+-]+$/.test(path))) {
    return { kind: 'unavailable', detail: `${keeper} has characters that tar cannot be given` };
  }
  await mkdir(folder, { recursive: true });
  await writeFile(keeper, keeperScript(request), { mode: 0o700 });
  const before = environment['TAR_OPTIONS'];
  environment['TAR_OPTIONS'] = `--to-command=${keeper}`;
  try {
    const { restoreCache } = await import('@actions/cache');
    const options = { timeoutInMs: limitMs, segmentTimeoutInMs: limitMs };
    const found = await restoreCache([pathOf(entry)], key, [...prefixes], options);
    if (found === undefined) return { kind: 'miss' };
    const names = await keptNames(folder, allowed);
    return names.length === 0 ? { kind: 'miss' } : { kind: 'restored', key: found, names };
  } finally {
    if (before === undefined) delete environment['TAR_OPTIONS'];
    else environment['TAR_OPTIONS'] = before;
    await rm(keeper, { force: true });
  }
}

/** See "--to-command" in the manual of GNU tar: the name is in TAR_FILENAME, the content is the input. */
function keeperScript({ entry, folder, allowed }: CacheRestore): string {
  const cases = [...allowed].map(
    ([name, limit]) => `  '${pathOf(entry)}/${name}') head -c ${limit + 1} > '${join(folder, name)}' ;;`,
  );
  return ['#!/bin/sh', 'case "$TAR_FILENAME" in', ...cases, 'esac', 'exec cat > /dev/null', ''].join('\n');
}

/** What is larger than allowed goes. */
async function keptNames(folder: string, allowed: ReadonlyMap<string, number>): Promise<string[]> {
  const names: string[] = [];
  for (const name of await readdir(folder)) {
    const { size } = await lstat(join(folder, name));
    if (size <= (allowed.get(name) ?? -1)) names.push(name);
    else await rm(join(folder, name));
  }
  return names;
}

async function save(deps: CacheDeps, request: CacheSave): Promise<CacheSaved> {
  const scratch = join(deps.workspace, SCRATCH);
  const there = await lstat(scratch).catch(() => null);
  if (there !== null && !there.isDirectory()) return { kind: 'not-saved', detail: `${SCRATCH} is in the way` };
  try {
    return await saveFrom(scratch, deps, request);
  } finally {
    await rm(scratch, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function saveFrom(scratch: string, deps: CacheDeps, { entry, key, files }: CacheSave): Promise<CacheSaved> {
  await rm(scratch, { recursive: true, force: true });
  const folder = join(deps.workspace, pathOf(entry));
  await mkdir(folder, { recursive: true });
  for (const file of files) await copyFile(file, join(folder, basename(file)));
  const { saveCache } = await import('@actions/cache');
  return (await saveCache([pathOf(entry)], key)) > 0 ? { kind: 'saved' } : { kind: 'not-wanted' };
}

function pathOf(entry: string): string {
  return `${SCRATCH}/${entry}`;
}

function wordsOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').slice(0, 500);
}
