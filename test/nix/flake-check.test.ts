import { beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFlake, type FlakeCheck } from '../../src/nix/flake-check.js';
import type { NixProgram } from '../../src/nix/nix-program.js';
import { runProcess } from '../../src/process/spawn.js';
import { nixEnvironment, realNix } from '../support/nix-environment.js';
import { commitAll, exampleFlake, replaceIn, treeOf } from '../support/nix-tree-on-disk.js';

const env = nixEnvironment();
let nix: NixProgram;
beforeAll(async () => {
  nix = await realNix(env);
});

const check = (root: string): Promise<FlakeCheck> => checkFlake({ root, nix, env, runProcess });

/** Each error as `code file:line`, sorted by place. */
async function errorsOf(edit: (root: string) => void): Promise<string[]> {
  const checked = await check(exampleFlake(edit));
  if (checked.ok || checked.failure !== null) return [JSON.stringify(checked)];
  return checked.diagnostics.map(({ code, location }) => `${code} ${location.file}:${location.line ?? '-'}`);
}

const edit =
  (path: string, ...change: readonly [string, string]) =>
  (root: string): void =>
    replaceIn(root, path, change);

const SSH = 'modules/security/ssh.nix';
const HOST = 'hosts/kernelcore/configuration.nix';

describe('checkFlake', () => {
  test('gives the system of every host of a right flake', async () => {
    const checked = await check(exampleFlake());
    expect(checked.ok && Object.keys(checked.hosts)).toEqual(['atlas', 'kernelcore']);
    expect(checked.ok && checked.hosts['atlas']).toMatch(/^\/nix\/store\/.*-nixos-system-atlas-.*\.drv$/);
  });

  test('gives no hosts for a flake without NixOS configurations', async () => {
    const root = treeOf({ 'flake.nix': '{ outputs = { self }: { lib.x = 1; }; }' });
    commitAll(root);
    expect(await check(root)).toEqual({ ok: true, warnings: [], hosts: {} });
  });

  test('tells a folder without a flake from a flake that is wrong', async () => {
    expect(await check(treeOf({ 'README.md': '' }))).toEqual({ ok: false, failure: 'no-flake' });
  });

  test('tells a missing Nix from a flake that is wrong', async () => {
    const checked = await checkFlake({
      root: exampleFlake(),
      nix: { ...nix, path: '/nonexistent/nix' },
      env,
      runProcess,
    });
    expect(checked).toMatchObject({ ok: false, failure: { reason: 'program-missing', program: 'nix' } });
  });

  test('tells a stop from a flake that is wrong', async () => {
    const checked = await checkFlake({ root: exampleFlake(), nix, env, runProcess, signal: AbortSignal.abort() });
    expect(checked).toEqual({ ok: false, failure: { reason: 'cancelled' } });
  });

  test('tells a time limit from a flake that is wrong', async () => {
    const endless = treeOf({
      'flake.nix':
        "{ outputs = { self }: { checks = builtins.foldl' (a: b: a + b) 0 (builtins.genList (x: x) 100000000); }; }",
    });
    commitAll(endless);
    const checked = await checkFlake({ root: endless, nix, env, runProcess, timeoutMs: 300 });
    expect(checked).toEqual({ ok: false, failure: { reason: 'timed-out', limitMs: 300 } });
  });

  test('leaves the checkout as it was', async () => {
    const root = exampleFlake();
    await check(root);
    expect(execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' })).toBe('');
  });

  test('hands on readable lines, not the structured log', async () => {
    let text = '';
    await checkFlake({ root: exampleFlake(), nix, env, runProcess, onOutput: (chunk) => (text += chunk) });
    expect(text).toContain('kernelcore');
    expect(text).not.toContain('@nix');
  });
});

describe('checkFlake places', () => {
  test.each<[string, (root: string) => void, string[]]>([
    ['a missing semicolon', edit(SSH, 'bantime = "1h";', 'bantime = "1h"'), ['nix-syntax modules/security/ssh.nix']],
    [
      'an undefined variable',
      edit('laptop-offload-client.nix', 'lib.mkIf', 'lbi.mkIf'),
      ['nix-undefined-variable laptop-offload-client.nix'],
    ],
    [
      'a missing attribute of lib',
      edit(SSH, 'lib.types.port', 'lib.types.prot'),
      ['nix-missing-attribute modules/security/ssh.nix'],
    ],
    [
      'a moved module at its import',
      (root) => renameSync(join(root, 'laptop-offload-client.nix'), join(root, 'modules/laptop.nix')),
      ['nix-missing-file flake.nix'],
    ],
    [
      'an unknown option',
      edit(HOST, 'networking.hostName', 'networking.hostNaem'),
      ['nix-unknown-option hosts/kernelcore/configuration.nix'],
    ],
    [
      'a value of the wrong type',
      edit(HOST, 'networking.hostName = "kernelcore"', 'networking.hostName = 1'),
      ['nix-option-type hosts/kernelcore/configuration.nix'],
    ],
    [
      'an attribute defined twice',
      edit(SSH, 'bantime = "1h";', 'bantime = "1h"; bantime = "2h";'),
      ['nix-duplicate-attribute modules/security/ssh.nix'],
    ],
    [
      'an unsupported attribute of the flake',
      edit('flake.nix', 'inputs = { };', 'inputs = { }; checks = { };'),
      ['nix-error flake.nix'],
    ],
    ['conflict markers', edit(SSH, '{ config', '<<<<<<< HEAD\n{ config'), ['nix-syntax modules/security/ssh.nix']],
    [
      'a call of what is no function',
      edit(SSH, 'bantime = "1h"', 'bantime = toString (1 2)'),
      ['nix-value-type modules/security/ssh.nix'],
    ],
    [
      'a missing argument of a function',
      edit(SSH, 'bantime = "1h"', 'bantime = ({ a }: a) { }'),
      ['nix-call modules/security/ssh.nix'],
    ],
    [
      'an infinite recursion',
      edit(SSH, 'bantime = "1h"', 'bantime = let a = b; b = a; in a'),
      ['nix-infinite-recursion modules/security/ssh.nix'],
    ],
    [
      'an output that is no derivation',
      edit('flake.nix', 'hosts.kernelcore.system.build.toplevel', '"text"'),
      ['nix-error flake.nix'],
    ],
    [
      'a misspelt package',
      edit('modules/security/apparmor.nix', 'pkgs.lynis', 'pkgs.lymis'),
      ['nix-missing-attribute modules/security/apparmor.nix'],
    ],
  ])('%s in the file of the user', async (_, change, expected) => {
    expect((await errorsOf(change)).map((error) => error.replace(/:[\d-]+$/, ''))).toEqual(expected);
  });

  test('what nix flake check alone lets pass: an error inside the system of a host', async () => {
    const system =
      'derivation { name = "h"; system = "x86_64-linux"; builder = "/bin/sh"; args = [ nosuch.package ]; }';
    const host = `nixosConfigurations.h.config.system.build.toplevel = ${system};`;
    const root = treeOf({ 'flake.nix': `{ outputs = { self }: let nosuch = { }; in { ${host} }; }` });
    commitAll(root);
    expect(await check(root)).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'nix-missing-attribute', location: { file: 'flake.nix', line: 1 } }],
    });
  });

  test('a host whose system says that it is a derivation, and is none', async () => {
    const host = 'nixosConfigurations.h.config.system.build.toplevel = { type = "derivation"; drvPath = 1; };';
    const root = treeOf({ 'flake.nix': `{ outputs = { self }: { ${host} }; }` });
    commitAll(root);
    const checked = await check(root);
    expect([checked.ok, !checked.ok && checked.failure]).toEqual([false, null]);
  });

  test('an error with line, column and the text of the line', async () => {
    const checked = await check(exampleFlake(edit(SSH, 'bantime = "1h";', 'bantime = nosuch;')));
    const [error] = checked.ok || checked.failure !== null ? [] : checked.diagnostics;
    expect(error).toMatchObject({
      message: "undefined variable 'nosuch'",
      sourceLine: expect.stringContaining('bantime = nosuch;') as unknown,
    });
    expect(error?.sourceLine?.slice((error.location.column ?? 0) - 1)).toMatch(/^nosuch/);
  });

  test('every failing build by its attribute, where it is written, with its log', async () => {
    const build = (name: string): string =>
      `${name} = derivation { name = "drv-${name}"; system = "x86_64-linux"; builder = "/bin/sh"; args = [ "-c" "echo ${name} says no; exit 3" ]; };`;
    const root = treeOf({
      'flake.nix': `{ outputs = { self }: { checks.x86_64-linux = {\n${build('first')}\n${build('second')} }; }; }`,
    });
    writeFileSync(join(root, 'salt'), String(process.pid));
    commitAll(root);
    const checked = await check(root);
    const found = checked.ok || checked.failure !== null ? [] : checked.diagnostics;
    expect(found.map(({ location, message, help }) => `${location.line}: ${message}: ${help}`)).toEqual(
      ['first', 'second'].map(
        (name, index) =>
          `${index + 2}: the build of checks.x86_64-linux.${name} failed with exit code 3: its output:\n${name} says no`,
      ),
    );
  });

  test('a warning that evaluation prints at its text', async () => {
    const checked = await check(
      exampleFlake(edit(SSH, 'bantime = "1h"', 'bantime = builtins.trace "warning: ban longer" "1h"')),
    );
    expect(checked.ok && checked.warnings).toMatchObject([
      { severity: 'warning', message: 'ban longer', location: { file: SSH } },
    ]);
  });
});
