import { ok, type Result } from '../../base/result.js';
import type { NixBinding } from '../../nix/syntax/syntax-tree.js';
import { BindingsInUse, type PartNeeds } from './bindings-in-use.js';
import { firstName, linesOf, splitSites, type SplitSite } from './part-plan.js';
import { refuse, type ModuleLayout, type Refusal } from './module-layout.js';
import type { Segment } from './segments.js';

/** A file that is to be made of a part of a module. */
export interface PlannedPart {
  /** Its name without `.nix`; unique among the parts. */
  readonly name: string;
  readonly about: string;
  /** `options`: a module of its own; `settings`: a function that the module calls, or a set. */
  readonly kind: 'options' | 'settings';
  readonly segments: readonly Segment[];
  /** Bindings of the module's `let` that stand in the part. */
  readonly own: readonly Segment[];
  readonly needs: PartNeeds;
}

export interface PlannedSite extends Omit<SplitSite, 'parts'> {
  readonly parts: readonly PlannedPart[];
}

/** How a module is divided. */
export interface SplitPlan {
  readonly options: PlannedPart | null;
  readonly sites: readonly PlannedSite[];
  /** Bindings of the `let` that only parts use; they leave the module. */
  readonly moved: ReadonlySet<Segment>;
}

/** More lines of `let` are not written twice: then the options stay where they are. */
const MOST_COPIED_LINES = 10;
/** Fewer lines of options are not worth a file. */
const LEAST_OPTION_LINES = 10;

/**
 * Divides a module. Settings are merged where they stood, by `mkMerge` of the parts' values, and not imported as modules: the
 * module system collects imported modules after all that are named before, which would change the order of what lists are joined
 * from. Options have no order, so that they become a module.
 */
export function planSplit(layout: ModuleLayout, maxLines: number): Result<SplitPlan, Refusal> {
  const inUse = new BindingsInUse(layout);
  const scope = layout.with?.scope;
  if (scope !== undefined && inUse.closure([{ kind: 'bind', start: 0, end: 0, path: [], value: scope }]).length > 0)
    return refuse(scope, 'its with takes names from its own let');
  const sites = splitSites(layout, maxLines);
  const parts = sites.flatMap((site) => site.parts);
  const options = layout.settings.filter(({ binding }) => firstName(binding) === 'options');
  const optionNeeds = inUse.closure(bindingsOf(options));
  const inParts = new Set(parts.flatMap(({ segments }) => segments));
  const usersOf = new Map<Segment, Set<unknown>>();
  const note = (user: unknown, segments: readonly Segment[]): void =>
    segments.forEach((segment) => usersOf.set(segment, (usersOf.get(segment) ?? new Set()).add(user)));
  parts.forEach((part) => note(part, inUse.closure(bindingsOf(part.segments))));
  note('rest', inUse.closure(remainder(layout, inParts)));
  const shared = optionNeeds.filter((segment) => usersOf.has(segment));
  const separate = options.length > 0 && linesOf(layout.file.text, options) >= LEAST_OPTION_LINES;
  const optionsLeave = separate && copyable(layout, shared) && !isOnly(layout, options);
  if (!optionsLeave) note('options', optionNeeds);
  // what nobody uses stays, and all that it needs
  const unused = layout.bindings.filter((segment) => !usersOf.has(segment) && !optionNeeds.includes(segment));
  note('rest', [...unused, ...inUse.closure(bindingsOf(unused))]);
  const ownOf = (user: unknown): Segment[] =>
    layout.bindings.filter((segment) => usersOf.get(segment)?.size === 1 && usersOf.get(segment)?.has(user) === true);
  const planned: PlannedSite[] = [];
  const names = new Set(['default', 'flake', ...(optionsLeave ? ['options'] : [])]);
  for (const site of sites) {
    const own: PlannedPart[] = [];
    for (const part of site.parts) {
      const bindings = ownOf(part);
      const needs = inUse.needs(bindingsOf(part.segments), bindings);
      if (!needs.ok) return unknownName(layout, needs.error);
      own.push({ ...part, kind: 'settings', name: freeName(part.name, names), own: bindings, needs: needs.value });
    }
    planned.push({ site: site.site, kept: site.kept, parts: own });
  }
  const moved = new Set(parts.flatMap(ownOf));
  if (!optionsLeave) return ok({ options: null, sites: planned, moved });
  const needs = inUse.needs(bindingsOf(options), optionNeeds);
  if (!needs.ok) return unknownName(layout, needs.error);
  optionNeeds.filter((segment) => !usersOf.has(segment)).forEach((segment) => moved.add(segment));
  const part = { name: 'options', about: 'options', kind: 'options', segments: options, own: optionNeeds } as const;
  return ok({ options: { ...part, needs: needs.value }, sites: planned, moved });
}

function bindingsOf(segments: readonly Segment[]): NixBinding[] {
  return segments.map(({ binding }) => binding);
}

/** Everything of the module's body but its options and what goes into parts, as bindings to look for names in. */
function remainder({ settings, with: scope, body }: ModuleLayout, inParts: ReadonlySet<Segment>): NixBinding[] {
  const gone = new Set([...inParts].map(({ binding }) => binding));
  const rest = settings
    .filter(({ binding }) => firstName(binding) !== 'options')
    .flatMap(({ binding }) => withoutBindings(binding, gone));
  if (scope === null) return rest;
  return [...rest, { kind: 'bind', start: body.start, end: body.start, path: [], value: scope.scope }];
}

/** The conditions around settings stay; only the sets that they lead to are looked into. */
function withoutBindings(binding: NixBinding, gone: ReadonlySet<NixBinding>): NixBinding[] {
  if (gone.has(binding)) return [];
  if (binding.kind !== 'bind') return [binding];
  return [{ ...binding, value: withoutParts(binding.value, gone) }];
}

function withoutParts(value: Value, gone: ReadonlySet<NixBinding>): Value {
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- sites are found through these alone
  switch (value.kind) {
    case 'attr-set':
      return { ...value, bindings: value.bindings.filter((binding) => !gone.has(binding)) };
    case 'parenthesis':
      return { ...value, expression: withoutParts(value.expression, gone) };
    case 'list':
      return { ...value, items: value.items.map((item) => withoutParts(item, gone)) };
    case 'apply':
      return { ...value, argument: withoutParts(value.argument, gone) };
    default:
      return value;
  }
}

type Value = Extract<NixBinding, { kind: 'bind' }>['value'];

function copyable({ file, argument }: ModuleLayout, shared: readonly Segment[]): boolean {
  return argument === null && linesOf(file.text, shared) <= MOST_COPIED_LINES;
}

function isOnly({ settings }: ModuleLayout, options: readonly Segment[]): boolean {
  return settings.every((segment) => options.includes(segment) || firstName(segment.binding) === 'imports');
}

function unknownName(layout: ModuleLayout, name: string): Result<never, Refusal> {
  return refuse(layout.body, `nothing in the file binds ${name}`);
}

/** File names are compared without case: many file systems do. */
function freeName(wanted: string, taken: Set<string>): string {
  const plain = wanted.replaceAll(/[^a-zA-Z0-9_+-]/g, '-').replace(/^[-+]+/, '') || 'part';
  let name = plain;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${plain}-${n}`;
  taken.add(name.toLowerCase());
  return name;
}
