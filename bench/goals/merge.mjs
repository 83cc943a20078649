// 5b: three branches merged and the checkout updated, against `git merge` three times.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { filePath, git, makeRepository, manyFiles } from '../repository.mjs';
import { openWorkspaces, room, value } from '../runner.mjs';
import { interleave } from '../statistics.mjs';
import { timedRun } from '../timed-run.mjs';

const FILES = 13_000;
const BRANCHES = ['one', 'two', 'three'];

export async function measureMerge({ folder, rounds }) {
  const { mergeInOrder } = await room('git/merge-in-order');
  const user = join(folder, 'merge');
  makeRepository(user, manyFiles(FILES));
  for (const [index, branch] of BRANCHES.entries()) {
    git(user, 'checkout', '--quiet', '-b', branch, 'main');
    for (let number = 0; number < 5; number += 1)
      appendFileSync(join(user, filePath(index * 400 + number)), '# changed\n');
    git(user, 'commit', '--quiet', '--all', `--message=${branch}`);
  }
  git(user, 'checkout', '--quiet', 'main');
  const clone = join(folder, 'merge-clone');
  git(folder, 'clone', '--quiet', '--shared', user, clone);
  for (const setting of ['user.name=Bench', 'user.email=bench@example.invalid'])
    git(clone, 'config', ...setting.split('='));
  const base = git(user, 'rev-parse', 'main');
  const branches = BRANCHES.map((name) => ({ name, commit: git(user, 'rev-parse', name) }));
  const { trusted, pool } = await openWorkspaces(user, join(folder, 'merge-cache'));
  const workspace = await pool.workspace('step1');
  const of = await interleave(
    {
      '3 × git merge': async () => {
        git(clone, 'reset', '--quiet', '--hard', base);
        const start = performance.now();
        const merge = ['git', 'merge', '--quiet', '--no-ff', '--no-edit'];
        for (const name of BRANCHES) await timedRun([...merge, `origin/${name}`], { cwd: clone });
        return performance.now() - start;
      },
      ours: async (round) => {
        value(await workspace.checkout(base));
        const start = performance.now();
        const request = {
          base,
          branches,
          message: ({ name }) => `Merge ${name}`,
          trailers: [],
          atMs: Date.now() + round * 1000,
        };
        const merged = value(await mergeInOrder(trusted, request));
        if (merged.kind !== 'merged') throw new Error('a conflict where there is none');
        value(await workspace.checkout(merged.commit));
        return performance.now() - start;
      },
    },
    rounds,
  );
  const what = `three branches merged in ${FILES} files, tree updated, synced`;
  return [{ id: '5b', what, goal: 0.45, best: 0.4, unit: 'ms', of }];
}
