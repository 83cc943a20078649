import { posix } from 'node:path';
import type { Diagnostic } from '../../base/diagnostic.js';
import type { FileChange } from '../file-change.js';
import { fileNames, isMarked, notGenerated, readOwnFile } from '../own-file.js';
import type { Documented } from './categories.js';
import { MARKER, referenceDocument, referenceFolder } from './reference-text.js';

const DOC_GEN = { skill: 'doc-gen', marker: MARKER, option: 'reference' };

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
  const problems = files.flatMap((file) => notGenerated(root, file.path, DOC_GEN));
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
  return found.ok && found.value !== null && isMarked(found.value, MARKER);
}
