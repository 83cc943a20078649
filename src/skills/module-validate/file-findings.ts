import type { Diagnostic } from '../../base/diagnostic.js';
import type { NixFile, NixTree } from '../../nix/nix-tree.js';
import { locate } from '../../nix/tree-context.js';
import { isLibrary } from '../../nix/repository-path.js';
import type { NixImport } from '../../nix/syntax/module-imports.js';
import { moduleShape } from '../../nix/syntax/module-shape.js';
import { lineText } from '../../nix/syntax/position.js';
import type { NixSource } from '../../nix/syntax/parse-nix.js';
import type { Span } from '../../nix/syntax/syntax-tree.js';
import { staticName, staticPath, walkExpressions, withoutParentheses } from '../../nix/syntax/walk.js';

export interface FileRules {
  /** More lines than this are a warning. */
  readonly maxLines: number;
  /** A comment before the first expression is asked for. */
  readonly requireHeader: boolean;
}

interface Finding {
  readonly severity: Diagnostic['severity'];
  readonly code: string;
  readonly message: string;
  readonly help?: string;
}

/** Everything that can be said of one file without running Nix. */
export function fileFindings(tree: NixTree, file: NixFile, rules: FileRules): Diagnostic[] {
  if (!file.parsed.ok) return [...encodingFindings(file), syntaxError(file)];
  return [
    ...encodingFindings(file),
    ...file.imports.flatMap((one) => importFinding(tree, file, one)),
    ...duplicateImports(tree, file),
    ...optionFindings(file, file.parsed.value),
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

function importFinding(tree: NixTree, file: NixFile, one: NixImport): Diagnostic[] {
  const target = tree.resolve(file.path, one.path);
  switch (target.kind) {
    case 'other':
      return [];
    case 'outside':
      return [
        at(file, one, {
          severity: 'error',
          code: 'import-outside',
          message: `${one.path} is outside the repository`,
          help: 'a flake can only read its own files',
        }),
      ];
    case 'missing': {
      // a file that looks before it leaps may name files that are not always there
      const severity = file.text.includes('pathExists') ? 'warning' : 'error';
      return [
        at(file, one, {
          severity,
          code: 'import-missing',
          message: `${one.path} does not exist`,
          help: `there is no ${target.path}, or it is a folder without default.nix`,
        }),
      ];
    }
    case 'nix-file':
      return one.via === 'imports' || one.via === 'modules' ? shapeFinding(tree, file, { one, path: target.path }) : [];
  }
}

function shapeFinding(tree: NixTree, file: NixFile, { one, path }: { one: NixImport; path: string }): Diagnostic[] {
  const imported = tree.files.get(path);
  if (imported?.parsed.ok !== true || moduleShape(imported.parsed.value.tree).kind === 'module') return [];
  const top = withoutParentheses(imported.parsed.value.tree);
  const certain = ['list', 'string', 'int', 'float', 'uri', 'path', 'search-path'].includes(top.kind);
  const message = certain ? `${one.path} is a ${top.kind}, not a module` : `${one.path} does not look like a module`;
  return [
    at(file, one, {
      severity: certain ? 'error' : 'warning',
      code: 'not-a-module',
      message,
      help: 'a module is a set, or a function `{ config, lib, pkgs, ... }:` to a set',
    }),
  ];
}

function duplicateImports(tree: NixTree, file: NixFile): Diagnostic[] {
  const seen = new Set<string>();
  return file.imports.flatMap((one) => {
    if (one.via === 'import' || one.via === 'callPackage') return [];
    const target = tree.resolve(file.path, one.path);
    if (target.kind === 'outside' || one.list === null || !one.isEntry) return [];
    const key = `${one.list.start}:${target.path}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const severity = one.via === 'imports' ? 'error' : 'warning';
    return [
      at(file, one, {
        severity,
        code: 'import-duplicate',
        message: `${one.path} is imported twice in this list`,
        help: 'remove one of the two',
      }),
    ];
  });
}

function optionFindings(file: NixFile, { tree }: NixSource): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const node of walkExpressions(tree)) {
    if (node.kind !== 'apply' || node.argument.kind !== 'attr-set') continue;
    const called =
      node.function.kind === 'select'
        ? staticPath(node.function.path)?.at(-1)
        : node.function.kind === 'variable'
          ? node.function.name
          : null;
    if (called !== 'mkOption') continue;
    const names = new Set(
      node.argument.bindings.flatMap((binding) =>
        (binding.kind === 'bind' ? binding.path.slice(0, 1) : binding.attributes).map(staticName),
      ),
    );
    const missing = ['type', 'description'].filter((name) => !names.has(name));
    if (missing.length === 0 || names.has(null)) continue;
    found.push(
      at(file, node.function, {
        severity: 'warning',
        code: 'option-undocumented',
        message: `this option has no ${missing.join(' and no ')}`,
      }),
    );
  }
  return found;
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

function at(file: NixFile, span: Span, finding: Finding): Diagnostic {
  const location = locate(file, span.start, span.end);
  const sourceLine = lineText(file.text, location.line ?? 1);
  return { ...finding, location, ...(sourceLine === undefined ? {} : { sourceLine }) };
}
