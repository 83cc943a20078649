import { createHash } from 'node:crypto';
import { readPass } from '../../nix/memo/remembered-pass.js';

/** Passes of checks as JSON, by the digest of the key that they are remembered under (64 hexadecimal digits); the best known first. */
export type PassList = ReadonlyMap<string, string>;

export const MOST_LIST_BYTES = 1024 * 1024;
const MOST_PASSES = 256;
const LONGEST_PASS = 128 * 1024;

/** One line for each: the digest of its key, the SHA-256 of the JSON, the JSON. What is beyond the limits is left out. */
export function passListText(passes: PassList): string {
  let text = '';
  let count = 0;
  for (const [id, json] of passes) {
    const line = `${id} ${sha256(json)} ${json}\n`;
    if (count === MOST_PASSES) break;
    if (json.length > LONGEST_PASS || Buffer.byteLength(text) + Buffer.byteLength(line) > MOST_LIST_BYTES) continue;
    text += line;
    count += 1;
  }
  return text;
}

/** The passes in a text of anybody: a line that is not just as `passListText` writes it, or not of a pass, is left out. */
export function readPassList(text: string): PassList {
  const passes = new Map<string, string>();
  for (const line of text.slice(0, MOST_LIST_BYTES).split('\n', MOST_PASSES)) {
    const [, id = '', digest = '', json = ''] = /^([0-9a-f]{64}) ([0-9a-f]{64}) (.*)$/.exec(line) ?? [];
    if (json !== '' && json.length <= LONGEST_PASS && sha256(json) === digest && isPass(json)) passes.set(id, json);
  }
  return passes;
}

function isPass(json: string): boolean {
  try {
    return readPass(JSON.parse(json)) !== null;
  } catch {
    return false;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
