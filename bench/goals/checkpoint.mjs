// 1c: one changed file found, committed, synced and named by a ref, against `git add -A && git commit -q` in a clone.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { filePath, git, makeRepository, manyFiles } from '../repository.mjs';
import { openWorkspaces, room, value } from '../runner.mjs';
import { interleave } from '../statistics.mjs';
import { timedRun } from '../timed-run.mjs';

const SIZES = [
  { files: 850, goal: 0.75, best: 0.6 },
  { files: 13_000, goal: 0.5, best: 0.4 },
  { files: 50_000, goal: 0.5, best: 0.4 },
];

export async function measureCheckpoint(context) {
  const rows = [];
  for (const size of SIZES) rows.push(await measureSize(size, context));
  return rows;
}

async function measureSize({ files, goal, best }, { folder, rounds }) {
  const user = join(folder, `repository-${files}`);
  makeRepository(user, manyFiles(files));
  const clone = join(folder, `clone-${files}`);
  git(folder, 'clone', '--quiet', '--shared', user, clone);
  for (const setting of ['user.name=Bench', 'user.email=bench@example.invalid', 'gc.auto=0', 'commit.gpgSign=false'])
    git(clone, 'config', ...setting.split('='));
  const checkpoint = await openCheckpoint(user, join(folder, `cache-${files}`));
  const path = (round) => filePath((round * 37) % files);
  const of = await interleave(
    {
      'git add -A && git commit -q': async (round) => {
        appendFileSync(join(clone, path(round)), '# changed\n');
        const add = await timedRun(['git', 'add', '-A'], { cwd: clone });
        const commit = await timedRun(['git', 'commit', '-q', '-m', 'step'], { cwd: clone });
        return add.ms + commit.ms;
      },
      ours: async (round) => {
        appendFileSync(join(checkpoint.root, path(round)), '# changed\n');
        return checkpoint.take(round);
      },
    },
    rounds * 2,
  );
  return {
    id: '1c',
    what: `checkpoint commit in ${files} files, synced, against unsynced git`,
    goal,
    best,
    unit: 'ms',
    of,
  };
}

/** The way of a step that changed something, as `src/runner/execute-step.ts` goes it. */
async function openCheckpoint(user, cacheDir) {
  const { referenceName, updateReferences } = await room('git/references');
  const { git: gitProgram, repository, pool } = await openWorkspaces(user, cacheDir);
  const workspace = await pool.workspace('step1');
  value(await workspace.checkout(repository.head));
  const take = async (round) => {
    const start = performance.now();
    const options = { message: 'step', trailers: [['Workflow-Step', 'step']], atMs: Date.now() };
    const committed = value(await workspace.commitChanges(options));
    if (committed?.changes.length !== 1) throw new Error('the change was not found');
    const name = referenceName('bench', `step-${round}`);
    value(await updateReferences(gitProgram, repository, [{ name, to: committed.commit }]));
    return performance.now() - start;
  };
  return { root: workspace.root, take };
}
