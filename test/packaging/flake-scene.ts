import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { arch, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '../../src/process/environment.js';

/** What the flake is made of: everything that `package.nix` takes, and no more, so that nothing else can be missed. */
const FLAKE = ['flake.nix', 'flake.lock', 'nix', 'package.json', 'LICENSE', 'dist/cli', 'schema', 'templates'];

/** How Nix calls this machine. */
export const nixSystem = `${arch() === 'arm64' ? 'aarch64' : 'x86_64'}-linux`;

export interface NixResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * The flake of the product in a folder of its own, beside the stand-in for nixpkgs, and a Nix that reaches no network. Its store is its own,
 * without a sandbox, because the packages of the stand-in are the programs of this machine.
 */
export class FlakeScene {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'flake-')));
  readonly product = join(this.folder, 'product');
  /** On PATH there is Nix alone. */
  readonly env: Readonly<Record<string, string>>;
  readonly #nixpkgs = join(this.folder, 'nixpkgs');

  constructor() {
    for (const path of FLAKE) cpSync(path, join(this.product, path), { recursive: true });
    cpSync('test/packaging/nixpkgs', this.#nixpkgs, { recursive: true });
    cpSync('examples/nixos-config/nixpkgs-stub/lib', join(this.#nixpkgs, 'example-lib'), { recursive: true });
    const config = [
      'substituters =',
      'flake-registry =',
      'experimental-features = nix-command flakes',
      'build-users-group =',
      'sandbox = false',
    ];
    const home = join(this.folder, 'home');
    mkdirSync(home);
    writeFileSync(join(home, 'nix.conf'), `${config.join('\n')}\n`);
    this.env = {
      PATH: this.#onlyNix(),
      HOME: home,
      NIX_USER_CONF_FILES: join(home, 'nix.conf'),
      NIX_REMOTE: 'local',
      NIX_STORE_DIR: join(this.folder, 'store'),
      NIX_STATE_DIR: join(this.folder, 'state'),
      NIX_LOG_DIR: join(this.folder, 'log'),
      LC_ALL: 'C.UTF-8',
    };
  }

  /** `nix COMMAND… FLAGS` with the stand-in as `nixpkgs`; `after` comes behind them. */
  nix(command: readonly string[], { cwd = this.folder, after = [] }: { cwd?: string; after?: readonly string[] } = {}) {
    const overrides = ['--override-input', 'nixpkgs', `path:${this.#nixpkgs}`, '--no-write-lock-file'];
    return this.plainNix([...command, ...overrides, ...after], cwd);
  }

  /** `nix ARGS`, nothing added. */
  plainNix(args: readonly string[], cwd = this.folder): NixResult {
    const done = spawnSync('nix', args, { cwd, env: this.env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    if (done.error !== undefined) throw done.error;
    return { code: done.status, stdout: done.stdout, stderr: done.stderr };
  }

  /** The value of an attribute of a flake, or of a function of it; throws what Nix says when it does not evaluate. */
  evaluate(installable: string, apply = 'value: value'): unknown {
    const { code, stdout, stderr } = this.nix(['eval', '--json', installable, '--apply', apply]);
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  }

  /** Builds an installable and answers its path; throws what Nix says when that fails. */
  build(installable: string): string {
    const { code, stdout, stderr } = this.nix(['build', '--no-link', '--json', installable]);
    if (code !== 0) throw new Error(stderr);
    const [built] = JSON.parse(stdout) as { outputs: Readonly<Record<string, string>> }[];
    const out = built?.outputs['out'];
    if (out === undefined) throw new Error(stdout);
    return out;
  }

  /** The flake of somebody who uses the product from GitHub, with that input led to this scene. Answers how Nix names it. */
  userFlake(name: string, text: string): string {
    const folder = join(this.folder, name);
    mkdirSync(folder);
    writeFileSync(
      join(folder, 'flake.nix'),
      text.replaceAll('github:workflow-runner/workflow-runner', `path:${this.product}`),
    );
    writeFileSync(join(folder, 'configuration.nix'), '{ }\n');
    return `path:${folder}`;
  }

  remove(): void {
    // The store is read-only.
    spawnSync('chmod', ['-R', 'u+w', this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  #onlyNix(): string {
    const nix = findProgram('nix', process.env['PATH'] ?? '');
    if (nix === null) throw new Error('this test needs nix on PATH');
    const bin = join(this.folder, 'bin');
    mkdirSync(bin);
    // A wrapper: under another name, or as a link, Nix is another program.
    writeFileSync(join(bin, 'nix'), `#!/bin/sh\nexec ${realpathSync(nix)} "$@"\n`, { mode: 0o755 });
    return bin;
  }
}
