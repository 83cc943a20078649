import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProcess } from '../../src/process/spawn.js';
import type { ProcessRequest } from '../../src/process/process.js';

const path = process.env['PATH'] ?? '/usr/bin:/bin';
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'spawn-')));

function shell(script: string, more: Partial<ProcessRequest> = {}): ProcessRequest {
  return { argv: ['sh', '-e', '-c', script], cwd: folder, env: { PATH: path }, ...more };
}

describe('a child that ends by itself', () => {
  test('gives its exit code, its output and its errors', async () => {
    const result = await runProcess(shell('echo out; echo err >&2; exit 7'));
    expect(result).toMatchObject({ end: 'exited', exitCode: 7, signal: null, stderrTail: 'err\n' });
    expect(result.stdout.toString()).toBe('out\n');
    expect(result.outputTail).toContain('err');
  });

  test('gives the signal that ended it', async () => {
    expect(await runProcess(shell('kill -9 $$'))).toMatchObject({ end: 'exited', exitCode: null, signal: 'SIGKILL' });
  });

  test('inherits no variable but those given and the mark of its tree', async () => {
    const result = await runProcess(shell('env', { env: { PATH: path, A: '1' } }));
    const names = result.stdout
      .toString()
      .trim()
      .split('\n')
      .map((line) => line.split('=')[0]);
    expect(names.filter((name) => !['PWD', 'SHLVL', '_', 'OLDPWD'].includes(name ?? '')).sort()).toEqual([
      'A',
      'PATH',
      'WORKFLOW_RUNNER_TREE',
    ]);
  });

  test('adds its mark to the one of an outer runner', async () => {
    const env = { PATH: path, WORKFLOW_RUNNER_TREE: 'outer' };
    const result = await runProcess(shell('echo $WORKFLOW_RUNNER_TREE', { env }));
    expect(result.stdout.toString()).toMatch(/^outer:[0-9a-f]{32}\n$/);
  });

  test('without input reads an empty standard input', async () => {
    expect((await runProcess(shell('wc -c'))).stdout.toString().trim()).toBe('0');
  });

  test('returns any bytes as they were given', async () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7) % 256);
    const result = await runProcess(shell('cat', { input: bytes }));
    expect(Buffer.compare(result.stdout, bytes)).toBe(0);
  });

  test('loses nothing of its output when the event loop is late to look at it', async () => {
    const block = (ms: number): unknown => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
    const late = runProcess(shell('sleep 0.5; echo late'));
    // Both its output and its end wait when the loop looks; while it is told of the output, the other child ends too.
    const early = runProcess(
      shell('echo early', {
        onOutput: () => {
          block(700);
          setImmediate(() => block(200));
        },
      }),
    );
    block(200);
    const outputs = (await Promise.all([early, late])).map(({ stdout }) => stdout.toString());
    expect(outputs).toEqual(['early\n', 'late\n']);
  });

  test('that does not read its large input ends normally', async () => {
    const result = await runProcess(shell('exit 3', { input: 'x'.repeat(5_000_000) }));
    expect(result).toMatchObject({ end: 'exited', exitCode: 3 });
  });
});

describe('a child that cannot be started', () => {
  test('is not-found when no such program is on PATH', async () => {
    const result = await runProcess({ argv: ['no-such-program-here'], cwd: folder, env: { PATH: path } });
    expect(result).toMatchObject({ end: 'not-found', exitCode: null, signal: null });
  });

  test('is not-found when the file is not executable', async () => {
    writeFileSync(join(folder, 'plain'), 'text', { mode: 0o644 });
    expect((await runProcess({ argv: [join(folder, 'plain')], cwd: folder, env: {} })).end).toBe('not-found');
  });

  test.each(['/no/such/folder', '/etc/passwd'])('says that the working folder %s is missing', async (cwd) => {
    const result = await runProcess(shell(':', { cwd }));
    expect(result).toMatchObject({ end: 'not-started', startError: 'cwd-missing' });
  });

  test('gives the system error when the arguments are too long', async () => {
    const result = await runProcess({ argv: ['echo', 'x'.repeat(5_000_000)], cwd: folder, env: { PATH: path } });
    expect(result).toMatchObject({ end: 'not-started', startError: 'E2BIG' });
  });

  test('gives an error for a zero byte in an argument', async () => {
    const result = await runProcess({ argv: ['echo', 'a\0b'], cwd: folder, env: { PATH: path } });
    expect(result).toMatchObject({ end: 'not-started', startError: 'ERR_INVALID_ARG_VALUE' });
  });

  test('is cancelled when the signal was aborted before', async () => {
    const marker = join(folder, 'never');
    const result = await runProcess(shell(`touch ${marker}; ls`, { signal: AbortSignal.abort() }));
    expect(result).toMatchObject({ end: 'cancelled', exitCode: null });
  });
});

describe('output of any size', () => {
  test('keeps the first bytes of stdout and says that there was more', async () => {
    const result = await runProcess(shell('seq 1 100000', { keepBytes: 10 }));
    expect(result.stdout.toString()).toBe('1\n2\n3\n4\n5\n');
    expect(result.stdoutTruncated).toBe(true);
  });

  test('keeps the last 16 KiB of both streams', async () => {
    const result = await runProcess(shell('seq 1 100000; echo last >&2'));
    expect(result.outputTail).toMatch(/100000\n(last\n)?/);
    expect(Buffer.byteLength(result.outputTail)).toBeLessThanOrEqual(16 * 1024);
    expect(result.stderrTail).toBe('last\n');
  });

  test('a line of 300 MB takes less than 100 MB of memory', async () => {
    let bytes = 0;
    const before = process.memoryUsage().rss;
    let peak = 0;
    const onOutput = (chunk: Buffer): void => {
      bytes += chunk.length;
      peak = Math.max(peak, process.memoryUsage.rss());
    };
    const result = await runProcess(shell('head -c 300000000 /dev/zero', { onOutput, keepBytes: 1000 }));
    expect(result.exitCode).toBe(0);
    expect(bytes).toBe(300_000_000);
    expect(peak - before).toBeLessThan(100_000_000);
  });
});
