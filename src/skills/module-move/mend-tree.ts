import { posix } from 'node:path';
import type { Diagnostic } from '../../base/diagnostic.js';
import type { NixFile } from '../../nix/nix-tree.js';
import type { TextEdit } from '../file-change.js';
import { at } from '../finding.js';
import { mendUse } from './mend-use.js';
import type { MoveScope } from './move-scope.js';
import { filePaths, type PathHint } from './path-uses.js';
import { withoutSlash } from './path-value.js';
import { treeFunctions, type TreeFunctions } from './tree-functions.js';

export interface MendedTree {
  /** By the path before the move; only files with edits. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  /** Errors where a reference cannot be mended. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Works out every edit that the references of a tree need, and all that stands against the move. */
export function mendTree(scope: MoveScope): MendedTree {
  const { tree } = scope;
  const flakeOf = flakeFolders(scope);
  const functions = treeFunctions(tree, flakeOf);
  const edits = new Map<string, readonly TextEdit[]>();
  const diagnostics: Diagnostic[] = [];
  for (const file of tree.files.values()) {
    if (!file.parsed.ok) {
      diagnostics.push(...unreadable(scope, file));
      continue;
    }
    const mended = mendFile(scope, file, { flake: flakeOf(file.path), functions });
    if (mended.edits.length > 0) edits.set(file.path, mended.edits);
    diagnostics.push(...mended.diagnostics);
  }
  return { edits, diagnostics };
}

/** Where something that is no longer there is still referred to. */
export function leftReferences(scope: MoveScope): Diagnostic[] {
  const flakeOf = flakeFolders(scope);
  const functions = { readers: new Map<string, boolean>(), appenders: new Map<string, string>() };
  const { from } = scope.plan;
  return [...scope.tree.files.values()].flatMap((file) =>
    filePaths(file, flakeOf(file.path), functions)
      .uses.filter(({ pattern }) => {
        const path = withoutSlash(pattern[0]);
        return pattern.length === 1 && (path === from || path.startsWith(`${from}/`));
      })
      .map(({ span }) =>
        at(file, span, {
          severity: 'error',
          code: 'reference-left',
          message: `${from} is gone, and this still refers to it`,
          help: `write ${scope.plan.to}, or move the file back and let this skill move it`,
        }),
      ),
  );
}

function mendFile(
  scope: MoveScope,
  file: NixFile,
  { flake, functions }: { readonly flake: string | null; readonly functions: TreeFunctions },
): { edits: TextEdit[]; diagnostics: Diagnostic[] } {
  const folders = {
    before: posix.dirname(file.path),
    after: posix.dirname(scope.plan.files.get(file.path) ?? file.path),
  };
  const { uses, hints } = filePaths(file, flake, functions);
  const edits: TextEdit[] = [];
  const diagnostics = hints.flatMap((hint) => hintFinding(scope, file, hint));
  for (const use of uses) {
    const mending = mendUse(scope, use, folders);
    if (mending.kind === 'edits') {
      edits.push(...mending.edits);
      continue;
    }
    const severity = mending.kind === 'refused' ? 'error' : 'warning';
    const code = mending.kind === 'refused' ? 'reference-unclear' : 'folder-contents';
    diagnostics.push(at(file, use.span, { severity, code, message: mending.why, help: mending.help }));
  }
  return { edits, diagnostics };
}

/** Texts that spell the moved path. */
function hintFinding(scope: MoveScope, file: NixFile, { span, text, kind }: PathHint): Diagnostic[] {
  const help = 'if it does, write a path literal in its place first; if not, give the text another form';
  if (kind === 'tail') {
    const meant = [...scope.names].find((name) => `/${name}`.endsWith(text));
    if (meant === undefined || text === '/default.nix') return [];
    const certain = text.lastIndexOf('/') > 0;
    if (!certain && !text.endsWith('.nix')) return [];
    const message = `this may mean ${meant}: what stands before ${text} is not known`;
    return [at(file, span, { severity: certain ? 'error' : 'warning', code: 'reference-unclear', message, help })];
  }
  const meant = meantByText(scope, file, text);
  if (meant === null) return [];
  const message = `this text may mean ${meant}`;
  return [at(file, span, { severity: 'error', code: 'reference-unclear', message, help })];
}

/** The moved path that a text names from the root, or from the file's own folder; null when it names none. */
function meantByText({ names, plan }: MoveScope, file: NixFile, text: string): string | null {
  const plain = text.replace(/^(?:path|git\+file):/, '');
  if (/\s/.test(plain) || plain === '') return null;
  const fromRoot = withoutSlash(plain.replace(/^\//, ''));
  const isTelling = plain.includes('/') || plain.endsWith('.nix');
  if (isTelling && names.has(fromRoot) && fromRoot.includes(plain.endsWith('.nix') ? '.' : '/')) return fromRoot;
  if (plain.startsWith('/') || plan.files.has(file.path)) return null;
  const isRelative = /^\.\.?\//.test(plain) || (plain.endsWith('.nix') && plain !== 'default.nix');
  const fromFolder = withoutSlash(posix.join(posix.dirname(file.path), plain));
  return isRelative && names.has(fromFolder) ? fromFolder : null;
}

/** A file that does not parse may refer to what is moved when it has its name in it. */
function unreadable({ plan }: MoveScope, file: NixFile): Diagnostic[] {
  if (file.parsed.ok) return [];
  const name =
    posix.basename(plan.from) === 'default.nix' ? posix.basename(posix.dirname(plan.from)) : posix.basename(plan.from);
  if (!plan.files.has(file.path) && !file.text.includes(name)) return [];
  const { message, line, column } = file.parsed.error;
  return [
    {
      severity: 'error',
      code: 'nix-syntax',
      message: `does not parse, so that its references cannot be mended: ${message}`,
      location: { file: file.path, line, column },
      help: 'mend the syntax first',
    },
  ];
}

/** The folder of the flake that a file belongs to, which `self` means in it: the nearest above with a `flake.nix`. */
function flakeFolders({ tree }: MoveScope): (path: string) => string | null {
  const known = new Map<string, string | null>();
  const find = (folder: string): string | null => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const own = tree.files.has(posix.join(folder, 'flake.nix'));
    const found = own ? folder : folder === '.' ? null : find(posix.dirname(folder));
    known.set(folder, found);
    return found;
  };
  return (path) => find(posix.dirname(path));
}
