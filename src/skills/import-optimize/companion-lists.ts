import type { NixExpression, NixList } from '../../nix/syntax/syntax-tree.js';
import { functionName } from '../../nix/syntax/called-name.js';
import { argumentNames, boundNames } from '../../nix/syntax/free-variables.js';
import { letBindings } from '../../nix/syntax/let-bindings.js';
import { walkExpressions, withoutParentheses } from '../../nix/syntax/walk.js';
import { operandsOf } from './list-operands.js';

/**
 * For the lists of a file the other lists that are surely loaded with them: `shared` with `perHost.x` when every use of `perHost` is
 * an operand of a sum that `shared` is an operand of too, as in `modules = shared ++ perHost.${name}`.
 */
export function companionLists(tree: NixExpression): ReadonlyMap<NixList, readonly NixList[]> {
  const uses = usesOf(tree);
  const lets = letBindings(tree);
  const listOf = (operand: NixExpression): NixList[] => {
    const value = operand.kind === 'variable' && !uses.rebound.has(operand.name) ? lets.get(operand.name) : operand;
    const inner = value === undefined ? null : withoutParentheses(value);
    return inner?.kind === 'list' ? [inner] : [];
  };
  const companions = new Map<NixList, readonly NixList[]>();
  for (const sum of uses.sums) {
    for (const operand of sum) {
      if (operand.kind === 'list') companions.set(operand, othersOf(sum, operand).flatMap(listOf));
    }
  }
  for (const [name, value] of lets) {
    const sums = uses.of.get(name) ?? [];
    if (uses.rebound.has(name) || sums.length === 0 || sums.some((sum) => sum === null)) continue;
    const shared = sums.flatMap((sum) => (sum === null ? [] : [othersOf(sum, name).flatMap(listOf)]));
    const [first, ...rest] = shared;
    const always = (first ?? []).filter((list) => rest.every((others) => others.includes(list)));
    for (const list of listsIn(value)) companions.set(list, always);
  }
  return companions;
}

interface Uses {
  readonly sums: readonly (readonly NixExpression[])[];
  /** By name the sum that each use of it is an operand of; null for a use of another kind. */
  readonly of: ReadonlyMap<string, readonly (readonly NixExpression[] | null)[]>;
  /** Names that mean something else in a part of the file, or are handed on by `inherit`. */
  readonly rebound: ReadonlySet<string>;
}

function usesOf(tree: NixExpression): Uses {
  const sums: NixExpression[][] = [];
  const of = new Map<string, (readonly NixExpression[] | null)[]>();
  const rebound = new Set<string>();
  const seen = new Set<NixExpression>();
  const use = (name: string, sum: readonly NixExpression[] | null): void => {
    const uses = of.get(name);
    if (uses === undefined) of.set(name, [sum]);
    else uses.push(sum);
  };
  for (const node of walkExpressions(tree)) {
    if (node.kind === 'binary' && node.operator === '++' && !seen.has(node)) {
      const sum = operandsOf(node);
      sums.push(sum);
      markSum(node, seen);
      for (const operand of sum) {
        const variable = variableOf(operand);
        if (variable.kind !== 'variable') continue;
        seen.add(variable);
        use(variable.name, sum);
      }
    } else if (node.kind === 'apply' && functionName(node.function) === 'attrNames') {
      seen.add(withoutParentheses(node.argument));
    } else if (node.kind === 'variable' && !seen.has(node)) use(node.name, null);
    for (const name of reboundIn(node)) rebound.add(name);
  }
  return { sums, of, rebound };
}

/** Sums inside a sum belong to it. */
function markSum(sum: NixExpression, seen: Set<NixExpression>): void {
  const pending = [sum];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const inner = withoutParentheses(node);
    if (inner.kind !== 'binary' || inner.operator !== '++') continue;
    seen.add(inner);
    pending.push(inner.left, inner.right);
  }
}

function reboundIn(node: NixExpression): Iterable<string> {
  if (node.kind === 'function') return argumentNames(node);
  if (node.kind === 'attr-set' && node.recursive) return boundNames(node);
  if (node.kind !== 'attr-set' && node.kind !== 'let') return [];
  return boundNames({ bindings: node.bindings.filter(({ kind }) => kind === 'inherit') });
}

function variableOf(operand: NixExpression): NixExpression {
  return operand.kind === 'select' ? withoutParentheses(operand.expression) : operand;
}

function othersOf(sum: readonly NixExpression[], own: NixExpression | string): NixExpression[] {
  return sum.filter((operand) => {
    const variable = variableOf(operand);
    return operand !== own && !(variable.kind === 'variable' && variable.name === own);
  });
}

/** The list itself, or those that are values of a set. */
function listsIn(value: NixExpression): NixList[] {
  const inner = withoutParentheses(value);
  const values =
    inner.kind === 'attr-set' ? inner.bindings.flatMap((one) => (one.kind === 'bind' ? one.value : [])) : [];
  return [inner, ...values.map(withoutParentheses)].filter((one) => one.kind === 'list');
}
