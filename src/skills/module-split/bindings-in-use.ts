import { err, ok, type Result } from '../../base/result.js';
import { argumentNames, freeVariables } from '../../nix/syntax/free-variables.js';
import type { NixBinding, NixFormals } from '../../nix/syntax/syntax-tree.js';
import { namesOf, type ModuleLayout } from './module-layout.js';
import type { Segment } from './segments.js';

/** Names that every Nix expression knows; `with` never hides them. */
const GLOBALS = new Set(
  (
    'abort baseNameOf break builtins derivation derivationStrict dirOf false fetchGit fetchMercurial fetchTarball fetchTree ' +
    'fromTOML import isNull map null placeholder removeAttrs scopedImport throw toString true'
  ).split(' '),
);

/** What a part takes from the module around it. */
export interface PartNeeds {
  /** Arguments of the module and bindings of its `let`, in the order in which the module has them. */
  readonly names: readonly string[];
  /** It has names that only the module's `with` can give. */
  readonly needsWith: boolean;
}

/** Which bindings of a module's `let` are used where. Places are numbered by the caller. */
export class BindingsInUse {
  readonly #byName = new Map<string, Segment>();
  readonly #outer: readonly string[];

  constructor(readonly layout: ModuleLayout) {
    for (const segment of layout.bindings) for (const name of namesOf(segment)) this.#byName.set(name, segment);
    this.#outer = [...argumentNames({ ...functionShape(layout.formals, layout.argument) })];
  }

  /** The bindings that these need, themselves or through others, in source order. */
  closure(bindings: readonly NixBinding[]): Segment[] {
    const found = new Set<Segment>();
    const pending = [...freeNames(bindings)];
    for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
      const segment = this.#byName.get(name);
      if (segment === undefined || found.has(segment)) continue;
      found.add(segment);
      pending.push(...freeNames([segment.binding]));
    }
    return [...found].sort((a, b) => a.start - b.start);
  }

  /** What bindings, `own` of the `let` among them, take from around; an error with the first name that nobody gives. */
  needs(bindings: readonly NixBinding[], own: readonly Segment[]): Result<PartNeeds, string> {
    const ownNames = new Set(own.flatMap((segment) => [...namesOf(segment)]));
    const used = new Set([...freeNames(bindings), ...freeNames(own.map(({ binding }) => binding))]);
    const known = [...this.#outer, ...this.#byName.keys()];
    const hidden = new Set(this.#byName.keys());
    const unknown = [...used].filter((name) => !known.includes(name) && !isGlobal(name));
    if (unknown.length > 0 && this.layout.with === null && !hasWith(this.layout)) return err(unknown[0] ?? '');
    const scope = unknown.length > 0 ? this.layout.with : null;
    if (scope !== null) freeVariables(scope.scope).forEach((name) => used.add(name));
    const outer = this.#outer.filter((name) => !hidden.has(name));
    const names = [...new Set([...outer, ...hidden])].filter((name) => used.has(name) && !ownNames.has(name));
    return ok({ names, needsWith: scope !== null });
  }
}

function functionShape(formals: NixFormals, argument: string | null) {
  return { kind: 'function', start: 0, end: 0, argument, formals, body: EMPTY } as const;
}

const EMPTY = { kind: 'attr-set', start: 0, end: 0, recursive: false, bindings: [] } as const;

function freeNames(bindings: readonly NixBinding[]): Set<string> {
  return freeVariables({ ...EMPTY, bindings });
}

function isGlobal(name: string): boolean {
  return GLOBALS.has(name) || name.startsWith('__');
}

/** Whether there is a `with` somewhere inside: then a name that nobody binds may be its. */
function hasWith({ file }: ModuleLayout): boolean {
  return /\bwith\b/.test(file.text);
}
