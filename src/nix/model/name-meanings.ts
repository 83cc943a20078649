import type { NixAttrName, NixBinding, NixExpression, NixFunction } from '../syntax/syntax-tree.js';
import { firstNames, staticName, withoutParentheses } from '../syntax/walk.js';

/** Values of options that an expression stands for: `config`, `cfg`, `config.a.b`, or the arguments of a module, which have them. */
export interface Meaning {
  readonly of: 'arguments' | 'values';
  /** Names from the root of the options, as far as they are written. */
  readonly path: readonly string[];
  /** The values are those of the module that the file is; false for those of another system, or of a module inside it. */
  readonly isOwn: boolean;
  /** Nothing is wrong when the option is not there: `or`, `?`, or asked for by `options`. */
  readonly isOptional: boolean;
}

/** How deep names may nest; hostile files would otherwise cost quadratic memory. */
export const MAX_NAMES = 64;

/** The arguments of modules that hold values of options, and whether those are of the module's own tree. */
const ARGUMENTS: ReadonlyMap<string, Omit<Meaning, 'path' | 'of'>> = new Map([
  ['config', { isOwn: true, isOptional: false }],
  ['options', { isOwn: true, isOptional: true }],
  ['osConfig', { isOwn: false, isOptional: false }],
  ['nixosConfig', { isOwn: false, isOptional: false }],
  ['darwinConfig', { isOwn: false, isOptional: false }],
]);

/** The module that a function is: the place of its options, and whether that is known. */
export interface ModulePlace {
  readonly path: readonly string[];
  readonly isOwn: boolean;
}

/** A name of `let` that is an alias as written: another name, and what is selected from it. */
interface Alias {
  readonly base: string;
  readonly names: readonly NixAttrName[];
  readonly isOptional: boolean;
}

/**
 * Which names stand for values of options at a place of a file. A walk enters and leaves what binds names; looking one up takes
 * the same time however deep the walk is.
 */
export class NameMeanings {
  readonly #bound = new Map<string, (Meaning | null)[]>();

  /** The meaning of a name; null when it is none or not bound. */
  ofName(name: string): Meaning | null {
    return this.#bound.get(name)?.at(-1) ?? null;
  }

  /** The meaning of a name, of what is selected from one, or of the `config` of any system (`x.config.a`); null for all else. */
  of(expression: NixExpression): Meaning | null {
    const node = withoutParentheses(expression);
    if (node.kind === 'variable') return this.ofName(node.name);
    if (node.kind !== 'select') return null;
    const base = withoutParentheses(node.expression);
    const known = base.kind === 'variable' ? this.ofName(base.name) : null;
    const meaning = selected(known, node.path);
    return meaning === null ? null : { ...meaning, isOptional: meaning.isOptional || node.fallback !== null };
  }

  /** Binds the arguments of a function; `place` is where the module's options are, null when it may be any function. */
  enterFunction({ argument, formals }: NixFunction, place: ModulePlace | null): string[] {
    const { path, isOwn } = place ?? { path: [], isOwn: false };
    const bound = new Map<string, Meaning | null>();
    const value = (name: string): Meaning | null => {
      const known = ARGUMENTS.get(name);
      if (known === undefined) return null;
      const { isOptional } = known;
      return known.isOwn
        ? { of: 'values', path, isOwn, isOptional }
        : { of: 'values', path: [], isOwn: false, isOptional };
    };
    for (const { name } of formals?.names ?? []) bound.set(name, value(name));
    if (argument !== null) {
      const isArguments = place !== null || (formals?.names.some(({ name }) => ARGUMENTS.has(name)) ?? false);
      const whole: Meaning = { of: 'arguments', path, isOwn, isOptional: false };
      bound.set(argument, isArguments ? whole : value(argument));
    }
    return this.#enter(bound);
  }

  /** Binds the names of a `let` or a recursive set, which see each other. */
  enterBindings(bindings: readonly NixBinding[]): string[] {
    const aliases = new Map<string, Alias>();
    const bound = new Map<string, Meaning | null>();
    for (const binding of bindings) {
      for (const name of firstNames(binding)) bound.set(name, null);
      if (binding.kind === 'inherit') this.#inherit(binding, bound);
      const [name, alias] = aliasOf(binding) ?? [];
      if (name !== undefined && alias !== undefined) aliases.set(name, alias);
    }
    for (const start of aliases.keys()) this.#resolve(start, aliases, bound);
    return this.#enter(bound);
  }

  leave(names: readonly string[]): void {
    for (const name of names) this.#bound.get(name)?.pop();
  }

  /** `inherit config;` and `inherit (config) a;` take them from outside. */
  #inherit(binding: NixBinding & { readonly kind: 'inherit' }, bound: Map<string, Meaning | null>): void {
    const from = binding.from === null ? null : this.of(binding.from);
    for (const attribute of binding.attributes) {
      const name = staticName(attribute);
      if (name === null) continue;
      bound.set(name, binding.from === null ? this.ofName(name) : selected(from, [attribute]));
    }
  }

  /** Follows aliases of aliases up to what is known, and settles each on the way back: every alias is looked at once. */
  #resolve(start: string, aliases: Map<string, Alias>, bound: Map<string, Meaning | null>): void {
    const way: [name: string, alias: Alias][] = [];
    let name = start;
    for (let alias = aliases.get(name); alias !== undefined; alias = aliases.get(name)) {
      way.push([name, alias]);
      aliases.delete(name);
      name = alias.base;
    }
    let meaning = bound.has(name) ? (bound.get(name) ?? null) : this.ofName(name);
    for (const [one, { names, isOptional }] of way.reverse()) {
      const found = names.length === 0 ? meaning : selected(meaning, names);
      meaning = found === null ? null : { ...found, isOptional: found.isOptional || isOptional };
      bound.set(one, meaning);
    }
  }

  #enter(bound: ReadonlyMap<string, Meaning | null>): string[] {
    for (const [name, meaning] of bound) {
      const stack = this.#bound.get(name);
      if (stack === undefined) this.#bound.set(name, [meaning]);
      else stack.push(meaning);
    }
    return [...bound.keys()];
  }
}

/** What names select: up to the first that is computed. Of what is not known, all behind a name `config`. */
export function selected(from: Meaning | null, path: readonly NixAttrName[]): Meaning | null {
  const names: string[] = [];
  for (const part of path) {
    const name = staticName(part);
    if (name === null) break;
    names.push(name);
  }
  if (from?.of === 'values') return { ...from, path: [...from.path, ...names].slice(0, MAX_NAMES) };
  if (from?.of === 'arguments') {
    const [first, ...rest] = names;
    const known = ARGUMENTS.get(first ?? '');
    // a computed name may be any of the arguments
    if (first === undefined) return from;
    if (known === undefined) return null;
    const around = known.isOwn ? from.path : [];
    const isOwn = from.isOwn && known.isOwn;
    return {
      ...{ of: 'values', isOwn, isOptional: known.isOptional },
      path: [...around, ...rest].slice(0, MAX_NAMES),
    };
  }
  const at = names.indexOf('config');
  if (at === -1) return null;
  return { of: 'values', path: names.slice(at + 1).slice(0, MAX_NAMES), isOwn: false, isOptional: false };
}

/** A binding that gives another name to a name, or to what is selected from one. */
function aliasOf(binding: NixBinding): [string, Alias] | null {
  const [first, ...rest] = binding.kind === 'bind' ? binding.path : [];
  const name = first === undefined || rest.length > 0 ? null : staticName(first);
  if (binding.kind !== 'bind' || name === null) return null;
  const value = withoutParentheses(binding.value);
  if (value.kind === 'variable') return [name, { base: value.name, names: [], isOptional: false }];
  const base = value.kind === 'select' ? withoutParentheses(value.expression) : null;
  if (value.kind !== 'select' || base?.kind !== 'variable') return null;
  // a computed name leaves open what the alias is
  if (value.path.some((part) => staticName(part) === null)) return null;
  return [name, { base: base.name, names: value.path, isOptional: value.fallback !== null }];
}
