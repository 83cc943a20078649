// Runs a program to its end and says what it cost.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { clearInterval, setInterval } from 'node:timers';
import { performance } from 'node:perf_hooks';

const PEAK_POLL_MS = 50;
const TAIL_CHARACTERS = 2000;

/**
 * Resolves with wall-clock `ms`, `startedAt` (ms since 1970), `peakMib` of the program itself (null without /proc) and `stdout`.
 * Rejects when it does not exit with 0 within `timeoutMs` (default 10 minutes): a failed run has no time.
 */
export function timedRun([program, ...args], { cwd, env = process.env, timeoutMs = 600_000 }) {
  return new Promise((resolve, reject) => {
    const startedAt = performance.timeOrigin + performance.now();
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) child[name].on('data', (chunk) => (output[name] += chunk));
    let peakMib = null;
    const timer = setInterval(() => (peakMib = peakOf(child.pid) ?? peakMib), PEAK_POLL_MS);
    let ms = 0;
    child.once('error', (error) => finish(() => reject(error)));
    child.once('exit', () => (ms = performance.timeOrigin + performance.now() - startedAt));
    child.once('close', (code, signal) =>
      finish(() => {
        if (code === 0) return resolve({ ms, startedAt, peakMib, stdout: output.stdout });
        const tail = `${output.stdout}${output.stderr}`.trim().slice(-TAIL_CHARACTERS);
        reject(new Error(`${[program, ...args].join(' ').slice(0, 200)} ended with ${signal ?? code}: ${tail}`));
      }),
    );
    function finish(then) {
      clearInterval(timer);
      then();
    }
  });
}

/** The high-water mark of a process's resident memory so far. */
function peakOf(pid) {
  try {
    const match = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return match === null ? null : Number(match[1]) / 1024;
  } catch {
    return null;
  }
}
