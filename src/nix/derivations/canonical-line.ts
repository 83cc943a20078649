import { canonicalJson } from './canonical-json.js';

/** `key = value`, `Key: value`: what comes before the value. */
const KEY = /^(?:[\w.@$-]+)\s*[=:]\s*(?=\S)/;

/**
 * One text for all orders of the words of a list in a line: the value of `key = a b c`, the items of `a,b,c`, store paths side by side.
 * Other words keep their order, because a line may be a command.
 */
export function canonicalLine(line: string): string {
  const key = KEY.exec(line)?.[0] ?? '';
  const value = line.slice(key.length);
  if (key !== '') return `${key.trimEnd()} ${canonicalJson(value) ?? canonicalWords(value)}`;
  const words = value.split(/\s+/);
  return kindOfAll(words) === 'path' ? words.sort().join(' ') : words.map(canonicalItems).join(' ');
}

/** The same for a text that is a list of words as a whole. */
export function canonicalWords(text: string): string {
  const words = text.trim().split(/\s+/);
  return kindOfAll(words) === null ? words.map(canonicalItems).join(' ') : words.map(canonicalItems).sort().join(' ');
}

/** `a,b,c`; of paths also `/a:/b`. */
function canonicalItems(word: string): string {
  const items = word.split(',');
  if (items.length > 1) return kindOfAll(items) === null ? word : items.sort().join(',');
  const paths = word.split(':');
  return paths.length > 1 && kindOfAll(paths) === 'path' ? paths.sort().join(':') : word;
}

type Kind = 'path' | 'number' | 'word';

/** What the words are, if they are all of one kind: `--port 22 --max 5` is no list, nor is `port 22 max 5`. */
function kindOfAll(words: readonly string[]): Kind | null {
  const [first, ...others] = words.map(kindOf);
  return first !== undefined && others.every((kind) => kind === first) ? first : null;
}

function kindOf(word: string): Kind | null {
  if (/^[-"'`]|[()[\]{};|&<>\\]/.test(word) || word === '') return null;
  if (/^[/⟨]/.test(word)) return 'path';
  return /^\d+(?:\.\d+)?$/.test(word) ? 'number' : 'word';
}
