import { beforeAll, expect, test } from '@jest/globals';
import { checkFlake } from '../../src/nix/flake-check.js';
import type { NixProgram } from '../../src/nix/nix-program.js';
import { runProcess } from '../../src/process/spawn.js';
import { BROKEN_FLAKES, brokenFlake } from '../support/broken-flakes.js';
import { nixEnvironment, realNix } from '../support/nix-environment.js';

const env = nixEnvironment();
let nix: NixProgram;
beforeAll(async () => {
  nix = await realNix(env);
});

const isNewer = (version: string): boolean => version.localeCompare('2.20', 'en', { numeric: true }) >= 0;

test.each(BROKEN_FLAKES.map((broken) => [broken.name, broken] as const))(
  'checkFlake places the mistake of %s where the user has to mend it',
  async (_, broken) => {
    const checked = await checkFlake({ root: brokenFlake(broken), nix, env, runProcess });
    if (!checked.ok && checked.failure !== null) throw new Error(JSON.stringify(checked.failure));
    const found = checked.ok ? checked.warnings : checked.diagnostics;
    const expected = isNewer(nix.version) ? (broken.newer ?? broken.found) : broken.found;
    expect(
      found.map(({ code, location: { file, line } }) => `${code} ${file}${line === undefined ? '' : `:${line}`}`),
    ).toEqual(expected);
    const words = found.map(({ message, help }) => `${message}\n${help ?? ''}`).join('\n');
    expect(words).toContain(broken.says ?? '');
  },
);
