import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { temporaryFolder } from './git-repository.js';
import { copyRepository, RunnerRepository } from './runner-repository.js';
import type { CliResult } from './runner-cli.js';

/** Every kind of thing that a run records: sequential, parallel with a merge, nested, validated, hooks, landing. */
const CRASH = `workflow: crash
type: hybrid
phases:
  - name: prepare
    type: sequential
    steps:
      - { id: one, run: "echo one > one.txt; mkdir -p deep/er; echo deep > deep/er/file" }
      - { id: two, run: "echo more >> base.txt; rm gone.txt" }
  - name: fan
    type: parallel
    max_concurrent: 3
    validation: ["test -f p1.txt && test -f p3.txt"]
    steps:
      - { id: p1, run: "echo 1 > p1.txt" }
      - { id: p2, run: "echo 2 > p2.txt; chmod +x tool.sh" }
      - { id: p3, run: "echo 3 > p3.txt; ln -s p1.txt link" }
  - name: after
    type: sequential
    steps:
      - { id: nested, workflow: inner }
validation: ["test -f inner.txt"]
on_success: ["echo done > done.txt"]
`;
const INNER = `workflow: inner
type: sequential
steps:
  - { id: inside, run: "cat p1.txt p2.txt p3.txt > inner.txt" }
`;

/** The user's own changes: they are in the checkout before, and must be there after, whatever is killed. */
const DIRTY = { 'notes.md': 'changed, not staged\n', 'staged.txt': 'staged\n', 'scratch/untracked.txt': 'untracked\n' };

/** The workflow of the crash tests: fast, no Nix, and with a checkout full of things that are not the runner's. */
export const CRASH_WORKFLOW = 'crash';

/** A repository for one crash; made once and copied. */
export function crashTemplate(): RunnerRepository {
  const files = {
    'base.txt': 'base\n',
    'gone.txt': 'gone\n',
    'notes.md': 'notes\n',
    'tool.sh': '#!/bin/sh\n',
    'large.txt': 'line\n'.repeat(2000),
  };
  const repository = RunnerRepository.make({ crash: CRASH, inner: INNER }, files);
  for (const [path, text] of Object.entries(DIRTY)) {
    execFileSync('mkdir', ['-p', repository.path(path, '..')]);
    writeFileSync(repository.path(path), text);
  }
  repository.git('add', 'staged.txt');
  return repository;
}

export function crashCopy(template: RunnerRepository): RunnerRepository {
  return copyRepository(template, temporaryFolder());
}

/** What a run leaves behind, compared between a run that was killed and one that was not. */
export interface Aftermath {
  readonly code: number | null;
  readonly tree: string;
  readonly commits: string;
  readonly branch: string;
  readonly status: string;
  readonly dirty: readonly string[];
  readonly fsck: string;
  readonly locks: readonly string[];
  readonly landed: string;
}

/** Looks at everything that has to be the same after a crash and a resume. `code` is the exit code of the last command. */
export function aftermath(repository: RunnerRepository, code: number | null): Aftermath {
  return {
    code,
    tree: repository.git('rev-parse', 'HEAD^{tree}'),
    commits: repository.git('rev-list', '--count', 'HEAD'),
    branch: repository.git('symbolic-ref', 'HEAD'),
    status: repository.git('status', '--porcelain', '--untracked-files=all'),
    dirty: Object.keys(DIRTY).map((path) => readFileSync(repository.path(path), 'utf8')),
    fsck: execFileSync('git', ['fsck', '--full', '--strict', '--no-dangling'], {
      cwd: repository.root,
      env: { ...process.env, HOME: repository.home },
      stdio: ['ignore', 'pipe', 'pipe'],
    }).toString(),
    locks: repository.locks(),
    landed: JSON.stringify(repository.state(CRASH_WORKFLOW)['status']),
  };
}

/** Runs a copy to its end, undisturbed: what all others are compared with. Throws when even that does not work. */
export async function uninterrupted(
  template: RunnerRepository,
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly whole: Aftermath; readonly durationMs: number; readonly repository: RunnerRepository }> {
  const repository = crashCopy(template);
  const { code, stdout, stderr, durationMs } = await repository.runWith(env, CRASH_WORKFLOW, '--allow-dirty');
  if (code !== 0) throw new Error(`the run that is not disturbed ended with ${code}:\n${stdout}\n${stderr}`);
  return { whole: aftermath(repository, code), durationMs, repository };
}

/** Goes on after a kill as a person would: `--resume`, or from the beginning when nothing had been recorded. */
export async function goOn(repository: RunnerRepository): Promise<CliResult> {
  const resumed = await repository.run(CRASH_WORKFLOW, '--resume');
  const nothing = resumed.code === 2 && resumed.stderr.includes('has no run to resume');
  return nothing ? repository.run(CRASH_WORKFLOW, '--allow-dirty') : resumed;
}

/** Does the work for every item, `width` at a time; the results are in the order of the items. */
export async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at] as T);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32, public domain), so that a failure can be had again. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `CRASH_MATRIX=full`: every point instead of a sample. */
export const isFullMatrix = process.env['CRASH_MATRIX'] === 'full';
