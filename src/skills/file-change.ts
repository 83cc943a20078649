import type { NixFile } from '../nix/nix-tree.js';

/**
 * What a skill wants done to the tree. Skills only say it; `apply-changes.ts` does it after everything was checked, so that a
 * skill that refuses has touched nothing, and `--check` is the same code. Paths are from the root, with `/`.
 */
export type FileChange =
  /** A new file, or an existing one with other content. */
  | { readonly kind: 'write'; readonly path: string; readonly bytes: Buffer }
  /** The file goes to a path that is free; its content may change on the way. */
  | { readonly kind: 'move'; readonly from: string; readonly to: string; readonly bytes: Buffer }
  | { readonly kind: 'remove'; readonly path: string };

/** One replaced range of a text: offsets in UTF-16 units, `end` excluded. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with all edits done; every other character stays as it is. Edits must not overlap: a bug of ours. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: replacement } of sorted) {
    if (start < at) throw new Error(`edits overlap at offset ${start}`);
    parts.push(text.slice(at, start), replacement);
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** The bytes of a changed text of a file, in the encoding that the file was read in. */
export function bytesOf({ isUtf8 }: Pick<NixFile, 'isUtf8'>, text: string): Buffer {
  return Buffer.from(text, isUtf8 ? 'utf8' : 'latin1');
}

/** Every path that a change touches: for reports, sorted by the caller. */
export function changedPaths(change: FileChange): string[] {
  return change.kind === 'move' ? [change.from, change.to] : [change.path];
}
