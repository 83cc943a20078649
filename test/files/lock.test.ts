import { describe, expect, test } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireLock, readLock, unlock, type HeldLock } from '../../src/files/lock.js';
import { ownIdentity } from '../../src/files/process-identity.js';
import { compiledRooms } from '../support/compiled-rooms.js';

const rooms = compiledRooms(['base', 'files']);

function newFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'lock-')));
}

function take(folder: string, runId = 'run-1') {
  return acquireLock({ folder, runId, workflow: 'refactor', startedAtMs: 1000 });
}

function held(folder: string, runId?: string): HeldLock {
  const lock = take(folder, runId);
  if (!lock.ok) throw new Error(JSON.stringify(lock.error));
  return lock.value;
}

function plant(folder: string, change: object, number = 1): void {
  const holder = { ...ownIdentity(), runId: 'planted', workflow: 'w', startedAtMs: 1 };
  const claim = { format: 1, state: 'held', nonce: 'n', holder: { ...holder, ...change } };
  writeFileSync(join(folder, `${number}.json`), JSON.stringify(claim));
}

const deadPid = Number(spawnSync('sh', ['-c', 'echo $$'], { encoding: 'utf8' }).stdout);

describe('the lock', () => {
  test('held by a live process names it without waiting', () => {
    const folder = newFolder();
    held(folder);
    const started = performance.now();
    expect(take(folder, 'run-2')).toMatchObject({
      ok: false,
      error: {
        reason: 'held',
        liveness: 'alive',
        holder: { pid: process.pid, runId: 'run-1', workflow: 'refactor', startedAtMs: 1000 },
      },
    });
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('is free again after it was released, and then leaves one small file', () => {
    const folder = newFolder();
    for (let i = 0; i < 5; i++) {
      const lock = held(folder);
      expect(lock).toMatchObject({ takenOverFrom: null });
      expect(lock.release().ok).toBe(true);
      expect(lock.isOurs()).toBe(true);
    }
    expect(readLock(folder)).toEqual({ ok: true, value: null });
    expect(readdirSync(folder)).toEqual(['5.json']);
  });

  test.each([
    ['whose pid is gone', { pid: deadPid }],
    ['whose pid was given to somebody else', { startTime: '1' }],
    ['from before the machine was restarted', { bootId: 'another' }],
  ])('of a process %s is taken over', (_who, change) => {
    const folder = newFolder();
    plant(folder, change);
    expect(held(folder).takenOverFrom).toMatchObject({ runId: 'planted' });
  });

  test.each([
    ['of another machine', { host: 'elsewhere', bootId: 'another' }],
    ['in another pid namespace', { pidNamespace: 'pid:[1]', pid: deadPid }],
  ])('of a process %s is not ours to judge', (_where, change) => {
    const folder = newFolder();
    plant(folder, change);
    expect(take(folder)).toMatchObject({ ok: false, error: { reason: 'held', liveness: 'elsewhere' } });
  });

  test.each([
    '',
    '{',
    'null',
    '[]',
    '{"format":1}',
    '{"format":1,"state":"held","nonce":"x","holder":{"pid":"1"}}',
    '\0\0\0',
  ])('with the torn content %j is taken over', (content) => {
    const folder = newFolder();
    writeFileSync(join(folder, '3.json'), content);
    expect(held(folder).isOurs()).toBe(true);
  });

  test('of a later version of the program is not touched', () => {
    const folder = newFolder();
    writeFileSync(join(folder, '3.json'), '{"format":2}');
    expect(take(folder)).toMatchObject({ ok: false, error: { reason: 'unknown-claim' } });
  });

  test('in a folder that is missing is a value', () => {
    expect(take('/no/such/folder')).toMatchObject({
      ok: false,
      error: { reason: 'file', trouble: { reason: 'missing' } },
    });
  });
});

describe('releasing', () => {
  test('after the lock was removed by force leaves the lock of the next holder alone', () => {
    const folder = newFolder();
    const first = held(folder, 'first');
    expect(unlock(folder, 'first')).toEqual({ ok: true, value: true });
    const second = held(folder, 'second');
    expect(first.isOurs()).toBe(false);
    expect(first.release().ok).toBe(true);
    expect(second.isOurs()).toBe(true);
    expect(readLock(folder)).toMatchObject({ value: { holder: { runId: 'second' }, liveness: 'alive' } });
  });
});

describe('removing the lock by force', () => {
  test('does nothing when another run holds it', () => {
    const folder = newFolder();
    const lock = held(folder, 'run-1');
    expect(unlock(folder, 'run-2')).toEqual({ ok: true, value: false });
    expect(lock.isOurs()).toBe(true);
  });

  test('frees the lock of another machine', () => {
    const folder = newFolder();
    plant(folder, { host: 'elsewhere', bootId: 'another' });
    expect(unlock(folder, 'planted')).toEqual({ ok: true, value: true });
    expect(held(folder).takenOverFrom).toBeNull();
  });
});

describe('many processes at once', () => {
  const script = join(rooms, 'contend.mjs');
  // Each holds the lock for a moment and notes it; two at once would see each other's mark.
  writeFileSync(
    script,
    `import { acquireLock } from './files/lock.js';
import { appendFileSync, openSync, closeSync, unlinkSync } from 'node:fs';
const [folder, log, rounds, crash] = process.argv.slice(2);
for (let done = 0; done < Number(rounds); ) {
  const lock = acquireLock({ folder, runId: 'r' + process.pid, workflow: 'w', startedAtMs: 0 });
  if (!lock.ok) {
    if (lock.error.reason !== 'held') { appendFileSync(log, JSON.stringify(lock.error) + '\\n'); process.exit(1); }
    await new Promise((r) => setTimeout(r, Math.random() * 3));
    continue;
  }
  try { closeSync(openSync(log + '.inside', 'wx')); } catch { appendFileSync(log, 'TWO\\n'); }
  await new Promise((r) => setTimeout(r, Math.random() * 2));
  unlinkSync(log + '.inside');
  done++;
  appendFileSync(log, 'held\\n');
  if (crash === 'crash') process.kill(process.pid, 'SIGKILL');
  if (!lock.value.release().ok) appendFileSync(log, 'RELEASE\\n');
}
`,
  );

  async function contend(count: number, rounds: number, crash: string): Promise<string[]> {
    const folder = newFolder();
    plant(folder, { pid: deadPid });
    const log = join(newFolder(), 'log');
    const children = Array.from({ length: count }, () =>
      spawn(process.execPath, [script, folder, log, String(rounds), crash], { stdio: 'inherit' }),
    );
    await Promise.all(children.map((child) => once(child, 'exit')));
    return readFileSync(log, 'utf8').trim().split('\n');
  }

  test('never hold it together, and each gets it', async () => {
    expect(await contend(10, 8, 'release')).toEqual(Array.from({ length: 80 }, () => 'held'));
  });

  test('never hold it together when every holder is killed', async () => {
    expect(await contend(10, 1, 'crash')).toEqual(Array.from({ length: 10 }, () => 'held'));
  });
});

const canTrace = spawnSync('strace', ['-f', '-e', 'trace=none', 'true']).status === 0;
(canTrace ? describe : describe.skip)('kill -9 (skipped without a working strace)', () => {
  const script = join(rooms, 'once.mjs');
  writeFileSync(
    script,
    `import { acquireLock } from './files/lock.js';
const lock = acquireLock({ folder: process.argv[2], runId: 'killed', workflow: 'w', startedAtMs: 0 });
if (lock.ok) lock.value.release();
`,
  );

  test.each([
    ['fsync', 1],
    ['fsync', 2],
    ['rename', 1],
    ['link', 1],
    ['unlink', 1],
    ['fsync', 3],
    ['rename', 2],
    ['rename', 3],
  ])('at %s number %d leaves a lock that the next process gets, and no rubbish', (call, when) => {
    const folder = newFolder();
    plant(folder, { pid: deadPid });
    const inject = ['-f', '-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:signal=KILL:when=${when}`];
    const killed = spawnSync('strace', [...inject, process.execPath, script, folder]);
    expect(killed.signal).toBe('SIGKILL');
    const lock = held(folder);
    expect(lock.isOurs()).toBe(true);
    expect(readdirSync(folder)).toHaveLength(1);
  });
});
