import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { StoreAccess } from './read-derivation.js';

/** A path of the kind that Nix prints; anything else never becomes an argument. */
const STORE_PATH = /^\/[^\0]*\/[0-9a-df-np-sv-z]{32}-[\w+\-.?=]+$/;

const MOST_PATHS = 200;

/**
 * Bytes that each of these outputs takes in the store with everything that it needs, by its path. Those that are not there are left out:
 * nothing is built, and no substituter is asked for them. One short call of Nix for all of them, none when there is none.
 */
export async function closureSizes(
  { nix, runProcess, env, signal }: StoreAccess,
  outputs: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const there = [...new Set(outputs)].filter((path) => STORE_PATH.test(path) && existsSync(path)).slice(0, MOST_PATHS);
  if (there.length === 0) return new Map();
  const { end, exitCode, stdout } = await runProcess({
    argv: [nix.path, ...nix.options, 'path-info', '--json', '--closure-size', '--offline', '--', ...there],
    cwd: '/',
    env,
    ...(signal === undefined ? {} : { signal }),
    timeoutMs: 60_000,
  });
  if (end !== 'exited' || exitCode !== 0) return new Map();
  const sizes = shownSizes(stdout.toString('utf8'));
  return new Map(
    there.flatMap((path) => {
      const size = sizes.get(basename(path));
      return size === undefined ? [] : [[path, size] as const];
    }),
  );
}

/** What `nix path-info --json` says, by base name: a list of `{path, closureSize}` to Nix 2.18, `{PATH: {closureSize}}` since 2.19; a path that is not valid has none. */
export function shownSizes(json: string): ReadonlyMap<string, number> {
  const shown = parseJson(json);
  const entries: (readonly [unknown, unknown])[] = Array.isArray(shown)
    ? shown.map((one) => [field(one, 'path'), one] as const)
    : Object.entries(typeof shown === 'object' && shown !== null ? shown : {});
  return new Map(
    entries.flatMap(([path, info]) => {
      const size = field(info, 'closureSize');
      const isSize = typeof size === 'number' && Number.isSafeInteger(size) && size >= 0;
      return typeof path === 'string' && isSize ? [[basename(path), size] as const] : [];
    }),
  );
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
