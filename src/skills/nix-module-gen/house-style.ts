import { posix } from 'node:path';
import { compareText } from '../../base/diagnostic.js';
import { declaredOptions } from '../../nix/model/declared-options.js';
import type { NixFile, NixTree } from '../../nix/nix-tree.js';
import { isLibrary } from '../../nix/repository-path.js';
import { positionAt } from '../../nix/syntax/position.js';
import { withoutParentheses } from '../../nix/syntax/walk.js';
import { MODULES_FOLDER } from '../select-files.js';

/** How the modules of a tree are mostly written. */
export interface HouseStyle {
  /** The arguments of a module stand one to a line when there are three or more. */
  readonly isMultiline: boolean;
  /** `with lib;` before the module's body, and no `lib.` inside. */
  readonly isWithLib: boolean;
}

/** What the modules of a tree tell about one that is to be written beside them. */
export interface House {
  readonly style: HouseStyle;
  /**
   * The path below which modules of a category declare their options: as those of the category mostly do it, else as all do.
   * `kernelcore.services.gitea.enable` in `modules/services/gitea.nix` says `kernelcore` and the category. Null when none shows one.
   */
  readonly optionPrefix: (category: string) => readonly string[] | null;
  /** Where an option is declared, as `file:line`, in a file other than the given one; null when it is not. */
  readonly declaredAt: (option: readonly string[], own: string) => string | null;
}

/** Reads all modules once. The style is that of most modules that take three arguments or more, and of most that declare options. */
export function readHouse(tree: NixTree): House {
  const modules = ownModules(tree);
  const votes = modules.flatMap(namespaceOf);
  const places = declarations(tree);
  return {
    style: {
      isMultiline: mostly(modules.flatMap(multiline), true),
      isWithLib: mostly(modules.flatMap(withLib), false),
    },
    optionPrefix: (category) => prefixFor(votes, category),
    declaredAt: (option, own) => {
      const place = places.get(JSON.stringify(option))?.find(({ file }) => file.path !== own);
      return place === undefined ? null : `${place.file.path}:${positionAt(place.file.text, place.start).line}`;
    },
  };
}

interface Declaration {
  readonly file: NixFile;
  readonly start: number;
}

function declarations(tree: NixTree): Map<string, Declaration[]> {
  const places = new Map<string, Declaration[]>();
  for (const file of tree.files.values()) {
    if (!file.parsed.ok || isLibrary(file.path)) continue;
    for (const { path, call } of declaredOptions(file.parsed.value.tree)) {
      if (path === null) continue;
      const key = JSON.stringify(path);
      const known = places.get(key);
      if (known === undefined) places.set(key, [{ file, start: call.start }]);
      else known.push({ file, start: call.start });
    }
  }
  return places;
}

function prefixFor(votes: readonly Namespace[], category: string): readonly string[] | null {
  const near = votes.filter((vote) => vote.category === category);
  const best = mostFrequent((near.length > 0 ? near : votes).map(({ pattern }) => JSON.stringify(pattern)));
  if (best === null) return null;
  const pattern = JSON.parse(best) as readonly (string | null)[];
  return pattern.flatMap((name) => (name === null ? category.split('/') : [name]));
}

/** The folder of a module below `modules/`, or null when it lies directly there or elsewhere. */
export function categoryOf(path: string): string | null {
  const folder = posix.dirname(path);
  return folder.startsWith(`${MODULES_FOLDER}/`) ? folder.slice(MODULES_FOLDER.length + 1) : null;
}

interface Namespace {
  readonly category: string;
  /** Names of the prefix; null stands for those of the category. */
  readonly pattern: readonly (string | null)[];
}

/** What the options that switch a module on say: `A.B.<module>.enable`. */
function namespaceOf(file: NixFile): Namespace[] {
  const category = categoryOf(file.path);
  if (category === null || !file.parsed.ok) return [];
  const paths = declaredOptions(file.parsed.value.tree).flatMap(({ path }) => (path === null ? [] : [path]));
  const switches = paths.filter((path) => path.length >= 3 && path.at(-1) === 'enable' && !path.includes('<name>'));
  const [shortest] = [...switches].sort((a, b) => a.length - b.length || compareText(a.join('.'), b.join('.')));
  if (shortest === undefined) return [];
  const prefix = shortest.slice(0, -2);
  const names = category.split('/');
  const ends = names.every((name, index) => prefix[prefix.length - names.length + index] === name);
  return [{ category, pattern: ends ? [...prefix.slice(0, prefix.length - names.length), null] : prefix }];
}

function ownModules(tree: NixTree): NixFile[] {
  return [...tree.files.values()].filter(({ path }) => path.startsWith(`${MODULES_FOLDER}/`) && !isLibrary(path));
}

function multiline({ parsed, text }: NixFile): boolean[] {
  const top = parsed.ok ? withoutParentheses(parsed.value.tree) : null;
  if (top?.kind !== 'function' || top.formals === null || top.formals.names.length < 3) return [];
  return [text.slice(top.formals.start, top.formals.end).includes('\n')];
}

function withLib({ parsed }: NixFile): boolean[] {
  const top = parsed.ok ? withoutParentheses(parsed.value.tree) : null;
  if (!parsed.ok || top?.kind !== 'function' || declaredOptions(parsed.value.tree).length === 0) return [];
  const body = withoutParentheses(top.body);
  return [body.kind === 'with' && body.scope.kind === 'variable' && body.scope.name === 'lib'];
}

/** What more than half of them say; `otherwise` when there are none or as many of each. */
function mostly(answers: readonly boolean[], otherwise: boolean): boolean {
  const yes = answers.filter(Boolean).length;
  return yes * 2 === answers.length ? otherwise : yes * 2 > answers.length;
}

/** The first by name of those that occur most often. */
function mostFrequent(texts: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b));
  return sorted[0]?.[0] ?? null;
}
