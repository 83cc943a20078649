import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { runProcess } from '../../src/process/spawn.js';
import { newCage, newRoom, removeRoom, runCaged, type Room } from './room.js';

let room: Room;
beforeEach(() => {
  room = newRoom();
});
afterEach(() => removeRoom(room));

/** Process ids whose arguments hold `mark`, as this machine sees them. */
function alive(mark: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(mark);
      } catch {
        return false;
      }
    })
    .map(Number);
}

async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !isSo(); i++) await sleep(20);
  expect(isSo()).toBe(true);
}

describe('a caged process (needs bubblewrap, fails without)', () => {
  test.each([
    ['exit 0', 0],
    ['exit 42', 42],
    ['kill -9 $$', 137],
    ['kill -TERM $$', 143],
  ])('hands on how it ended: %s is %i', async (script, code) => {
    const { end, exitCode } = await runCaged(room, script);
    expect([end, exitCode]).toEqual(['exited', code]);
  });

  test('hands on standard input, output and error, and nothing is added', async () => {
    const result = await runCaged(room, 'cat; echo bad >&2', { process: { input: 'what is asked' } });
    expect([result.stdout.toString(), result.stderrTail]).toEqual(['what is asked', 'bad\n']);
  });

  test('may print much: 50 MB come out whole', async () => {
    const hash = createHash('sha256');
    let length = 0;
    const script =
      'node -e \'const b = Buffer.alloc(1e6, "0123456789"); for (let i = 0; i < 50; i++) fs.writeSync(1, b)\'';
    await runCaged(
      room,
      script.replace(
        'fs.writeSync(1, b)',
        'for (let at = 0; at < b.length;) try { at += fs.writeSync(1, b, at) } catch {}',
      ),
      {
        process: {
          keepBytes: 0,
          onOutput: (chunk, stream) => {
            if (stream !== 'stdout') return;
            length += chunk.length;
            hash.update(chunk);
          },
        },
      },
    );
    expect(length).toBe(50_000_000);
    expect(hash.digest('hex')).toBe(createHash('sha256').update('0123456789'.repeat(5_000_000)).digest('hex'));
  });

  test('that does not exist is said, with exit code 127', async () => {
    const { exitCode, stderrTail } = await runCaged(room, '', { argv: ['/opt/no-such/agent'] });
    expect(exitCode).toBe(127);
    expect(stderrTail).toContain('/opt/no-such/agent cannot be started in the sandbox');
  });

  test('is asked to end before it is killed', async () => {
    const stop = new AbortController();
    const script = `trap 'echo saved > "$HOME/session"; exit 7' TERM; touch ready; while :; do sleep 0.05; done`;
    const running = runCaged(room, script, { process: { signal: stop.signal } });
    await until(() => existsSync(join(room.workspace, 'ready')));
    stop.abort();
    expect((await running).end).toBe('cancelled');
    expect(readFileSync(join(room.home, 'session'), 'utf8')).toBe('saved\n');
  });

  test('that ignores every request to end is ended in under 5 seconds', async () => {
    const stop = new AbortController();
    const script = `trap '' TERM INT HUP; touch ready; while :; do sleep 0.05; done`;
    const running = runCaged(room, script, { process: { signal: stop.signal } });
    await until(() => existsSync(join(room.workspace, 'ready')));
    const before = performance.now();
    stop.abort();
    await running;
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  test('takes its daemons with it, without an environment, in sessions of their own', async () => {
    const mark = `daemon-${room.base.slice(-6)}`;
    const daemon = `sh -c 'trap "" TERM HUP; touch ready; while :; do sleep 1; done' ${mark}`;
    await runCaged(
      room,
      `env -i /usr/bin/setsid -f ${daemon} >/dev/null 2>&1; until test -e ready; do sleep 0.05; done`,
    );
    expect(existsSync(join(room.workspace, 'ready'))).toBe(true);
    await until(() => alive(mark).length === 0);
  });

  test('takes 200 processes with it', async () => {
    const mark = `forks-${room.base.slice(-6)}`;
    await runCaged(room, `i=0; while [ $i -lt 200 ]; do sh -c 'sleep 1000' ${mark} & i=$((i+1)); done; exit 0`);
    await until(() => alive(mark).length === 0);
  });

  test('leaves nothing of the cage behind', async () => {
    const folders = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('workflow-runner-cage-'));
    const before = folders();
    await runCaged(room, 'true');
    expect(folders().filter((name) => !before.includes(name))).toEqual([]);
  });

  test('is over when bubblewrap is killed', async () => {
    const mark = `orphan-${room.base.slice(-6)}`;
    const cage = await newCage(room, { argv: ['/bin/sh', '-c', 'touch ready; while :; do sleep 1; done', mark] });
    const running = runProcess({ argv: cage.argv, env: cage.env, cwd: room.workspace });
    await until(() => existsSync(join(room.workspace, 'ready')));
    const outermost = Math.min(...alive(mark));
    process.kill(outermost, 'SIGKILL');
    await until(() => alive(mark).length === 0);
    await running;
    await cage.close();
  });

  test('is over when the runner is killed', async () => {
    const mark = `widow-${room.base.slice(-6)}`;
    const cage = await newCage(room, { argv: ['/bin/sh', '-c', 'touch ready; while :; do sleep 1; done', mark] });
    const script = join(room.base, 'runner.mjs');
    const spawned = JSON.stringify({ cwd: room.workspace, env: cage.env, detached: true, stdio: 'ignore' });
    const [program, ...args] = cage.argv;
    writeFileSync(
      script,
      `import { spawn } from 'node:child_process'; spawn(${JSON.stringify(program)}, ${JSON.stringify(args)}, ${spawned});`,
    );
    const runner = spawn(process.execPath, [script], { stdio: 'ignore' });
    await until(() => existsSync(join(room.workspace, 'ready')));
    runner.kill('SIGKILL');
    await until(() => alive(mark).length === 0);
    await cage.close();
  });
});
