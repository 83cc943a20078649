import type { FlakeModel, ImportEdge, ModuleList } from '../../nix/model/flake-model.js';
import type { NixFile, NixTree } from '../../nix/nix-tree.js';
import { functionName } from '../../nix/syntax/called-name.js';
import { moduleShape } from '../../nix/syntax/module-shape.js';
import type { NixExpression, NixList } from '../../nix/syntax/syntax-tree.js';
import { staticName, walkExpressions, withoutParentheses } from '../../nix/syntax/walk.js';
import { operandsOf } from './list-operands.js';

/** Functions that hand a list on, or leave it out as a whole. */
const LIST_FUNCTIONS = new Set(['optionals', 'concatLists', 'flatten', 'mkBefore', 'mkAfter', 'mkDefault', 'mkForce']);

/** Names of lists that say which modules are not to be loaded, or of which a part is taken. */
const REFUSING = /disable|exclude|ignore|without|skip|remove|kernelModules/i;

/** The names that the module system itself gives to such a list, and those that people make of them. */
const OWN_NAME = /^(?:imports|modules)$/;
const TELLING_NAME = /(?:modules|imports)$/i;

/**
 * The lists of a file that are surely given to the module system as they are, in source order, so that an aggregator can stand for
 * its modules and a second import means nothing: the values of `imports` and `modules`, whole or as part of a sum, lists of which
 * such a value is made by name, and lists with a name such as `sharedModules` that name nothing but modules. What functions are
 * given may be anything. Every plain path to a file of the tree is an entry, folders too.
 */
export function loadedLists({ tree }: FlakeModel, file: NixFile): ModuleList[] {
  if (!file.parsed.ok || !/modules|imports/i.test(file.text)) return [];
  const lists = [...trustedLists(file.parsed.value.tree)].map(([list, trust]) => {
    const entries = list.items.map((item) => edgeOf(tree, file.path, { item, list }));
    return { trust, loaded: { from: file.path, via: 'list', list, entries } as const };
  });
  return lists
    .filter(({ trust, loaded: { entries } }) => {
      const edges = entries.flatMap((entry) => entry ?? []);
      return edges.length > 0 && (trust === 'own' || edges.every(({ to }) => isModule(tree, to)));
    })
    .map(({ loaded }) => loaded)
    .sort((a, b) => a.list.start - b.list.start);
}

function edgeOf(
  tree: NixTree,
  from: string,
  { item, list }: { readonly item: NixExpression; readonly list: NixList },
): ImportEdge | null {
  if (item.kind !== 'path' || item.text === null) return null;
  const target = tree.resolve(from, item.text);
  const { start, end, text: path } = item;
  return target.kind === 'nix-file'
    ? { from, to: target.path, literal: { path, start, end, via: 'list', list, isEntry: true } }
    : null;
}

type Trust = 'own' | 'by-name';

/** A binding's value, with the names of the sets around it as far as they are written next to each other. */
interface Bound {
  readonly value: NixExpression;
  readonly names: readonly string[];
}

function trustedLists(tree: NixExpression): ReadonlyMap<NixList, Trust> {
  const bound = boundValues(tree);
  const used = new Set(
    bound.filter(isOwn).flatMap(({ value }) => partsOf(value).flatMap((part) => variableOf(part) ?? [])),
  );
  const trust = new Map<NixList, Trust>();
  for (const one of bound) {
    if (one.names.some((name) => REFUSING.test(name))) continue;
    const isTelling = one.names.some((name) => TELLING_NAME.test(name) || used.has(name));
    const given = isOwn(one) ? 'own' : isTelling ? 'by-name' : null;
    if (given === null) continue;
    for (const part of partsOf(one.value))
      if (part.kind === 'list' && trust.get(part) !== 'own') trust.set(part, given);
  }
  return trust;
}

function isOwn({ names }: Bound): boolean {
  return OWN_NAME.test(names.at(-1) ?? '');
}

/** Deep names are not kept: they would cost quadratic memory, and mean nothing here. */
const MOST_NAMES = 8;

function boundValues(tree: NixExpression): Bound[] {
  const found: Bound[] = [];
  const around = new Map<NixExpression, readonly string[]>();
  for (const node of walkExpressions(tree)) {
    if (node.kind !== 'attr-set' && node.kind !== 'let') continue;
    const outer = around.get(node) ?? [];
    for (const binding of node.bindings) {
      if (binding.kind !== 'bind') continue;
      const names = [...outer, ...binding.path.map((name) => staticName(name) ?? '?')].slice(-MOST_NAMES);
      found.push({ value: binding.value, names });
      const inner = withoutParentheses(binding.value);
      if (inner.kind === 'attr-set' && !OWN_NAME.test(names.at(-1) ?? '')) around.set(inner, names);
    }
  }
  return found;
}

/** What a value is put together from: lists, and expressions that are none. */
function partsOf(value: NixExpression): NixExpression[] {
  const parts: NixExpression[] = [];
  const pending = [value];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const inner = withoutParentheses(node);
    if (inner.kind === 'binary') pending.push(...operandsOf(inner).filter((operand) => operand !== inner));
    else if (inner.kind === 'let' || inner.kind === 'with') pending.push(inner.body);
    else if (inner.kind === 'if') pending.push(inner.consequent, inner.alternative);
    else if (inner.kind === 'apply' && isListFunction(inner.function)) pending.push(inner.argument);
    else parts.push(inner);
  }
  return parts;
}

function isListFunction(called: NixExpression): boolean {
  const inner = withoutParentheses(called);
  const name = functionName(inner.kind === 'apply' ? inner.function : inner);
  return name !== null && LIST_FUNCTIONS.has(name);
}

function variableOf(part: NixExpression): string | null {
  const inner = part.kind === 'select' ? withoutParentheses(part.expression) : part;
  return inner.kind === 'variable' ? inner.name : null;
}

function isModule(tree: NixTree, path: string): boolean {
  const parsed = tree.files.get(path)?.parsed;
  return parsed?.ok === true && moduleShape(parsed.value.tree).kind === 'module';
}
