import { describe, expect, test } from '@jest/globals';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HostComparison } from '../../src/base/derivations.js';
import { exampleRoot } from '../examples/example-copy.js';
import { nixEnvironment } from '../support/nix-environment.js';
import { program } from '../support/program.js';
import { RunnerRepository } from '../support/runner-repository.js';
import type { CliResult } from '../support/runner-cli.js';

/* Steps are held to their `expect:` by the derivations of the example's hosts, with real Nix. */

/** A setting of sshd, which only atlas runs. */
const TRIES = "sed -i 's/MaxAuthTries = 3;/MaxAuthTries = 2;/' modules/security/ssh.nix";
const AGGREGATE = [
  "printf '{ imports = [ ./boot.nix ./journald.nix ./locale.nix ./memory.nix ./nix.nix ./users.nix ]; }\\n' > modules/system/default.nix",
  "sed -i '/modules\\/system\\/[b-z]/d; s#allowUnfree = true; }#&\\n        ./modules/system#' flake.nix",
].join('\n');

/** A repository with the example's flake and one workflow `held`, whose steps are shell commands with contracts. */
function heldTo(steps: readonly (readonly [expect: string, run: string])[]): RunnerRepository {
  const text = steps.map(([expected, run], index) =>
    [
      `  - id: step-${index + 1}`,
      '    run: |',
      ...run.split('\n').map((line) => `      ${line}`),
      `    expect: ${expected}`,
    ].join('\n'),
  );
  const repository = RunnerRepository.make({ held: `workflow: held\ntype: sequential\nsteps:\n${text.join('\n')}\n` });
  for (const name of readdirSync(exampleRoot))
    if (name !== '.claude') cpSync(join(exampleRoot, name), join(repository.root, name), { recursive: true });
  repository.git('add', '--all');
  repository.git('commit', '--quiet', '--message=example');
  return repository;
}

const run = (repository: RunnerRepository, ...more: string[]): Promise<CliResult> =>
  repository.runWith(nixEnvironment(), 'held', ...more);

function hosts(repository: RunnerRepository): HostComparison[] {
  return repository.state('held')['hosts'] as HostComparison[];
}

interface StateError {
  readonly reason: string;
  readonly message: string;
  readonly details: readonly string[];
}

function firstError(repository: RunnerRepository): StateError {
  const [error] = repository.state('held')['errors'] as StateError[];
  if (error === undefined) throw new Error('the run has no error');
  return error;
}

describe('a contract on derivations', () => {
  test('is kept by a step that changes a comment, and the run says that no host has changed', async () => {
    const repository = heldTo([['same-drv', "sed -i '1i #' modules/system/boot.nix"]]);
    const { code, stdout } = await run(repository);
    expect(code).toBe(0);
    expect(stdout).toContain('2 hosts unchanged');
    expect(hosts(repository).map(({ host, level }) => [host, level])).toEqual([
      ['atlas', 'identical'],
      ['kernelcore', 'identical'],
    ]);
  });

  test('same-drv is broken by another order, which `reordered` allows', async () => {
    const strict = heldTo([['same-drv', AGGREGATE]]);
    expect((await run(strict)).code).toBe(1);
    expect(firstError(strict).reason).toBe('contract-broken');
    const loose = heldTo([['reordered', AGGREGATE]]);
    expect((await run(loose)).code).toBe(0);
    expect(hosts(loose).map(({ level }) => level)).toContain('reordered');
  });

  test('is broken by another setting of sshd with the host and the derivation named, and nothing lands', async () => {
    const repository = heldTo([['reordered', TRIES]]);
    const before = repository.git('rev-parse', 'HEAD');
    expect((await run(repository)).code).toBe(1);
    const { reason, message, details } = firstError(repository);
    expect({ reason, named: message.includes('atlas'), other: message.includes('kernelcore') }).toEqual({
      reason: 'contract-broken',
      named: true,
      other: false,
    });
    expect(details.join('\n')).toMatch(/sshd/);
    expect(repository.git('rev-parse', 'HEAD')).toBe(before);
  });

  test('with hosts allows those to change and no other', async () => {
    expect((await run(heldTo([['[atlas]', TRIES]]))).code).toBe(0);
    const other = heldTo([['[kernelcore]', TRIES]]);
    expect((await run(other)).code).toBe(1);
    expect(firstError(other).message).toContain('atlas');
  });

  test('any promises nothing and still tells what changed', async () => {
    const repository = heldTo([['any', TRIES]]);
    expect((await run(repository)).code).toBe(0);
    expect(hosts(repository).find(({ host }) => host === 'atlas')?.level).toBe('different');
  });

  test('is broken by a misspelt package, which nix flake check alone does not see', async () => {
    const repository = heldTo([
      ['same-drv', "sed -i 's/pkgs.apparmor-utils/pkgs.aparmor-utils/' modules/security/apparmor.nix"],
    ]);
    expect((await run(repository)).code).toBe(1);
    expect(firstError(repository).details.join('\n')).toMatch(/aparmor-utils/);
  });

  test('that was broken is held again on resume: a mended step goes on', async () => {
    const repository = heldTo([
      ['same-drv', "sed -i 's/timeout = lib.mkDefault 3/timeout = lib.mkDefault 9/' modules/system/boot.nix"],
    ]);
    expect((await run(repository)).code).toBe(1);
    expect((await run(repository, '--skip-step', 'step-1', '--resume')).code).toBe(0);
    expect(hosts(repository).every(({ level }) => level === 'identical')).toBe(true);
  });

  test('on a host that does not evaluate is not kept', async () => {
    const repository = heldTo([['same-drv', 'touch ran']]);
    repository.git('rm', '--quiet', 'laptop-offload-client.nix');
    repository.git('commit', '--quiet', '--message=broken');
    const { code } = await run(repository);
    expect(code).toBe(1);
    expect(repository.events('held').some(({ type }) => type === 'step-completed')).toBe(false);
  });

  test('of a flake that does not evaluate is told before any step runs, with what to do', async () => {
    const repository = heldTo([['same-drv', 'touch ran']]);
    repository.git('rm', '--quiet', '-r', 'nixpkgs-stub');
    repository.git('commit', '--quiet', '--message=broken');
    const { code, stdout } = await run(repository);
    expect(code).toBe(1);
    expect(repository.events('held').some(({ type }) => type === 'step-started')).toBe(false);
    expect(stdout).toContain('the start: the flake of the commit that the run starts from cannot be evaluated');
    expect(stdout).toContain('nixpkgs-stub');
    expect(stdout).toContain(`node ${program().cli} held  # start again, when what is wrong is mended and committed`);
    expect(stdout).not.toContain('--resume');
  });

  test('needs a flake', async () => {
    const repository = RunnerRepository.make({
      held: 'workflow: held\ntype: sequential\nsteps:\n  - run: touch a\n    expect: same-drv\n',
    });
    const { code, stdout } = await run(repository);
    expect(code).toBe(1);
    expect(stdout).toContain('flake.nix');
  });
});

test('the journal keeps what the start builds, host by host', async () => {
  const repository = heldTo([['same-drv', 'true']]);
  await run(repository);
  const derivations = repository.state('held')['derivations'] as { hosts: Record<string, string> };
  expect(Object.keys(derivations.hosts)).toEqual(['atlas', 'kernelcore']);
  expect(readFileSync(repository.stateFile('held', 'journal.jsonl'), 'utf8')).toContain(derivations.hosts['atlas']);
});
