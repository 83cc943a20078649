import { afterAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERSION } from '../../src/commands/version.js';
import { FlakeScene, nixSystem } from './flake-scene.js';

const scene = new FlakeScene();
afterAll(() => scene.remove());

const product = `path:${scene.product}`;

let users = 0;

/** A flake whose output `answer` is this expression over its inputs. */
function userOf(expression: string): string {
  users += 1;
  return scene.userFlake(
    `user-${users}`,
    `{
      inputs.nixpkgs.url = "github:NixOS/nixpkgs";
      inputs.workflow-runner = { url = "github:workflow-runner/workflow-runner"; inputs.nixpkgs.follows = "nixpkgs"; };
      outputs = { self, nixpkgs, workflow-runner }: { answer = ${expression}; };
    }`,
  );
}

/** The example as a git repository, committed. */
function exampleRepository(): string {
  const root = join(scene.folder, 'nixos-config');
  cpSync('examples/nixos-config', root, { recursive: true });
  const commit = ['-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'one'];
  for (const args of [['init', '-q', '-b', 'main'], ['add', '-A'], commit]) {
    const { status, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  }
  return root;
}

describe('flake.lock', () => {
  test('pins every input of flake.nix, so that nothing is resolved anew', () => {
    const { code, stdout, stderr } = scene.plainNix([
      ...['flake', 'metadata', '--json', '--no-update-lock-file', '--offline'],
      product,
    ]);
    expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
    expect((JSON.parse(stdout) as { locks: unknown }).locks).toEqual(JSON.parse(readFileSync('flake.lock', 'utf8')));
  });
});

describe('the flake', () => {
  test('passes its own nix flake check, which builds and starts the program', () => {
    const { code, stderr } = scene.nix(['flake', 'check', product]);
    expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
    expect(
      readdirSync(scene.env['NIX_STORE_DIR'] ?? '').some((path) => path.endsWith(`workflow-runner-${VERSION}`)),
    ).toBe(true);
  });

  test.each([
    {
      output: 'packages',
      systems: ['aarch64-darwin', 'aarch64-linux', 'x86_64-linux'],
      names: ['default', 'workflow-runner'],
    },
    {
      output: 'apps',
      systems: ['aarch64-darwin', 'aarch64-linux', 'x86_64-linux'],
      names: ['default', 'workflow-runner'],
    },
    { output: 'devShells', systems: ['aarch64-darwin', 'aarch64-linux', 'x86_64-linux'], names: ['default'] },
    { output: 'checks', systems: ['aarch64-linux', 'x86_64-linux'], names: ['module', 'package'] },
  ])('has $output for $systems', ({ output, systems, names }) => {
    const found = scene.evaluate(`${product}#${output}`, 'builtins.mapAttrs (_: builtins.attrNames)');
    expect(found).toEqual(Object.fromEntries(systems.map((name) => [name, names])));
  });

  test('adds with its overlay the package that it has itself', () => {
    const user = userOf(`
      let pkgs = nixpkgs.legacyPackages.${nixSystem}; overlay = workflow-runner.overlays.default; in
      (overlay (pkgs // overlay pkgs pkgs) pkgs).workflow-runner.drvPath == workflow-runner.packages.${nixSystem}.default.drvPath`);
    expect(scene.evaluate(`${user}#answer`)).toBe(true);
  });

  test('refuses a nixpkgs whose Node.js is too old', () => {
    const user = userOf(`
      let pkgs = nixpkgs.legacyPackages.${nixSystem}; in
      (pkgs.callPackage "\${workflow-runner}/nix/package.nix" { nodejs = pkgs.nodejs // { version = "18.20.4"; }; }).drvPath`);
    expect(() => scene.evaluate(`${user}#answer`)).toThrow(
      'workflow-runner needs Node.js 20.12 or newer, and this nixpkgs has 18.20.4: override `nodejs`.',
    );
  });
});

describe('the package', () => {
  test('holds the program and what it reads, not the action and not the sources', () => {
    const out = scene.build(`${product}#workflow-runner`);
    const installed = join(out, 'lib/workflow-runner');
    expect([readdirSync(installed).sort(), readdirSync(join(installed, 'dist'))]).toEqual([
      ['LICENSE', 'dist', 'package.json', 'schema', 'templates'],
      ['cli'],
    ]);
  });

  test('has completions for bash, zsh and fish', () => {
    const folder = join(scene.build(`${product}#workflow-runner`), 'share/completion');
    expect(readdirSync(folder).sort()).toEqual(['bash', 'fish', 'zsh']);
    expect(readFileSync(join(folder, 'bash'), 'utf8')).toContain('complete -F');
  });

  test('is not built from a dist/ of another version', () => {
    const manifest = join(scene.product, 'package.json');
    const text = readFileSync(manifest, 'utf8');
    writeFileSync(manifest, text.replace(`"version": "${VERSION}"`, '"version": "99.0.0"'));
    expect(() => scene.build(`${product}#workflow-runner`)).toThrow(
      `dist/ is of version ${VERSION}, package.json of 99.0.0`,
    );
    writeFileSync(manifest, text);
  });
});

describe('nix run', () => {
  test('shows on a machine with Nix alone the plan that the program shows', () => {
    const root = exampleRepository();
    const after = [`${product}#workflow-runner`, '--', 'phase-1-critical', '--dry-run'];
    const { code, stdout, stderr } = scene.nix(['run'], { cwd: root, after });
    expect([code, code === 0 ? '' : stderr]).toEqual([0, '']);
    const direct = spawnSync(
      process.execPath,
      [join(scene.product, 'dist/cli/index.js'), 'phase-1-critical', '--dry-run'],
      { cwd: root, env: { ...scene.env, PATH: process.env['PATH'] ?? '' }, encoding: 'utf8' },
    );
    expect(direct.stdout).toContain('validate the result on a clean checkout');
    expect(stdout).toBe(direct.stdout);
  });
});
