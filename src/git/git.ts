import type { Failure } from '../base/failure.js';
import { err, ok, type Result } from '../base/result.js';
import type { ProcessResult, RunProcess } from '../process/process.js';

/**
 * The only place that starts git. Two kinds of places, never mixed:
 * - `trusted`: a git directory that only the runner writes, with the user's object store. No configuration, attributes,
 *   hooks or filters of anybody else take part, so a hostile tree executes nothing.
 * - `user`: the user's own repository with the user's own configuration (line endings, filters), as their `git merge`
 *   would see it, but without hooks, fsmonitor and automatic maintenance.
 * git is never run with the `.git` of a workspace: that one belongs to the step.
 */

export type GitFailure = Extract<Failure, { reason: 'command-failed' | 'timed-out' | 'cancelled' | 'program-missing' }>;

export type GitPlace =
  | { readonly kind: 'trusted'; readonly gitDir: string; readonly objectsDir: string; readonly workTree?: string }
  | { readonly kind: 'user'; readonly gitDir: string; readonly workTree?: string }
  /** Only to find out which repository a folder belongs to. */
  | { readonly kind: 'discover' };

export interface GitCommand {
  readonly args: readonly [string, ...string[]];
  readonly place: GitPlace;
  readonly cwd: string;
  readonly input?: string | Uint8Array;
  /** Exit codes that are answers rather than failures; default only 0. */
  readonly okCodes?: readonly number[];
  /** True for commands that may leave the index alone: reading in the user's repository keeps it byte-identical. */
  readonly readOnly?: boolean;
  /** How new objects are synced: one by one (default), all at the end of the command, or by the caller (`syncObjects`). */
  readonly sync?: 'each' | 'batch' | 'later';
  /** Author and committer date, milliseconds since 1970, UTC. */
  readonly atMs?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** True for commands that speak with a remote: the proxies and certificates of the machine count. */
  readonly network?: boolean;
  readonly signal?: AbortSignal;
}

export interface GitOutput {
  readonly exitCode: number;
  readonly stdout: Buffer;
  /** stdout as UTF-8 without the newline at its end. */
  readonly text: string;
  readonly stderr: string;
}

export interface GitDeps {
  readonly runProcess: RunProcess;
  /** Absolute path of git, found before any step ran, so that a `git` planted in the tree is never started. */
  readonly gitPath: string;
  /** Environment of the runner; only the names in `INHERITED` are taken from it. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

const INHERITED = ['PATH', 'TMPDIR', 'LD_LIBRARY_PATH'];
const INHERITED_BY_USER = ['HOME', 'XDG_CONFIG_HOME', 'USER'];
const INHERITED_FOR_NETWORK = [
  ...['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'],
  ...['SSL_CERT_FILE', 'SSL_CERT_DIR', 'GIT_SSL_CAINFO', 'GIT_SSL_CAPATH'],
];
const KEEP_BYTES = 512 * 1024 * 1024;

const IDENTITY = {
  GIT_AUTHOR_NAME: 'workflow-runner',
  GIT_AUTHOR_EMAIL: 'workflow-runner@localhost',
  GIT_COMMITTER_NAME: 'workflow-runner',
  GIT_COMMITTER_EMAIL: 'workflow-runner@localhost',
};

/** Configuration of every command. git older than 2.36 does not know `core.fsync` and ignores it. */
const HARDENED = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'submodule.recurse=false',
  'gc.auto=0',
  'maintenance.auto=false',
  'core.quotePath=false',
];

export class Git {
  readonly #deps: GitDeps;

  constructor(deps: GitDeps) {
    this.#deps = deps;
  }

  /** Runs one git command to its end. Any exit code outside `okCodes` is a failure with the end of what git said. */
  async run(command: GitCommand): Promise<Result<GitOutput, GitFailure>> {
    const result = await this.#deps.runProcess({
      argv: [this.#deps.gitPath, ...globalArguments(command), ...command.args],
      cwd: command.cwd,
      env: this.#environment(command),
      keepBytes: KEEP_BYTES,
      ...(command.input === undefined ? {} : { input: command.input }),
      ...(command.signal === undefined ? {} : { signal: command.signal }),
    });
    return this.#judge(command, result);
  }

  #judge(command: GitCommand, result: ProcessResult): Result<GitOutput, GitFailure> {
    if (result.end === 'not-found') {
      return err({ reason: 'program-missing', program: 'git', help: `${this.#deps.gitPath} cannot be started` });
    }
    if (result.end === 'cancelled') return err({ reason: 'cancelled' });
    const accepted = command.okCodes ?? [0];
    if (result.exitCode === null || !accepted.includes(result.exitCode) || result.stdoutTruncated) {
      return err({
        reason: 'command-failed',
        command: `git ${command.args.slice(0, 2).join(' ')}`,
        exitCode: result.exitCode,
        signal: result.signal,
        outputTail: result.stderrTail,
      });
    }
    const { stdout, exitCode } = result;
    return ok({ exitCode, stdout, text: stdout.toString('utf8').replace(/\n$/, ''), stderr: result.stderrTail });
  }

  #environment(command: GitCommand): Record<string, string> {
    const { env: source } = this.#deps;
    const names = [...INHERITED, ...(command.place.kind === 'trusted' ? [] : INHERITED_BY_USER)];
    const env: Record<string, string> = {
      LC_ALL: 'C',
      GIT_TERMINAL_PROMPT: '0',
      GIT_NO_REPLACE_OBJECTS: '1',
      GIT_NO_LAZY_FETCH: '1',
      GIT_LFS_SKIP_SMUDGE: '1',
      ...IDENTITY,
    };
    if (command.network === true) names.push(...INHERITED_FOR_NETWORK);
    for (const name of names) {
      const value = source[name];
      if (value !== undefined) env[name] = value;
    }
    if (command.readOnly === true) env['GIT_OPTIONAL_LOCKS'] = '0';
    if (command.atMs !== undefined) {
      const date = `${Math.floor(command.atMs / 1000)} +0000`;
      env['GIT_AUTHOR_DATE'] = date;
      env['GIT_COMMITTER_DATE'] = date;
    }
    if (command.place.kind === 'trusted') {
      env['GIT_CONFIG_NOSYSTEM'] = '1';
      env['GIT_CONFIG_GLOBAL'] = '/dev/null';
      env['GIT_ATTR_NOSYSTEM'] = '1';
      env['GIT_OBJECT_DIRECTORY'] = command.place.objectsDir;
    }
    return { ...env, ...command.env };
  }
}

function globalArguments(command: GitCommand): string[] {
  const settings = [
    ...HARDENED,
    `core.fsync=${command.sync === 'later' ? 'none' : 'loose-object,pack,pack-metadata,reference'}`,
    `core.fsyncMethod=${command.sync === 'batch' ? 'batch' : 'fsync'}`,
  ];
  if (command.place.kind === 'trusted') settings.push('core.attributesFile=/dev/null', 'diff.ignoreSubmodules=all');
  const args = ['--no-pager', ...settings.flatMap((setting) => ['-c', setting])];
  if (command.place.kind === 'discover') return args;
  args.push(`--git-dir=${command.place.gitDir}`);
  if (command.place.workTree !== undefined) args.push(`--work-tree=${command.place.workTree}`);
  return args;
}
