import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findProgram } from '../../src/process/environment.js';

/** A repository and a PATH of its own: only the programs that a test puts on it are there. */
export class Machine {
  readonly root: string;
  readonly #bin: string;

  /** `programs`: those of this machine that are there too. */
  constructor(files: Readonly<Record<string, string>>, programs: readonly string[] = ['git', 'sh', 'cat']) {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'workflow-runner-machine-')));
    this.root = join(folder, 'repository');
    this.#bin = join(folder, 'bin');
    mkdirSync(this.#bin);
    for (const name of programs) {
      const found = findProgram(name, process.env['PATH'] ?? '');
      if (found === null) throw new Error(`this test needs ${name} on PATH`);
      symlinkSync(realpathSync(found), join(this.#bin, name));
    }
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(this.root, dirname(path)), { recursive: true });
      writeFileSync(join(this.root, path), text);
    }
    mkdirSync(this.root, { recursive: true });
    this.#git('init', '-q', '-b', 'main');
    this.#git('add', '-A');
    this.#git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-q', '--allow-empty', '-m', 'one');
  }

  get env(): { readonly PATH: string } {
    return { PATH: this.#bin };
  }

  /** Puts a shell script on PATH; the answer is its path. */
  addProgram(name: string, script: string): string {
    const path = join(this.#bin, name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  }

  remove(): void {
    rmSync(dirname(this.root), { recursive: true, force: true });
  }

  #git(...args: string[]): void {
    const { status } = spawnSync('git', args, { cwd: this.root, stdio: 'ignore' });
    if (status !== 0) throw new Error(`git ${args.join(' ')} failed`);
  }
}

export const workflowFile = (name: string): string => `.claude/workflows/${name}.yaml`;

/** A workflow of these steps, as YAML in one line each. */
export const workflowText = (name: string, ...steps: readonly string[]): string =>
  `workflow: ${name}\ntype: sequential\nsteps:\n${steps.map((step) => `  - ${step}\n`).join('')}`;
