import { lstatSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RunProcess } from '../../process/process.js';
import type { NixProgram } from '../nix-program.js';
import type { Derivation, ReadDerivation } from './derivation.js';
import { parseAterm } from './parse-aterm.js';
import { parseShownDerivation } from './shown-derivation.js';

export interface StoreAccess {
  readonly nix: NixProgram;
  readonly runProcess: RunProcess;
  readonly env: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/** The largest of NixOS hold whole closures as text, some hundred KiB. */
const LARGEST = 16 * 1024 * 1024;

/** A path of the kind that Nix prints; anything else never becomes an argument or a file name. */
const DRV_PATH = /^\/[^\0]*\/[0-9a-df-np-sv-z]{32}-[\w+\-.?=]+\.drv$/;

/** After so many that are not there as files, the store is one that only Nix can read, or they are gone: each asking costs 30 ms. */
const MOST_QUESTIONS = 200;

/** Reads derivations from the store: as files, and by asking Nix where the store is not readable as files (a store elsewhere, another root). */
export function derivationReader(access: StoreAccess): ReadDerivation {
  let questions = 0;
  return async (drvPath) => {
    if (!DRV_PATH.test(drvPath)) return null;
    const text = readBounded(drvPath);
    if (text !== null) return parseAterm(text);
    if (questions >= MOST_QUESTIONS) return null;
    questions += 1;
    return askNix(access, drvPath);
  };
}

/** The text of a regular file; null when it is missing, too large or unreadable. Synchronous: thousands of small files are read, one after another. */
function readBounded(path: string): string | null {
  try {
    const file = lstatSync(path, { throwIfNoEntry: false });
    return file?.isFile() === true && file.size <= LARGEST ? readFileSync(path, 'utf8') : null;
  } catch {
    return null;
  }
}

/** `show-derivation` became `derivation show` in 2.14; each version knows the other at most as a deprecated name. */
async function askNix({ nix, runProcess, env, signal }: StoreAccess, drvPath: string): Promise<Derivation | null> {
  for (const command of [['derivation', 'show'], ['show-derivation']]) {
    const { end, exitCode, stdout } = await runProcess({
      argv: [nix.path, ...nix.options, ...command, '--', drvPath],
      cwd: '/',
      env,
      ...(signal === undefined ? {} : { signal }),
      timeoutMs: 60_000,
    });
    if (end === 'exited' && exitCode === 0) return parseShownDerivation(stdout.toString('utf8'), dirname(drvPath));
    if (end !== 'exited') return null;
  }
  return null;
}
