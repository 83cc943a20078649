import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from '../../src/process/environment.js';
import { openGitHub, type FakeGitHub } from '../support/github/api-github.js';
import { annotationsOf, exitCodeOf, jobProject, outputsOf, type JobProject } from '../support/github/job-project.js';
import type { JobRun } from '../support/github/workflow-job.js';
import { nixEnvironment } from '../support/nix-environment.js';
import { programFolder } from '../support/program.js';

/** Jobs are whole processes with clones and uploads; this is a guard against hangs. */
const LONG_MS = 300_000;
const FLAKE =
  '{ outputs = { self }: { checks.x86_64-linux = if builtins.pathExists ./bad then throw "it is bad" else { }; }; }\n';

let github: FakeGitHub;
let lib: string;
const projects: JobProject[] = [];
const folders: string[] = [];

beforeAll(async () => {
  github = await openGitHub();
  lib = programFolder();
});

afterAll(async () => {
  for (const project of projects) project.remove();
  for (const folder of [...folders, lib]) rmSync(folder, { recursive: true, force: true });
  await github.close();
});

/** A run makes two trees: that of the first phase, which is checked there, and that of the result. */
function newProject(first = 'echo 1 > a'): JobProject {
  const definition = `workflow: weekly
type: hybrid
prerequisites: [flake-check-passing]
phases:
  - name: first
    type: sequential
    validation: [nix flake check]
    steps: [{ id: a, run: "${first}" }]
  - name: second
    type: sequential
    steps: [{ id: b, run: "echo 1 > b" }]
`;
  const project = jobProject(github, lib, { 'flake.nix': FLAKE, '.claude/workflows/weekly.yaml': definition });
  projects.push(project);
  return project;
}

/** A fresh machine with a Nix that writes down what it is asked; `before` runs first, and may end it. */
function newMachine(before = '') {
  const folder = mkdtempSync(join(tmpdir(), 'counted-nix-'));
  folders.push(folder);
  const [log, program] = [join(folder, 'calls'), join(folder, 'nix')];
  const real = findProgram('nix', process.env['PATH'] ?? '') ?? '';
  writeFileSync(program, `#!/bin/sh\necho "$*" >> ${log}\n${before}\nexec ${real} "$@"\n`, { mode: 0o755 });
  const environment = nixEnvironment();
  folders.push(environment['HOME'] ?? folder);
  return {
    env: { ...environment, PATH: `${folder}:${environment['PATH'] ?? ''}` },
    /** How often a flake was checked. */
    checks: (): number => (existsSync(log) ? readFileSync(log, 'utf8').match(/flake check/g) : null)?.length ?? 0,
  };
}

type Machine = ReturnType<typeof newMachine>;

/** One job on that machine, with these inputs of the action. */
async function runOn(machine: Machine, project: JobProject, inputs: Record<string, string> = {}): Promise<JobRun> {
  const steps = [
    { uses: 'actions/checkout@v6', with: { 'fetch-depth': '0', 'persist-credentials': 'false' } },
    { id: 'action', uses: 'workflow-runner/workflow-runner@v0', with: { workflow: 'weekly', ...inputs } },
  ];
  const job = { 'runs-on': 'ubuntu-latest', permissions: { contents: 'write', 'pull-requests': 'write' }, steps };
  const text = JSON.stringify({ on: 'workflow_dispatch', permissions: {}, jobs: { job } });
  const workflow = { path: '.github/workflows/job.yml', text };
  const { jobs } = await project.dispatch('job', { workflow, machine: machine.env });
  const made = jobs['job']?.runs[0];
  if (made === undefined) throw new Error(jobs['job']?.message ?? 'the job did not begin');
  return made;
}

const passKeys = ({ repository }: JobProject): string[] =>
  github.results.cacheKeys(repository).filter((key) => key.startsWith('workflow-runner-passes-'));

const alreadyValidated = ({ log }: JobRun): number => log.split('already validated').length - 1;

test(
  'what a job has checked a later one on another machine does not check again, but for the result',
  async () => {
    const project = newProject();
    const [first, second, third] = [newMachine(), newMachine(), newMachine()];
    const begun = await runOn(first, project, { command: 'begin' });
    expect([exitCodeOf(begun), first.checks(), passKeys(project).length]).toEqual([0, 1, 1]);

    const run = await runOn(second, project);
    expect([outputsOf(run)['status'], second.checks(), alreadyValidated(run) > 0]).toEqual(['completed', 2, true]);
    expect(passKeys(project)).toHaveLength(2);

    const again = await runOn(third, project);
    expect([outputsOf(again)['status'], third.checks()]).toEqual(['completed', 1]);
    expect(again.log).toMatch(/phase first already validated at .* by run /);
    expect(passKeys(project)).toHaveLength(2);
  },
  LONG_MS,
);

test(
  'a pass that somebody made up hides a failure from a phase, and from nothing that is published',
  async () => {
    const project = newProject('touch bad');
    const tip = github.bare(project.repository).ref('refs/heads/main');
    const lying = newMachine('case "$*" in *"flake check"*) exit 0;; esac');
    const forged = await runOn(lying, project);
    expect([outputsOf(forged)['status'], passKeys(project).length]).toEqual(['completed', 1]);

    const honest = newMachine();
    const run = await runOn(honest, project, { publish: 'push' });
    expect(run.log).toMatch(/first: already validated/);
    expect([exitCodeOf(run), outputsOf(run)['status'], honest.checks() > 0]).toEqual([1, 'failed', true]);
    expect(annotationsOf(run, 'error').join()).toContain('it is bad');
    expect(github.bare(project.repository).ref('refs/heads/main')).toBe(tip);
  },
  LONG_MS,
);

test(
  'a run goes on, and says so in one line, when the cache refuses it',
  async () => {
    const project = newProject();
    const fault = { kind: 'status', status: 403 } as const;
    github.results.faults.add({ method: /CacheService/, fault, times: 100 });
    const machine = newMachine();
    const run = await runOn(machine, project);
    github.results.faults.clear();
    expect([outputsOf(run)['status'], machine.checks()]).toEqual(['completed', 3]);
    const said = (['notice', 'warning', 'error'] as const).flatMap((level) => annotationsOf(run, level));
    expect(said.sort()).toEqual([
      expect.stringMatching(/^metrics could not be kept: /),
      expect.stringMatching(/^the cache was not used: it is not known what earlier jobs have checked: /),
    ]);
  },
  LONG_MS,
);
