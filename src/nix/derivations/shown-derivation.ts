import { posix } from 'node:path';
import type { Derivation, DerivationOutput } from './derivation.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads what `nix derivation show` prints for one derivation; null when it is not that. Three forms: `{PATH: {inputDrvs, inputSrcs, …}}`
 * with lists of outputs (to 2.14) or `{outputs: […]}`, and `{derivations: {NAME: {inputs: {drvs, srcs}, …}}, version}` with names
 * below the store folder (2.32 and newer). `storeDir` is put before such names.
 */
export function parseShownDerivation(json: string, storeDir: string): Derivation | null {
  const shown = record(parseJson(json));
  const drv = record(Object.values(record(shown?.['derivations']) ?? shown ?? {})[0]);
  if (drv === null) return null;
  const full = (path: string): string => (path === '' || path.startsWith('/') ? path : posix.join(storeDir, path));
  const inputs = record(drv['inputs']);
  const inputDrvs = record(drv['inputDrvs'] ?? inputs?.['drvs']);
  const sources = texts(drv['inputSrcs'] ?? inputs?.['srcs']);
  const args = texts(drv['args']);
  const { system, builder } = drv;
  if (inputDrvs === null || sources === null || args === null) return null;
  if (typeof system !== 'string' || typeof builder !== 'string') return null;
  return {
    outputs: new Map(Object.entries(record(drv['outputs']) ?? {}).map(([name, one]) => [name, outputOf(one, full)])),
    inputs: new Map(Object.entries(inputDrvs).map(([path, used]) => [full(path), outputNames(used)])),
    sources: sources.map(full),
    system,
    builder,
    args,
    env: environment(drv),
  };
}

function outputOf(value: unknown, full: (path: string) => string): DerivationOutput {
  const { path, hash } = record(value) ?? {};
  return { path: typeof path === 'string' ? full(path) : '', hash: typeof hash === 'string' ? hash : '' };
}

function outputNames(value: unknown): readonly string[] {
  return texts(value) ?? texts(record(value)?.['outputs']) ?? [];
}

/** Newer versions show structured attributes apart; in the `.drv` they are the variable `__json`. */
function environment(drv: Json): Map<string, string> {
  const env = new Map<string, string>();
  for (const [name, value] of Object.entries(record(drv['env']) ?? {})) {
    if (typeof value === 'string') env.set(name, value);
  }
  if (record(drv['structuredAttrs']) !== null) env.set('__json', JSON.stringify(drv['structuredAttrs']));
  return env;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function record(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
}

function texts(value: unknown): readonly string[] | null {
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : null;
}
