import { callOf, functionName } from './called-name.js';
import { joinedPath } from './joined-path.js';
import { letBindings } from './let-bindings.js';
import type { NixSource } from './parse-nix.js';
import type { NixApply, NixAttrName, NixBinding, NixExpression, Span } from './syntax-tree.js';
import { childExpressions, staticName, withoutParentheses } from './walk.js';

/**
 * A path of the flake that a file names: written as a path, joined from parts (`./. + "/x"`, `"${self}/x"`), or as a text that
 * may mean one (`"modules/x.nix"`). What becomes of it is only told as far as it can be seen where it is written.
 */
export interface PathMention extends Span {
  /** Where it begins: the file's own folder, the flake's root, or a value that is not known. */
  readonly base: 'file' | 'root' | 'unknown';
  /** The part that is written out; when `computed` it may end within a name. */
  readonly path: string;
  /** Something computed follows. */
  readonly computed: boolean;
  readonly use: PathUse;
}

/**
 * `import`: a file, or a folder's `default.nix`; `value`: bound or listed; `argument`: given to a function, which may read a whole
 * folder; `source`: handed to a build, or printed; `text`: a string that may or may not be a path.
 */
export type PathUse = 'import' | 'value' | 'argument' | 'source' | 'text';

interface Visit {
  readonly node: NixExpression;
  readonly use: PathUse;
  /** The function around it has a name that speaks of paths: `relativeToRoot "home"`. */
  readonly isPathFunction?: boolean;
}

interface Walk {
  readonly pending: Visit[];
  readonly found: PathMention[];
  readonly known: ReadonlyMap<string, string>;
}

/** They read the file they are given, or the `default.nix` of the folder; `callPackage` and its kin, `importApply`. */
const IMPORTERS =
  /^(?:import|scopedImport|importApply|importJSON|importTOML|call[A-Z]\w*|\w+[cC]allPackages?|readFile|pathExists|newScope)$/;

/** They take the sources of a build, or print them; nothing of them is evaluated. */
const BUILDERS =
  /^(?:mkDerivation|build[A-Z]\w*|run[A-Z]\w*|run|cleanSource\w*|filterSource|gitignoreSource|toSource|sourceByRegex|makeSetupHook|writeShell\w+|writeScript\w*|mkShell\w*|symlinkJoin|toString)$/;

/** They hand on what they are given. */
const HANDED_ON =
  /^(?:optional|optionals|optionalAttrs|singleton|mkIf|mkMerge|mkForce|mkDefault|flatten|concatLists|toList|unique|filter|reverseList)$/;

/** They read whole folders of the tree that they are given; `blueprint` and the like get it with all inputs. */
const READERS = /^(?:readDir|listFilesRecursive|import-tree|importTree|load\w*|blueprint)$/;

const PATH_FUNCTION = /path|root|relative|dir|folder|import|module/i;

/** All mentions of paths in a file, in no particular order. Linear; uses no call stack. */
export function pathMentions({ tree, hasPaths }: NixSource): PathMention[] {
  const found: PathMention[] = [];
  // most files write no path, and need no walk for their names
  const known = hasPaths ? pathNames(tree) : new Map<string, string>();
  const pending: Visit[] = [{ node: tree, use: 'value' }];
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const joined = joinedPath(visit.node, known);
    if (joined === null) {
      pushChildren({ pending, found, known }, visit);
      continue;
    }
    const { base, path, computed, isText, holes } = joined;
    const { start, end } = visit.node;
    if (base !== null && (!isText || mayBePath(path, visit)))
      found.push({ start, end, base, path, computed, use: isText ? 'text' : useOf(visit, path) });
    for (const node of holes) pending.push({ node, use: holeUse(node) });
  }
  return found;
}

/** A string that is nothing but a path prints where its copy is. */
function useOf({ node, use }: Visit, path: string): PathUse {
  const isCopy = node.kind === 'string' && node.parts.length === 1 && /^[./]/.test(path);
  return isCopy && use !== 'import' ? 'source' : use;
}

/** The names that `let` gives to path literals: each is taken for its path where it is used. */
function pathNames(tree: NixExpression): Map<string, string> {
  const names = new Map<string, string>();
  for (const [name, value] of letBindings(tree)) {
    const inner = withoutParentheses(value);
    if (inner.kind === 'path' && inner.text !== null) names.set(name, inner.text);
  }
  return names;
}

/** A single word is only taken for a path where a function for paths gets it. */
function mayBePath(text: string, { isPathFunction }: Visit): boolean {
  return text.includes('/') || text.endsWith('.nix') || isPathFunction === true;
}

/** `"${./script.sh}"` prints the path of a copy; other computed parts are expressions like any other. */
function holeUse(node: NixExpression): PathUse {
  return node.kind === 'path' ? 'source' : 'value';
}

function pushChildren(walk: Walk, visit: Visit): void {
  const { node, use } = visit;
  const { pending, known } = walk;
  switch (node.kind) {
    case 'apply':
      pushCall(walk, { node, use });
      return;
    case 'attr-set':
    case 'let':
    case 'legacy-let':
      // only the set itself is what a function gets; what is nested deeper is bound to something
      for (const binding of node.bindings) {
        const isNamed = node.kind === 'let' && isPathName(binding, known);
        if (!isNamed) pushBinding(pending, binding, node.kind === 'attr-set' ? use : 'value');
      }
      if (node.kind === 'let') pending.push({ node: node.body, use });
      return;
    case 'if':
      pending.push({ node: node.condition, use: 'value' });
      pending.push({ node: node.consequent, use }, { node: node.alternative, use });
      return;
    case 'select':
    case 'has-attr':
      childExpressions(node).forEach((child) => pending.push({ node: child, use: 'value' }));
      return;
    case 'assert':
    case 'binary':
    case 'float':
    case 'function':
    case 'int':
    case 'list':
    case 'negate':
    case 'not':
    case 'parenthesis':
    case 'path':
    case 'search-path':
    case 'string':
    case 'uri':
    case 'variable':
    case 'with':
      childExpressions(node).forEach((child) => pending.push({ ...visit, node: child }));
  }
}

function isPathName(binding: NixBinding, known: ReadonlyMap<string, string>): boolean {
  const [first, ...rest] = binding.kind === 'bind' ? binding.path : [];
  const name = first === undefined || rest.length > 0 ? null : staticName(first);
  return name !== null && known.has(name);
}

function pushBinding(pending: Visit[], binding: NixBinding, use: PathUse): void {
  if (binding.kind === 'inherit') {
    if (binding.from !== null) pending.push({ node: binding.from, use: 'value' });
    else pending.push(...binding.attributes.flatMap((attribute) => inherited(attribute, use)));
    return;
  }
  const last = binding.path.at(-1);
  const name = last === undefined ? null : staticName(last);
  const value = withoutParentheses(binding.value);
  for (const part of binding.path) if (part.kind === 'dynamic') pending.push({ node: part.expression, use: 'value' });
  if (use === 'source') pending.push({ node: value, use });
  else if (name === 'imports' || name === 'modules') pending.push({ node: value, use: 'import' });
  else pending.push({ node: value, use: use === 'argument' && value.kind !== 'attr-set' ? 'argument' : 'value' });
}

/** `inherit root;` is `root = root;`. */
function inherited(attribute: NixAttrName, use: PathUse): Visit[] {
  const name = staticName(attribute);
  if (name === null) return [];
  const { start, end } = attribute;
  return [{ node: { kind: 'variable', name, start, end }, use }];
}

function pushCall({ pending, found }: Walk, { node, use }: { node: NixApply; use: PathUse }): void {
  const { name, function: called, arguments: values } = callOf(node);
  pending.push({ node: called, use: 'value' });
  if (name !== null && READERS.test(name)) found.push(...wholeTree(node, name, values));
  const mapped = name === 'map' && values[0] !== undefined ? functionName(values[0]) : null;
  const isPathFunction = PATH_FUNCTION.test(mapped ?? name ?? '');
  values.forEach((value, i) => {
    const inner = isImporter(mapped) ? 'import' : argumentUse(name, use, i);
    pending.push({ node: withoutParentheses(value), use: inner, isPathFunction });
  });
}

function argumentUse(called: string | null, around: PathUse, index: number): PathUse {
  if (called !== null && BUILDERS.test(called)) return 'source';
  if (isImporter(called)) return index === 0 ? 'import' : 'value';
  if (called !== null && HANDED_ON.test(called)) return around;
  return around === 'source' ? 'source' : 'argument';
}

function isImporter(name: string | null): boolean {
  return name !== null && IMPORTERS.test(name);
}

/** The flake's own tree as it is, given to a function that reads folders. */
function wholeTree({ start, end }: Span, name: string, values: readonly NixExpression[]): PathMention[] {
  const given = values.some((value) => functionName(value) === 'self' || functionName(value) === 'outPath');
  if (name !== 'blueprint' && !given) return [];
  return [{ start, end, base: 'root', path: '', computed: true, use: 'argument' }];
}
