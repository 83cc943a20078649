import type { Diagnostic } from '../base/diagnostic.js';
import type { Problem } from '../base/problem.js';
import { err, ok, type Result } from '../base/result.js';
import { compareVersions } from '../definition/compare-versions.js';
import { parseWorkflow } from '../definition/parse-workflow.js';
import { Git } from '../git/git.js';
import { checkoutOf, openRepository, type Repository } from '../git/repository.js';
import { findProgram } from '../process/environment.js';
import type { LoadedWorkflow } from './workflow-folder.js';
import type { CommandWorld } from './world.js';

export interface SinceRequest {
  readonly root: string;
  /** A commit, branch or tag, as typed. */
  readonly ref: string;
  readonly loaded: readonly LoadedWorkflow[];
}

/**
 * What the rules of versioning say about the workflows that changed since `ref`. Workflows that are new since then, or were
 * not valid then, have nothing to be compared with.
 */
export async function changesSince(
  { root, ref, loaded }: SinceRequest,
  world: CommandWorld,
): Promise<Result<Diagnostic[], Problem>> {
  const gitPath = findProgram('git', world.env['PATH'] ?? '');
  if (gitPath === null) return err(problem('git-missing', 'git is not on PATH', 'Install git 2.38 or newer.'));
  const git = new Git({ runProcess: world.runProcess, gitPath, env: world.env });
  const repository = await openRepository(root, git);
  if (!repository.ok) return repository;
  const at = { git, repository: repository.value };
  const commit = await resolveCommit(at, ref);
  if (commit === null) {
    return err(
      problem(
        'unknown-ref',
        `there is no commit '${ref}' here`,
        'In a shallow clone fetch it first: git fetch origin NAME',
      ),
    );
  }
  const diagnostics: Diagnostic[] = [];
  for (const { file, source, workflow } of loaded) {
    if (workflow === null || source === null) continue;
    const before = await fileAt(at, commit, file);
    const older = before === null ? null : parseWorkflow(before, file).workflow;
    if (before === null || older === null) continue;
    diagnostics.push(...compareVersions({ workflow: older, text: before }, { workflow, text: source.text }));
  }
  return ok(diagnostics);
}

interface Place {
  readonly git: Git;
  readonly repository: Repository;
}

async function resolveCommit({ git, repository }: Place, ref: string): Promise<string | null> {
  const answer = await git.run({
    args: ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`],
    place: checkoutOf(repository),
    cwd: repository.root,
    readOnly: true,
  });
  return answer.ok ? answer.value.text : null;
}

/** The text of a file as it was; null when it was not there, or not as text. */
async function fileAt({ git, repository }: Place, commit: string, file: string): Promise<string | null> {
  const answer = await git.run({
    args: ['cat-file', 'blob', `${commit}:${file}`],
    place: checkoutOf(repository),
    cwd: repository.root,
    readOnly: true,
  });
  return answer.ok ? answer.value.stdout.toString('utf8') : null;
}

const problem = (code: string, message: string, help: string): Problem => ({ code, message, help, exitCode: 2 });
