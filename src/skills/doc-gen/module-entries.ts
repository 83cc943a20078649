import { compareText } from '../../base/diagnostic.js';
import type { NixFile } from '../../nix/nix-tree.js';
import { moduleShape } from '../../nix/syntax/module-shape.js';
import type { NixExpression } from '../../nix/syntax/syntax-tree.js';
import { withoutParentheses } from '../../nix/syntax/walk.js';
import { MODULES_FOLDER } from '../select-files.js';
import { headerComment } from './header-comment.js';
import { effectText, headerText } from './header-text.js';
import type { OptionEntry } from './option-entries.js';

/** One file of the list of modules; the text is as the author wrote it, not yet safe to put into a document. */
export interface ModuleEntry {
  readonly file: string;
  /** What it is for, on one line; null when nothing tells. */
  readonly purpose: string | null;
  /** How many options it declares. */
  readonly options: number;
}

/** Every file below `modules/`, and every other one that declares options; sorted by path. */
export function moduleEntries(files: readonly NixFile[], options: readonly OptionEntry[]): ModuleEntry[] {
  const counts = new Map<string, number>();
  for (const { file } of options) counts.set(file, (counts.get(file) ?? 0) + 1);
  return files
    .filter(({ path }) => path.startsWith(`${MODULES_FOLDER}/`) || counts.has(path))
    .map((file) => {
      const count = counts.get(file.path) ?? 0;
      return { file: file.path, purpose: purposeOf(file, count > 0), options: count };
    })
    .sort((a, b) => compareText(a.file, b.file));
}

/** The header; what the file sets is added where no options tell more of it. */
function purposeOf(file: NixFile, hasOptions: boolean): string | null {
  if (!file.parsed.ok) return `Cannot be read: ${file.parsed.error.message}`;
  const header = headerComment(file);
  const { tree } = file.parsed.value;
  const { kind } = moduleShape(tree);
  if (kind !== 'module') return header ?? functionText(tree);
  if (header === null) return headerText(file);
  const effect = hasOptions ? null : effectText(file);
  return effect === null || effect === header ? header : `${header}${/[.!?:…]$/.test(header) ? '' : '.'} ${effect}`;
}

/** What a function with named arguments is called with. */
function functionText(tree: NixExpression): string | null {
  const top = withoutParentheses(tree);
  if (top.kind !== 'function' || top.formals === null) return null;
  const names = top.formals.names.map(({ name }) => name);
  if (names.length === 0) return null;
  const more = names.length > 4 ? ' and more' : '';
  return `Function of ${names.slice(0, 4).join(', ')}${more}.`;
}
