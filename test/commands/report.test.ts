import { beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { runCommandLine, type CommandRun } from '../support/command-door.js';
import { RunnerRepository } from '../support/runner-repository.js';

const SECRET = 'ghp_' + 'a1B2'.repeat(9);

/** Two steps that pass, one of them with a second attempt, and one that fails; names and output of somebody hostile. */
const WORKFLOW = `workflow: demo
type: sequential
steps:
  - { id: write, run: "printf 'new <b>line</b>\\\\n${SECRET}\\\\n' > 'a<i>.txt'; printf '\\\\033[31mred\\\\033[0m <script>\\\\n'" }
  - { id: flaky, run: "test -f $HOME/tried || { touch $HOME/tried; exit 3; }; echo done", on_failure: { retry: 1, delay_seconds: 0 } }
  - { id: gate, run: "echo kept > kept.txt; echo 'error: no'; exit 1" }
`;

let repository: RunnerRepository;
let page: string;

const report = (...args: string[]): Promise<CommandRun> =>
  runCommandLine(repository.root, ['report', ...args], { env: { HOME: repository.home } });

beforeAll(async () => {
  repository = RunnerRepository.make({
    demo: WORKFLOW,
    other: 'workflow: other\ntype: sequential\nsteps: [{ run: "true" }]\n',
  });
  expect((await repository.run('demo')).code).toBe(1);
  const made = await report('demo', '--html', 'out/report.html');
  expect([made.exitCode, made.stderr]).toEqual([0, '']);
  page = readFileSync(repository.path('out/report.html'), 'utf8');
});

describe('report --html', () => {
  test('writes one page with what failed, logs, attempts and changes, all of it text, secrets redacted', () => {
    expect(page.startsWith('<!doctype html>')).toBe(true);
    expect(page).toContain('At step 3 gate: ');
    expect(page).toContain('red &lt;script&gt;');
    expect(page).toContain('+new &lt;b&gt;line&lt;/b&gt;');
    expect(page).toContain('attempt 1: failed');
    expect(page).toContain('workflow-runner demo --resume');
    expect(page).not.toContain(SECRET);
    expect(page).not.toContain('\u001b');
  });

  test('writes over its own page, never over another file, nor through a link', async () => {
    expect((await report('demo', '--html', 'out/report.html')).exitCode).toBe(0);
    const refused = await report('demo', '--html', 'base.txt');
    expect([refused.exitCode, readFileSync(repository.path('base.txt'), 'utf8')]).toEqual([2, 'base\n']);
    expect(refused.stderr).toContain('is not a report of workflow-runner');
    symlinkSync('base.txt', repository.path('link.html'));
    expect((await report('demo', '--html', 'link.html')).exitCode).toBe(2);
    expect(readFileSync(repository.path('base.txt'), 'utf8')).toBe('base\n');
  });

  test('-: is the page on standard output, and not with --json', async () => {
    const { stdout, exitCode } = await report('--html', '-');
    expect([exitCode, stdout.length > 20_000, stdout.startsWith('<!doctype html>')]).toEqual([0, true, true]);
    expect((await report('--html', '-', '--json')).exitCode).toBe(2);
  });

  test('--json says where the page is', async () => {
    const { stdout } = await report('demo', '--html', 'out/report.html', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      workflow: 'demo',
      status: 'failed',
      html: repository.path('out/report.html'),
    });
  });

  test('tells a run by the definition that it had, when the file has changed since, is broken or gone', async () => {
    const file = repository.path('.claude/workflows/demo.yaml');
    for (const text of [WORKFLOW.replace('id: write', 'id: renamed'), 'workflow: [', null]) {
      if (text === null) rmSync(file);
      else writeFileSync(file, text);
      const { exitCode, stdout } = await report('demo', '--html', '-');
      expect([exitCode, stdout.includes('<span class="name">write</span>')]).toEqual([0, true]);
    }
    writeFileSync(file, WORKFLOW);
  });

  test('says so when neither the definition nor a commit with it is there', async () => {
    const file = repository.path('.claude/workflows/other.yaml');
    writeFileSync(file, 'workflow: other\ntype: sequential\nsteps: [{ id: before, run: "true" }]\n');
    expect((await repository.run('other', '--allow-dirty')).code).toBe(0);
    writeFileSync(file, 'workflow: other\ntype: sequential\nsteps: [{ id: after, run: "true" }]\n');
    expect((await report('other', '--html', '-')).stdout).toContain('The definition has changed since this run');
    writeFileSync(file, 'workflow: [');
    const gone = await report('other');
    expect([gone.exitCode, gone.stderr.includes('other.yaml:1')]).toEqual([1, true]);
  });
});

describe('report', () => {
  test('is markdown with the failure and the commands that go on here, not on GitHub', async () => {
    const { exitCode, stdout } = await report('demo');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('## ❌ failed: demo 1.0.0');
    expect(stdout).toContain('workflow-runner demo --skip-step 3 --resume');
    expect(stdout).not.toContain('Re-run failed jobs');
    expect(stdout).not.toContain(SECRET);
  });

  test.each([
    ['a workflow that is not there', ['demos'], "no workflow 'demos'"],
    ['a path in place of a name', ['../demo'], 'no workflow'],
  ])('refuses %s', async (_, args, said) => {
    const { exitCode, stderr } = await report(...args);
    expect([exitCode, stderr.includes(said)]).toEqual([2, true]);
  });

  test('says how to begin where nothing has run', async () => {
    const fresh = RunnerRepository.make({ one: 'workflow: one\ntype: sequential\nsteps: [{ run: "true" }]\n' });
    for (const args of [['report'], ['report', 'one', '--html', 'x.html']]) {
      const { exitCode, stderr } = await runCommandLine(fresh.root, args);
      expect([exitCode, stderr.includes('nothing to report')]).toEqual([2, true]);
    }
    expect(existsSync(fresh.path('x.html'))).toBe(false);
  });

  test('names a journal that is damaged, and where', async () => {
    const fresh = RunnerRepository.make({ one: 'workflow: one\ntype: sequential\nsteps: [{ run: "true" }]\n' });
    expect((await fresh.run('one')).code).toBe(0);
    const journal = fresh.stateFile('one', 'journal.jsonl');
    writeFileSync(journal, readFileSync(journal, 'utf8').replace('"run-started"', '"run-startled"'));
    const { exitCode, stderr } = await runCommandLine(fresh.root, ['report', 'one']);
    expect([exitCode, stderr.includes('line 2')]).toEqual([1, true]);
  });
});
