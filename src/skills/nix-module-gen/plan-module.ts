import { posix } from 'node:path';
import type { NixTree } from '../../nix/nix-tree.js';
import { attributePath } from '../../nix/syntax/print-value.js';
import { pathInside } from '../own-file.js';
import { categories, MODULES_FOLDER } from '../select-files.js';
import { categoryOf, type House } from './house-style.js';
import { optionSpecs, type ModuleRequest } from './module-request.js';
import { moduleText, type ModuleKind, type ModuleSpec } from './module-text.js';

/** A module that can be written. */
export interface PlannedModule {
  /** From the root. */
  readonly path: string;
  readonly text: string;
  /** Path of its options as Nix text, without `enable`. */
  readonly optionPath: string;
}

interface Refusal {
  readonly problems: readonly { readonly message: string; readonly help: string }[];
}

/** Decides everything about a module that its description leaves open, from the tree's own modules. */
export function planModule(tree: NixTree, house: House, request: ModuleRequest): PlannedModule | Refusal {
  const place = placeOf(tree, request);
  if ('problems' in place) return place;
  const { path, name, category } = place;
  const prefix = request.prefix?.split('.') ?? house.optionPrefix(category);
  if (prefix === null) {
    return refusal('no module here shows where options are declared', 'give `prefix`, such as `prefix: my.services`');
  }
  const kind = request.kind ?? kindOf(category);
  const reserved = kind === 'plain' ? ['enable'] : ['enable', 'package'];
  const { specs, problems } = optionSpecs(request.options, reserved);
  if (problems.length > 0) {
    return { problems: problems.map((message) => ({ message: `${name}: ${message}`, help: 'mend the description' })) };
  }
  const description = (request.description ?? defaultDescription(name, kind)).trim().replace(/\.+$/, '');
  if (description === '')
    return refusal(`${name}: the description is empty`, 'say in a few words what the module is for');
  const optionPath = [...prefix, name];
  const taken = declaredElsewhere(house, optionPath, path);
  if (taken !== null)
    return refusal(`${attributePath(optionPath)} is declared in ${taken}`, 'give another name or prefix');
  const packageName = request.package ?? null;
  const spec: ModuleSpec = { name, kind, description, optionPath, packageName, options: specs };
  return { path, text: moduleText(spec, house.style), optionPath: attributePath(optionPath) };
}

interface ModulePlace {
  readonly path: string;
  readonly name: string;
  readonly category: string;
}

function placeOf(tree: NixTree, { name: given, category, path: asked }: ModuleRequest): ModulePlace | Refusal {
  const path = asked === undefined ? null : pathInside(asked);
  if (asked !== undefined && (path === null || !/^[A-Za-z0-9._+/-]+\.nix$/.test(path))) {
    return refusal(
      `path ${JSON.stringify(asked)} is none for a module`,
      'give a path of the repository that ends in .nix',
    );
  }
  const stem = path === null ? undefined : stemOf(path);
  const full = given ?? stem;
  if (full === undefined) return refusal('no name', 'say which module is to be written: nix-module-gen NAME');
  const name = posix.basename(full);
  const folder = full.includes('/') ? posix.dirname(full) : undefined;
  const where = category ?? folder ?? (path === null ? undefined : (categoryOf(path) ?? posix.dirname(path)));
  if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(name)) {
    return refusal(
      `${JSON.stringify(name)} is no name for a module`,
      'use letters, digits and "-", such as `reverse-proxy`',
    );
  }
  if (where === undefined) {
    const known = categories(tree).map((one) => posix.basename(one));
    const list = known.length === 0 ? '' : `; there are: ${known.join(', ')}`;
    return refusal(`${name}: no category`, `give \`category\`, or CATEGORY/NAME${list}`);
  }
  if (!/^[A-Za-z0-9_][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_][A-Za-z0-9._-]*)*$/.test(where)) {
    return refusal(`${JSON.stringify(where)} is no category`, 'a category is a folder below modules/');
  }
  return { path: path ?? `${MODULES_FOLDER}/${where}/${name}.nix`, name, category: where };
}

/** `modules/services/foo.nix` and `modules/services/foo/default.nix` are both about foo. */
function stemOf(path: string): string {
  const stem = posix.basename(path, '.nix');
  return stem === 'default' ? posix.basename(posix.dirname(path)) : stem;
}

function kindOf(category: string): ModuleKind {
  const [first] = category.split('/');
  if (first === 'services') return 'service';
  return first === 'programs' || first === 'applications' ? 'program' : 'plain';
}

function defaultDescription(name: string, kind: ModuleKind): string {
  return kind === 'plain' ? name : `the ${kind} ${name}`;
}

/** Where another file declares the option that switches the module on, or one that it would lie below. */
function declaredElsewhere({ declaredAt }: House, optionPath: readonly string[], own: string): string | null {
  const wanted = [...optionPath, 'enable'];
  for (let length = wanted.length; length > 0; length -= 1) {
    const place = declaredAt(wanted.slice(0, length), own);
    if (place !== null) return place;
  }
  return null;
}

function refusal(message: string, help: string): Refusal {
  return { problems: [{ message, help }] };
}
