import { splitNul, decodePath } from './path-text.js';

/** One path that differs from the commit the workspace was checked out at. */
export interface Change {
  readonly path: string;
  readonly type: 'A' | 'M' | 'D';
  /** git's mode: `100644`, `100755`, `120000` (link), `160000` (submodule); `000000` on the missing side. */
  readonly oldMode: string;
  readonly newMode: string;
  /** Where a new or changed link points. */
  readonly linkTarget?: string;
}

export type Changes = readonly Change[];

export const LINK_MODE = '120000';
export const FOLDER_MODE = '040000';
export const SUBMODULE_MODE = '160000';
export const NO_MODE = '000000';

/** A path as `git status` reports it. */
export interface StatusEntry {
  readonly kind: 'tracked' | 'untracked' | 'unmerged';
  readonly path: string;
  readonly oldMode: string;
  readonly newMode: string;
  /** True when index and work tree both differ: only a tree can tell whether the path differs in the end. */
  readonly twice: boolean;
}

/** Reads `git status --porcelain=v2 -z --no-renames`. Kinds git may add later are ignored, as its manual asks for. */
export function parseStatus(output: Buffer): StatusEntry[] {
  const entries: StatusEntry[] = [];
  for (const record of splitNul(output)) {
    const kind = String.fromCharCode(record[0] ?? 0);
    if (kind === '?') entries.push(untracked(decodePath(record.subarray(2))));
    else if (kind === '1') entries.push(tracked(record));
    else if (kind === 'u') entries.push({ ...untracked(fieldsOf(record, 10).path), kind: 'unmerged' });
  }
  return entries;
}

/** A change between two trees, with the objects of both sides (all zeros on the missing one). */
export interface TreeChange extends Change {
  readonly oldId: string;
  readonly newId: string;
}

/** Reads `git diff-tree -r -z --raw`: pairs of `:oldMode newMode oldId newId TYPE` and path. */
export function parseRawDiff(output: Buffer): TreeChange[] {
  const parts = splitNul(output);
  const changes: TreeChange[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [oldMode = NO_MODE, newMode = NO_MODE, oldId = '', newId = ''] = (parts[at] ?? Buffer.alloc(0))
      .toString('latin1')
      .slice(1)
      .split(' ');
    const path = decodePath(parts[at + 1] ?? Buffer.alloc(0));
    changes.push({ path, type: typeOf(oldMode, newMode), oldMode, newMode, oldId, newId });
  }
  return changes;
}

export function typeOf(oldMode: string, newMode: string): Change['type'] {
  return oldMode === NO_MODE ? 'A' : newMode === NO_MODE ? 'D' : 'M';
}

function untracked(path: string): StatusEntry {
  return { kind: 'untracked', path, oldMode: NO_MODE, newMode: NO_MODE, twice: false };
}

function tracked(record: Buffer): StatusEntry {
  const { fields, path } = fieldsOf(record, 8);
  const [, states = '..', , oldMode = NO_MODE, , newMode = NO_MODE] = fields;
  return { kind: 'tracked', path, oldMode, newMode, twice: !states.includes('.') };
}

function fieldsOf(record: Buffer, count: number): { fields: string[]; path: string } {
  let at = 0;
  for (let seen = 0; seen < count; seen += 1) at = record.indexOf(0x20, at) + 1;
  return { fields: record.subarray(0, at).toString('latin1').split(' '), path: decodePath(record.subarray(at)) };
}
