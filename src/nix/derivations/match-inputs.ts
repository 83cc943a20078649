import { nameAndVersion, nameOfPath, type Derivation, type ReadDerivation } from './derivation.js';

/** Which inputs of two derivations stand for each other, of those that are not the very same. Paths of `.drv` files. */
export interface MatchedInputs {
  readonly pairs: readonly InputPair[];
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
}

export interface InputPair {
  readonly before: string;
  readonly after: string;
  /** Another version of the same package: what it is built from is bound to differ. */
  readonly isOtherVersion: boolean;
}

/**
 * Matches by name; several of one name first by what they say themselves, then in the order in which they are used. What is left is
 * matched by the name without its version, if there is one of it on each side.
 */
export async function matchInputs(before: Derivation, after: Derivation, read: ReadDerivation): Promise<MatchedInputs> {
  const old = byName(before, after);
  const now = byName(after, before);
  const pairs: InputPair[] = [];
  const onlyBefore: string[] = [];
  const onlyAfter: string[] = [];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const left = old.get(name) ?? [];
    const right = now.get(name) ?? [];
    const isClear = left.length <= 1 && right.length <= 1;
    const [lefts, rights] = isClear ? [left, right] : await inSameOrder(left, right, read);
    lefts.slice(0, rights.length).forEach((path, index) => {
      pairs.push({ before: path, after: rights[index] ?? '', isOtherVersion: false });
    });
    onlyBefore.push(...lefts.slice(rights.length));
    onlyAfter.push(...rights.slice(lefts.length));
  }
  return withOtherVersions({ pairs, onlyBefore, onlyAfter });
}

/** Inputs that the other side has not, by name, in the order of the file. */
function byName(one: Derivation, other: Derivation): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const path of one.inputs.keys()) {
    if (other.inputs.has(path)) continue;
    const name = nameOfPath(path);
    const paths = names.get(name);
    if (paths === undefined) names.set(name, [path]);
    else paths.push(path);
  }
  return names;
}

/** Both lists with those first, at the same places, that say the same but for store paths. */
async function inSameOrder(
  before: readonly string[],
  after: readonly string[],
  read: ReadDerivation,
): Promise<[string[], string[]]> {
  const waiting = new Map<string, string[]>();
  for (const path of after) {
    const print = await fingerprint(path, read);
    waiting.set(print, [...(waiting.get(print) ?? []), path]);
  }
  const [alike, others]: [[string, string][], string[]] = [[], []];
  for (const path of before) {
    const match = waiting.get(await fingerprint(path, read))?.shift();
    if (match === undefined) others.push(path);
    else alike.push([path, match]);
  }
  const left = new Set([...waiting.values()].flat());
  return [
    [...alike.map(([path]) => path), ...others],
    [...alike.map(([, path]) => path), ...after.filter((path) => left.has(path))],
  ];
}

async function fingerprint(path: string, read: ReadDerivation): Promise<string> {
  const derivation = await read(path);
  if (derivation === null) return path;
  const { builder, args, env } = derivation;
  return JSON.stringify([builder, args, [...env]]).replaceAll(/\/[0-9a-df-np-sv-z]{32}-/g, '/');
}

function withOtherVersions({ pairs, onlyBefore, onlyAfter }: MatchedInputs): MatchedInputs {
  const old = singles(onlyBefore);
  const now = singles(onlyAfter);
  const found = [...old].flatMap(([name, before]) => {
    const after = now.get(name);
    return before === null || after == null ? [] : [{ before, after, isOtherVersion: true }];
  });
  const taken = new Set(found.flatMap(({ before, after }) => [before, after]));
  return {
    pairs: [...pairs, ...found],
    onlyBefore: onlyBefore.filter((path) => !taken.has(path)),
    onlyAfter: onlyAfter.filter((path) => !taken.has(path)),
  };
}

/** Package name to its path; null when there are several versions. Only names with a version. */
function singles(paths: readonly string[]): Map<string, string | null> {
  const names = new Map<string, string | null>();
  for (const path of paths) {
    const { name, version } = nameAndVersion(nameOfPath(path));
    if (version !== null) names.set(name, names.has(name) ? null : path);
  }
  return names;
}
