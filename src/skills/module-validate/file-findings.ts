import type { Diagnostic } from '../../base/diagnostic.js';
import type { DeclaredOption } from '../../nix/model/declared-options.js';
import type { FlakeModel } from '../../nix/model/flake-model.js';
import type { NixFile } from '../../nix/nix-tree.js';
import { isLibrary } from '../../nix/repository-path.js';
import type { NixSource } from '../../nix/syntax/parse-nix.js';
import { lineText } from '../../nix/syntax/position.js';
import { at } from '../finding.js';
import { TO_BE_READ } from '../import-findings.js';

export interface FileRules {
  /** More lines than this are a warning. */
  readonly maxLines: number;
  /** A comment before the first expression is asked for. */
  readonly requireHeader: boolean;
}

/** Everything that can be said of one file without running Nix. */
export function fileFindings(model: FlakeModel, file: NixFile, rules: FileRules): Diagnostic[] {
  if (!file.parsed.ok) return [...encodingFindings(file), syntaxError(file)];
  return [
    ...encodingFindings(file),
    ...documentationFindings(model, file),
    ...(isLibrary(file.path) ? [] : formFindings(file, file.parsed.value, rules)),
  ];
}

function syntaxError(file: NixFile): Diagnostic {
  if (!file.parsed.ok) {
    const { message, line, column } = file.parsed.error;
    const sourceLine = lineText(file.text, line);
    const help = file.text.startsWith('\uFEFF')
      ? 'remove the byte order mark at the beginning of the file'
      : 'the mistake is often just before this place: a missing `;`, bracket or quote';
    const finding: Diagnostic = {
      severity: 'error',
      code: 'nix-syntax',
      message: `syntax error, ${message}`,
      location: { file: file.path, line, column },
      help,
    };
    return sourceLine === undefined ? finding : { ...finding, sourceLine };
  }
  throw new Error(`${file.path} parses`);
}

function encodingFindings(file: NixFile): Diagnostic[] {
  const found: Diagnostic[] = [];
  const location = { file: file.path, line: 1, column: 1 };
  if (!file.isUtf8)
    found.push({
      severity: 'warning',
      code: 'not-utf8',
      message: 'the file is not UTF-8',
      location,
      help: 'convert it: editors and reviews show it wrongly',
    });
  if (file.text.includes('\r\n'))
    found.push({
      severity: 'warning',
      code: 'crlf',
      message: 'the file has Windows line endings',
      location,
      help: 'convert it to line feeds: in scripts inside strings they do harm',
    });
  return found;
}

/**
 * An option that only modules see (`internal`) needs no words; what is inherited or computed may be there unseen. Files beside the
 * modules, such as tests, are no reference.
 */
function documentationFindings(model: FlakeModel, file: NixFile): Diagnostic[] {
  if (TO_BE_READ.test(file.path)) return [];
  return model.optionsOf(file.path).flatMap((option) => {
    if (option.via !== 'mkOption' || !option.isComplete || mayExtend(option, file.text)) return [];
    const missing = [
      ...(option.type === null ? ['type'] : []),
      ...(option.description === null && !option.hidden ? ['description'] : []),
    ];
    if (missing.length === 0) return [];
    const name = option.path === null ? 'this option' : `the option ${JSON.stringify(option.path.join('.'))}`;
    const message = `${name} has no ${missing.join(' and no ')}`;
    return [at(file, option.function, { severity: 'warning', code: 'option-undocumented', message })];
  });
}

/** Nothing but a type of submodules: modules add so to an option that is declared, and described, elsewhere. */
function mayExtend({ type, default: value, defaultText, description, example }: DeclaredOption, text: string): boolean {
  const isBare = [value, defaultText, description, example].every((part) => part === null);
  return isBare && type !== null && /\bsubmodule(?:With)?\b/.test(text.slice(type.start, type.end));
}

function formFindings(
  file: NixFile,
  { tree, comments }: NixSource,
  { maxLines, requireHeader }: FileRules,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const lines = file.text.split('\n').length - (file.text.endsWith('\n') ? 1 : 0);
  const location = { file: file.path, line: 1, column: 1 };
  const header = comments.some(
    (comment) => comment.end <= tree.start && comment.text.replaceAll(/[#*/\s]/g, '') !== '',
  );
  if (requireHeader && !header)
    found.push({
      severity: 'warning',
      code: 'no-header',
      message: 'no comment at the top says what the file is for',
      location,
    });
  if (lines > maxLines)
    found.push({
      severity: 'warning',
      code: 'file-too-long',
      message: `${lines} lines, more than ${maxLines}`,
      location,
      help: 'split it by topic',
    });
  return found;
}
