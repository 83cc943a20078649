import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import { openGitHub, type FakeGitHub } from '../../support/github/api-github.js';
import { compiledProject, outcomes, type CompiledProject } from '../../support/github/compiled-project.js';
import { annotationsOf, exitCodeOf, jobProject, type JobProject } from '../../support/github/job-project.js';
import { programFolder } from '../../support/program.js';
import { status, webhookServer, type WebhookServer } from '../../support/webhook-server.js';

/** Jobs are whole processes with clones and uploads; this is a guard against hangs. */
const LONG_MS = 300_000;
const RIGHTS = { contents: 'write', 'pull-requests': 'write', issues: 'write' };
const HOOKS = 'on_success: [{ notify: success }]\non_failure: [{ notify: failure }]\n';
const SECRET_PATH = '/services/T00000000/B00000000/s3cretAndLong';

let github: FakeGitHub;
let lib: string;
let server: WebhookServer;
const projects: CompiledProject[] = [];

beforeAll(async () => {
  github = await openGitHub();
  lib = programFolder();
});
beforeEach(async () => {
  server = await webhookServer();
});
afterEach(() => server.close());
afterAll(async () => {
  for (const project of projects) project.remove();
  await github.close();
  rmSync(lib, { recursive: true, force: true });
});

const people = (): string => `- { type: slack, url: "${server.origin}${SECRET_PATH}" }\n`;
const onGitHub = '- type: github-issue\n- type: github-comment\n';

describe('a run in one job', () => {
  const definition = `workflow: nightly\ntype: sequential\nsteps: [{ id: copy, run: "cp input output" }]\n${HOOKS}`;
  let project: JobProject;
  beforeAll(() => {
    project = jobProject(github, lib, { '.claude/workflows/nightly.yaml': definition });
    projects.push(project);
  });

  const run = (notify: string, more: Readonly<Record<string, string>> = {}) =>
    project.run({ with: { workflow: 'nightly', publish: 'pull-request', notify, ...more }, permissions: RIGHTS });

  test(
    'that fails tells it, in one issue however often it does; one that succeeds closes it, and comments on its pull request',
    async () => {
      const first = await run(`${people()}${onGitHub}`);
      expect([exitCodeOf(first), annotationsOf(first, 'warning')]).toEqual([1, []]);
      expect(first.log).toContain('notified: slack, github-issue, github-comment');
      expect(server.requests.map(({ path }) => path)).toEqual([SECRET_PATH]);
      const sent = server.requests[0]?.text ?? '';
      expect(sent).toContain('nightly failed');
      expect(sent).toMatch(/Workflow run/);
      expect(`${first.log}${first.summary}`).not.toContain('s3cretAndLong');
      await run(onGitHub);
      const issues = () => github.issues(project.repository).map(({ title, state }) => [title, state]);
      expect(issues()).toEqual([['nightly fails', 'open']]);
      expect(github.issues(project.repository)[0]?.body).toMatch(/step 1 copy: .*cp input output/);

      github.people.commit(project.repository, { branch: 'main', files: { input: 'x\n' } });
      const good = await run(`${people()}${onGitHub}`);
      expect([exitCodeOf(good), annotationsOf(good, 'warning')]).toEqual([0, []]);
      expect(issues()).toEqual([['nightly fails', 'closed']]);
      const [pull] = github.pulls(project.repository);
      expect(pull?.comments.map(({ body }) => body)).toEqual([expect.stringContaining('✅ nightly completed')]);
      expect(server.requests[1]?.text).toContain(`/pull/${pull?.number ?? 0}|Pull request`);
    },
    LONG_MS,
  );

  test(
    'is not affected when nobody can be told: one warning, without the secret',
    async () => {
      github.people.commit(project.repository, { branch: 'main', files: { input: 'y\n' } });
      server.answer(status(404, `no ${SECRET_PATH}`));
      const told = await project.run({
        with: { workflow: 'nightly', notify: `${people()}- type: github-comment\n` },
        permissions: { contents: 'read' },
      });
      expect(exitCodeOf(told)).toBe(0);
      expect(annotationsOf(told, 'warning')).toEqual([
        expect.stringMatching(/not everybody could be notified[^]*slack: answered 404[^]*github-comment: Could not/),
      ]);
      expect(`${told.log}${told.summary}`).not.toContain('s3cretAndLong');
    },
    LONG_MS,
  );

  test.each([
    { of: 'no receiver', notify: '- type: slak\n', why: 'line 1:9: `type` cannot be `slak`' },
    { of: 'an address without https', notify: '- { type: slack, url: "http://e.example/s3cret" }', why: 'only https' },
  ])(
    'with $of in its input does not begin, and shows nothing of it',
    async ({ notify, why }) => {
      const refused = await run(notify);
      expect(exitCodeOf(refused)).toBe(2);
      expect(annotationsOf(refused, 'error')).toEqual([expect.stringContaining(why)]);
      expect(refused.log).not.toContain('s3cret');
    },
    LONG_MS,
  );
});

describe('a compiled workflow with --notify', () => {
  const parts = `workflow: parts
type: parallel
prerequisites: [needed-complete]
steps: [{ id: a, run: "echo a > a" }, { id: b, run: "test ! -f broken && echo b > b" }]
${HOOKS}`;
  const needed = 'workflow: needed\ntype: sequential\nsteps: [{ id: x, run: "true" }]\n';
  const compile = [['parts', '--notify', 'github-issue,github-comment,PEOPLE']];
  const projectOf = (definition: string): CompiledProject => {
    const files = { '.claude/workflows/parts.yaml': definition, '.claude/workflows/needed.yaml': needed };
    const project = compiledProject(github, lib, { files, compile });
    projects.push(project);
    return project;
  };

  test(
    'tells once of all its jobs: of a failed step in one of them, and of a success with its pull request',
    async () => {
      const project = projectOf(parts.replace(/^prerequisites.*\n/m, ''));
      const dispatch = () => project.dispatch('parts', { secrets: { PEOPLE: people() } });
      github.people.commit(project.repository, { branch: 'main', files: { broken: 'x' } });
      const failed = await dispatch();
      expect(outcomes(failed)).toMatchObject({ publish: 'skipped', notify: 'success' });
      expect(server.requests).toHaveLength(1);
      expect(server.requests[0]?.text).toMatch(/parts failed[^]*step 2 b: .*failed with exit code 1/);
      const issues = () => github.issues(project.repository).map(({ title, state }) => [title, state]);
      expect(issues()).toEqual([['parts fails', 'open']]);

      github.people.commit(project.repository, { branch: 'main', files: { broken: null } });
      const good = await dispatch();
      expect([good.conclusion, issues()]).toEqual(['success', [['parts fails', 'closed']]]);
      const [pull] = github.pulls(project.repository);
      expect([pull?.comments.length, server.requests.length]).toEqual([1, 2]);
      expect(server.requests[1]?.text).toContain(`/pull/${pull?.number ?? 0}|Pull request`);
    },
    LONG_MS,
  );

  test(
    'tells of a run that could not begin',
    async () => {
      const result = await projectOf(parts).dispatch('parts', { secrets: { PEOPLE: people() } });
      expect(outcomes(result)).toMatchObject({ plan: 'failure', notify: 'success' });
      expect(server.requests).toHaveLength(1);
      expect(server.requests[0]?.text).toContain('parts could not begin');
    },
    LONG_MS,
  );
});
