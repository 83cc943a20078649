import { argumentNames } from '../../nix/syntax/free-variables.js';
import type { NixBinding, NixExpression } from '../../nix/syntax/syntax-tree.js';
import { staticName, walkExpressions } from '../../nix/syntax/walk.js';

/** What a module is given in a test; an own `lib` or other arguments are not known there. */
const GIVEN = new Set(['config', 'lib', 'pkgs']);
const BUILT_IN = new Set(
  'abort baseNameOf builtins dirOf false import isNull map null removeAttrs throw toString true'.split(' '),
);
/** What declarations of options take from `lib` of nixpkgs; a tree's own additions to `lib` are not among them. */
const LIBRARY = new Set(
  (
    'all any attrNames attrValues attrsets boolToString concatLists concatMap concatMapStringsSep concatStringsSep const elem ' +
    'escapeShellArg filter filterAttrs flatten foldl foldr genAttrs getExe hasPrefix hasSuffix head id isAttrs isBool isInt isList ' +
    'isString last length listToAttrs lists literalExample literalExpression literalMD maintainers mapAttrs mapAttrsToList mdDoc ' +
    'mkDefault mkEnableOption mkForce mkIf mkMerge mkOption mkPackageOption nameValuePair optional optionalAttrs optionalString ' +
    'optionals range recursiveUpdate removePrefix removeSuffix splitString strings tail toLower toUpper types unique ' +
    'versionAtLeast versionOlder'
  ).split(' '),
);
/** Types that are nothing but their name, their arguments and what is written in them. */
export const PLAIN_TYPES = new Set(
  (
    'anything attrs attrsOf between bool commas either enum envVar float int ints lazyAttrsOf lines listOf nonEmptyStr nonnegative ' +
    'nullOr number numbers oneOf package path port positive raw s16 s32 s8 separatedString singleLineStr str strMatching u16 u32 u8 ' +
    'unsigned'
  ).split(' '),
);
const MODULE_TYPES = [
  'deferredModule',
  'submodule',
  'submoduleWith',
  'unspecified',
  'functionTo',
  'uniq',
  'unique',
  'addCheck',
];
const KNOWN = new Set([...LIBRARY, ...PLAIN_TYPES, ...MODULE_TYPES]);
/** Known only behind `lib.`: as names of their own they may mean something else. */
const MEMBERS = new Set([...KNOWN, "mapAttrs'", 'makeBinPath', 'modules', 'options', 'trivial']);

/**
 * The first name that an expression of a file needs and a test cannot give, following what `let` binds; null when there is none.
 * On the safe side: what it cannot resolve, it names.
 */
export function foreignName(tree: NixExpression, roots: readonly NixExpression[]): string | null {
  const bound = boundNames(tree);
  const formals = new Set(tree.kind === 'function' ? (tree.formals?.names ?? []).map(({ name }) => name) : []);
  const followed = new Set<string>();
  const pending = [...roots];
  for (let root = pending.pop(); root !== undefined; root = pending.pop()) {
    for (const node of walkExpressions(root)) {
      if (node.kind === 'search-path') return node.text;
      for (const name of namesUsed(node)) {
        if (followed.has(name)) continue;
        followed.add(name);
        const values = bound.values.get(name);
        if (values !== undefined) pending.push(...values);
        else if (formals.has(name) && !GIVEN.has(name)) return name;
        else if (!bound.locals.has(name) && !GIVEN.has(name) && !BUILT_IN.has(name) && !KNOWN.has(name)) return name;
      }
      const foreign = foreignMember(node);
      if (foreign !== null) return foreign;
    }
  }
  return null;
}

/** `lib.x` of which nixpkgs knows nothing. */
function foreignMember(node: NixExpression): string | null {
  if (node.kind !== 'select' || node.expression.kind !== 'variable' || node.expression.name !== 'lib') return null;
  const [first] = node.path;
  const name = first === undefined ? null : staticName(first);
  return name !== null && MEMBERS.has(name) ? null : `lib.${name ?? '…'}`;
}

function namesUsed(node: NixExpression): string[] {
  if (node.kind === 'variable') return [node.name];
  if (node.kind !== 'attr-set' && node.kind !== 'let') return [];
  return node.bindings.flatMap((binding) =>
    binding.kind === 'inherit' && binding.from === null
      ? binding.attributes.flatMap((name) => staticName(name) ?? [])
      : [],
  );
}

interface BoundNames {
  /** By name, what the `let`s of the file bind it to. */
  readonly values: ReadonlyMap<string, readonly NixExpression[]>;
  /** Arguments of functions inside the file, and names of recursive sets. */
  readonly locals: ReadonlySet<string>;
}

function boundNames(tree: NixExpression): BoundNames {
  const values = new Map<string, NixExpression[]>();
  const locals = new Set<string>();
  for (const node of walkExpressions(tree)) {
    if (node.kind === 'let') node.bindings.forEach((binding) => addValues(values, binding));
    if (node.kind === 'attr-set' && node.recursive) node.bindings.forEach((binding) => addValues(values, binding));
    if (node.kind !== 'function' || node === tree) continue;
    argumentNames(node).forEach((name) => locals.add(name));
  }
  return { values, locals };
}

function addValues(values: Map<string, NixExpression[]>, binding: NixBinding): void {
  const names = binding.kind === 'bind' ? binding.path.slice(0, 1) : binding.attributes;
  const value = binding.kind === 'bind' ? binding.value : binding.from;
  for (const name of names.map(staticName)) {
    if (name === null || value === null) continue;
    const known = values.get(name);
    if (known === undefined) values.set(name, [value]);
    else known.push(value);
  }
}
