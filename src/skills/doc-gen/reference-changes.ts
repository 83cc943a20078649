import { posix } from 'node:path';
import type { Diagnostic } from '../../base/diagnostic.js';
import type { FileChange } from '../file-change.js';
import { fileNames, readOwnFile } from '../own-file.js';
import type { Documented } from './categories.js';
import { MARKER, referenceDocument, referenceFolder } from './reference-text.js';

interface ReferencePlan {
  readonly changes: readonly FileChange[];
  readonly problems: readonly Diagnostic[];
}

/** Writes the reference to a folder, or to one file when the path ends in `.md`; files of its own that it no longer has are removed. */
export function referenceChanges(root: string, path: string, documented: Documented): ReferencePlan {
  const isFile = path.endsWith('.md');
  const files = isFile ? referenceDocument(path, documented) : referenceFolder(path, documented);
  const wanted = new Set(files.map((file) => file.path));
  const known = isFile ? [path] : fileNames(root, path).map((name) => posix.join(path, name));
  const stale = known.filter((one) => one.endsWith('.md') && !wanted.has(one) && isOwn(root, one));
  const problems = files.flatMap((file): Diagnostic[] => {
    const found = readOwnFile(root, file.path);
    if (found.ok && (found.value === null || isMarked(found.value))) return [];
    const message = found.ok ? 'is there already and was not written by doc-gen' : found.error;
    const help = 'remove it, or give another path with the option `reference`';
    return [{ severity: 'error', code: 'not-generated', message, location: { file: file.path }, help }];
  });
  return {
    changes: [
      ...files.map((file): FileChange => ({ kind: 'write', path: file.path, bytes: Buffer.from(file.text) })),
      ...stale.map((one): FileChange => ({ kind: 'remove', path: one })),
    ],
    problems,
  };
}

function isOwn(root: string, path: string): boolean {
  const found = readOwnFile(root, path);
  return found.ok && found.value !== null && isMarked(found.value);
}

/** Whatever its line endings became in a checkout. */
function isMarked(text: string): boolean {
  return text.split('\n', 1)[0]?.trimEnd() === MARKER;
}
