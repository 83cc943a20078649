import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '../../src/process/environment.js';
import { removeFolders } from '../support/git-repository.js';
import { nixEnvironment } from '../support/nix-environment.js';
import { RunnerRepository } from '../support/runner-repository.js';

/* One run and the trees that it checks: real git, real Nix behind a script that counts how often a flake's check is asked for. */

afterAll(removeFolders);

const FLAKE = `{
  description = "one host";
  outputs = { self }: {
    nixosConfigurations.h.config.system.build.toplevel = derivation {
      name = "h"; system = "x86_64-linux"; builder = "/bin/sh"; args = [ (builtins.readFile ./setting) ]; };
  };
}
`;
const WORKFLOW = `workflow: w
type: sequential
steps:
  - { id: change, run: echo two > setting, validation: [nix flake check] }
  - { id: look, skill: flake-validate }
  - { id: look-again, skill: flake-validate }
`;

const repository = RunnerRepository.make({ w: WORKFLOW }, { 'flake.nix': FLAKE, setting: 'one\n' });
const bin = mkdtempSync(join(tmpdir(), 'checked-once-'));
const asked = (): number =>
  readFileSync(join(bin, 'calls'), 'utf8')
    .split('\n')
    .filter((call) => / flake check( |$)/.test(` ${call}`)).length;
let code: number | null;
let stdout: string;

beforeAll(async () => {
  const path = process.env['PATH'] ?? '';
  const script = `#!/bin/sh\necho "$*" >> ${join(bin, 'calls')}\nexec ${findProgram('nix', path)} "$@"\n`;
  writeFileSync(join(bin, 'nix'), script);
  chmodSync(join(bin, 'nix'), 0o755);
  ({ code, stdout } = await repository.runWith({ ...nixEnvironment(), PATH: `${bin}:${path}` }, 'w'));
});

describe('the tree that a step made, which its validation, two flake-validate steps and the landing want checked', () => {
  test('is checked once', () => {
    expect([code, asked()]).toEqual([0, 1]);
  });

  test('is told by the skill with what the check found', () => {
    const { steps } = JSON.parse(readFileSync(repository.stateFile('w', 'progress.json'), 'utf8')) as {
      steps: { outputs: { hosts?: unknown } }[];
    };
    const h = expect.stringMatching(/-h\.drv$/);
    expect(steps.map(({ outputs }) => outputs.hosts)).toEqual([undefined, { h }, { h }]);
  });

  test('is said to be validated already where it lands, on the terminal and in state.json', () => {
    const { run_id: run, validation } = repository.state('w') as { run_id: string; validation: unknown };
    expect(stdout).toContain('✓ the result already validated in this run, by `nix flake check`');
    expect(validation).toEqual({
      commit: repository.git('rev-parse', 'HEAD'),
      checks: ['nix flake check'],
      known: { at: expect.any(String), run },
    });
  });
});
