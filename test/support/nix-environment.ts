import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNix, type NixProgram } from '../../src/nix/nix-program.js';
import { findProgram } from '../../src/process/environment.js';
import { runProcess } from '../../src/process/spawn.js';

/** A home of its own, and no substituters: a test must not wait for the network. */
export function nixEnvironment(): Record<string, string> {
  const home = mkdtempSync(join(tmpdir(), 'nix-home-'));
  writeFileSync(join(home, 'nix.conf'), 'substituters =\n');
  return { PATH: process.env['PATH'] ?? '', HOME: home, NIX_USER_CONF_FILES: join(home, 'nix.conf') };
}

/** The machine's Nix; throws where there is none, because these tests are about it. */
export async function realNix(env: Record<string, string>): Promise<NixProgram> {
  const nix = await findNix({ runProcess, env, path: findProgram('nix', env['PATH'] ?? '') });
  if (!nix.ok) throw new Error(JSON.stringify(nix.error));
  return nix.value;
}
