import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openGitHub, type FakeGitHub } from '../support/github/api-github.js';
import {
  compiledProject,
  outcomes,
  type CompiledProject,
  type ProjectFiles,
} from '../support/github/compiled-project.js';
import { nixEnvironment } from '../support/nix-environment.js';
import { programFolder } from '../support/program.js';

/** Jobs are whole processes with clones and uploads; this is a guard against hangs. */
const LONG_MS = 600_000;

let github: FakeGitHub;
let lib: string;
const projects: CompiledProject[] = [];

beforeAll(async () => {
  github = await openGitHub();
  lib = programFolder();
});

afterAll(async () => {
  for (const project of projects) project.remove();
  await github.close();
  rmSync(lib, { recursive: true, force: true });
});

function projectOf(files: ProjectFiles): CompiledProject {
  const project = compiledProject(github, lib, files);
  projects.push(project);
  return project;
}

/** The tree of a branch on the fake GitHub. */
function treeOf({ repository }: CompiledProject, branch: string): string {
  return github
    .bare(repository)
    .run(['rev-parse', `refs/heads/${branch}^{tree}`])
    .trim();
}

/** Commits of the branch, newest first: subject, and the steps that they are of. */
function stepsOf({ repository }: CompiledProject, branch: string): string[] {
  const format = '--format=%(trailers:key=Workflow-Step,valueonly,separator=%x2C)';
  const lines = github
    .bare(repository)
    .run(['log', format, `refs/heads/${branch}`])
    .split('\n');
  return lines.filter((line) => line !== '').sort();
}

const three = `workflow: three
type: hybrid
phases:
  - name: first
    type: sequential
    steps:
      - { id: a, run: "echo a > a; echo ran-a" }
      - { id: b, run: "echo b > b; echo ran-b" }
  - name: second
    type: parallel
    max_concurrent: 2
    steps:
      - { id: c, run: "echo c > c; echo ran-c" }
      - { id: d, run: "echo d > d; echo ran-d" }
  - name: third
    type: sequential
    steps:
      - { id: e, run: "cat a b c d > e; echo ran-e" }
on_success: ["echo done > done"]
`;
const branch = (workflow: string): string => `workflow-runner/${workflow}`;

describe('the compiled example', () => {
  test(
    'runs over its jobs in fresh clones and ends in one pull request with the tree of a local run',
    async () => {
      const workflow = 'complete-module-refactor';
      const project = projectOf({ template: 'examples/nixos-config', compile: [[workflow]] });
      const agent = 'command:.claude/agents/scripted-agent.mjs';
      const result = await project.dispatch(workflow, { inputs: { 'agent-backend': agent } });
      expect([result.conclusion, outcomes(result)]).toEqual([
        'success',
        expect.objectContaining({ publish: 'success' }),
      ]);
      expect(Object.values(result.jobs).flatMap(({ runs }) => runs).length).toBeGreaterThanOrEqual(7);

      const pulls = github.pulls(project.repository);
      expect(pulls.map(({ state, pull }) => [state, pull.headBranch])).toEqual([['open', branch(workflow)]]);
      expect(pulls[0]?.body).toContain('unchanged (2): atlas, kernelcore');
      expect(pulls[0]?.body).toContain('`nix flake check`');

      const env = nixEnvironment();
      const args = [join(lib, 'cli.js'), workflow, '--agent-backend', agent];
      execFileSync(process.execPath, args, { cwd: project.folder, env, stdio: 'ignore' });
      expect(treeOf(project, branch(workflow))).toBe(project.git('rev-parse', 'main^{tree}'));
    },
    LONG_MS,
  );
});

describe('a compiled workflow', () => {
  test(
    'gives the same tree when jobs were lost in mid-step and re-run, and runs no completed step again',
    async () => {
      const files = {
        '.claude/workflows/three.yaml': three.replace('echo b > b;', 'echo begin-b; sleep 2; echo b > b;'),
      };
      const project = projectOf({ files, compile: [['three']] });
      const attempts = [
        await project.dispatch('three', {
          onJob: ({ id, attempt }) =>
            id === 'first' && attempt === 1 ? { kind: 'kill', when: { output: 'begin-b' } } : null,
        }),
      ];
      expect(attempts[0]?.jobs['first']?.result).toBe('failure');
      for (let tries = 0; tries < 3 && attempts.at(-1)?.conclusion !== 'success'; tries += 1) {
        const of = attempts.at(-1);
        if (of === undefined) throw new Error('no attempt');
        attempts.push(await project.dispatch('three', { rerun: { of, jobs: 'failed' } }));
      }
      expect(attempts.map(({ conclusion }) => conclusion)).toEqual(['failure', 'success']);
      expect(stepsOf(project, branch('three'))).toEqual(['a', 'b', 'c', 'd', 'e']);
      const again = attempts[1]?.jobs['first']?.runs.map(({ log }) => log).join('') ?? '';
      expect([again.includes('] a …'), again.includes('] b …')]).toEqual([false, true]);
    },
    LONG_MS,
  );

  test(
    'publishes nothing when the validation of the result fails',
    async () => {
      const files = { '.claude/workflows/three.yaml': `${three}validation: ["test ! -f e"]\n` };
      const project = projectOf({ files, compile: [['three']] });
      const result = await project.dispatch('three');
      expect(result.conclusion).toBe('failure');
      expect(outcomes(result)).toMatchObject({ third: 'failure', validate: 'skipped', publish: 'skipped' });
      const pushed = github.bare(project.repository).ref(`refs/heads/${branch('three')}`);
      expect([github.pulls(project.repository), pushed]).toEqual([[], null]);
    },
    LONG_MS,
  );

  test(
    'takes back what it pushed when the branch does not pass afterwards',
    async () => {
      const files = {
        '.claude/workflows/three.yaml': three,
        '.claude/workflows/other.yaml': 'workflow: other\ntype: sequential\nsteps: [{ id: x, run: "true" }]\n',
      };
      const compile = [['three', '--publish', 'push', '--on-failure', 'revert']];
      const project = projectOf({ files, compile });
      const before = treeOf(project, 'main');
      const result = await project.dispatch('three', {
        onJob: ({ id }) => {
          if (id !== 'verify') return null;
          const broken = { '.claude/workflows/other.yaml': 'workflow: other\ntyp: x\n' };
          github.people.commit(project.repository, { branch: 'main', files: broken });
          return null;
        },
      });
      expect(outcomes(result)).toMatchObject({ publish: 'success', verify: 'failure', revert: 'success' });
      const bare = github.bare(project.repository);
      expect(bare.run(['diff', '--name-only', before, 'refs/heads/main']).trim()).toBe('.claude/workflows/other.yaml');
      expect(bare.run(['log', '--format=%s', 'refs/heads/main'])).toContain('Revert');
    },
    LONG_MS,
  );

  test(
    'begins only when the workflow that it needs has published on this branch',
    async () => {
      const one = (name: string, more = ''): string =>
        `workflow: ${name}\ntype: sequential\n${more}steps: [{ id: ${name}, run: "echo ${name} > ${name}" }]\n`;
      const files = {
        '.claude/workflows/needed.yaml': one('needed'),
        '.claude/workflows/later.yaml': one('later', 'prerequisites: [needed-complete]\n'),
      };
      const project = projectOf({ files, compile: [['needed'], ['later']] });
      const before = await project.dispatch('later');
      expect([outcomes(before)['plan'], before.jobs['plan']?.runs[0]?.log]).toEqual([
        'failure',
        expect.stringContaining('prerequisites are not met'),
      ]);
      expect((await project.dispatch('needed', { inputs: { 'dry-run': 'true' } })).conclusion).toBe('success');
      expect((await project.dispatch('later')).conclusion).toBe('failure');
      expect((await project.dispatch('needed')).conclusion).toBe('success');
      expect((await project.dispatch('later')).conclusion).toBe('success');
      // Neither is a flake: nothing was checked, and nothing may say that it was.
      const bodies = github.pulls(project.repository).map(({ body }) => body);
      expect(bodies).toEqual(bodies.map(() => expect.stringContaining('No checks are declared')));
      expect(bodies.filter((body) => body.includes('nix flake check'))).toEqual([]);
    },
    LONG_MS,
  );
});
