import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readFileBounded } from './read-file-bounded.js';
import { writeProjection } from './write-file-atomic.js';

/** What was found out once and holds for good: answers by everything that they depend on. */
export interface MemoFolder {
  /**
   * The value kept under that key, just as it was given (JSON); null when there is none, and when its file is torn, was
   * written by another version, is about another key or is not a file of ours. Whether its shape is right is for the caller.
   */
  readonly recall: (kind: string, key: MemoKey) => unknown;
  /** Keeps a JSON value. One that cannot be written, or is too large, is only not kept. */
  readonly remember: (kind: string, key: MemoKey, value: unknown) => void;
  /** True when this very object was given it: nobody else can have put it there. */
  readonly isOwn: (kind: string, key: MemoKey) => boolean;
}

/** Everything that the value depends on, as flat facts. The order of names does not matter. */
export type MemoKey = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** Of each kind; beyond it those that were written first go. */
const MOST_ENTRIES = 512;
const MOST_BYTES = 4 * 1024 * 1024;
/** Changed when the file looks different: older files are then no answer. */
const FORMAT = 1;

interface Entry {
  readonly format: number;
  readonly kind: string;
  readonly key: MemoKey;
  /** SHA-256 of the value's JSON: a half-written or mended value is none. */
  readonly digest: string;
  readonly value: unknown;
}

/** Opens `folder` (absolute; made, in a folder that exists, when something is kept): one small file for each answer, `<kind>/<SHA-256 of the key>.json`. */
export function openMemoFolder(folder: string): MemoFolder {
  const own = new Set<string>();
  return {
    isOwn: (kind, key) => own.has(join(kind, fileName(key))),
    recall: (kind, key) => {
      const text = readFileBounded(join(folder, kindFolder(kind), fileName(key)), MOST_BYTES);
      const entry = text.ok ? parseEntry(text.value.toString('utf8')) : null;
      const isThis = entry?.kind === kind && canonical(entry.key) === canonical(key);
      return isThis ? entry.value : null;
    },
    remember: (kind, key, value) => {
      const json = JSON.stringify(value);
      const entry: Entry = { format: FORMAT, kind, key, digest: sha256(json), value: JSON.parse(json) as unknown };
      const text = JSON.stringify(entry);
      if (Buffer.byteLength(text) > MOST_BYTES) return;
      const place = join(folder, kindFolder(kind));
      try {
        // Not the recursive mkdir: below /proc that of Node 20 never returns.
        for (const level of [folder, place]) if (!existsSync(level)) mkdirSync(level, { mode: 0o700 });
        if (writeProjection(join(place, fileName(key)), text).ok) own.add(join(kind, fileName(key)));
        dropOldest(place);
      } catch {
        // A full disk or a folder that is not ours: what is not remembered is found out again.
      }
    },
  };
}

/** SHA-256 of the key, in hexadecimal: the same for the same facts, on every machine. */
export function keyDigest(key: MemoKey): string {
  return sha256(canonical(key));
}

function fileName(key: MemoKey): string {
  return `${keyDigest(key)}.json`;
}

function kindFolder(kind: string): string {
  if (!/^[a-z][a-z-]*$/.test(kind)) throw new Error(`not a kind: ${kind}`);
  return kind;
}

function canonical(key: MemoKey): string {
  return JSON.stringify(Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function parseEntry(text: string): Entry | null {
  try {
    const entry = JSON.parse(text) as Partial<Entry> | null;
    const isWhole =
      entry?.format === FORMAT &&
      typeof entry.key === 'object' &&
      'value' in entry &&
      entry.digest === sha256(JSON.stringify(entry.value));
    return isWhole ? (entry as Entry) : null;
  } catch {
    return null;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function dropOldest(place: string): void {
  const names = readdirSync(place).filter((name) => name.endsWith('.json'));
  if (names.length <= MOST_ENTRIES) return;
  const aged = names.map((name) => ({
    name,
    at: lstatSync(join(place, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  }));
  aged.sort((a, b) => b.at - a.at || (a.name < b.name ? -1 : 1));
  for (const { name } of aged.slice(MOST_ENTRIES)) rmSync(join(place, name), { force: true });
}
