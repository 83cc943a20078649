import { afterAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { loadPlan } from '../../src/commands/load-workflows.js';
import { commonDirOf, lockFolder } from '../../src/commands/lock-folder.js';
import { VERSION } from '../../src/commands/version.js';
import { acquireLock } from '../../src/files/lock.js';
import { runCommandLine } from '../support/command-door.js';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const GOOD = 'workflow: good\ntype: sequential\nsteps:\n  - id: one\n    run: echo hi > one.txt\n';
const BROKEN = 'workflow: broken\ntype: sequential\nsteps:\n  - agnt: x\n';

function repository(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'workflow-runner-commands-')));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  git(root, 'init', '-q', '-b', 'main');
  git(root, 'add', '-A');
  git(root, '-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-q', '--allow-empty', '-m', 'one');
  return root;
}

function git(root: string, ...args: string[]): void {
  execFileSync('git', args, { cwd: root, stdio: 'ignore' });
}

const workflowFile = (name: string): string => `.claude/workflows/${name}.yaml`;
const AGENTS = 'workflow: agents\ntype: sequential\nsteps:\n  - agent: someone\n    task: something\n';
const both = { [workflowFile('good')]: GOOD, [workflowFile('broken')]: BROKEN, [workflowFile('agents')]: AGENTS };

const STATE = {
  workflow: 'good',
  version: '1.0.0',
  status: 'running',
  started_at: '2025-11-01T10:00:00Z',
  updated_at: '2025-11-01T10:00:01Z',
  completed_at: null,
  current_step: 1,
  total_steps: 1,
  errors: [],
  metadata: {},
  run_id: 'r1',
  ended_steps: 0,
};
const PROGRESS = {
  run_id: 'r1',
  steps: [
    {
      id: 1,
      name: 'one',
      status: 'running',
      started_at: '2025-11-01T10:00:00Z',
      step_id: 'one',
      phase: 'sequential',
      attempts: 1,
    },
  ],
};

const ran = {
  ...both,
  '.claude/workflows/good/state.json': JSON.stringify(STATE),
  '.claude/workflows/good/progress.json': JSON.stringify(PROGRESS),
  '.claude/workflows/good/logs/2025-11-01.log':
    '2025-11-01T09:00:00.000Z [one] old\n2025-11-01T10:00:00.500Z [one] new\u001b[2J\n2025-11-01T10:00:01.000Z [two] other\n',
};

describe('the command line', () => {
  test('alone in a repository without workflows, it says how to begin', async () => {
    const { exitCode, stdout } = await runCommandLine(repository({}), []);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Begin here:\n\n {2}.* init +writes first workflows/m);
  });

  test('outside of a repository, it says so and exits with 2', async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'workflow-runner-none-')));
    folders.push(folder);
    const { exitCode, stderr } = await runCommandLine(folder, ['list']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('is not in a git repository');
  });

  test.each([
    [['list', '--jsn'], 'Did you mean --json?'],
    [['good', '--drry-run'], `See: node ${resolve('src/cli.ts')} run --help`],
    [['agents', '--agent-backend', 'command:./nope'], 'there is no executable file'],
    [['agents', '--agent-backend', 'command:nope'], 'there is no executable file nope'],
    [['stats', 'extra', 'words'], "Did you mean the command 'status'?"],
    [['stauts'], "Did you mean the command 'status'?"],
    [['good', '--max-concurrent', '0'], 'Expected a whole number from 1'],
    [['good', '--budget-usd', 'x'], 'Expected a number above 0'],
    [['good', '--land', 'push'], 'Allowed choices are merge, branch, none'],
    [['logs'], "missing required argument 'workflow'"],
    [['--dry-run'], 'which workflow? Its name is missing'],
    [['schema', 'sate'], "Did you mean 'state'?"],
    [['skill', 'module-valdate'], "Did you mean 'module-validate'?"],
    [['skill', 'module-validate', '--option', 'x'], 'Expected --option key=value'],
    [['status', 'god'], "did you mean 'good'?"],
    [['status', '--watch', '--json'], '--watch and --json do not go together'],
  ])('%j exits with 2 and says: %s', async (argv, said) => {
    const { exitCode, stdout, stderr } = await runCommandLine(repository(both), argv);
    expect(exitCode).toBe(2);
    expect(stdout + stderr).toContain(said);
  });

  test.each([
    [['list']],
    [['status']],
    [['metrics']],
    [['skill']],
    [['schema']],
    [['unlock']],
    [['validate']],
    [['logs', 'nope']],
    [['--nonsense']],
  ])('%j with --json prints exactly one JSON document', async (argv) => {
    const { stdout, exitCode } = await runCommandLine(repository(both), [...argv, '--json']);
    const document = JSON.parse(stdout) as { exit_code?: number };
    expect(exitCode === 0 ? undefined : document.exit_code).toBe(exitCode === 0 ? undefined : exitCode);
  });

  test('--help names every command and no command of later versions', async () => {
    const { stdout, exitCode } = await runCommandLine('/', ['--help']);
    expect(exitCode).toBe(0);
    for (const name of [
      'run',
      'list',
      'validate',
      'status',
      'logs',
      'metrics',
      'report',
      'skill',
      'compile',
      'schema',
      'doctor',
      'unlock',
    ])
      expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(stdout).not.toMatch(/--partial/);
  });

  test('--version is the version of package.json', async () => {
    const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
      version: string;
    };
    expect(VERSION).toBe(manifest.version);
    expect((await runCommandLine('/', ['--version'])).stdout).toBe(`${manifest.version}\n`);
  });

  test('colour only on a terminal, and not with NO_COLOR', async () => {
    const root = repository(both);
    // eslint-disable-next-line no-control-regex -- control characters are the subject
    const escape = /\u001b\[/;
    expect((await runCommandLine(root, ['validate'])).stderr).not.toMatch(escape);
    expect((await runCommandLine(root, ['validate'], { tty: true })).stderr).toMatch(escape);
    expect((await runCommandLine(root, ['validate'], { tty: true, env: { NO_COLOR: '1' } })).stderr).not.toMatch(
      escape,
    );
  });
});

describe('validate', () => {
  test('shows every problem with its place and exits with 2', async () => {
    const { exitCode, stderr } = await runCommandLine(repository(both), ['validate']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('.claude/workflows/broken.yaml:4:5: error: unknown key');
  });

  test('a given file is checked alone, from any folder', async () => {
    const root = repository(both);
    const { exitCode, stdout } = await runCommandLine(join(root, '.claude'), ['validate', 'workflows/good.yaml']);
    expect([exitCode, stdout]).toEqual([0, '1 workflow checked: valid\n']);
  });

  test('--since finds a change without a new version', async () => {
    const root = repository({ [workflowFile('good')]: GOOD });
    writeFileSync(join(root, workflowFile('good')), GOOD.replace('echo hi', 'echo ho'));
    const { exitCode, stderr } = await runCommandLine(root, ['validate', '--since', 'HEAD']);
    expect([exitCode, stderr.includes('version')]).toEqual([2, true]);
  });

  test('--since with an unknown commit says so', async () => {
    const { exitCode, stderr } = await runCommandLine(repository(both), ['validate', '--since', '--output=x']);
    expect([exitCode, stderr.includes('there is no commit')]).toEqual([2, true]);
  });
});

describe('loadPlan', () => {
  test('another broken workflow does not disturb', async () => {
    expect((await loadPlan(repository(both), 'good')).ok).toBe(true);
  });

  test('a problem in a nested workflow is told once, in its own file', async () => {
    const top = 'workflow: top\ntype: sequential\nsteps:\n  - workflow: broken\n';
    const loaded = await loadPlan(repository({ ...both, [workflowFile('top')]: top }), 'top');
    expect(loaded.ok ? [] : loaded.error.map(({ code, location }) => [code, location.file])).toEqual([
      ['unknown-key', workflowFile('broken')],
    ]);
  });

  test('digests cover workflows, nested ones and agents', async () => {
    const top = 'workflow: top\ntype: sequential\nsteps:\n  - workflow: good\n  - agent: a\n    task: t\n';
    const loaded = await loadPlan(
      repository({ ...both, [workflowFile('top')]: top, '.claude/agents/a.md': 'you are a' }),
      'top',
    );
    expect(loaded.ok && Object.keys(loaded.value.digests)).toEqual([
      workflowFile('top'),
      workflowFile('good'),
      '.claude/agents/a.md',
    ]);
    expect(loaded.ok && loaded.value.agentFiles.get('a')?.prompt).toBe('you are a');
  });

  test('an unknown workflow: what was meant, and which there are', async () => {
    const loaded = await loadPlan(repository(both), 'goood');
    expect(loaded.ok ? '' : loaded.error[0]?.help).toBe("did you mean 'good'? there are: agents, broken, good");
  });

  test('a link that leaves the repository, a file above 1 MiB and bytes that are not UTF-8 are diagnostics', async () => {
    const root = repository(both);
    symlinkSync('/etc/hostname', join(root, workflowFile('link')));
    writeFileSync(join(root, workflowFile('large')), '#'.repeat(1024 * 1024 + 1));
    writeFileSync(join(root, workflowFile('latin')), Buffer.from([0x23, 0x0a, 0xe9]));
    const codes = await Promise.all(
      ['link', 'large', 'latin'].map(async (name) => {
        const loaded = await loadPlan(root, name);
        return loaded.ok ? 'ok' : loaded.error[0]?.code;
      }),
    );
    expect(codes).toEqual(['link-leaves-repository', 'file-too-large', 'not-utf8']);
  });
});

describe('a run that failed', () => {
  test('a resume says that a commit made meanwhile is no part of the run', async () => {
    const root = repository({
      [workflowFile('gate')]: 'workflow: gate\ntype: sequential\nsteps:\n  - run: test -f APPROVED\n',
    });
    expect((await runCommandLine(root, ['gate'])).exitCode).toBe(1);
    writeFileSync(join(root, 'APPROVED'), '');
    git(root, 'add', '-A');
    git(root, '-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-q', '-m', 'two');
    const { exitCode, stderr } = await runCommandLine(root, ['gate', '--resume']);
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('the run goes on from')]);
  });

  test('a dry run says what a run would not start without', async () => {
    const { exitCode, stderr } = await runCommandLine(repository(both), ['agents', '--dry-run']);
    expect([exitCode, stderr]).toEqual([
      0,
      expect.stringContaining('it would not start now: step 1 (something) needs'),
    ]);
  });
});

describe('a run that was left', () => {
  test('status says interrupted when nobody holds the lock, and how to go on', async () => {
    const { stdout } = await runCommandLine(repository(ran), ['status', 'good']);
    expect(stdout).toContain('good 1.0.0: interrupted');
    expect(stdout).toContain(`Go on: node ${resolve('src/cli.ts')} good --resume`);
  });

  test('status says running while a live process holds the lock, and unlock refuses', async () => {
    const root = repository(ran);
    const folder = lockFolder(commonDirOf(root));
    mkdirSync(folder, { recursive: true });
    const lock = acquireLock({ folder, runId: 'r2', workflow: 'good', startedAtMs: 0 });
    expect((await runCommandLine(root, ['status', 'good'])).stdout).toContain('good 1.0.0: running');
    const refused = await runCommandLine(root, ['unlock']);
    expect([refused.exitCode, refused.stderr.includes(`process ${process.pid}`)]).toEqual([4, true]);
    if (lock.ok) lock.value.release();
    expect((await runCommandLine(root, ['unlock'])).stdout).toBe('Nobody holds the lock.\n');
  });

  test('logs show the lines of the last run only, and nothing that acts on a terminal', async () => {
    const { stdout } = await runCommandLine(repository(ran), ['logs', 'good']);
    expect(stdout).toBe('2025-11-01T10:00:00.500Z [one] new\n2025-11-01T10:00:01.000Z [two] other\n');
  });

  test('logs --step takes a number', async () => {
    const { stdout } = await runCommandLine(repository(ran), ['logs', 'good', '--step', '1']);
    expect(stdout).toBe('2025-11-01T10:00:00.500Z [one] new\n');
  });

  test('logs of a step that printed nothing say so, not on standard output', async () => {
    const { stdout, stderr } = await runCommandLine(
      repository({ ...ran, '.claude/workflows/good/logs/2025-11-01.log': '' }),
      ['logs', 'good', '--step', 'one'],
    );
    expect([stdout, stderr]).toEqual(['', 'note: step one has printed nothing\n']);
  });

  test('status counts the steps that passed, not those that failed or were skipped', async () => {
    const steps = ['completed', 'failed', 'skipped'].map((status, at) => ({
      ...PROGRESS.steps[0],
      ...{ id: at + 1, name: status, step_id: status, status },
    }));
    const root = repository({
      ...ran,
      '.claude/workflows/good/state.json': JSON.stringify({
        ...STATE,
        status: 'failed',
        total_steps: 3,
        ended_steps: 3,
      }),
      '.claude/workflows/good/progress.json': JSON.stringify({ ...PROGRESS, steps }),
    });
    expect((await runCommandLine(root, ['status', 'good'])).stdout).toContain('1 of 3 steps completed');
    expect((await runCommandLine(root, ['status'])).stdout).toMatch(/good +failed +1\/3 steps/);
  });

  test('logs --follow ends when nothing runs', async () => {
    expect((await runCommandLine(repository(ran), ['logs', 'good', '--follow'])).exitCode).toBe(0);
  });

  test('a state.json that is not ours counts as never run', async () => {
    const { stdout } = await runCommandLine(repository({ ...both, '.claude/workflows/good/state.json': '[]' }), [
      'status',
      'good',
    ]);
    expect(stdout).toContain('good has never run');
  });
});

test('the lock of a linked worktree is the one of its repository', () => {
  const root = repository(both);
  const worktree = `${root}-linked`;
  folders.push(worktree);
  git(root, 'worktree', 'add', '-q', worktree);
  expect(commonDirOf(worktree)).toBe(commonDirOf(root));
});

describe('an exception that got away', () => {
  const throwing = (code?: string) => ({
    runProcess: () => Promise.reject(Object.assign(new Error('no space left'), code === undefined ? {} : { code })),
  });

  test('is a bug of ours', async () => {
    const { exitCode, stderr } = await runCommandLine(repository(both), ['good'], throwing());
    expect([exitCode, stderr]).toEqual([70, expect.stringContaining('a bug of workflow-runner')]);
  });

  test('of a full disk is told as that', async () => {
    const { exitCode, stderr } = await runCommandLine(repository(both), ['good'], throwing('ENOSPC'));
    expect([exitCode, stderr]).toEqual([1, expect.stringMatching(/a disk is full: no space left\n.*--resume/)]);
  });
});
