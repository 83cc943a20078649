import { afterAll, describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { entryScript, removeEntryScripts } from '../../support/github/entry-script.js';
import { CommandReader, LineSplitter } from '../../support/github/runner-commands.js';
import { parsePairs } from '../../support/github/runner-files.js';
import { runAction, type ActionRequest } from '../../support/github/runner-harness.js';
import { isAlive } from '../../support/github/runner-process.js';
import { openRunnerJob, type RunnerJob } from '../../support/github/runner-job.js';
import type { StepEnd } from '../../support/github/runner-step.js';
import { removeFolders, temporaryFolder } from '../../support/git-repository.js';

afterAll(() => {
  removeEntryScripts();
  removeFolders();
});

function newJob(): RunnerJob {
  return openRunnerJob(temporaryFolder(), {
    facts: {
      repository: 'me/nixos',
      runId: 7,
      runNumber: 1,
      attempt: 2,
      job: 'plan',
      workflow: 'W',
      workflowPath: '.github/workflows/w.yml',
      sha: '0'.repeat(40),
      ref: 'refs/heads/main',
      headRef: '',
      baseRef: '',
      eventName: 'push',
      event: { pushed: true },
      actor: 'me',
    },
    urls: {
      serverUrl: 'http://gh.localhost:1',
      apiUrl: 'http://127.0.0.1:1',
      graphqlUrl: 'http://127.0.0.1:1/graphql',
    },
    services: { resultsUrl: 'http://127.0.0.1:2/', runtimeToken: 'token-of-the-runtime' },
    token: 'token-of-the-job',
  });
}

function act(source: string, options: Partial<ActionRequest> = {}): Promise<StepEnd> {
  return runAction(newJob(), { entry: entryScript(source), ...options });
}

/** The log and what became of the lines, read by the runner. */
function read(text: string): CommandReader {
  const reader = new CommandReader();
  const splitter = new LineSplitter((line) => reader.read(line));
  splitter.write(Buffer.from(text));
  splitter.end();
  return reader;
}

function obeyed(text: string): string[] {
  return read(text).commands.map((command) => command.name);
}

describe('workflow commands', () => {
  test.each([
    ['at the start of a line', '::notice::x\n'],
    ['after white space of .NET, which is not that of JavaScript', '\u0085 ::notice::x\n'],
    ['of the old syntax anywhere in a line', 'some text ##[notice]x\n'],
    ['after a lone carriage return', 'progress\r::notice::x\n'],
    ['without a line end', '::notice::x'],
    ['in capital letters', '::NOTICE::x\n'],
  ])('are obeyed %s', (_, text) => {
    expect(obeyed(text).map((name) => name.toLowerCase())).toEqual(['notice']);
  });

  test.each([
    ['in the middle of a line', 'x ::notice::y\n'],
    ['of an unknown name', '::nothing::y\n'],
    ['after a byte order mark', '\n\ufeff::notice::y\n'],
  ])('are not obeyed %s', (_, text) => {
    expect(obeyed(text)).toEqual([]);
  });

  test('are not obeyed between stop-commands and its token', () => {
    const text = '::stop-commands::tok\n::notice::a\n##[notice]b\n::other::\n::tok::\n::notice::c\n';
    expect(read(text).annotations.map((one) => one.message)).toEqual(['c']);
  });

  test('that were disabled long ago fail the step', () => {
    expect(read('::set-env name=X::1\n').failed).toBe(true);
  });

  test('give annotations their place', () => {
    const [found] = read('::error file=a%2Cb.nix,line=3,col=4,title=Bad%3A::one%0Atwo\n').annotations;
    expect(found).toMatchObject({ file: 'a,b.nix', line: 3, column: 4, title: 'Bad:', message: 'one\ntwo' });
  });

  test('show ten annotations of a level and 4096 characters of each', () => {
    const { annotations } = read(`::error::${'x'.repeat(5000)}\n`.repeat(11) + '::notice::n\n');
    expect(annotations.map((one) => one.shown)).toEqual([...Array<boolean>(10).fill(true), false, true]);
    expect(annotations[0]?.message.length).toBe(4096);
  });

  test('mask each line of a value from then on', () => {
    expect(read('abc\n::add-mask::abc%0Adef\nabc def\n').log).toEqual(['abc', '*** ***']);
  });

  test('are found when a chunk ends between the two halves of a line end', () => {
    const lines: string[] = [];
    const splitter = new LineSplitter((line) => lines.push(line));
    for (const chunk of ['a\r', '\nb', '\r', 'c']) splitter.write(Buffer.from(chunk));
    splitter.end();
    expect(lines).toEqual(['a', 'b', 'c']);
  });
});

describe('files of a step', () => {
  test('hold pairs in both forms', () => {
    expect(parsePairs('a=1=2\nb<<EOF\nx\n\ny=\nEOF\nc=<<\n')).toEqual({
      ok: true,
      pairs: { a: '1=2', b: 'x\n\ny=', c: '<<' },
    });
  });

  test.each(['a<<EOF\nx\n', 'nothing\n', '=x\n', '<<EOF\nx\nEOF\n'])('are refused when broken: %j', (text) => {
    expect(parsePairs(text).ok).toBe(false);
  });

  test('make the step fail when they cannot be read', async () => {
    const end = await act(`import { appendFileSync } from 'node:fs'; appendFileSync(process.env.GITHUB_OUTPUT, 'x');`);
    expect([end.exitCode, end.failed, end.annotations.length]).toEqual([0, true, 2]);
  });

  test('show no summary of more than a mebibyte', async () => {
    const end = await act(
      `import { writeFileSync } from 'node:fs'; writeFileSync(process.env.GITHUB_STEP_SUMMARY, 'x'.repeat(1024 * 1024 + 1));`,
    );
    expect([end.failed, end.summary, end.summarySent.length]).toEqual([false, '', 1024 * 1024 + 1]);
    expect(end.annotations[0]?.message).toContain('upload aborted');
  });
});

describe('an action', () => {
  test('finds its inputs, defaults with the token in them, facts and services, and nothing of ours', async () => {
    process.env['OF_THE_TEST'] = 'x';
    const folder = temporaryFolder();
    const actionFile = join(folder, 'action.yml');
    writeFileSync(actionFile, "inputs: { a-b: { default: x }, token: { default: '${{ github.token }}' }, c: {} }");
    const end = await act(
      `import { readFileSync } from 'node:fs';
       const { env } = process;
       console.log(JSON.stringify([env['INPUT_A-B'], env.INPUT_C, env.INPUT_TOKEN === 'token-of-' + 'the-job', env.OF_THE_TEST ?? null,
         env.GITHUB_RUN_ATTEMPT, env.GITHUB_TOKEN ?? null, env.ACTIONS_RESULTS_URL, process.cwd() === env.GITHUB_WORKSPACE,
         JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'))]));`,
      { actionFile, inputs: { C: 'given' } },
    );
    delete process.env['OF_THE_TEST'];
    const expected = ['x', 'given', true, null, '2', null, 'http://127.0.0.1:2/', true, { pushed: true }];
    expect(JSON.parse(end.log[0] ?? '')).toEqual(expected);
  });

  test('gives back what the real @actions/core writes', async () => {
    const end = await act(`import * as core from '@actions/core';
      core.setOutput('o', 'one\\ntwo'); core.saveState('s', '1'); core.exportVariable('V', 'v'); core.addPath('/p');
      core.setSecret('sesame'); core.info('it is sesame'); core.debug('hidden');
      core.warning('careful', { file: 'a.nix', startLine: 2, title: 'T' }); core.setFailed('no');
      await core.summary.addRaw('# sesame').write();`);
    expect([end.exitCode, end.failed]).toEqual([1, true]);
    expect([end.outputs, end.state, end.env, end.path]).toEqual([{ o: 'one\ntwo' }, { s: '1' }, { V: 'v' }, ['/p']]);
    expect(end.annotations.map((one) => [one.level, one.message, one.file, one.line])).toEqual([
      ['warning', 'careful', 'a.nix', 2],
      ['error', 'no', null, null],
    ]);
    expect([end.summary.trim(), end.log[0]]).toEqual(['# ***', 'it is ***']);
  });

  test('has its commands obeyed on stderr too', async () => {
    const end = await act(`console.error('::warning::from stderr');`);
    expect(end.annotations.map((one) => one.message)).toEqual(['from stderr']);
  });

  test('has its input closed', async () => {
    const end = await act(`process.stdin.on('end', () => console.log('closed')).resume();`);
    expect(end.log).toEqual(['closed']);
  });

  test('in its post step finds what it saved', async () => {
    const end = await act(`console.log(process.env.STATE_x);`, { which: 'post', state: { x: 'saved' } });
    expect(end.log).toEqual(['saved']);
  });
});

describe('an interruption', () => {
  test('cancels with SIGINT, after 7.5 s SIGTERM, after 2.5 s more SIGKILL', async () => {
    const end = await act(
      `const begun = Date.now();
       for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => console.log(name, Math.round((Date.now() - begun) / 500)));
       setInterval(() => undefined, 1000); console.log('ready');`,
      { interruption: { kind: 'cancel', when: { output: 'ready' } } },
    );
    const [, interrupted, terminated] = end.log.map((line) => Number(line.split(' ')[1]));
    expect([end.signal, end.failed]).toEqual(['SIGKILL', true]);
    expect((terminated ?? 0) - (interrupted ?? 0)).toBeGreaterThanOrEqual(14);
    expect(end.ms).toBeGreaterThan(9900);
  });

  test('lets the action end by itself', async () => {
    const end = await act(
      `process.on('SIGINT', () => { console.log('saved'); process.exit(3); }); setInterval(() => undefined, 1000); console.log('ready');`,
      { interruption: { kind: 'cancel', when: { output: /^ready/m } } },
    );
    expect([end.exitCode, end.log]).toEqual([3, ['ready', 'saved']]);
  });

  test('kills the processes of the action too, at once', async () => {
    const end = await act(
      `import { spawn } from 'node:child_process';
       const child = spawn('sleep', ['60'], { detached: true, env: {} }); console.log('child', child.pid);`,
      { interruption: { kind: 'kill', when: { output: 'child' } } },
    );
    const pid = Number(end.log[0]?.split(' ')[1]);
    expect([pid > 0, isAlive(pid)]).toEqual([true, false]);
  });

  test('of what a step left behind: at the end only processes that kept the tracking id are killed', async () => {
    const end = await act(
      `import { spawn } from 'node:child_process';
       const start = (env) => { const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore', env }); child.unref(); return child.pid; };
       console.log(start({ PATH: process.env.PATH, RUNNER_TRACKING_ID: process.env.RUNNER_TRACKING_ID }), start({ PATH: process.env.PATH }));`,
    );
    const [kept, freed] = (end.log[0] ?? '').split(' ').map(Number);
    const alive = [kept ?? 0, freed ?? 0].map(isAlive);
    process.kill(freed ?? 0, 'SIGKILL');
    expect(alive).toEqual([false, true]);
  });
});
