import { join } from 'node:path';
import type { Problem } from '../base/problem.js';
import { err, ok, type Result } from '../base/result.js';
import type { Git, GitFailure, GitPlace } from './git.js';
import { decodePath, splitNul } from './path-text.js';

/** What is known about the user's repository when a run starts. Plain data; `head` and `branch` are of that moment. */
export interface Repository {
  /** Top folder of the checkout, absolute. */
  readonly root: string;
  /** Git directory of this checkout; in a linked worktree not the common one. */
  readonly gitDir: string;
  readonly commonDir: string;
  readonly objectsDir: string;
  readonly head: string;
  /** Full name, for example `refs/heads/main`; null when HEAD is detached. */
  readonly branch: string | null;
  readonly objectFormat: 'sha1' | 'sha256';
  readonly shallow: boolean;
}

export interface Head {
  readonly commit: string;
  readonly branch: string | null;
}

/** Values between the answers, so that a path with a newline in it is still read right. */
const SEPARATOR = '--is-inside-git-dir';

/** Finds the repository that `dir` lies in. Linked worktrees, shallow and detached checkouts are fine; see the Problems. */
export async function openRepository(dir: string, git: Git): Promise<Result<Repository, Problem>> {
  const answer = await git.run({
    args: [
      'rev-parse',
      '--is-bare-repository',
      '--is-shallow-repository',
      '--show-object-format',
      '--show-toplevel',
      SEPARATOR,
      '--absolute-git-dir',
      SEPARATOR,
      '--path-format=absolute',
      '--git-common-dir',
      SEPARATOR,
      'HEAD^{commit}',
      '--symbolic-full-name',
      'HEAD',
    ],
    place: { kind: 'discover' },
    cwd: dir,
    readOnly: true,
    okCodes: [0, 128],
  });
  if (!answer.ok) return err(problemOf(answer.error, dir));
  const { stdout, stderr, exitCode } = answer.value;
  const [bare, shallow, objectFormat, ...rest] = decodePath(stdout).split('\n');
  if (bare === 'true') return err(BARE(dir));
  const [root, gitDir, commonDir, tail] = rest.join('\n').split(/\nfalse\n/);
  if (root === undefined || gitDir === undefined || commonDir === undefined || tail === undefined) {
    return err(notFound(dir, stderr));
  }
  const [head, branch] = tail.split('\n');
  if (exitCode !== 0 || head === undefined) return err(NO_COMMITS(root));
  return ok({
    root,
    gitDir,
    commonDir,
    objectsDir: join(commonDir, 'objects'),
    head,
    branch: branch === undefined || branch === 'HEAD' || branch === '' ? null : branch,
    objectFormat: objectFormat === 'sha256' ? 'sha256' : 'sha1',
    shallow: shallow === 'true',
  });
}

/** The user's checkout as a place to run git in. */
export function checkoutOf(repository: Repository): GitPlace {
  return { kind: 'user', gitDir: repository.gitDir, workTree: repository.root };
}

/** Where HEAD is now. */
export async function readHead(git: Git, repository: Repository): Promise<Result<Head, GitFailure>> {
  const answer = await git.run({
    args: ['rev-parse', 'HEAD^{commit}', '--symbolic-full-name', 'HEAD'],
    place: checkoutOf(repository),
    cwd: repository.root,
    readOnly: true,
  });
  if (!answer.ok) return answer;
  const [commit = '', branch] = answer.value.text.split('\n');
  return ok({ commit, branch: branch === undefined || branch === 'HEAD' ? null : branch });
}

/**
 * Tracked paths with staged or unstaged changes, sorted as git sorts. Untracked files do not count, as for `git merge`:
 * landing refuses to overwrite one. Nothing is written; the index stays byte-identical.
 */
export async function dirtyPaths(git: Git, repository: Repository): Promise<Result<string[], GitFailure>> {
  const answer = await git.run({
    args: ['status', '--porcelain=v2', '-z', '--untracked-files=no', '--no-renames', '--ignore-submodules=dirty'],
    place: checkoutOf(repository),
    cwd: repository.root,
    readOnly: true,
  });
  if (!answer.ok) return answer;
  return ok(splitNul(answer.value.stdout).map((record) => decodePath(pathOfStatusRecord(record))));
}

/** `1 XY sub mH mI mW hH hI path` and `u XY sub m1 m2 m3 mW h1 h2 h3 path`: the path follows the 8th or 10th space. */
function pathOfStatusRecord(record: Buffer): Buffer {
  const spaces = record[0] === 0x75 ? 10 : 8;
  let at = 0;
  for (let seen = 0; seen < spaces; seen += 1) at = record.indexOf(0x20, at) + 1;
  return record.subarray(at);
}

const BARE = (dir: string): Problem => ({
  code: 'bare-repository',
  message: `${dir} is a bare repository: there is no checkout to work for`,
  help: 'Run in a checkout: git clone it, or git worktree add one.',
  exitCode: 2,
});

const NO_COMMITS = (root: string): Problem => ({
  code: 'no-commits',
  message: `The repository at ${root} has no commits yet`,
  help: 'Make a first commit: git add -A && git commit',
  exitCode: 2,
});

function notFound(dir: string, stderr: string): Problem {
  if (stderr.includes('dubious ownership')) {
    return {
      code: 'dubious-ownership',
      message: `The repository at ${dir} belongs to another user, so git does not read it`,
      help: `If you trust it: git config --global --add safe.directory ${dir}`,
      exitCode: 2,
    };
  }
  if (stderr.includes('must be run in a work tree')) {
    return {
      code: 'inside-git-directory',
      message: `${dir} is inside a .git folder`,
      help: 'Run in the checkout itself.',
      exitCode: 2,
    };
  }
  if (stderr.includes('not a git repository')) {
    return {
      code: 'not-a-repository',
      message: `${dir} is not in a git repository`,
      help: 'Run in a checkout, or name one with --repo DIR.',
      exitCode: 2,
    };
  }
  return {
    code: 'git-failed',
    message: `git cannot read ${dir}: ${firstLine(stderr)}`,
    help: 'Run git status there.',
    exitCode: 2,
  };
}

function problemOf(failure: GitFailure, dir: string): Problem {
  if (failure.reason === 'program-missing') {
    return { code: 'git-missing', message: failure.help, help: 'Install git 2.38 or newer.', exitCode: 2 };
  }
  const said = failure.reason === 'command-failed' ? firstLine(failure.outputTail) : failure.reason;
  return { code: 'git-failed', message: `git cannot read ${dir}: ${said}`, help: 'Run git status there.', exitCode: 2 };
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}
