import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

const BLOCK_BYTES = 1024 * 1024;

/** Whether the file `longer` begins with all bytes of the file `shorter` and goes on after them. Throws the system's error. */
export function beginsWith(longer: string, shorter: string): boolean {
  const first = openSync(longer, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const second = openSync(shorter, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      const { size } = fstatSync(second);
      return fstatSync(first).size > size && sameUntil(first, second, size);
    } finally {
      closeSync(second);
    }
  } finally {
    closeSync(first);
  }
}

function sameUntil(first: number, second: number, end: number): boolean {
  const blocks = [Buffer.alloc(BLOCK_BYTES), Buffer.alloc(BLOCK_BYTES)] as const;
  for (let at = 0; at < end;) {
    const wanted = Math.min(BLOCK_BYTES, end - at);
    const read = Math.min(readSync(first, blocks[0], 0, wanted, at), readSync(second, blocks[1], 0, wanted, at));
    if (read === 0 || !blocks[0].subarray(0, read).equals(blocks[1].subarray(0, read))) return false;
    at += read;
  }
  return true;
}
