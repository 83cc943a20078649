// 5a: three isolated workspaces at a commit, against three `git worktree add`; kept ones, as every run but the first finds them.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { filePath, git, makeRepository, manyFiles } from '../repository.mjs';
import { openWorkspaces, value } from '../runner.mjs';
import { interleave } from '../statistics.mjs';
import { timedRun } from '../timed-run.mjs';

const FILES = 13_000;
const NAMES = ['step1', 'step2', 'step3'];

export async function measureWorkspaces({ folder, rounds }) {
  const user = join(folder, 'workspaces');
  makeRepository(user, manyFiles(FILES));
  const cacheDir = join(folder, 'workspaces-cache');
  const pooled = async () => {
    // As after the last run: opened anew, at a commit with other files.
    const { pool } = await openWorkspaces(user, cacheDir);
    const commit = git(user, 'rev-parse', 'HEAD');
    const start = performance.now();
    await Promise.all(NAMES.map(async (name) => value(await (await pool.workspace(name)).checkout(commit))));
    return performance.now() - start;
  };
  const firstMs = await pooled();
  const of = await interleave(
    {
      '3 × git worktree add': async (round) => {
        const start = performance.now();
        const add = (name) => ['git', 'worktree', 'add', '--quiet', '--detach', join(folder, `tree-${round}-${name}`)];
        await Promise.all(NAMES.map((name) => timedRun(add(name), { cwd: user })));
        const ms = performance.now() - start;
        for (const name of NAMES) git(user, 'worktree', 'remove', '--force', join(folder, `tree-${round}-${name}`));
        return ms;
      },
      ours: async (round) => {
        for (let number = 0; number < 5; number += 1)
          appendFileSync(join(user, filePath(round * 5 + number)), '# next\n');
        git(user, 'commit', '--quiet', '--all', '--message=next');
        return pooled();
      },
    },
    rounds,
  );
  const what = `three workspaces at a new commit of ${FILES} files, kept from the last run (the first time: ${Math.round(firstMs)} ms)`;
  return [{ id: '5a', what, goal: 0.4, best: 0.15, unit: 'ms', of }];
}
