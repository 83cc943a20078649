import { TextDecoder } from 'node:util';

/**
 * Git paths are bytes; ours are strings. Valid UTF-8 decodes as itself; every other byte becomes the lone surrogate
 * U+DC00 + byte (as Python's surrogateescape does), so that any path survives the way there and back, and through JSON.
 */

const REPLACEMENT = '\ufffd';
const ESCAPED_BYTE = /[\udc80-\udcff]/u;

/** Bytes of a path -> text. Never fails; `encodePath` gives the same bytes back. */
export function decodePath(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes(REPLACEMENT) ? decodeBytewise(bytes) : text;
}

/** Text of a path -> bytes, the inverse of `decodePath`. */
export function encodePath(path: string): Buffer {
  if (!ESCAPED_BYTE.test(path)) return Buffer.from(path, 'utf8');
  const parts: Buffer[] = [];
  for (const char of path) {
    parts.push(ESCAPED_BYTE.test(char) ? Buffer.from([char.charCodeAt(0) - 0xdc00]) : Buffer.from(char, 'utf8'));
  }
  return Buffer.concat(parts);
}

/** Where a path of the tree lies on disk, as bytes for `node:fs`. `root` is an absolute folder. */
export function pathOnDisk(root: string, path: string): Buffer {
  return Buffer.concat([encodePath(root), Buffer.from('/'), encodePath(path)]);
}

/** Splits output of a git command with `-z`; the part after the last NUL is dropped when empty. */
export function splitNul(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(0); end !== -1; end = bytes.indexOf(0, start)) {
    parts.push(bytes.subarray(start, end));
    start = end + 1;
  }
  if (start < bytes.length) parts.push(bytes.subarray(start));
  return parts;
}

/** Paths as standard input of a git command with `-z --stdin`. */
export function joinNul(paths: readonly string[]): Buffer {
  const nul = Buffer.from([0]);
  return Buffer.concat(paths.flatMap((path) => [encodePath(path), nul]));
}

function decodeBytewise(bytes: Buffer): string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes[at] ?? 0);
    const decoded = decodeWhole(decoder, bytes.subarray(at, at + length), length);
    text += decoded ?? String.fromCharCode(0xdc00 + (bytes[at] ?? 0));
    at += decoded === null ? 1 : length;
  }
  return text;
}

function sequenceLength(first: number): number {
  return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

function decodeWhole(decoder: TextDecoder, bytes: Buffer, length: number): string | null {
  if (bytes.length < length) return null;
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}
