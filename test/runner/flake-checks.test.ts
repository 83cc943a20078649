import { beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMemoFolder, type MemoFolder } from '../../src/files/memo-folder.js';
import { Git } from '../../src/git/git.js';
import { openRepository } from '../../src/git/repository.js';
import { openTrustedGit } from '../../src/git/trusted-git.js';
import { WorkspacePool } from '../../src/git/workspace-pool.js';
import { findNix } from '../../src/nix/nix-program.js';
import { findProgram } from '../../src/process/environment.js';
import { runProcess } from '../../src/process/spawn.js';
import { flakeFailure, FlakeChecks, type CheckedFlake, type FlakeSubject } from '../../src/runner/flake-checks.js';
import { TreeMemo } from '../../src/runner/tree-memo.js';
import { WorkspaceShelf } from '../../src/runner/workspace-shelf.js';
import type { StepTools } from '../../src/steps/step-kind.js';
import { nixEnvironment } from '../support/nix-environment.js';
import { commitAll, treeOf } from '../support/nix-tree-on-disk.js';

const HOST = `nixosConfigurations.h.config.system.build.toplevel = derivation {
  name = "h"; system = "x86_64-linux"; builder = "/bin/sh"; };`;
const FLAKE = `{ outputs = { self }: { ${HOST} }; }`;

/** A machine with a repository and a Nix that writes down what it is asked. */
class Machine {
  readonly root: string;
  readonly env = nixEnvironment();
  readonly #cache = mkdtempSync(join(tmpdir(), 'flake-checks-'));
  readonly #log = join(this.#cache, 'calls');
  readonly #nix = join(this.#cache, 'nix');
  memo: MemoFolder;
  /** What the checks said. */
  said = '';
  readonly waits: number[] = [];

  constructor(files: Readonly<Record<string, string>> = { 'flake.nix': FLAKE }) {
    this.root = treeOf(files);
    commitAll(this.root);
    this.memo = this.newProcess();
    this.wrap('exec "$real" "$@"');
  }

  /** Another process of the same machine: nothing counts as its own. */
  newProcess(): MemoFolder {
    return (this.memo = openMemoFolder(join(this.#cache, 'memo')));
  }

  get memoFolder(): string {
    return join(this.#cache, 'memo');
  }

  /** `nix` from now on; `$real` is the one of the machine. */
  wrap(script: string): void {
    const real = findProgram('nix', process.env['PATH'] ?? '');
    writeFileSync(this.#nix, `#!/bin/sh\nreal=${real}\necho "$*" >> ${this.#log}\n${script}\n`);
    chmodSync(this.#nix, 0o755);
  }

  commit(path: string, text: string): void {
    writeFileSync(join(this.root, path), text);
    commitAll(this.root);
  }

  git(...args: string[]): string {
    const user = ['-c', 'user.name=t', '-c', 'user.email=t@example.org'];
    return execFileSync('git', [...user, ...args], { cwd: this.root, encoding: 'utf8' }).trim();
  }

  /** How often flakes were checked. */
  get checks(): number {
    const calls = existsSync(this.#log) ? readFileSync(this.#log, 'utf8').split('\n') : [];
    return calls.filter((call) => call.includes('flake check')).length;
  }

  async open(): Promise<FlakeChecks> {
    const git = new Git({ runProcess, gitPath: '/usr/bin/git', env: process.env });
    const repository = await openRepository(this.root, git);
    if (!repository.ok) throw new Error(repository.error.message);
    const nix = await findNix({ runProcess, env: this.env, path: this.#nix });
    const tools = { runProcess, env: this.env, nix: () => Promise.resolve(nix), redact: (text: string) => text };
    const trusted = await openTrustedGit(git, repository.value, this.#cache);
    return new FlakeChecks({
      tools: tools as unknown as StepTools,
      checkouts: new WorkspaceShelf(new WorkspacePool(git, repository.value, this.#cache), 'check'),
      memo: new TreeMemo({ folder: this.memo, trusted, tools }),
      now: () => 1_700_000_000_000,
      run: 'run-1',
      wait: (ms) => {
        this.waits.push(ms);
        return Promise.resolve();
      },
    });
  }

  subject(): FlakeSubject {
    const onOutput = (chunk: Buffer): void => void (this.said += chunk.toString('utf8'));
    return { commit: this.git('rev-parse', 'HEAD'), signal: new AbortController().signal, onOutput };
  }

  /** Checks what is committed, as a process that begins now. */
  async check(more: Partial<FlakeSubject> = {}): Promise<CheckedFlake> {
    return (await this.open()).check({ ...this.subject(), ...more });
  }
}

describe('a tree that has passed', () => {
  let machine: Machine;
  let again: CheckedFlake;
  beforeAll(async () => {
    machine = new Machine();
    await machine.check();
    machine.newProcess();
    again = await machine.check();
  });

  test('is not checked again by a later process', () => {
    expect(machine.checks).toBe(1);
  });

  test('is said to be validated already, by which run', () => {
    expect(again).toMatchObject({ ok: true, known: { at: 1_700_000_000_000, run: 'run-1' } });
    expect(machine.said).toContain('already validated: this tree passed nix flake check at 2023-11-14T22:13:20.000Z');
  });

  test('is checked again at the last gate, and then not once more by that process', async () => {
    const before = machine.checks;
    machine.newProcess();
    expect((await machine.check({ ownOnly: true })).known).toBeNull();
    expect((await machine.check({ ownOnly: true })).known).not.toBeNull();
    expect(machine.checks).toBe(before + 1);
  });
});

test('two checks of one tree at the same time are one', async () => {
  const machine = new Machine();
  const checks = await machine.open();
  await Promise.all([checks.check(machine.subject()), checks.check(machine.subject())]);
  expect(machine.checks).toBe(1);
});

describe('a pass holds no longer', () => {
  test.each<[string, (machine: Machine) => void]>([
    ['when one byte of a tracked file has changed', (machine) => machine.commit('notes.txt', 'b')],
    [
      'with another version of Nix',
      (machine) => machine.wrap('[ "$1" = --version ] && echo "nix (Nix) 2.8.1" || exec "$real" "$@"'),
    ],
    [
      'with a relative of Nix of the same version',
      (machine) => machine.wrap('[ "$1" = --version ] && echo "nix (Other, like Nix) 2.8.0" || exec "$real" "$@"'),
    ],
    [
      'when nix.conf says something else about evaluation',
      ({ env }) => appendFileSync(env['NIX_USER_CONF_FILES'] ?? '', 'allow-import-from-derivation = false\n'),
    ],
    [
      'with another setting in the environment',
      ({ env }) => void (env['NIX_CONFIG'] = 'system-features = kvm other\n'),
    ],
  ])('%s', async (_, change) => {
    const machine = new Machine({ 'flake.nix': FLAKE, 'notes.txt': 'a' });
    await machine.check();
    change(machine);
    expect(await machine.check()).toMatchObject({ ok: true, known: null });
    expect(machine.checks).toBe(2);
  });

  test.each<[string, string]>([
    ['is torn', '{"format":1'],
    ['is of a made-up pass', '{"format":1,"kind":"flake-check","key":{},"digest":"","value":{"hosts":{}}}'],
  ])('when its file %s', async (_, text) => {
    const machine = new Machine();
    await machine.check();
    const [file = ''] = execFileSync('find', [machine.memoFolder, '-name', '*.json'], { encoding: 'utf8' }).split('\n');
    writeFileSync(file, text);
    expect((await machine.check()).known).toBeNull();
  });
});

describe('another commit of the same tree', () => {
  const amend = async (flake: string): Promise<CheckedFlake> => {
    const machine = new Machine({ 'flake.nix': flake });
    await machine.check();
    machine.git('commit', '-q', '--amend', '-m', 'other words');
    return machine.check();
  };

  test('is known', async () => {
    expect((await amend(FLAKE)).known).not.toBeNull();
  });

  test('is not known when a module asks for the commit', async () => {
    expect((await amend(`{ outputs = { self }: { lib.x = self.rev or "dirty"; ${HOST} }; }`)).known).toBeNull();
  });
});

describe('nothing is remembered', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ['of files that go through a filter', { 'flake.nix': FLAKE, '.gitattributes': '*.bin filter=lfs\n' }],
    [
      'of an input that is not locked',
      {
        'flake.nix': FLAKE,
        'flake.lock': '{"nodes":{"x":{"locked":{"type":"path"}},"root":{}},"root":"root","version":7}',
      },
    ],
  ])('%s', async (_, files) => {
    const machine = new Machine(files);
    await machine.check();
    await machine.check();
    expect(machine.checks).toBe(2);
  });

  test('of a failure', async () => {
    const machine = new Machine({ 'flake.nix': '{ outputs = { self }: { checks = nosuch; }; }' });
    await machine.check();
    expect(flakeFailure(await machine.check())).toMatchObject({ reason: 'validation-failed' });
    expect(machine.checks).toBe(2);
  });

  test('of submodules', async () => {
    const machine = new Machine();
    machine.git('update-index', '--add', '--cacheinfo', `160000,${machine.git('rev-parse', 'HEAD')},sub`);
    machine.git('commit', '-q', '-m', 'a submodule');
    await machine.check();
    await machine.check();
    expect(machine.checks).toBe(2);
  });

  test('where Nix would use a sandbox but cannot', async () => {
    const machine = new Machine();
    machine.wrap('case "$*" in *sandbox-probe*) exec "$real" "$@" --option sandbox false;; esac; exec "$real" "$@"');
    await machine.check();
    await machine.check();
    expect(machine.checks).toBe(2);
  });

  test('of builds that see the machine', async () => {
    const machine = new Machine();
    machine.wrap('case "$*" in *config*) exec "$real" "$@" --option sandbox false;; *) exec "$real" "$@";; esac');
    await machine.check();
    await machine.check();
    expect(machine.checks).toBe(2);
  });
});

describe('a check that fails', () => {
  /** Fails with the message until that many checks have failed, then is the real one. */
  const failing = (times: number, message: string): Machine => {
    const machine = new Machine();
    const json = JSON.stringify({ action: 'msg', level: 0, msg: `error: ${message}`, raw_msg: message });
    const count = join(machine.root, '..', `${Math.random()}`);
    machine.wrap(`case "$*" in *"flake check"*)
      n=$(cat ${count} 2>/dev/null || echo 0); echo $((n + 1)) > ${count}
      [ "$n" -lt ${times} ] && { printf '%s\\n' '@nix ${json}' >&2; exit 1; };;
    esac
    exec "$real" "$@"`);
    return machine;
  };

  const NO_NET = "unable to download 'https://cache.example.org/x.narinfo': HTTP error 503";

  test('for the network is tried again, later each time, and told', async () => {
    const machine = failing(2, NO_NET);
    expect(flakeFailure(await machine.check())).toBeNull();
    expect(machine.waits).toEqual([2_000, 4_000]);
    expect(machine.said).toContain('nix flake check: the network or a substituter failed; again in 2 s');
  });

  test('for the network is given up after three more tries', async () => {
    const machine = failing(99, NO_NET);
    expect(flakeFailure(await machine.check())).toMatchObject({ diagnostics: [{ code: 'nix-network' }] });
    expect(machine.checks).toBe(4);
  });

  test('for memory is tried once more, one at a time', async () => {
    const machine = failing(99, 'out of memory');
    expect(flakeFailure(await machine.check())).toMatchObject({ diagnostics: [{ code: 'nix-resources' }] });
    expect(machine.checks).toBe(2);
    expect(machine.said).toContain('again now, one host and one build at a time');
  });

  test('for memory gives the same hosts when it passes alone', async () => {
    const machine = failing(1, 'out of memory');
    await machine.check();
    const alone = JSON.parse(
      readFileSync(execFileSync('find', [machine.memoFolder, '-name', '*.json'], { encoding: 'utf8' }).trim(), 'utf8'),
    ) as { value: { hosts: unknown } };
    expect(alone.value.hosts).toEqual({ h: expect.stringMatching(/^\/nix\/store\/.*-h\.drv$/) as unknown });
  });

  test('for what was written is not tried again', async () => {
    const machine = failing(1, "undefined variable 'x'");
    expect(flakeFailure(await machine.check())).toMatchObject({ reason: 'validation-failed' });
    expect(machine.checks).toBe(1);
  });
});
