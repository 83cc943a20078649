import { callOf } from '../../nix/syntax/called-name.js';
import type { NixApply, NixBinding, NixExpression } from '../../nix/syntax/syntax-tree.js';
import { staticName, staticText, withoutParentheses } from '../../nix/syntax/walk.js';

/** A value with the names that lead to it: of all sets around it, `*` for a computed name and for an entry of a list. */
export interface Setting {
  readonly path: readonly string[];
  /** Never a wrapper such as `mkIf … x`, `( x )` or `let … in x`: those are taken off. */
  readonly value: NixExpression;
}

/** Functions whose last argument means what it would mean in their place. */
const TRANSPARENT = new Set(
  'mkIf mkForce mkDefault mkOverride mkMerge mkBefore mkAfter mkOrder mkVMOverride mkImageMediaOverride optional optionals optionalAttrs optionalString'.split(
    ' ',
  ),
);

/** Lists of modules begin anew at the root of all options. */
const MODULE_LISTS = new Set(['imports', 'modules', 'extraModules', 'sharedModules']);

/** What describes or only serves a virtual machine for trying out, and is not the configuration of the machine. */
const NOT_LIVE = new Set([
  'vmVariant',
  'vmVariantWithBootLoader',
  'vmVariantWithDisko',
  'meta',
  'description',
  'example',
]);

/** Options of a NixOS test that configure its machines (nixos/lib/testing in nixpkgs). */
const TEST_MACHINES = new Set(['nodes', 'machine', 'containers', 'defaults', 'interactive']);

/** Deeper names are forgotten from the front: no option path is this long. */
const MOST_NAMES = 32;

/** Every value of a file with its path, in no particular order; conditions and descriptions are left out. Uses no call stack. */
export function* settings(root: NixExpression): Generator<Setting> {
  const pending: Setting[] = [{ path: [], value: root }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const inside = partsOf(next);
    if (inside.isLeaf) yield next;
    for (const part of inside.parts) if (!NOT_LIVE.has(part.path.at(-1) ?? '')) pending.push(part);
  }
}

interface Parts {
  readonly isLeaf: boolean;
  readonly parts: readonly Setting[];
}

const through = (path: readonly string[], ...values: readonly NixExpression[]): Parts => ({
  isLeaf: false,
  parts: values.map((value) => ({ path, value })),
});

function partsOf({ path, value }: Setting): Parts {
  switch (value.kind) {
    case 'parenthesis':
      return through(path, value.expression);
    case 'with':
    case 'assert':
      return through(path, value.body);
    case 'if':
      return through(path, value.consequent, value.alternative);
    case 'function': {
      const fallbacks = (value.formals?.names ?? []).flatMap(({ name, fallback }) =>
        fallback ? [{ path: [name], value: fallback }] : [],
      );
      return { isLeaf: false, parts: [...fallbacks, { path, value: value.body }] };
    }
    case 'binary':
      return value.operator === '//' || value.operator === '++'
        ? through(path, value.left, value.right)
        : { isLeaf: true, parts: [] };
    case 'let':
      return { isLeaf: false, parts: [...bound([], value.bindings), { path, value: value.body }] };
    case 'attr-set':
    case 'legacy-let':
      return { isLeaf: true, parts: bound(path, liveBindings(value.bindings)) };
    case 'list': {
      const item = MODULE_LISTS.has(path.at(-1) ?? '') ? [] : [...path, '*'];
      return { isLeaf: true, parts: value.items.map((one) => ({ path: item, value: one })) };
    }
    case 'string':
      return {
        isLeaf: true,
        parts: value.parts.flatMap((part) =>
          part.kind === 'interpolation' ? [{ path: ['*'], value: part.expression }] : [],
        ),
      };
    case 'apply':
      return called(path, value);
    case 'variable':
    case 'int':
    case 'float':
    case 'uri':
    case 'path':
    case 'search-path':
    case 'select':
    case 'has-attr':
    case 'not':
    case 'negate':
      return { isLeaf: true, parts: [] };
  }
}

/** Without the machines of a NixOS test, which live as long as its script runs: `{ nodes.a = …; testScript = …; }`. */
function liveBindings(bindings: readonly NixBinding[]): readonly NixBinding[] {
  const firstName = (binding: NixBinding): string | null => {
    const [first] = binding.kind === 'bind' ? binding.path : [];
    return first === undefined ? null : staticName(first);
  };
  if (!bindings.some((binding) => firstName(binding) === 'testScript')) return bindings;
  return bindings.filter((binding) => !TEST_MACHINES.has(firstName(binding) ?? ''));
}

function bound(path: readonly string[], bindings: readonly NixBinding[]): Setting[] {
  return bindings.flatMap((binding) =>
    binding.kind === 'bind'
      ? [
          {
            path: [...path, ...binding.path.map((name) => staticName(name) ?? '*')].slice(-MOST_NAMES),
            value: binding.value,
          },
        ]
      : [],
  );
}

function called(path: readonly string[], call: NixApply): Parts {
  const { name, arguments: given } = callOf(call);
  const args = given.map(withoutParentheses);
  const last = args.at(-1);
  if (name === 'mkOption' && last?.kind === 'attr-set') {
    const fallback = bound([], last.bindings).filter((one) => one.path.join('.') === 'default');
    return { isLeaf: false, parts: fallback.map(({ value }) => ({ path, value })) };
  }
  if (last !== undefined && TRANSPARENT.has(name ?? '')) {
    return through(path, ...(name === 'mkMerge' && last.kind === 'list' ? last.items : [last]));
  }
  return { isLeaf: true, parts: args.map((value) => ({ path: [`${name ?? ''}()`], value })) };
}

/** Whether a path ends with these names (`a.*.b`); `*` stands for any one name. */
export function endsWith(path: readonly string[], pattern: readonly string[]): boolean {
  const from = path.length - pattern.length;
  return from >= 0 && pattern.every((name, i) => name === '*' || name === path[from + i]);
}

/** The value of a literal; undefined for whatever is computed. */
export function literal(value: NixExpression): string | number | boolean | null | undefined {
  if (value.kind === 'string') return staticText(value.parts) ?? undefined;
  if (value.kind === 'int') return Number(value.text);
  if (value.kind !== 'variable') return undefined;
  return new Map<string, boolean | null>([
    ['true', true],
    ['false', false],
    ['null', null],
  ]).get(value.name);
}

/** The entries of a list, or the value itself, that are literals, with their places. */
export function literals(value: NixExpression): { value: string | number | boolean; node: NixExpression }[] {
  return (value.kind === 'list' ? value.items : [value]).flatMap((item) => {
    const node = withoutParentheses(item);
    const found = literal(node);
    return found === undefined || found === null ? [] : [{ value: found, node }];
  });
}
