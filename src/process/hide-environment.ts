import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { secretNames } from './environment.js';

/** An environment has some kilobytes; what is larger is not looked through. */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * Takes the values of secret-looking variables out of `/proc/<pid>/environ` of this process, where every program of the same user
 * could read them: the kernel shows there the memory in which the process was started, proc(5). The variables stay what they are
 * for the process itself. To be called with its `process.env`, before it starts a child. Best effort: false where the kernel does
 * not allow it (no /proc, a hardened kernel).
 */
export function hideEnvironment(env: NodeJS.ProcessEnv): boolean {
  const names = secretNames(env);
  if (names.length === 0) return true;
  // Setting a variable makes a copy of it elsewhere, setenv(3): only then its first place can be overwritten.
  Object.assign(env, Object.fromEntries(names.map((name) => [name, env[name]])));
  let memory: number | null = null;
  try {
    const [start, end] = environmentRange();
    if (end <= start || end - start > MOST_BYTES) return false;
    memory = openSync('/proc/self/mem', 'r+');
    const bytes = Buffer.alloc(end - start);
    readSync(memory, bytes, 0, bytes.length, start);
    for (const { at, length } of valuesIn(bytes, new Set(names)))
      writeSync(memory, Buffer.alloc(length), 0, length, start + at);
    return true;
  } catch {
    return false;
  } finally {
    if (memory !== null) closeSync(memory);
  }
}

/** `env_start` and `env_end`, the fields 50 and 51 of proc_pid_stat(5); the second one, in parentheses, may hold anything. */
function environmentRange(): [start: number, end: number] {
  const stat = readFileSync('/proc/self/stat', 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return [Number(fields[47]), Number(fields[48])];
}

/** Where the values of these variables are among `NAME=value` texts that end with NUL. */
function valuesIn(bytes: Buffer, names: ReadonlySet<string>): { at: number; length: number }[] {
  const found: { at: number; length: number }[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(0, at) < 0 ? bytes.length : bytes.indexOf(0, at);
    const equals = bytes.indexOf('=', at);
    if (equals >= 0 && equals < end && names.has(bytes.toString('utf8', at, equals)))
      found.push({ at: equals + 1, length: end - equals - 1 });
    at = end + 1;
  }
  return found;
}
