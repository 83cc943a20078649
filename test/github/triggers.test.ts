import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import { openGitHub, type FakeGitHub } from '../support/github/api-github.js';
import {
  annotationsOf,
  exitCodeOf,
  jobProject,
  outputsOf,
  type ActionJob,
  type JobProject,
} from '../support/github/job-project.js';
import { programFolder } from '../support/program.js';

/** Jobs are whole processes with clones; this is a guard against hangs. */
const LONG_MS = 300_000;
const READ = { contents: 'read' };
const DEFINITION = `workflow: weekly
type: hybrid
phases:
  - { name: one, type: sequential, steps: [{ id: a, run: "cp input output" }] }
  - { name: two, type: parallel, steps: [{ id: b, run: "true" }, { id: c, run: "true" }] }
`;

let github: FakeGitHub;
let lib: string;
let project: JobProject;
const projects: JobProject[] = [];

beforeAll(async () => {
  github = await openGitHub();
  lib = programFolder();
  project = newProject({ input: 'one\n', '.claude/workflows/weekly.yaml': DEFINITION });
});

afterAll(async () => {
  for (const one of projects) one.remove();
  await github.close();
  rmSync(lib, { recursive: true, force: true });
});

function newProject(files: Readonly<Record<string, string>>): JobProject {
  const made = jobProject(github, lib, files);
  projects.push(made);
  return made;
}

interface PullRequestOf {
  readonly files: Readonly<Record<string, string>>;
  readonly fork?: boolean;
}

/** The event of a pull request that changes these files. */
function pullRequest(
  { repository }: JobProject,
  { files, fork = false }: PullRequestOf,
): NonNullable<ActionJob['event']> {
  const bare = github.bare(repository);
  const base = bare.run(['rev-parse', 'main']).trim();
  const branch = `change-${bare.run(['for-each-ref', 'refs/heads']).split('\n').length}`;
  const head = github.people.commit(repository, { branch, files });
  const full = fork ? 'stranger/project' : repository;
  const payload = {
    number: 7,
    pull_request: {
      number: 7,
      base: { sha: base, ref: 'main' },
      head: { sha: head, ref: branch, repo: { full_name: full } },
    },
  };
  return {
    name: 'pull_request',
    ref: `refs/heads/${branch}`,
    headRef: branch,
    baseRef: 'main',
    payload,
    fromFork: fork,
  };
}

describe('validate on a pull request', () => {
  test(
    'puts errors at the lines of the user, with paths from the top of the repository wherever it is checked out',
    async () => {
      const changed = DEFINITION.replace('cp input output', 'cp input other');
      const event = pullRequest(project, { files: { '.claude/workflows/weekly.yaml': changed }, fork: true });
      const run = await project.run({
        with: { command: 'validate', 'working-directory': 'configuration' },
        checkout: { path: 'configuration' },
        permissions: READ,
        event,
      });
      expect([exitCodeOf(run), outputsOf(run)['status']]).toEqual([2, 'invalid']);
      const [first = '', ...more] = annotationsOf(run, 'error');
      expect(first).toMatch(/^\.claude\/workflows\/weekly\.yaml:\d+: .*version/);
      expect(more).toEqual([expect.stringContaining('1 error in the definitions')]);
      expect(run.summary).toContain('❌ not valid');
    },
    LONG_MS,
  );

  test(
    'shows ten errors at the most; the tenth but one says how many more there are',
    async () => {
      const keys = Array.from({ length: 14 }, (_, index) => `wrong_${index}: 1\n`).join('');
      const event = pullRequest(project, { files: { '.claude/workflows/weekly.yaml': `${DEFINITION}${keys}` } });
      const run = await project.run({ with: { command: 'validate' }, permissions: READ, event });
      const errors = annotationsOf(run, 'error');
      expect([errors.length, run.annotations.every(({ shown }) => shown)]).toEqual([10, true]);
      expect(errors.slice(0, 8).every((one) => one.startsWith('.claude/workflows/weekly.yaml:'))).toBe(true);
      expect(errors[8]).toMatch(/^… and \d+ errors more; all of them are in the log$/);
      for (const index of [0, 7, 13]) expect(run.log).toContain(`wrong_${index}`);
    },
    LONG_MS,
  );

  test(
    'shows an error of Nix at its line',
    async () => {
      const flake = '{\n  outputs = { self }: {\n    nixosConfigurations.a = undefinedName;\n  };\n}\n';
      const nix = newProject({
        'flake.nix': '{ outputs = { self }: { }; }\n',
        'flake.lock': '{"nodes":{"root":{}},"root":"root","version":7}\n',
      });
      const event = pullRequest(nix, { files: { 'flake.nix': flake } });
      const run = await nix.run({ with: { command: 'validate' }, permissions: READ, event });
      expect([exitCodeOf(run), outputsOf(run)['status']]).toEqual([1, 'invalid']);
      expect(annotationsOf(run, 'error')[0]).toMatch(/^flake\.nix:3: .*undefinedName/);
    },
    LONG_MS,
  );

  test(
    'passes a fork that changes nothing of the definitions, without secrets or rights',
    async () => {
      const event = pullRequest(project, { files: { input: 'two\n' }, fork: true });
      const run = await project.run({ with: { command: 'validate' }, permissions: READ, event });
      expect([run.result, outputsOf(run)['status'], annotationsOf(run, 'error')]).toEqual(['success', 'valid', []]);
    },
    LONG_MS,
  );
});

describe('run', () => {
  test.each(['pull_request_target', 'workflow_run', 'issue_comment'])(
    'is refused on %s, before anything is executed',
    async (name) => {
      const run = await project.run({ with: { workflow: 'weekly' }, permissions: READ, event: { name } });
      expect(exitCodeOf(run)).toBe(2);
      expect(annotationsOf(run, 'error')).toEqual([expect.stringContaining(`nothing is run on ${name}`)]);
      expect(run.summary.split('nothing is run on').length - 1).toBe(1);
    },
    LONG_MS,
  );

  test(
    'is refused for a fork, and where the pull request changes what it would run; else it runs',
    async () => {
      const job = { with: { workflow: 'weekly' }, permissions: READ };
      const fork = await project.run({ ...job, event: pullRequest(project, { files: { input: 'x\n' }, fork: true }) });
      expect([exitCodeOf(fork), annotationsOf(fork, 'error')]).toEqual([2, [expect.stringContaining('from a fork')]]);

      const text = DEFINITION.replace('cp input output', 'echo stolen');
      const event = pullRequest(project, { files: { '.claude/workflows/weekly.yaml': text } });
      const changed = await project.run({ ...job, event });
      expect(exitCodeOf(changed)).toBe(2);
      expect(annotationsOf(changed, 'error')).toEqual([
        expect.stringContaining('this pull request changes what it would run: .claude/workflows/weekly.yaml'),
      ]);
      const fine = await project.run({ ...job, event: pullRequest(project, { files: { input: 'y\n' } }) });
      expect([fine.result, outputsOf(fine)['status']]).toEqual(['success', 'completed']);
    },
    LONG_MS,
  );
});

describe('an input that is wrong', () => {
  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['an unknown command', { command: 'rnu' }, /input command: expected one of run, plan, .*got 'rnu'/],
    ['several', { 'deadline-minutes': 'ten', draft: 'yes' }, /2 inputs are wrong\ndeadline-minutes: .*'ten'\ndraft: /],
    ['no workflow', {}, /input workflow: it is missing\nname the workflow/],
    ['an unknown workflow', { workflow: 'wekly' }, /no workflow 'wekly'\ndid you mean 'weekly'/],
    ['an unknown phase', { workflow: 'weekly', phase: 'on' }, /no phase 'on'\ndid you mean 'one'/],
    ['an unknown step', { workflow: 'weekly', phase: 'two', step: 'bb' }, /no step 'bb'\ndid you mean 'b'/],
    [
      'a step of a sequential phase',
      { workflow: 'weekly', phase: 'one', step: 'a' },
      /only when its phase is parallel\n/,
    ],
    ['a folder that is not there', { workflow: 'weekly', 'working-directory': 'no' }, /there is no folder 'no'/],
    ['nothing to revert', { command: 'revert' }, /does not know what to take back\nname the workflow/],
    ['no time span', { command: 'report', since: 'x' }, /'since' is "x"[^]*Expected a number/],
  ])(
    'is told once, with what was expected: %s',
    async (_, inputs, expected) => {
      const run = await project.run({ with: inputs, permissions: READ });
      expect([exitCodeOf(run), annotationsOf(run, 'error')]).toEqual([2, [expect.stringMatching(expected)]]);
      expect(run.summary).not.toBe('');
      expect(run.log).not.toMatch(/^\s+at .*\.js:\d+/m);
    },
    LONG_MS,
  );

  test(
    'is a definition that cannot run: every error at its line, and in the summary',
    async () => {
      const files = {
        '.claude/workflows/bad.yaml': 'workflow: bad\ntype: sequential\nsteps:\n  - { id: a, rum: x }\nfoo: 1\n',
      };
      const run = await newProject(files).run({ with: { workflow: 'bad' }, permissions: READ });
      expect(exitCodeOf(run)).toBe(2);
      expect(annotationsOf(run, 'error')).toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^\.claude\/workflows\/bad\.yaml:4: .*rum/),
          expect.stringMatching(/^\.claude\/workflows\/bad\.yaml:5: .*foo/),
          expect.stringContaining("workflow 'bad' cannot run"),
        ]),
      );
      expect(run.summary).toContain('`.claude/workflows/bad.yaml:4`');
    },
    LONG_MS,
  );
});

describe('report', () => {
  test(
    'keeps one issue up to date, and says what right is missing for it',
    async () => {
      const permissions = { contents: 'read', issues: 'write', actions: 'read' };
      const inputs = { command: 'report', issue: 'true' };
      for (let runs = 0; runs < 2; runs += 1) {
        const run = await project.run({ with: inputs, permissions });
        expect([run.result, annotationsOf(run, 'notice')]).toEqual([
          'success',
          [expect.stringContaining('the review is in issue')],
        ]);
      }
      expect(github.issues(project.repository).length).toBe(1);
      const without = await project.run({ with: inputs, permissions: READ });
      expect(exitCodeOf(without)).toBe(1);
      expect(annotationsOf(without, 'error')).toEqual([expect.stringContaining('`issues: write`')]);
    },
    LONG_MS,
  );
});
