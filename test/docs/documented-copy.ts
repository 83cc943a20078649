import { spawnSync } from 'node:child_process';
import { accessSync, constants, cpSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { programFolder } from '../support/program.js';

/** What a block of shell commands gave. */
export interface ShellResult {
  readonly exitCode: number | null;
  /** Standard output and standard error as they came. */
  readonly output: string;
}

/** What a reader of the documents has in front of them: a copy of the example, committed, and the program on PATH. */
export interface DocumentedCopy {
  readonly root: string;
  /** Holds everything that was made for it; the reader's home. */
  readonly home: string;
  /** The environment of the reader's shell. */
  readonly env: Readonly<Record<string, string>>;
  /** Runs lines as the shell of the reader would: up to the first that fails. */
  readonly shell: (text: string) => ShellResult;
  /** Writes a file, makes it executable when that is asked, and commits it. */
  readonly commitFile: (path: string, text: string) => void;
}

/** Gives a folder with the program, which several copies can share. */
export function compiledProgram(): string {
  return programFolder();
}

/** Copies the example, with the program of `lib` on the reader's PATH. */
export function documentedCopy(lib: string): DocumentedCopy {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'docs-')));
  const root = join(home, 'nixos-config');
  cpSync('examples/nixos-config', root, { recursive: true });
  const bin = join(home, 'bin');
  mkdirSync(bin);
  const program = `#!/bin/sh\nexec '${process.execPath}' '${join(lib, 'cli.js')}' "$@"\n`;
  writeFileSync(join(bin, 'workflow-runner'), program, { mode: 0o755 });
  const env = readerEnvironment(home, bin);
  const shell = (text: string): ShellResult => {
    const done = spawnSync('sh', ['-e', '-c', `exec 2>&1\n${text}`], { cwd: root, env, encoding: 'utf8' });
    return { exitCode: done.status, output: done.stdout };
  };
  const commit = (): void => {
    const { exitCode, output } = shell('git add --all\ngit commit --quiet --message="Before the run"');
    if (exitCode !== 0) throw new Error(output);
  };
  shell(
    'git init --quiet --initial-branch=main\ngit config user.name Reader\ngit config user.email reader@example.invalid',
  );
  commit();
  const commitFile = (path: string, content: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    commit();
  };
  return { root, home, env, shell, commitFile };
}

/**
 * A home and a cache of their own, and no substituters. A user who may not write to /nix gets a store of their own, where builds
 * run without a sandbox: that needs more of the machine than a test can ask for.
 */
function readerEnvironment(home: string, bin: string): Record<string, string> {
  const ownStore = !isWritable('/nix/store') && !isWritable('/nix/var/nix/daemon-socket/socket');
  const config = join(home, 'nix.conf');
  writeFileSync(config, `substituters =\n${ownStore ? 'sandbox = false\nbuild-users-group =\n' : ''}`);
  const store = {
    NIX_STORE_DIR: join(home, 'store'),
    NIX_STATE_DIR: join(home, 'state'),
    NIX_LOG_DIR: join(home, 'log'),
  };
  return {
    PATH: [bin, dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
    HOME: home,
    XDG_CACHE_HOME: join(home, 'cache'),
    NIX_USER_CONF_FILES: config,
    GIT_CONFIG_NOSYSTEM: '1',
    LC_ALL: 'C.UTF-8',
    ...(ownStore ? store : {}),
  };
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
