import type { Derivation } from './derivation.js';
import type { MatchedInputs } from './match-inputs.js';
import { PathMask, storePathPattern } from './path-mask.js';
import { relateTexts, type TextRelation } from './relate-texts.js';

/** Two derivations of which one stands for the other. */
export interface DerivationPair {
  readonly before: Derivation;
  readonly after: Derivation;
  readonly inputs: MatchedInputs;
  /** Folder of the store, without a slash at its end. */
  readonly storeDir: string;
}

/** Variables that hold commands or the content of a file, not a list. */
const NO_LIST = /(?:^|[a-z_])(?:text|contents?|command|script|phase|hook|code|desc|description)s?$/i;

/**
 * How two derivations are related in what they say themselves: builder, arguments, environment, outputs, sources. Inputs that stand for
 * each other count as the same here; inputs that only one of them has make them different.
 */
export function relateDerivations(pair: DerivationPair): TextRelation {
  const { before, after, inputs } = pair;
  if (inputs.onlyBefore.length > 0 || inputs.onlyAfter.length > 0) return 'different';
  if (!areUsedAlike(pair) || !haveSameSources(before, after)) return 'different';
  if (before.system !== after.system || before.args.length !== after.args.length) return 'different';
  if (!isSameSet(before.env.keys(), after.env.keys()) || !haveSameOutputs(before, after)) return 'different';
  const [old, now] = masks(pair);
  const texts: [string, string, boolean][] = [
    [before.builder, after.builder, false],
    ...before.args.map((arg, index): [string, string, boolean] => [arg, after.args[index] ?? '', false]),
    ...[...before.env].map(([name, value]): [string, string, boolean] => [
      value,
      after.env.get(name) ?? '',
      !NO_LIST.test(name),
    ]),
  ];
  let worst: TextRelation = 'same';
  for (const [left, right, isList] of texts) {
    if (left === right) continue;
    const relation = relateTexts(old.apply(left), now.apply(right), isList);
    if (relation === 'different') return 'different';
    if (relation === 'reordered') worst = 'reordered';
  }
  return worst;
}

/** The same outputs of each input are used. */
function areUsedAlike({ before, after, inputs }: DerivationPair): boolean {
  const renamed = new Map(inputs.pairs.map((pair) => [pair.before, pair.after]));
  return [...before.inputs].every(([path, used]) => isSameSet(used, after.inputs.get(renamed.get(path) ?? path) ?? []));
}

function haveSameSources(before: Derivation, after: Derivation): boolean {
  return isSameSet(before.sources, after.sources);
}

function haveSameOutputs(before: Derivation, after: Derivation): boolean {
  return (
    isSameSet(before.outputs.keys(), after.outputs.keys()) &&
    [...before.outputs].every(([name, { hash }]) => after.outputs.get(name)?.hash === hash)
  );
}

function isSameSet(before: Iterable<string>, after: Iterable<string>): boolean {
  const left = new Set(before);
  const right = new Set(after);
  return left.size === right.size && [...left].every((item) => right.has(item));
}

/** What stands for the paths of inputs and outputs; a path that is on both sides stands for itself. */
function masks({ before, after, inputs: { pairs }, storeDir }: DerivationPair): [PathMask, PathMask] {
  const pattern = storePathPattern(storeDir);
  const others = pathsIn(after, pattern);
  const common = new Set([...pathsIn(before, pattern)].filter((path) => others.has(path)));
  return [
    new PathMask({ derivation: before, pairs, side: 'before', storeDir }, common),
    new PathMask({ derivation: after, pairs, side: 'after', storeDir }, common),
  ];
}

function pathsIn({ builder, args, env }: Derivation, pattern: RegExp): Set<string> {
  return new Set([builder, ...args, ...env.values()].flatMap((text) => text.match(pattern) ?? []));
}
