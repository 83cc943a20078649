import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import { openGitHub, type FakeGitHub } from '../support/github/api-github.js';
import { annotationsOf, exitCodeOf, jobProject, outputsOf, type JobProject } from '../support/github/job-project.js';
import { programFolder } from '../support/program.js';

/** Jobs are whole processes with clones and uploads; this is a guard against hangs. */
const LONG_MS = 300_000;
const BRANCH = 'workflow-runner/weekly';
const INPUTS = { workflow: 'weekly', publish: 'pull-request' };
const FILES = {
  input: 'one\n',
  '.claude/workflows/weekly.yaml':
    'workflow: weekly\ntype: sequential\nsteps: [{ id: copy, run: "cp input output" }]\n',
};

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

function newProject(): JobProject {
  const project = jobProject(github, lib, FILES);
  projects.push(project);
  return project;
}

function tipOf({ repository }: JobProject, branch: string): string | null {
  return github.bare(repository).ref(`refs/heads/${branch}`);
}

function stateOfPulls({ repository }: JobProject): [number, string, string][] {
  return github.pulls(repository).map(({ number, state, pull }) => [number, state, pull.headBranch]);
}

/** How often the summary says that; a job that tells a thing twice has not told it well. */
function times(text: string, part: string): number {
  return text.split(part).length - 1;
}

describe('the pull request of a job', () => {
  test(
    'is opened, updated by the next run, left alone after a commit of a person, and not opened again when closed',
    async () => {
      const project = newProject();
      const { repository } = project;
      const people = { labels: 'bot, nix', reviewers: 'nobody', draft: 'true' };
      const first = await project.run({ with: { ...INPUTS, ...people } });
      expect(outputsOf(first)).toMatchObject({ branch: BRANCH, 'pull-request-operation': 'created', landed: 'false' });
      const [pull] = github.pulls(repository);
      expect([pull?.labels, pull?.pull.draft]).toEqual([new Set(['bot', 'nix']), true]);
      expect(first.summary.indexOf('Pull request 1')).toBeLessThan(first.summary.indexOf('completed: weekly'));
      expect(first.summary).toContain('The reviewer nobody could not be set');
      expect(first.summary).not.toContain('gh run download');
      expect(annotationsOf(first, 'notice')).toEqual([expect.stringMatching(/^pull request 1 was created: http/)]);

      github.people.commit(repository, { branch: 'main', files: { input: 'two\n' } });
      const second = await project.run({ with: INPUTS });
      expect(outputsOf(second)).toMatchObject({ branch: BRANCH, 'pull-request-operation': 'updated' });
      expect([stateOfPulls(project), tipOf(project, BRANCH)]).toEqual([
        [[1, 'open', BRANCH]],
        outputsOf(second)['commit'],
      ]);

      const human = github.people.commit(repository, { branch: BRANCH, files: { hand: 'x\n' } });
      const third = await project.run({ with: INPUTS });
      expect(outputsOf(third)).toMatchObject({ branch: `${BRANCH}-2`, 'pull-request-operation': 'created' });
      expect(tipOf(project, BRANCH)).toBe(human);
      expect(third.summary).toContain('(pull request 1) has commits that are not from workflow-runner');
      expect(github.people.pull(repository, 2).body).toContain('Beside #1.');

      for (const number of [1, 2]) github.people.closePull(repository, number);
      for (const branch of [BRANCH, `${BRANCH}-2`]) github.people.deleteBranch(repository, branch);
      const fourth = await project.run({ with: INPUTS });
      expect([outputsOf(fourth)['pull-request-operation'], stateOfPulls(project).length]).toEqual(['none', 2]);
      expect(fourth.summary).toContain('was closed by a person with exactly this result');

      github.people.commit(repository, { branch: 'main', files: { input: 'three\n' } });
      const fifth = await project.run({ with: INPUTS });
      expect(outputsOf(fifth)).toMatchObject({ branch: BRANCH, 'pull-request-operation': 'created' });
    },
    LONG_MS,
  );

  test(
    'is one when two runs race for the branch; it is closed when its changes came to the base by another way',
    async () => {
      const project = newProject();
      const both = await Promise.all([project.run({ with: INPUTS }), project.run({ with: INPUTS })]);
      expect(both.map(({ result }) => result)).toEqual(['success', 'success']);
      expect(stateOfPulls(project)).toEqual([[1, 'open', BRANCH]]);
      expect(both.map((run) => outputsOf(run)['commit'])).toContain(tipOf(project, BRANCH));

      github.people.commit(project.repository, { branch: 'main', files: { output: 'one\n' } });
      const last = await project.run({ with: INPUTS });
      expect(outputsOf(last)).toMatchObject({ 'pull-request-operation': 'closed', changed: 'false' });
      expect([stateOfPulls(project), tipOf(project, BRANCH)]).toEqual([[[1, 'closed', BRANCH]], null]);
      expect(last.summary).toMatch(/does not differ from `main` any more: \[Pull request 1\].* was closed/);
    },
    LONG_MS,
  );

  test(
    'after a merge is a new one; it says how far the base has moved meanwhile, and its commit can be signed',
    async () => {
      const project = newProject();
      const { repository } = project;
      await project.run({ with: INPUTS });
      github.people.mergePull(repository, 1);
      const sha = github.people.commit(repository, { branch: 'main', files: { input: 'two\n' } });
      github.people.commit(repository, { branch: 'main', files: { other: 'x\n' } });
      const event = { name: 'workflow_dispatch', sha };
      const run = await project.run({ with: { ...INPUTS, 'commit-signing': 'true' }, event });
      expect(stateOfPulls(project)).toEqual([
        [1, 'closed', BRANCH],
        [2, 'open', BRANCH],
      ]);
      const bare = github.bare(repository);
      expect(bare.run(['show', `${BRANCH}:output`]).trim()).toBe('two');
      expect(bare.run(['log', '-1', '--format=%cn', BRANCH]).trim()).toBe('GitHub');
      const moved = '1 commit has come to main since this run began';
      expect([times(run.summary, moved), times(github.people.pull(repository, 2).body, moved)]).toEqual([1, 1]);
    },
    LONG_MS,
  );
});

describe('a job that may not publish', () => {
  test.each([
    ['with a wrong token', { token: 'ghs_wrong' }, {}, 'the token was not accepted', 'Give another one in the input'],
    ['with a token that only reads', {}, { contents: 'read' }, 'look for pull requests', '`contents: write` and'],
    [
      'without the right to pull requests',
      {},
      { contents: 'write', 'pull-requests': 'read' },
      `open the pull request of ${BRANCH}`,
      'Give the job `pull-requests: write`',
    ],
  ])(
    '%s says once what is missing, and where the result is',
    async (_, inputs, permissions, what, help) => {
      const run = await newProject().run({
        with: { ...INPUTS, ...inputs },
        ...(Object.keys(permissions).length === 0 ? {} : { permissions }),
      });
      expect([exitCodeOf(run), outputsOf(run)['pull-request-operation']]).toEqual([1, 'none']);
      const errors = annotationsOf(run, 'error');
      expect(errors).toEqual([expect.stringContaining(what)]);
      expect(errors[0]).toContain(help);
      expect([times(run.summary, what), times(run.summary, help)]).toEqual([1, 1]);
      expect(run.summary).toContain('gh run download');
    },
    LONG_MS,
  );

  test(
    'because Actions may not open pull requests has pushed the branch, and says what to switch on',
    async () => {
      const project = newProject();
      github.changeSettings(project.repository, { canCreatePulls: false });
      const run = await project.run({ with: INPUTS });
      expect([exitCodeOf(run), tipOf(project, BRANCH)]).toEqual([1, outputsOf(run)['commit']]);
      expect(times(run.summary, 'Allow GitHub Actions to create and approve pull requests')).toBe(1);
      expect(run.summary).toContain(`/compare/main...${BRANCH}?expand=1>`);
    },
    LONG_MS,
  );

  test(
    'because of protected paths and a secret names each, and pushes nothing',
    async () => {
      const project = newProject();
      const text = 'mkdir .github && cp input .github/x && echo AKIAIOSFODNN7EXAMPLE > key';
      const step = `workflow: weekly\ntype: sequential\nsteps: [{ id: x, run: "${text}" }]\n`;
      github.people.commit(project.repository, { branch: 'main', files: { '.claude/workflows/weekly.yaml': step } });
      const run = await project.run({ with: INPUTS });
      expect([exitCodeOf(run), tipOf(project, BRANCH)]).toEqual([1, null]);
      expect(times(run.summary, 'changes protected paths')).toBe(1);
      expect(run.summary).toContain('`.github/x`');
      expect(run.summary).toContain('`key: an AWS access key`');
      expect(annotationsOf(run, 'error')).toEqual([expect.stringContaining('.github/x')]);
    },
    LONG_MS,
  );
});
