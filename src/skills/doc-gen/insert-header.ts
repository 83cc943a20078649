import type { NixFile } from '../../nix/nix-tree.js';
import { moduleShape } from '../../nix/syntax/module-shape.js';
import { bytesOf } from '../file-change.js';
import { afterShebang, headComments } from './header-comment.js';
import { headerText } from './header-text.js';

/** The file with a comment at its top that says what it is; null when it has one, is no module, or tells nothing about itself. */
export function withHeader(file: NixFile): Buffer | null {
  if (!file.parsed.ok || hasHeader(file) || moduleShape(file.parsed.value.tree).kind !== 'module') return null;
  const text = headerText(file);
  if (text === null || (!file.isUtf8 && /[\u0100-\uffff]/.test(text))) return null;
  const newline = file.text.includes('\r\n') ? '\r\n' : '\n';
  const at = afterShebang(file.text);
  const before = file.text.slice(0, at);
  const lead = before === '' || before.endsWith('\n') ? before : before + newline;
  return bytesOf(file, `${lead}# ${text}${newline}${file.text.slice(at)}`);
}

/** A comment with something to read before the first expression, other than a line for the kernel. */
function hasHeader(file: NixFile): boolean {
  return headComments(file).some(({ text }) => text.replaceAll(/[#*/\s]/g, '') !== '');
}
