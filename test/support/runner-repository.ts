import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RunEvent } from '../../src/engine/event.js';
import { git, newRepository, type Files } from './git-repository.js';
import { runCli, startCli, type CliResult, type StartedCli } from './runner-cli.js';

/** A repository with workflows in it, and a home of its own beside it. */
export class RunnerRepository {
  /** The checkout. */
  readonly root: string;
  readonly home: string;

  constructor(root: string) {
    this.root = root;
    this.home = join(dirname(root), 'home');
    mkdirSync(this.home, { recursive: true });
  }

  /** A new repository with one commit: files as given, workflows at their places. */
  static make(workflows: Files, files: Files = { 'base.txt': 'base\n' }): RunnerRepository {
    const definitions = Object.entries(workflows).map(([name, text]) => [`.claude/workflows/${name}.yaml`, text]);
    return new RunnerRepository(newRepository({ ...files, ...(Object.fromEntries(definitions) as Files) }));
  }

  run(...args: string[]): Promise<CliResult> {
    return runCli({ args, cwd: this.root, home: this.home });
  }

  runWith(env: Readonly<Record<string, string>>, ...args: string[]): Promise<CliResult> {
    return runCli({ args, cwd: this.root, home: this.home, env });
  }

  start(...args: string[]): StartedCli {
    return startCli({ args, cwd: this.root, home: this.home });
  }

  git(...args: string[]): string {
    return git(this.root, ...args);
  }

  path(...parts: string[]): string {
    return join(this.root, ...parts);
  }

  /** A file of the workflow's folder. */
  stateFile(workflow: string, file: string): string {
    return join(this.root, '.claude', 'workflows', workflow, file);
  }

  /** What the journal tells; empty when there is none. Only whole lines count. */
  events(workflow: string): RunEvent[] {
    const path = this.stateFile(workflow, 'journal.jsonl');
    if (!existsSync(path)) return [];
    const lines = readFileSync(path, 'utf8').split('\n').slice(1, -1);
    return lines.map((line) => (JSON.parse(line) as { event: RunEvent }).event);
  }

  /** `state.json`. */
  state(workflow: string): Record<string, unknown> {
    return JSON.parse(readFileSync(this.stateFile(workflow, 'state.json'), 'utf8')) as Record<string, unknown>;
  }

  /** Refs of ours, short: `<step>` -> commit. */
  ownRefs(): Record<string, string> {
    const lines = this.git('for-each-ref', '--format=%(refname) %(objectname)', 'refs/workflow-runner').split('\n');
    const pairs = lines.filter((line) => line !== '').map((line) => line.split(' '));
    return Object.fromEntries(pairs.map(([name = '', id = '']) => [name.split('/').at(-1) ?? '', id]));
  }

  /** Lock files anywhere in the git directory, but for the runner's own claim. */
  locks(): string[] {
    const all = readdirSync(this.path('.git'), { recursive: true, encoding: 'utf8' });
    return all.filter((path) => path.endsWith('.lock'));
  }

  /**
   * Everything of the user's that a run which did not land may not change, as text: files, index, HEAD with its reflog,
   * branches, stash, configuration. Our own refs, `info/exclude`, objects and state folders are left out.
   */
  snapshot(): Record<string, string> {
    const found: Record<string, string> = {};
    this.#walk(
      '',
      found,
      (path) => path === '.git' || /^\.claude\/workflows\/([^/]+$(?<!yaml)|metrics\.json)/.test(path),
    );
    for (const path of ['.git/index', '.git/HEAD', '.git/logs/HEAD', '.git/config', '.git/packed-refs']) {
      if (existsSync(this.path(path))) found[path] = readFileSync(this.path(path), 'latin1');
    }
    this.#walk('.git/refs', found, (path) => path === '.git/refs/workflow-runner');
    this.#walk('.git/logs', found, () => false);
    return found;
  }

  #walk(folder: string, found: Record<string, string>, isLeftOut: (path: string) => boolean): void {
    for (const entry of readdirSync(this.path(folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (isLeftOut(path)) continue;
      if (entry.isDirectory()) this.#walk(path, found, isLeftOut);
      else if (entry.isSymbolicLink()) found[path] = `-> ${readlinkSync(this.path(path))}`;
      else found[path] = `${lstatSync(this.path(path)).mode.toString(8)} ${readFileSync(this.path(path), 'latin1')}`;
    }
  }
}

/** A copy of a repository with its home, made with all times kept so that git's index stays fresh. */
export function copyRepository(from: RunnerRepository, into: string): RunnerRepository {
  mkdirSync(into, { recursive: true });
  execFileSync('cp', ['-a', from.root, join(into, 'repository')]);
  return new RunnerRepository(join(into, 'repository'));
}
