import { posix } from 'node:path';
import { declaredOptions, writtenText, type DeclaredOption } from '../../nix/model/declared-options.js';
import type { NixFile } from '../../nix/nix-tree.js';
import { moduleSet, moduleSettings } from '../../nix/syntax/module-body.js';
import { attributeName, attributePath } from '../../nix/syntax/print-value.js';
import type { NixExpression } from '../../nix/syntax/syntax-tree.js';

/** A header is one line, as short as the lines around it. */
const MOST_CHARACTERS = 100;
const MOST_NAMES = 4;

/**
 * One line that says what a module is, from what is written in it: what its `enable` switches on, else the options it declares, else
 * what it sets, else what it imports. Null when nothing of that is written out.
 */
export function headerText(file: NixFile): string | null {
  if (!file.parsed.ok) return null;
  const { tree } = file.parsed.value;
  const options = declaredOptions(tree).filter(({ hidden, path }) => !hidden && path !== null);
  return enabledText(options) ?? optionsText(options) ?? effectText(file);
}

/** One line that says what a module sets, else what it imports; null when neither is written out. */
export function effectText(file: NixFile): string | null {
  return file.parsed.ok ? (settingsText(file.parsed.value.tree) ?? importsText(file)) : null;
}

/** What the one option `enable` of a module switches on; where there are several, none speaks for the whole. */
function enabledText(options: readonly DeclaredOption[]): string | null {
  const switches = options.filter(({ path }) => path?.at(-1) === 'enable');
  const least = Math.min(...switches.map(({ path }) => path?.length ?? 0));
  const outer = switches.filter(({ path }) => path?.length === least);
  const [only] = outer;
  if (outer.length !== 1 || only === undefined) return null;
  const below = only.path?.slice(0, -1) ?? [];
  const isWhole = options.every(({ path }) => below.every((name, index) => path?.[index] === name));
  const text = isWhole ? writtenText(only.description) : null;
  if (text === null) return null;
  const what = oneLine(text)
    .replace(/^(?:Whether to enable|Whether to|Enables?) /i, '')
    .replace(/[.\s]+$/, '');
  // what is all letters and small is a command or a sentence; only a sentence begins with a capital
  const sentence = /^[a-z]+ /.test(what) ? `${what.charAt(0).toUpperCase()}${what.slice(1)}` : what;
  return what === '' || what.length > MOST_CHARACTERS ? null : `${sentence}.`;
}

function optionsText(options: readonly DeclaredOption[]): string | null {
  const paths = options.flatMap(({ path }) =>
    path === null || path.includes('<name>') || path.includes('*') ? [] : [path],
  );
  const [first] = paths;
  if (first === undefined) return null;
  if (paths.length === 1) return withinLine(`Declares the option ${attributePath(first)}`, []);
  let shared = first.slice(0, -1);
  for (const path of paths) {
    const length = shared.findIndex((name, index) => path[index] !== name || index === path.length - 1);
    if (length !== -1) shared = shared.slice(0, length);
  }
  const names = [...new Set(paths.map((path) => attributeName(path[shared.length] ?? '')))];
  if (shared.length === 0) return withinLine('Declares options', names);
  return withinLine(`Declares options of ${attributePath(shared)}`, names);
}

function settingsText(tree: NixExpression): string | null {
  const set = moduleSet(tree);
  if (set === null) return null;
  const names = [...new Set(moduleSettings(set).map((path) => attributePath(path.slice(0, 2))))];
  return names.length === 0 ? null : withinLine('Sets', names);
}

function importsText(file: NixFile): string | null {
  const folder = posix.dirname(file.path);
  const paths = file.imports.filter(({ via }) => via === 'imports').map(({ path }) => path);
  if (paths.length === 0) return null;
  const isOwn = paths.every((path) => posix.join(folder, path).startsWith(`${folder}/`));
  const place = oneLine(folder);
  return isOwn && folder !== '.' && place.length <= MOST_CHARACTERS
    ? `Imports modules of ${place}.`
    : 'Imports modules.';
}

/** `LEAD NAME, NAME and more.`, with as many names as there is room for. */
function withinLine(lead: string, names: readonly string[]): string | null {
  const kept: string[] = [];
  let length = lead.length;
  for (const name of names.slice(0, MOST_NAMES)) {
    length += name.length + 2;
    if (length > MOST_CHARACTERS - ' and more.'.length) break;
    kept.push(name);
  }
  if (lead.length > MOST_CHARACTERS || (names.length > 0 && kept.length === 0)) return null;
  const colon = lead.startsWith('Declares') && kept.length > 0 ? ':' : '';
  const all = kept.length === names.length;
  const list = all && kept.length > 1 ? `${kept.slice(0, -1).join(', ')} and ${kept.at(-1) ?? ''}` : kept.join(', ');
  const line = `${lead}${colon}${list === '' ? '' : ` ${list}`}${all ? '' : ' and more'}.`;
  return oneLine(line);
}

/** Without line breaks and control characters: the rest of a comment must not become code. */
function oneLine(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\u202A-\u202E\u2066-\u2069\uFEFF]/g, '')
    .trim();
}
