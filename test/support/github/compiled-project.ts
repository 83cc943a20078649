import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { nixEnvironment } from '../nix-environment.js';
import type { FakeGitHub } from './api-github.js';
import { runWorkflow, type WorkflowRequest, type WorkflowResult } from './workflow-executor.js';

/** A repository on the fake GitHub with compiled workflows in it, and the sources of the project to run them. */
export interface CompiledProject {
  /** `owner/name`. */
  readonly repository: string;
  /** A checkout of what was pushed. */
  readonly folder: string;
  readonly git: (...args: readonly string[]) => string;
  /** Dispatches the compiled workflow of that definition. */
  readonly dispatch: (workflow: string, more?: Partial<WorkflowRequest>) => Promise<WorkflowResult>;
  readonly remove: () => void;
}

export interface ProjectFiles {
  /** Copied first. */
  readonly template?: string;
  readonly files?: Readonly<Record<string, string>>;
  /** Definitions to compile, with flags. */
  readonly compile: readonly (readonly string[])[];
}

let made = 0;

/** Makes the repository, compiles its workflows with the program in `lib`, and pushes all of it. */
export function compiledProject(github: FakeGitHub, lib: string, project: ProjectFiles): CompiledProject {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'workflow-runner-project-')));
  const machine = nixEnvironment();
  const env = { ...machine, GIT_CONFIG_NOSYSTEM: '1' };
  const run = (program: string, args: readonly string[]): string =>
    execFileSync(program, args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const git = (...args: readonly string[]): string =>
    run('git', ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.invalid', ...args]).trimEnd();
  if (project.template !== undefined) cpSync(project.template, folder, { recursive: true });
  for (const [path, text] of Object.entries(project.files ?? {})) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  git('init', '--quiet', '--initial-branch=main');
  for (const args of project.compile) run(process.execPath, [join(lib, 'cli.js'), 'compile', ...args]);
  git('add', '--all');
  git('commit', '--quiet', '--message=The configuration before the run');
  made += 1;
  const repository = `somebody/project-${made}`;
  github.createRepository({ name: repository, clone: folder });
  const dispatch: CompiledProject['dispatch'] = (workflow, more = {}) =>
    runWorkflow({
      github,
      repository,
      workflow: { path: `.github/workflows/workflow-runner-${workflow}.yml` },
      event: { name: 'workflow_dispatch' },
      action: { entry: join(lib, 'action.js') },
      machine,
      ...more,
    });
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
    rmSync(machine['HOME'] ?? folder, { recursive: true, force: true });
  };
  return { repository, folder, git, dispatch, remove };
}

/** What the jobs came to, and of those that did not succeed what they said: for the message of a failed expectation. */
export function outcomes({ jobs }: WorkflowResult): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(jobs).map(([id, { result }]) => [id, result]));
}
