import { posix } from 'node:path';
import type { Diagnostic } from '../../base/diagnostic.js';
import type { NixFile } from '../../nix/nix-tree.js';
import { at } from '../finding.js';
import { textFiles } from '../text-files.js';
import type { MoveScope } from './move-scope.js';
import { withoutSlash } from './path-value.js';

/** Larger files are no documents. */
const MAX_FILE_BYTES = 512 * 1024;
/** All documents together; whoever keeps more is told about the first ones. */
const MAX_TOTAL_BYTES = 64 * 1024 * 1024;
const PATH_TEXT = /[a-zA-Z0-9._+@/-]*[./][a-zA-Z0-9._+@/-]*/g;

/** Warnings about comments, documents and other files in which the old path is written; they are for people to change. */
export function mentions(scope: MoveScope): Diagnostic[] {
  return [...[...scope.tree.files.values()].flatMap((file) => inComments(scope, file)), ...inDocuments(scope)];
}

function inComments(scope: MoveScope, file: NixFile): Diagnostic[] {
  if (!file.parsed.ok) return [];
  return file.parsed.value.comments.flatMap((comment) => {
    const offsets = mentionedAt(scope, comment.text, file.path);
    return offsets.map((offset) => finding(scope, file, comment.start + offset));
  });
}

function inDocuments(scope: MoveScope): Diagnostic[] {
  const found: Diagnostic[] = [];
  let left = MAX_TOTAL_BYTES;
  for (const file of textFiles(scope.tree.root, MAX_FILE_BYTES)) {
    mentionedAt(scope, file.text, file.path).forEach((offset) => found.push(finding(scope, file, offset)));
    left -= file.text.length;
    if (left <= 0) break;
  }
  return found;
}

/** The offsets at which a text names what is moved, from the root or from the text's own folder; one for each line. */
function mentionedAt({ names }: MoveScope, text: string, path: string): number[] {
  const found: number[] = [];
  let line = -1;
  for (const match of text.matchAll(PATH_TEXT)) {
    const word = match[0].replace(/[.:]+$/, '');
    if (word === '' || (!word.includes('/') && !word.endsWith('.nix'))) continue;
    const fromFolder = withoutSlash(posix.join(posix.dirname(path), word));
    if (!names.has(withoutSlash(word.replace(/^\//, ''))) && !names.has(fromFolder)) continue;
    const start = text.lastIndexOf('\n', match.index);
    if (start !== line || found.length === 0) found.push(match.index);
    line = start;
  }
  return found;
}

function finding({ plan }: MoveScope, { path, text }: Pick<NixFile, 'path' | 'text'>, offset: number): Diagnostic {
  const file = { path: plan.files.get(path) ?? path, text };
  return at(
    file,
    { start: offset, end: offset },
    {
      severity: 'warning',
      code: 'path-mentioned',
      message: 'the old path of what is moved is written here',
      help: `it is now ${plan.to}; text is left as it is`,
    },
  );
}
