import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@actions/core';
import type { Diagnostic } from '../../../src/base/diagnostic.js';
import { openRunnerOutput, type OpenedRunnerOutput } from '../../../src/github/runner/runner-output.js';
import { parseCommands, type HonouredCommand } from '../../support/command-parser.js';

const SECRET = 'hunter2-hunter2';
const FILES = ['GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'] as const;

let folder: string;
let written: { stdout: string; stderr: string; writes: string[] };
let opened: OpenedRunnerOutput;
let tokens: string[];
let undo: (() => void)[];

/** What is written to the stream of this process is collected instead of shown. The toolkit knows no other stream. */
function collect(name: 'stdout' | 'stderr'): void {
  const stream = process[name];
  // eslint-disable-next-line @typescript-eslint/unbound-method -- put back below
  const original = stream.write;
  stream.write = (text: string | Uint8Array, _encoding?: unknown, done?: () => void) => {
    written[name] += String(text);
    if (text !== '') written.writes.push(String(text));
    done?.();
    return true;
  };
  undo.push(() => (stream.write = original));
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'output-'));
  written = { stdout: '', stderr: '', writes: [] };
  tokens = [];
  undo = [];
  for (const name of FILES) {
    const before = process.env[name];
    undo.push(() => {
      if (before === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = before;
    });
    process.env[name] = join(folder, name);
    writeFileSync(join(folder, name), '');
  }
  collect('stdout');
  collect('stderr');
  opened = openRunnerOutput({
    stdout: process.stdout,
    stderr: process.stderr,
    env: { ...process.env, API_TOKEN: SECRET },
    randomToken: () => {
      tokens.push(`${'0123456789abcdef'.repeat(3)}${tokens.length}`);
      return tokens.at(-1) ?? '';
    },
  });
});

afterEach(() => {
  opened.close();
  for (const one of undo.toReversed()) one();
  rmSync(folder, { recursive: true, force: true });
});

const honoured = (): readonly HonouredCommand[] => parseCommands(written.stdout).honoured;
const names = (): string[] => honoured().map(({ name }) => name);
const read = (name: (typeof FILES)[number]): string => readFileSync(join(folder, name), 'utf8');

const diagnostic = (line: number, severity: 'error' | 'warning' = 'error'): Diagnostic => ({
  severity,
  code: 'unknown-key',
  message: `message ${line}`,
  location: { file: 'flake.nix', line, column: 3, length: 4 },
});

describe('text on the streams of the process', () => {
  test('holds no command, whether the console or anybody else prints it', () => {
    opened.stdout.write('::error::x\n##[error]x\n');
    opened.stderr.write('a\r::add-mask::x\n');
    process.stdout.write('  ::set-output name=a::b\n');
    process.stdout.write(Buffer.from('::stop-commands::x\n'));
    process.stderr.write('::er');
    process.stderr.write('ror::x\n');
    expect([...honoured(), ...parseCommands(written.stderr).honoured].filter(({ name }) => name !== 'debug')).toEqual(
      [],
    );
    expect(written.stdout).toContain(': :error::x');
  });

  test('is only for who debugs when a toolkit prints it', () => {
    process.stdout.write('Artifact name is valid!\n50 % done');
    expect(written).toMatchObject({ stdout: '::debug::Artifact name is valid!\n::debug::50 %25 done\n', stderr: '' });
  });

  test('is without secrets, cut into pieces too', () => {
    opened.stdout.write(`a ${SECRET.slice(0, 5)}`);
    opened.stdout.write(`${SECRET.slice(5)} b\n`);
    expect(written.stdout).toBe('a *** b\n');
  });

  test('without an end is written with one before a command, and at the end', () => {
    opened.stdout.write('half a line');
    opened.output.warning('careful');
    opened.stderr.write('rest');
    opened.close();
    expect(written).toMatchObject({ stdout: 'half a line\n::warning::careful\n', stderr: 'rest\n' });
  });

  test('calls back whoever waits for the write', async () => {
    await new Promise<void>((resolve) => process.stdout.write('text', () => resolve()));
    await new Promise<void>((resolve) => process.stdout.write('::debug::x\n', () => resolve()));
    expect(written.stdout).toBe('::debug::text\n::debug::x\n');
  });
});

describe('guard', () => {
  test('makes the runner honour nothing until the work is over, then all again', async () => {
    await opened.output.guard(() => {
      written.stdout += '::error::from a stranger\n';
      return Promise.resolve();
    });
    opened.output.error('ours');
    expect(names()).toEqual(['stop-commands', tokens[0], 'error']);
    expect(honoured().at(-1)?.data).toBe('ours');
  });

  test('begins and ends on lines of its own, though a stranger left a line unfinished', async () => {
    written.stdout += 'x';
    await opened.output.guard(() => {
      written.stdout += 'y';
      return Promise.resolve();
    });
    expect(names()).toEqual(['stop-commands', tokens[0]]);
  });

  test('ends when the work fails', async () => {
    await expect(opened.output.guard(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(names()).toEqual(['stop-commands', tokens[0]]);
  });

  test('may be nested, and has a new token each time', async () => {
    const { guard } = opened.output;
    await guard(() => guard(() => Promise.resolve()));
    await guard(() => Promise.resolve());
    expect(tokens).toHaveLength(2);
    expect(names()).toEqual(['stop-commands', tokens[0], 'stop-commands', tokens[1]]);
  });

  test('keeps the warnings of toolkits and annotations for later, and shows no debug line as text', async () => {
    await opened.output.guard(() => {
      core.debug('chatter');
      core.warning('the cache is full');
      opened.output.annotate([diagnostic(1)]);
      return Promise.resolve();
    });
    expect(names()).toEqual(['stop-commands', tokens[0], 'warning', 'error']);
    expect(written.stdout).not.toContain('chatter');
  });

  test('masks a secret at once, and honours nothing after it', async () => {
    await opened.output.guard(() => {
      core.setSecret('signature');
      written.stdout += '::error::from a stranger\n';
      return Promise.resolve();
    });
    expect(names()).toEqual(['stop-commands', tokens[0], 'add-mask', 'stop-commands', tokens[1]]);
    expect(written.writes.filter((text) => text.includes('add-mask'))).toHaveLength(1);
  });
});

describe('overhear', () => {
  const warn = (): Promise<string> => {
    core.warning('100%\nfull');
    core.info('chatter');
    opened.output.notice('ours');
    return Promise.resolve('done');
  };

  test('gives what toolkits warn of back instead of showing it, on one line; what we say is shown', async () => {
    expect(await opened.output.overhear(warn)).toEqual({ value: 'done', said: ['100% full'] });
    expect(names()).toEqual(['debug', 'notice']);
  });

  test('ends with the work, also with one that fails', async () => {
    await expect(opened.output.overhear(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    core.warning('later');
    expect(names()).toEqual(['warning']);
  });
});

describe('annotations', () => {
  test('stand at the place of the diagnostic, below the workspace', () => {
    opened.output.annotate([{ ...diagnostic(7), help: 'Try: a, b' }]);
    expect(honoured()).toEqual([
      {
        name: 'error',
        properties: { title: 'unknown-key', file: 'flake.nix', line: '7', col: '3', endColumn: '6' },
        data: 'message 7\nTry: a, b',
      },
    ]);
  });

  test('are at most 10 of a kind in a step; what is left is counted, and one error is kept for the end', () => {
    opened.output.annotate(Array.from({ length: 15 }, (_, index) => diagnostic(15 - index)));
    opened.output.annotate(Array.from({ length: 12 }, (_, index) => diagnostic(index, 'warning')));
    opened.output.error('the end');
    opened.output.error('one more');
    const errors = honoured().filter(({ name }) => name === 'error');
    expect(errors.map(({ data }) => data)).toEqual([
      ...Array.from({ length: 8 }, (_, index) => `message ${index + 1}`),
      '… and 7 errors more; all of them are in the log',
      'the end',
    ]);
    expect(honoured().filter(({ name }) => name === 'warning')).toHaveLength(10);
    expect(written.stdout).toContain('error: one more\n');
  });

  test.each(['/etc/passwd', '../../x', 'a\nb', ''])('have no place for the file %j', (file) => {
    opened.output.annotate([{ ...diagnostic(1), location: { file, line: 1 } }]);
    expect(honoured()[0]?.properties).toEqual({ title: 'unknown-key' });
  });

  test('are one short line, with no command, whatever the message is', () => {
    opened.output.error(`x\r\n::add-mask::y ##[group]z ${SECRET} ${'%\n'.repeat(5000)}`);
    expect(names()).toEqual(['error']);
    expect(written.writes.every((text) => Buffer.byteLength(text) < 4096)).toBe(true);
    expect(honoured()[0]?.data).toContain('y # #[group]z ***');
  });
});

describe('outputs, state and summary', () => {
  test('are written to the files of the runner, hostile values as one value, without secrets', () => {
    opened.output.setOutput('commit', `a\nghadelimiter_x\nb<<EOF\n${SECRET}`);
    opened.output.saveState('post', 'x');
    const [, delimiter = ''] = /^commit<<(ghadelimiter_\S+)\n/.exec(read('GITHUB_OUTPUT')) ?? [];
    expect(read('GITHUB_OUTPUT')).toBe(`commit<<${delimiter}\na\nghadelimiter_x\nb<<EOF\n***\n${delimiter}\n`);
    expect(read('GITHUB_STATE')).toMatch(/^post<<\S+\nx\n/);
  });

  test('stay within the limit of the runner over all parts of a summary, with a note', async () => {
    await opened.output.summary(`# one ${SECRET}`);
    await opened.output.summary('line of text\n'.repeat(100_000));
    await opened.output.summary('never');
    const text = read('GITHUB_STEP_SUMMARY');
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text.startsWith('# one ***\n\nline of text\n')).toBe(true);
    expect(text.endsWith('the log has all of it._\n')).toBe(true);
  });

  test('are not written through a link that a step has put there', async () => {
    const victim = join(folder, 'victim');
    writeFileSync(victim, '');
    for (const name of FILES) {
      rmSync(join(folder, name));
      symlinkSync(victim, join(folder, name));
    }
    opened.output.setOutput('a', 'b');
    opened.output.saveState('a', 'b');
    await opened.output.summary('text');
    expect(readFileSync(victim, 'utf8')).toBe('');
    expect([read('GITHUB_OUTPUT'), read('GITHUB_STEP_SUMMARY')]).toEqual([expect.stringMatching(/^a<</), 'text\n\n']);
  });

  test('hold only what we said when guarded work is over, whatever it did to the files', async () => {
    opened.output.setOutput('status', 'ours');
    const said = read('GITHUB_OUTPUT');
    await opened.output.guard(() => {
      writeFileSync(join(folder, 'GITHUB_ENV'), 'A=forged\n');
      writeFileSync(join(folder, 'GITHUB_OUTPUT'), said.replace('ours', 'evil'));
      rmSync(join(folder, 'GITHUB_STATE'));
      mkdirSync(join(folder, 'GITHUB_STEP_SUMMARY.d'));
      rmSync(join(folder, 'GITHUB_STEP_SUMMARY'));
      renameSync(join(folder, 'GITHUB_STEP_SUMMARY.d'), join(folder, 'GITHUB_STEP_SUMMARY'));
      return Promise.resolve();
    });
    expect(FILES.map((name) => (existsSync(join(folder, name)) ? read(name) : ''))).toEqual(['', '', said, '', '']);
    const warned = honoured().filter(({ name }) => name === 'warning');
    expect(warned.map(({ data }) => /GITHUB_\w+/.exec(data)?.[0])).toEqual([
      'GITHUB_ENV',
      'GITHUB_OUTPUT',
      'GITHUB_STEP_SUMMARY',
    ]);
  });

  test('hold only what we said at the end, although somebody writes to them until then', () => {
    opened.output.saveState('a', 'b');
    const said = read('GITHUB_STATE');
    writeFileSync(join(folder, 'GITHUB_STATE'), 'a=forged\n', { flag: 'a' });
    writeFileSync(join(folder, 'GITHUB_PATH'), '/forged\n', { flag: 'a' });
    opened.close();
    expect([read('GITHUB_STATE'), read('GITHUB_PATH')]).toEqual([said, '']);
  });
});
