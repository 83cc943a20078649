import { beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DerivationMap, HostComparison } from '../../../src/base/derivations.js';
import type { Failure } from '../../../src/base/failure.js';
import type { Result } from '../../../src/base/result.js';
import { compareDerivations } from '../../../src/nix/derivations/compare-derivations.js';
import { evaluateDerivations } from '../../../src/nix/derivations/evaluate-derivations.js';
import { derivationStore } from '../../../src/nix/derivations/derivation-store.js';
import type { NixProgram } from '../../../src/nix/nix-program.js';
import { runProcess } from '../../../src/process/spawn.js';
import { nixEnvironment, realNix } from '../../support/nix-environment.js';
import { commitAll, exampleFlake, replaceIn, treeOf } from '../../support/nix-tree-on-disk.js';

const env = nixEnvironment();
let nix: NixProgram;
let example: DerivationMap;

const evaluate = (root: string): Promise<Result<DerivationMap, Failure>> =>
  evaluateDerivations({ root, nix, env, runProcess });

beforeAll(async () => {
  nix = await realNix(env);
  const map = await evaluate(exampleFlake());
  if (!map.ok) throw new Error(JSON.stringify(map.error));
  example = map.value;
});

/** Each host of the example after an edit. */
async function compared(edit: (root: string) => void): Promise<Record<string, HostComparison>> {
  const after = await evaluate(exampleFlake(edit));
  if (!after.ok) throw new Error(JSON.stringify(after.error));
  const store = derivationStore({ nix, env, runProcess });
  return Object.fromEntries((await compareDerivations(example, after.value, store)).map((one) => [one.host, one]));
}

const levels = (hosts: Record<string, HostComparison>): string[] =>
  Object.values(hosts).map(({ host, level }) => `${host} ${level}`);

/** A flake with these hosts, each the expression of its toplevel; no modules, so that it is quick. */
function flakeOf(hosts: Readonly<Record<string, string>>): string {
  const entries = Object.entries(hosts).map(
    ([name, toplevel]) => `${JSON.stringify(name)}.config.system.build.toplevel = ${toplevel};`,
  );
  const root = treeOf({
    'flake.nix': `{ outputs = { self }: { nixosConfigurations = { ${entries.join('\n')} }; }; }`,
  });
  commitAll(root);
  return root;
}

const system = (name: string): string =>
  `derivation { name = "${name}"; system = "x86_64-linux"; builder = "/bin/sh"; }`;

describe('evaluateDerivations', () => {
  test('gives the system of each host and each check', () => {
    expect([Object.keys(example.hosts), Object.keys(example.checks)[0]]).toEqual([
      ['atlas', 'kernelcore'],
      'x86_64-linux.firewall',
    ]);
  });

  test('gives an empty map for a flake without hosts', async () => {
    const root = treeOf({ 'flake.nix': '{ outputs = { self }: { lib.x = 1; }; }' });
    commitAll(root);
    expect(await evaluate(root)).toEqual({ ok: true, value: { hosts: {}, checks: {} } });
  });

  test('gives every one of a dozen hosts, whatever they are called', async () => {
    const names = [...Array.from({ length: 10 }, (_, i) => `host${i}`), 'a "b" \\ c', '__proto__'];
    const map = await evaluate(flakeOf(Object.fromEntries(names.map((name) => [name, system('x')]))));
    expect(map.ok && Object.keys(map.value.hosts).sort()).toEqual([...names].sort());
  });

  test('tells a host that does not evaluate with its file, beside one that does', async () => {
    const map = await evaluate(flakeOf({ bad: 'throw "no\\nmore"', good: system('good'), none: '{ drvPath = 1; }' }));
    expect(map.ok && map.value.hosts).toEqual({
      bad: { error: expect.stringMatching(/^flake\.nix:\d+:\d+: no/) },
      good: { drvPath: expect.stringMatching(/-good\.drv$/) },
      none: { error: 'it is no derivation' },
    });
  });

  test('fails with the place when the flake does not evaluate at all', async () => {
    const failed = await evaluate(
      exampleFlake((root) => replaceIn(root, 'flake.nix', ['sharedModules = [', 'sharedModules = [['])),
    );
    expect(failed).toMatchObject({
      ok: false,
      error: {
        reason: 'validation-failed',
        diagnostics: [{ code: 'nix-syntax', location: { file: 'flake.nix', line: 47 } }],
      },
    });
  });

  test('fails for a folder without a flake', async () => {
    expect(await evaluate(treeOf({ 'README.md': '' }))).toMatchObject({
      error: { reason: 'validation-failed', diagnostics: [{ code: 'no-flake' }] },
    });
  });

  test.each<[string, object, string]>([
    ['a stop', { signal: AbortSignal.abort() }, 'cancelled'],
    ['the end of its time', { timeoutMs: 1 }, 'timed-out'],
    ['a missing Nix', { nix: { path: '/nonexistent/nix', version: '2.8.0', options: [] } }, 'program-missing'],
  ])('tells %s from a flake that is wrong', async (_, given, reason) => {
    const failed = await evaluateDerivations({ root: flakeOf({}), nix, env, runProcess, ...given });
    expect(failed).toMatchObject({ ok: false, error: { reason } });
  });

  test('tells an answer that is longer than what is kept from one that is whole', async () => {
    const map = await evaluateDerivations({
      root: flakeOf({}),
      nix,
      env,
      runProcess: async (request) => ({ ...(await runProcess(request)), stdoutTruncated: true }),
    });
    expect(map).toMatchObject({
      ok: false,
      error: { diagnostics: [{ message: expect.stringContaining('too long') }] },
    });
  });

  test('tries a host again alone that was killed for want of memory', async () => {
    let killed = 0;
    const map = await evaluateDerivations({
      root: flakeOf({ large: system('large'), small: system('small') }),
      nix,
      env,
      runProcess: async (request) => {
        const result = await runProcess(request);
        if (killed > 0 || !request.argv.some((arg) => arg.includes('"large"'))) return result;
        killed += 1;
        return { ...result, exitCode: null, signal: 'SIGKILL' };
      },
    });
    expect([killed, map.ok && Object.values(map.value.hosts).every((one) => 'drvPath' in one)]).toEqual([1, true]);
  });
});

describe('the example compared with itself', () => {
  test('is identical after a module has moved', async () => {
    const hosts = await compared((root) => {
      renameSync(join(root, 'laptop-offload-client.nix'), join(root, 'modules/services/laptop-offload-client.nix'));
      replaceIn(root, 'flake.nix', ['./laptop-offload-client.nix', './modules/services/laptop-offload-client.nix']);
    });
    expect(levels(hosts)).toEqual(['atlas identical', 'kernelcore identical']);
  });

  test('is reordered when an aggregator takes the place of a list', async () => {
    const hosts = await compared((root) => {
      const flake = readFileSync(join(root, 'flake.nix'), 'utf8');
      const files = ['jupyter', 'kubernetes', 'nodejs', 'python', 'rust'];
      const text = files.reduce((left, name) => left.replace(`./modules/development/${name}.nix`, ''), flake);
      writeFileSync(
        join(root, 'flake.nix'),
        text.replace('./modules/browsers/chromium.nix', './modules/development\n$&'),
      );
      mkdirSync(join(root, 'modules/development'), { recursive: true });
      const imports = files.map((name) => `./${name}.nix`).join(' ');
      writeFileSync(join(root, 'modules/development/default.nix'), `{ imports = [ ${imports} ]; }\n`);
    });
    expect(levels(hosts)).toEqual(['atlas identical', 'kernelcore reordered']);
    expect(hosts['kernelcore']?.derivations).toContain('system-path');
  });

  test('is different in sshd and the firewall with another port', async () => {
    const hosts = await compared((root) =>
      replaceIn(root, 'modules/security/ssh.nix', ['default = 22', 'default = 2222']),
    );
    expect(levels(hosts)).toEqual(['atlas different', 'kernelcore identical']);
    expect(hosts['atlas']?.derivations).toEqual(['sshd.conf', 'firewall.json']);
  });

  test('is different by the version of a package', async () => {
    const hosts = await compared((root) => replaceIn(root, 'nixpkgs-stub/pkgs.nix', ['"480.0"', '"481.0"']));
    expect(hosts['kernelcore']?.packages).toEqual({
      added: [],
      removed: [],
      changed: [{ name: 'google-cloud-sdk', from: '480.0', to: '481.0' }],
      count: 1,
    });
  });

  test('fails in the host with a misspelt package, with its place', async () => {
    const hosts = await compared((root) =>
      replaceIn(root, 'modules/development/kubernetes.nix', ['pkgs.helm', 'pkgs.hlem']),
    );
    expect(levels(hosts)).toEqual(['atlas identical', 'kernelcore failed']);
    expect(hosts['kernelcore']?.what).toContain('modules/development/kubernetes.nix');
  });
});
