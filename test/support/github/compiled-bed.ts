import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programFolder } from '../program.js';
import { openGitHub, type FakeGitHub } from './api-github.js';
import { compiledProject, type CompiledProject, type ProjectFiles } from './compiled-project.js';
import type { WorkflowResult } from './workflow-executor.js';

/** One fake GitHub, and one program compiled from the sources, for all tests of a file. */
export interface CompiledBed {
  readonly github: FakeGitHub;
  /** `cli.js` and `action.js`, which start the program. */
  readonly lib: string;
  readonly project: (files: ProjectFiles) => CompiledProject;
  /** Tree of the branch that the workflow is published on. */
  readonly published: (project: CompiledProject, workflow: string) => string;
  /** Tree of an undisturbed run on this machine; its result lands in the checkout of the project. */
  readonly local: (project: CompiledProject, workflow: string) => string;
  /** Something that a step waits for while it is there: see `Gate`. */
  readonly gate: (name: string) => Gate;
  readonly ledger: () => Ledger;
  readonly close: () => Promise<void>;
}

/** Holds a step in its middle, so that what is done to it then does not depend on time. */
export interface Gate {
  /** For a `run:`; says `at <name>` and goes on when the gate is open. */
  readonly wait: string;
  /** What it says. */
  readonly reached: string;
  /** For a `run:`; fails while the gate is closed. */
  readonly fail: string;
  /** For a `run:`; fails while the gate is closed, and opens it. */
  readonly once: string;
  readonly open: () => void;
}

/** Where steps write down that they run: the output of a lost job is lost with it. */
export interface Ledger {
  /** For a `run:`. */
  readonly note: (text: string) => string;
  /** What was noted since the last look, sorted. */
  readonly look: () => string[];
}

/** Opens them. */
export async function openCompiledBed(): Promise<CompiledBed> {
  const github = await openGitHub();
  const lib = programFolder();
  const gates = realpathSync(mkdtempSync(join(tmpdir(), 'workflow-runner-gates-')));
  const projects: CompiledProject[] = [];
  return {
    github,
    lib,
    project: (files) => {
      const project = compiledProject(github, lib, files);
      projects.push(project);
      return project;
    },
    published: ({ repository }, workflow) =>
      github
        .bare(repository)
        .run(['rev-parse', `refs/heads/workflow-runner/${workflow}^{tree}`])
        .trim(),
    local: ({ folder, git }, workflow) => {
      execFileSync(process.execPath, [join(lib, 'cli.js'), workflow], { cwd: folder, stdio: 'ignore' });
      return git('rev-parse', 'main^{tree}');
    },
    gate: (name) => {
      const file = join(gates, name);
      writeFileSync(file, '');
      const wait = `echo "at ${name}"; for _ in $(seq 600); do test -e ${file} || break; sleep 0.05; done`;
      const fail = `if test -e ${file}; then exit 3; fi`;
      const once = `if rm ${file}; then exit 3; fi`;
      return { wait, reached: `at ${name}`, fail, once, open: () => rmSync(file, { force: true }) };
    },
    ledger: () => openLedger(gates),
    close: async () => {
      for (const project of projects) project.remove();
      rmSync(gates, { recursive: true, force: true });
      await github.close();
      rmSync(lib, { recursive: true, force: true });
    },
  };
}

/** All that the jobs of a key printed in that attempt; of all jobs without a key. */
export function logOf(result: WorkflowResult, job?: string): string {
  const jobs = job === undefined ? Object.values(result.jobs) : [result.jobs[job]];
  const runs = jobs.flatMap((one) => one?.runs ?? []).filter(({ attempt }) => attempt === result.attempt);
  return runs.map(({ log, annotations }) => [log, ...annotations.map(({ message }) => message)].join('\n')).join('\n');
}

function openLedger(folder: string): Ledger {
  const file = join(mkdtempSync(join(folder, 'ledger-')), 'notes');
  writeFileSync(file, '');
  return {
    note: (text) => `echo ${text} >> ${file}`,
    look: () => {
      const lines = readFileSync(file, 'utf8').split('\n');
      writeFileSync(file, '');
      return lines.filter((line) => line !== '').sort();
    },
  };
}
