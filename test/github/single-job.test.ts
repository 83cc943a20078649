import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import { openGitHub, type FakeGitHub } from '../support/github/api-github.js';
import { annotationsOf, exitCodeOf, jobProject, outputsOf, type JobProject } from '../support/github/job-project.js';
import { programFolder } from '../support/program.js';

/** Jobs are whole processes with clones and uploads; this is a guard against hangs. */
const LONG_MS = 300_000;
const PUSH = { workflow: 'weekly', publish: 'push' };
const DEFINITION = 'workflow: weekly\ntype: sequential\nsteps: [{ id: copy, run: "cp input output" }]\n';

let github: FakeGitHub;
let lib: string;
const projects: JobProject[] = [];

beforeAll(async () => {
  github = await openGitHub();
  lib = programFolder();
});

afterAll(async () => {
  for (const project of projects) project.remove();
  await github.close();
  rmSync(lib, { recursive: true, force: true });
});

function newProject(definition = DEFINITION, more: Readonly<Record<string, string>> = {}): JobProject {
  const files = { input: 'one\n', '.claude/workflows/weekly.yaml': definition, ...more };
  const project = jobProject(github, lib, files);
  projects.push(project);
  return project;
}

function tipOf({ repository }: JobProject, branch = 'main'): string {
  return github.bare(repository).ref(`refs/heads/${branch}`) ?? '';
}

function fileOf({ repository }: JobProject, path: string, branch = 'main'): string {
  return github
    .bare(repository)
    .run(['show', `${branch}:${path}`])
    .trim();
}

describe('a result that is pushed', () => {
  test(
    'to a base that moves meanwhile is merged, validated again and pushed; a red push is taken back by a commit on top',
    async () => {
      const project = newProject(`${DEFINITION}validation: ["test -f output"]\n`);
      const { repository } = project;
      const happens = (): void => {
        github.people.commit(repository, { branch: 'main', files: { other: 'x\n' } });
      };
      github.injectFault({ method: 'POST', path: 'git-receive-pack', fault: { kind: 'meanwhile', happens } });
      const run = await project.run({ with: PUSH });
      expect(outputsOf(run)).toMatchObject({ status: 'completed', landed: 'true', commit: tipOf(project) });
      expect([fileOf(project, 'output'), fileOf(project, 'other')]).toEqual(['one', 'x']);
      expect(run.log.split('the result validated').length - 1).toBe(2);
      expect(run.summary.split('### Publication').length - 1).toBe(1);

      const [before = '', after = ''] = outputsOf(run)['pushed-range']?.split('..') ?? [];
      const event = { name: 'push', payload: { before, after, ref: 'refs/heads/main' } };
      const revert = await project.run({ with: { command: 'revert' }, event });
      expect(outputsOf(revert)['reverted']).toBe(tipOf(project));
      const bare = github.bare(repository);
      expect(bare.run(['rev-parse', 'main~1']).trim()).toBe(after);
      expect(bare.run(['diff', '--name-only', before, 'main'])).toBe('');
      expect(revert.summary).toContain('`main` was brought back by');
      expect(annotationsOf(revert, 'notice')).toEqual([`main was brought back by ${tipOf(project)}`]);

      const again = await project.run({ with: { command: 'revert' }, event });
      expect([exitCodeOf(again), outputsOf(again)['reverted']]).toEqual([0, '']);
      expect(again.summary).toContain('There is nothing to take back on `main`');
    },
    LONG_MS,
  );

  test(
    'to a protected base becomes a pull request that says so, and its revert too',
    async () => {
      const project = newProject();
      const { repository } = project;
      const pushed = await project.run({ with: PUSH });
      expect(outputsOf(pushed)['landed']).toBe('true');
      github.changeSettings(repository, { protectedBranches: ['main'] });
      const range = outputsOf(pushed)['pushed-range'] ?? '';
      const revert = await project.run({ with: { command: 'revert', range } });
      expect(outputsOf(revert)).toMatchObject({ 'pull-request-operation': 'created', 'pull-request-number': '1' });
      expect(revert.summary).toContain('the revert waits in pull request 1');

      github.changeSettings(repository, { protectedBranches: [] });
      github.people.commit(repository, { branch: 'main', files: { input: 'two\n' } });
      github.changeSettings(repository, { protectedBranches: ['main'] });
      const tip = tipOf(project);
      const run = await project.run({ with: PUSH });
      expect([tipOf(project), outputsOf(run)['landed'], outputsOf(run)['branch']]).toEqual([
        tip,
        'false',
        'workflow-runner/weekly',
      ]);
      expect(run.summary).toContain('This is a pull request instead of a push to the base branch: main is protected.');
    },
    LONG_MS,
  );

  test(
    'with a token that may not push fails, is kept, and says what to give the job',
    async () => {
      const project = newProject();
      const tip = tipOf(project);
      const run = await project.run({ with: PUSH, permissions: { contents: 'read' } });
      expect([exitCodeOf(run), outputsOf(run)['status'], tipOf(project)]).toEqual([1, 'failed', tip]);
      const errors = annotationsOf(run, 'error');
      expect(errors).toEqual([expect.stringMatching(/not published: GitHub did not take the push to main/)]);
      expect(errors[0]).toContain('Give the job `contents: write`.');
      expect(run.summary.split('did not take the push').length - 1).toBe(1);
    },
    LONG_MS,
  );
});

test(
  'a flake that passes with a warning of its own is valid, and the warning stands at its line',
  async () => {
    const flake = '{ outputs = { self }:\n{ checks.x86_64-linux =\nbuiltins.trace "warning: the old name" { }; }; }\n';
    const run = await newProject(DEFINITION, { 'flake.nix': flake }).run({ with: { command: 'validate' } });
    expect([outputsOf(run)['status'], annotationsOf(run, 'warning')]).toEqual(['valid', ['flake.nix:3: the old name']]);
  },
  LONG_MS,
);

describe('a revert', () => {
  test(
    'of a range that is not there, or in conflict with what came later, changes nothing and says how to go on',
    async () => {
      const project = newProject();
      const { repository } = project;
      const pushed = await project.run({ with: PUSH });
      const range = outputsOf(pushed)['pushed-range'] ?? '';
      github.people.commit(repository, { branch: 'main', files: { output: 'by hand\n' } });
      const tip = tipOf(project);
      const conflict = await project.run({ with: { command: 'revert', range } });
      expect([exitCodeOf(conflict), tipOf(project)]).toEqual([1, tip]);
      expect(conflict.summary.split('git revert --no-commit').length - 1).toBe(1);

      const unknown = `${range.slice(0, 40)}..${'a'.repeat(40)}`;
      const missing = await project.run({ with: { command: 'revert', range: unknown } });
      expect(exitCodeOf(missing)).toBe(1);
      expect(annotationsOf(missing, 'error')).toEqual([expect.stringContaining('is not on the branch')]);
    },
    LONG_MS,
  );

  test(
    'is asked for by a run that fails, and has nothing to take back when nothing was pushed',
    async () => {
      const project = newProject(`${DEFINITION}validation: ["echo not good; exit 3"]\n`);
      const tip = tipOf(project);
      const run = await project.run({ with: { ...PUSH, 'on-failure': 'revert' } });
      expect([exitCodeOf(run), outputsOf(run)['status'], tipOf(project)]).toEqual([1, 'failed', tip]);
      expect(annotationsOf(run, 'error')).toEqual([expect.stringContaining('echo not good; exit 3')]);
      expect(run.summary).toContain('There is nothing to take back on `main`');
    },
    LONG_MS,
  );
});

describe('with the input partial, what is valid without the step that breaks the result', () => {
  const BREAKS = `workflow: weekly
type: sequential
steps:
  - { id: copy, run: "cp input output" }
  - { id: breaks, run: "touch bad" }
  - { id: last, run: "cp input third" }
validation: ["test ! -f bad"]
`;
  const filesOf = ({ repository }: JobProject, branch: string): string[] =>
    github
      .bare(repository)
      .run(['ls-tree', '--name-only', branch])
      .split('\n')
      .filter((name) => ['output', 'bad', 'third'].includes(name));

  test.each([
    ['is pushed', 'push', 'main'],
    ['is in the pull request', 'pull-request', 'workflow-runner/weekly'],
  ])(
    '%s, what is left out is named, and the job fails',
    async (_, publish, branch) => {
      const project = newProject(BREAKS);
      const run = await project.run({ with: { workflow: 'weekly', partial: 'true', publish } });
      expect([exitCodeOf(run), outputsOf(run)['status'], filesOf(project, branch)]).toEqual([
        1,
        'failed',
        ['output', 'third'],
      ]);
      expect(annotationsOf(run, 'error').join('\n')).toContain('step 2 (breaks): it breaks the result');
    },
    LONG_MS,
  );

  test(
    'is refused by a job of the command publish, which says that the run has no result',
    async () => {
      const project = newProject(BREAKS);
      const tip = tipOf(project);
      const steps = (inputs: Readonly<Record<string, string>>) => [
        { uses: 'actions/checkout@v6', with: { 'fetch-depth': '0', 'persist-credentials': 'false' } },
        { id: 'action', uses: 'workflow-runner/workflow-runner@v0', with: { workflow: 'weekly', ...inputs } },
      ];
      const job = { 'runs-on': 'ubuntu-latest', permissions: { contents: 'write', 'pull-requests': 'write' } };
      const run = { ...job, steps: steps({ partial: 'true' }) };
      const push = (inputs: object) => {
        return {
          ...job,
          needs: 'run',
          if: 'always()',
          steps: steps({ command: 'publish', publish: 'push', ...inputs }),
        };
      };
      const jobsOf = { run, publish: push({ commit: tip }), unnamed: push({}) };
      const text = JSON.stringify({ on: 'workflow_dispatch', permissions: {}, jobs: jobsOf });
      const { jobs } = await project.dispatch('job', { workflow: { path: '.github/workflows/job.yml', text } });
      const [made, refused, unnamed] = ['run', 'publish', 'unnamed'].map((name) => jobs[name]?.runs[0]);
      if (made === undefined || refused === undefined || unnamed === undefined) throw new Error('a job did not begin');
      expect([outputsOf(made)['status'], outputsOf(made)['changed']]).toEqual(['failed', 'true']);
      expect([exitCodeOf(refused), tipOf(project), github.pulls(project.repository)]).toEqual([1, tip, []]);
      expect(annotationsOf(refused, 'error').join('\n')).toContain("the run of 'weekly' has no result: it is failed");
      expect([exitCodeOf(unnamed), annotationsOf(unnamed, 'error').join('\n')]).toEqual([
        2,
        expect.stringContaining('publish: push needs the commit that was validated'),
      ]);
    },
    LONG_MS,
  );

  test(
    'is not published by default',
    async () => {
      const project = newProject(BREAKS);
      const tip = tipOf(project);
      const run = await project.run({ with: { workflow: 'weekly', partial: 'true' } });
      expect([outputsOf(run)['status'], outputsOf(run)['changed'], tipOf(project)]).toEqual(['failed', 'true', tip]);
    },
    LONG_MS,
  );
});
