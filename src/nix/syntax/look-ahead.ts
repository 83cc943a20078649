import { blankEnd, nameEnd, startsName } from './characters.js';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const HASH = 0x23;
const SLASH = 0x2f;
const STAR = 0x2a;

/** Words that are never names. */
export const KEYWORDS: ReadonlySet<string> = new Set([
  ...['if', 'then', 'else', 'assert', 'with', 'let', 'in', 'rec', 'inherit'],
]);

/** Where the comment that begins at an offset ends; the offset itself when none does, or when it never ends. */
export function commentEnd(source: string, offset: number): number {
  const code = source.charCodeAt(offset);
  if (code === HASH) return lineEnd(source, offset);
  if (code !== SLASH || source.charCodeAt(offset + 1) !== STAR) return offset;
  const close = source.indexOf('*/', offset + 2);
  return close === -1 ? offset : close + 2;
}

function lineEnd(source: string, offset: number): number {
  const { length } = source;
  for (let end = offset; end < length; end += 1) {
    const code = source.charCodeAt(end);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) return end;
  }
  return length;
}

/** The character that the next token begins with, behind blanks and comments; empty at the end. */
export function nextCharacter(source: string, offset: number): string {
  return source[pastBlanks(source, offset)] ?? '';
}

/** Whether what stands behind the name before this offset makes it the argument of a function: `x:` or `x@`. */
export function isArgument(source: string, offset: number): boolean {
  const next = nextCharacter(source, offset);
  return next === ':' || next === '@';
}

/** Whether the brace before this offset opens formals, not a set: the next three tokens tell. */
export function isFormals(source: string, offset: number): boolean {
  const first = pastBlanks(source, offset);
  if (source[first] === '}') return isArgument(source, first + 1);
  if (source.startsWith('...', first)) return true;
  if (!startsName(source.charCodeAt(first))) return false;
  const end = nameEnd(source, first);
  const second = pastBlanks(source, end);
  const character = source[second];
  const mayBe = character === ',' || character === '?' || (character === '}' && isArgument(source, second + 1));
  return mayBe && !KEYWORDS.has(source.slice(first, end));
}

function pastBlanks(source: string, offset: number): number {
  for (let at = offset; ;) {
    const next = commentEnd(source, blankEnd(source, at));
    if (next === at) return at;
    at = next;
  }
}
