import { describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runProcess } from '../../src/process/spawn.js';
import type { ProcessRequest } from '../../src/process/process.js';

const path = process.env['PATH'] ?? '/usr/bin:/bin';
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tree-')));

// Leaves its parent, its group and its session, ignores SIGTERM, and keeps standard output open.
const daemon = join(folder, 'daemon.mjs');
writeFileSync(
  daemon,
  `import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
if (process.argv[3] === 'last') {
  process.on('SIGTERM', () => {});
  process.on('SIGHUP', () => {});
  writeFileSync(process.argv[2], String(process.pid));
  setTimeout(() => {}, 60_000);
} else {
  spawn(process.execPath, [process.argv[1], process.argv[2], 'last'], { detached: true, stdio: 'inherit' }).unref();
  process.exit(0);
}
`,
);

function shell(script: string, more: Partial<ProcessRequest> = {}): ProcessRequest {
  return { argv: ['sh', '-c', script], cwd: folder, env: { PATH: path }, ...more };
}

/** Ids of the processes, other than dead ones, whose environment or arguments hold `text`. */
function processesWith(text: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^[0-9]+$/.test(pid) || pid === String(process.pid)) return false;
    try {
      return readFileSync(`/proc/${pid}/environ`).includes(text) || readFileSync(`/proc/${pid}/cmdline`).includes(text);
    } catch {
      return false;
    }
  });
}

function startDaemon(pidFile: string): string {
  return `"${process.execPath}" ${daemon} ${pidFile}; while [ ! -s ${pidFile} ]; do sleep 0.02; done`;
}

const onLinux = existsSync('/proc/self/environ') ? test : test.skip;

describe(`the tree of a child${existsSync('/proc/self/environ') ? '' : ' (what needs /proc is skipped: there is none)'}`, () => {
  test('is ended as a whole at the timeout', async () => {
    const result = await runProcess(shell('sleep 61.25 & (sleep 61.25; :) & wait', { timeoutMs: 200 }));
    expect(result.end).toBe('timed-out');
    expect(result.durationMs).toBeLessThan(1500);
    expect(processesWith('61.25')).toEqual([]);
  });

  test('is ended as a whole when it is aborted', async () => {
    const controller = new AbortController();
    const running = runProcess(shell('sleep 62.25 & wait', { signal: controller.signal }));
    await sleep(100);
    controller.abort();
    expect((await running).end).toBe('cancelled');
    expect(processesWith('62.25')).toEqual([]);
  });

  test('is killed within 5 s when it ignores SIGTERM', async () => {
    const result = await runProcess(shell('trap "" TERM; while :; do sleep 0.5; done', { timeoutMs: 100 }));
    expect(result).toMatchObject({ end: 'timed-out', signal: 'SIGKILL' });
    expect(result.durationMs).toBeGreaterThan(1900);
    expect(result.durationMs).toBeLessThan(5000);
  });

  onLinux('with a daemon that left its session and ignores SIGTERM is dead after a successful step', async () => {
    const pidFile = join(folder, 'success.pid');
    const result = await runProcess(shell(startDaemon(pidFile), { reapTree: true }));
    expect(result).toMatchObject({ end: 'exited', exitCode: 0 });
    expect(processesWith(pidFile)).toEqual([]);
  });

  onLinux('with a daemon that left its session and ignores SIGTERM is dead after a timeout', async () => {
    const pidFile = join(folder, 'timeout.pid');
    const result = await runProcess(shell(`${startDaemon(pidFile)}; sleep 60`, { timeoutMs: 1500, reapTree: true }));
    expect(result.end).toBe('timed-out');
    expect(result.durationMs).toBeLessThan(1500 + 5000);
    expect(processesWith(pidFile)).toEqual([]);
  });

  onLinux('includes a child that emptied its environment but kept its parent or its session', async () => {
    const script = 'env -i sleep 63.25 & env -i setsid sleep 63.25 & sleep 0.2; wait';
    const result = await runProcess(shell(script, { timeoutMs: 400 }));
    expect(result.end).toBe('timed-out');
    expect(processesWith('63.25')).toEqual([]);
  });

  onLinux('includes processes that keep forking and leaving', async () => {
    const hop = join(folder, 'hop.sh');
    writeFileSync(hop, '#!/bin/sh\n[ "$1" -gt 400 ] && exit\nsetsid sh "$0" $(($1 + 1)) HOPPER &\n', { mode: 0o755 });
    await runProcess(shell(`sh ${hop} 1 HOPPER`, { reapTree: true }));
    const left = processesWith('HOPPER');
    await sleep(50);
    expect([left, processesWith('HOPPER')]).toEqual([[], []]);
  });

  test('without reapTree is left alone, and an open pipe is not waited for', async () => {
    const result = await runProcess(shell('sleep 3.125 & echo done'));
    expect(result.stdout.toString()).toBe('done\n');
    expect(result.durationMs).toBeLessThan(1000);
    expect(processesWith('3.125')).toHaveLength(1);
  });

  test('that writes for ever into a pipe after the child has ended is not waited for', async () => {
    const result = await runProcess(
      shell('(for i in 1 2 3 4 5 6; do echo x; sleep 0.5; done) & yes & Y=$!; (sleep 3; kill $Y) & exit 0'),
    );
    expect(result.exitCode).toBe(0);
    expect(result.durationMs).toBeLessThan(2500);
  });
});
