import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GIT_PATH } from './git-repository.js';

/** A git command of the runner that writes to the user's repository, found by a part of its arguments. */
export interface GitTarget {
  readonly name: string;
  readonly arguments: string;
}

/** What lands, and what writes refs: the order is that of a run. */
export const GIT_TARGETS: readonly GitTarget[] = [
  { name: 'write-ref', arguments: 'update-ref --stdin' },
  { name: 'refresh-index', arguments: 'update-index -q --refresh' },
  { name: 'write-files', arguments: 'read-tree -m -u' },
  { name: 'move-head', arguments: 'update-ref -m' },
];

/** The system calls that change something on disk. */
const WRITING = ['openat', 'write', 'rename', 'unlink', 'mkdir', 'rmdir', 'symlink', 'link', 'fsync', 'chmod'] as const;

/** One moment at which a git can be killed: right before its `when`-th call of that name. */
export interface GitPoint {
  readonly target: GitTarget;
  readonly call: string;
  readonly when: number;
}

/** Puts a `git` into `folder` that is the real one, with the first call of each target under strace. */
export function recordingGit(folder: string): Readonly<Record<string, string>> {
  const strace = (name: string): string => `strace -o '${folder}/${name}.log' -e trace=${WRITING.join(',')}`;
  return wrapper(folder, GIT_TARGETS, ({ name }) => `exec ${strace(name)} '${GIT_PATH}' "$@"`);
}

/** The points that a recording shows, those that only read left out. */
export function recordedPoints(folder: string): GitPoint[] {
  return GIT_TARGETS.flatMap((target) => {
    const file = readdirSync(folder).find((name) => name === `${target.name}.log`);
    if (file === undefined) throw new Error(`no git was recorded that does ${target.arguments}`);
    const counts = new Map<string, number>();
    return readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .flatMap((line) => {
        const call = /^([a-z0-9]+)\(/.exec(line)?.[1];
        if (call === undefined) return [];
        const when = (counts.get(call) ?? 0) + 1;
        counts.set(call, when);
        return call === 'openat' && !line.includes('O_CREAT') ? [] : [{ target, call, when }];
      });
  });
}

/** Puts a `git` into `folder` that is killed at the point, the first time; with `runnerToo` the runner dies with it. */
export function killedGit(
  folder: string,
  { target, call, when }: GitPoint,
  runnerToo: boolean,
): Readonly<Record<string, string>> {
  const inject = `strace -o /dev/null -e trace=${call} -e inject=${call}:signal=KILL:when=${when}`;
  const after = runnerToo ? 'if [ $code -gt 128 ]; then kill -9 $PPID; fi' : ':';
  return wrapper(folder, [target], () => `${inject} '${GIT_PATH}' "$@"; code=$?; ${after}; exit $code`);
}

/** Whether the git of `killedGit` has come to its target. */
export function wasReached(folder: string, { target }: GitPoint): boolean {
  return existsSync(join(folder, `${target.name}.taken`));
}

function wrapper(
  folder: string,
  targets: readonly GitTarget[],
  doing: (target: GitTarget) => string,
): Readonly<Record<string, string>> {
  mkdirSync(folder, { recursive: true });
  const cases = targets.map(
    (target) => `*" ${target.arguments} "*|*" ${target.arguments}")
    if mkdir '${folder}/${target.name}.taken' 2>/dev/null; then
      ${doing(target)}
    fi ;;`,
  );
  writeFileSync(join(folder, 'git'), `#!/bin/sh\ncase " $* " in\n${cases.join('\n')}\nesac\nexec '${GIT_PATH}' "$@"\n`);
  chmodSync(join(folder, 'git'), 0o755);
  return { PATH: `${folder}:${process.env['PATH'] ?? ''}` };
}
