import { lstatSync, readdirSync, writeFileSync, type BigIntStats } from 'node:fs';

/**
 * Answers "has anybody touched this folder since?" without starting a process.
 *
 * Every file, link and folder is remembered by what the kernel changes whenever it is written, renamed or replaced: mode,
 * size, mtime, ctime and inode. ctime cannot be set by a program, so setting back the mtime does not help. A folder's times
 * change when a name in it comes or goes, so the second look needs no directory listing.
 *
 * The one gap is time: file systems stamp with a coarse clock (4 ms is usual), so a write in the same tick as the first look
 * leaves no trace. A probe file is written before the first look, on the same file system; an entry stamped at the
 * probe's time or later cannot be trusted, and then the answer is always "touched".
 */

export interface TreeSnapshot {
  /** Paths in bytes, in the order of `marks`. */
  readonly paths: readonly Buffer[];
  readonly marks: readonly Mark[];
  /** True when an entry is too young to be told apart from a later write. */
  readonly racy: boolean;
}

interface Mark {
  readonly ino: bigint;
  readonly mode: bigint;
  readonly size: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
}

/**
 * Looks at everything below `root` but the names in `except` directly in it, never following a link.
 * `probe` is a file that may be overwritten, on the same file system. Null with more than `limit` entries or when something
 * cannot be read: then only git can tell.
 */
export function takeSnapshot(options: {
  readonly root: string;
  readonly except: readonly string[];
  readonly probe: string;
  readonly limit: number;
}): TreeSnapshot | null {
  try {
    writeFileSync(options.probe, '');
    const now = lstatSync(options.probe, { bigint: true }).ctimeNs;
    return walk(options, now);
  } catch {
    return null;
  }
}

/** True unless every entry is exactly as it was. Costs one `lstat` per entry. */
export function isTouched(snapshot: TreeSnapshot): boolean {
  if (snapshot.racy) return true;
  return snapshot.paths.some((path, at) => {
    const before = snapshot.marks[at];
    const now = lstatSync(path, { bigint: true, throwIfNoEntry: false });
    return now === undefined || before === undefined || !same(before, now);
  });
}

function walk(options: { root: string; except: readonly string[]; limit: number }, now: bigint): TreeSnapshot | null {
  const root = Buffer.from(options.root);
  const paths: Buffer[] = [root];
  const marks: Mark[] = [];
  const slash = Buffer.from('/');
  let racy = false;
  for (let at = 0; at < paths.length; at += 1) {
    const path = paths[at] ?? root;
    const stats = lstatSync(path, { bigint: true });
    const { ino, mode, size, mtimeNs, ctimeNs } = stats;
    marks.push({ ino, mode, size, mtimeNs, ctimeNs });
    racy ||= ctimeNs >= now;
    if (!stats.isDirectory()) continue;
    for (const name of readdirSync(path, { encoding: 'buffer' })) {
      if (at === 0 && options.except.includes(name.toString('latin1'))) continue;
      paths.push(Buffer.concat([path, slash, name]));
    }
    if (paths.length > options.limit) return null;
  }
  return { paths, marks, racy };
}

function same(a: Mark, b: BigIntStats): boolean {
  return (
    a.ino === b.ino && a.mode === b.mode && a.size === b.size && a.mtimeNs === b.mtimeNs && a.ctimeNs === b.ctimeNs
  );
}
