import { posix } from 'node:path';
import { escapeText, pathLiteral, relativePath } from '../../nix/path-literal.js';
import type { Span } from '../../nix/syntax/syntax-tree.js';
import type { TextEdit } from '../file-change.js';
import { mayMean } from './path-match.js';
import type { PathForm, PathUse, Tail } from './path-uses.js';
import { withoutSlash } from './path-value.js';
import type { MoveScope } from './move-scope.js';

/** What is to be done about one use of a path: edits, or the reason why there can be none. */
export type Mending =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'refused' | 'doubtful'; readonly why: string; readonly help: string };

const NOTHING: Mending = { kind: 'edits', edits: [] };
const BY_HAND = 'mend this place by hand first, so that it names the file by a path literal';

/** Where the folder of the file lies in which a path is written: other than before, when that file is moved itself. */
export interface Folders {
  readonly before: string;
  readonly after: string;
}

/** Makes a use of a path mean after the move what it meant before. */
export function mendUse(scope: MoveScope, use: PathUse, folders: Folders): Mending {
  const [head, ...rest] = use.pattern;
  if (rest.length > 0) return mendComputed(scope, use, folders);
  const path = withoutSlash(head);
  const concern = folderConcern(scope, use, path);
  if (concern !== null && concern.kind === 'refused') return concern;
  const edits = writePath(scope, use, { folders, path: scope.newPath(path, use.role.kind) });
  if (edits === null) return cannotWrite(scope);
  return edits.length === 0 && concern !== null ? concern : { kind: 'edits', edits };
}

/** A folder that is not loaded, but listed, copied or read: what is in it counts. */
function folderConcern(scope: MoveScope, { role }: PathUse, path: string): Mending | null {
  if (!scope.isFolder(path) || scope.isInside(path)) return null;
  const { from } = scope.plan;
  if (role.kind === 'listed' && scope.changesContents(path, role.deep)) {
    const why = `${role.by} lists ${shown(path)} here, and the move changes what it finds there`;
    return { kind: 'refused', why, help: 'name the modules one by one first, or choose another place' };
  }
  if (role.kind === 'module') return null;
  if (scope.isEmptied(path) && !scope.isDefaultNix(path)) {
    return { kind: 'refused', why: `${path} is meant here, and would be gone without ${from}`, help: BY_HAND };
  }
  if (role.kind !== 'value') return null;
  if (scope.isDefaultNix(path) && !scope.isEmptied(path)) {
    return { kind: 'refused', why: `this may mean ${from}, or the folder that it is in`, help: BY_HAND };
  }
  if (!role.isWhole || !scope.changesContents(path, true)) return null;
  const why = `${shown(path)} is meant here, and the move changes what is in it`;
  return { kind: 'doubtful', why, help: 'what is made of the whole folder may become different' };
}

/** A path with computed parts: what stands before the first of them can be mended when the whole folder is moved. */
function mendComputed(scope: MoveScope, use: PathUse, folders: Folders): Mending {
  const [head] = use.pattern;
  const beginning = head.endsWith('/') ? withoutSlash(head) : posix.dirname(head);
  if (!scope.isInside(beginning) || use.form.kind === 'computed') {
    const meant = [...scope.names].find((name) => mayMean(use.pattern, name));
    if (meant !== undefined)
      return { kind: 'refused', why: `this path is computed, and may mean ${meant}`, help: BY_HAND };
  }
  if (use.form.kind === 'computed') return NOTHING;
  const name = head.endsWith('/') ? '' : posix.basename(head);
  const edits = writePath(scope, use, { folders, path: scope.newPath(beginning, 'base'), name });
  return edits === null ? cannotWrite(scope) : { kind: 'edits', edits };
}

interface NewPlace {
  readonly folders: Folders;
  /** That the expression is to mean; with `name`, the folder up to the slash before it. */
  readonly path: string;
  /** The beginning of a name that goes on with something computed. */
  readonly name?: string;
}

/** The edits after which the expression means the path; null when its form cannot say that. */
function writePath(scope: MoveScope, { span, form }: PathUse, place: NewPlace): TextEdit[] | null {
  switch (form.kind) {
    case 'literal':
      return form.whole && place.name === undefined
        ? writeLiteral(span, form.head.text, place)
        : writeHead(form.head, place);
    case 'sum':
      return writeSum(scope, form, place);
    case 'tail': {
      const base = scope.newPath(withoutSlash(form.base), 'base');
      return writeTail(form.tail, base, place);
    }
    case 'computed':
      return [];
  }
}

function writeLiteral(span: Span, written: string, { folders, path }: NewPlace): TextEdit[] {
  const folder = folders.after;
  const bare = !/^\.\.?\//.test(written);
  if (withoutSlash(posix.join(folder, written)) === path) {
    // `../a/x.nix` in a file that comes into a is `./x.nix`, if the author had written the shortest way
    const before = pathLiteral(folders.before, withoutSlash(posix.join(folders.before, written)), { bare });
    if (folders.before === folder || before !== written) return [];
  }
  const text = pathLiteral(folder, path, { bare });
  return text === written ? [] : [{ start: span.start, end: span.end, text }];
}

/** The text of a path literal before its first computed part. */
function writeHead(head: Extract<PathForm, { kind: 'literal' }>['head'], place: NewPlace): TextEdit[] | null {
  const { folders, path, name = '' } = place;
  const folder = folders.after;
  const slash = head.text.lastIndexOf('/') + 1;
  if (withoutSlash(posix.join(folder, head.text.slice(0, slash))) === path) return [];
  const relative = relativePath(folder, path);
  if (!/^[a-zA-Z0-9._+/-]+$/.test(relative)) return null;
  const dots = relative === '.' || relative.startsWith('..') ? relative : `./${relative}`;
  return [{ start: head.start, end: head.end, text: `${dots}/${name}` }];
}

/** `./folder + "/name"`: the folder stays when the new path is below it, else it becomes the new path's own. */
function writeSum(scope: MoveScope, form: Extract<PathForm, { kind: 'sum' }>, place: NewPlace): TextEdit[] | null {
  const { literal, tail } = form;
  const written = literal.text ?? '';
  const { folders, path, name } = place;
  const whole = withoutSlash(posix.join(folders.after, written) + tailFolder(tail, name));
  if (whole === path) return [];
  const base = scope.newPath(withoutSlash(posix.join(folders.before, written)), 'base');
  const keeps = isBelow(base, path) || (name !== undefined && base === path);
  const newBase = keeps ? base : name === undefined ? posix.dirname(path) : path;
  const edit = writeTail(tail, newBase, place);
  return edit === null ? null : [...writeLiteral(literal, written, { folders, path: newBase }), ...edit];
}

/** The text behind a folder that is known. */
function writeTail(tail: Tail, base: string, { path, name }: NewPlace): TextEdit[] | null {
  if (posix.join(base, tailFolder(tail, name)).replace(/(?<=.)\/$/, '') === path) return [];
  if (base !== path && !isBelow(base, path)) return null;
  const rest = base === path ? '' : base === '.' ? path : path.slice(base.length + 1);
  const slash = tail.text.startsWith('/') ? '/' : '';
  const end = name === undefined ? '' : rest === '' ? name : `/${name}`;
  const text = slash + rest + end;
  if (tail.quote === null && !/^[a-zA-Z0-9._+/-]*$/.test(text)) return null;
  return [{ start: tail.start, end: tail.end, text: tail.quote === null ? text : escapeText(text, tail.quote) }];
}

/** The part of a tail that names a folder, when a computed name follows it; else all of it. */
function tailFolder(tail: Tail, name: string | undefined): string {
  return name === undefined ? tail.text : tail.text.slice(0, tail.text.lastIndexOf('/') + 1);
}

function isBelow(folder: string, path: string): boolean {
  return folder === '.' ? !path.startsWith('..') : path.startsWith(`${folder}/`);
}

function cannotWrite({ plan }: MoveScope): Mending {
  const why = `what is written here cannot be made to mean ${plan.to}`;
  return { kind: 'refused', why, help: BY_HAND };
}

function shown(folder: string): string {
  return folder === '.' ? 'the whole repository' : folder;
}
