/** Sets of characters as flags of one byte, by code unit; nothing beyond ASCII is in any of them. */
const BLANK = 1;
const NAME_START = 2;
const NAME = 4;
const DIGIT = 8;
const PATH = 16;
const SCHEME = 32;
const URI = 64;

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';

const CLASSES = new Uint8Array(0x10000);
const classes: readonly (readonly [flag: number, characters: string])[] = [
  [BLANK, ' \t\r\n'],
  [NAME_START, `${LETTERS}_`],
  [NAME, `${LETTERS}${DIGITS}_'-`],
  [DIGIT, DIGITS],
  [PATH, `${LETTERS}${DIGITS}._-+`],
  [SCHEME, `${LETTERS}${DIGITS}+-.`],
  [URI, `${LETTERS}${DIGITS}%/?:@&=+$,-_.!~*'`],
];
for (const [flag, characters] of classes)
  for (const character of characters) CLASSES[character.charCodeAt(0)] = (CLASSES[character.charCodeAt(0)] ?? 0) | flag;

function endOf(flag: number, source: string, offset: number): number {
  const { length } = source;
  let end = offset;
  while (end < length && ((CLASSES[source.charCodeAt(end)] ?? 0) & flag) !== 0) end += 1;
  return end;
}

/** Where the blanks that begin at an offset end; the offset itself when there are none. */
export const blankEnd = (source: string, offset: number): number => endOf(BLANK, source, offset);

/** Where a name ends, given that one begins there. */
export const nameEnd = (source: string, offset: number): number => endOf(NAME, source, offset);

/** Where the digits that begin at an offset end. */
export const digitsEnd = (source: string, offset: number): number => endOf(DIGIT, source, offset);

/** Where the characters end that a path may have in a name of it: no slash. */
export const pathNameEnd = (source: string, offset: number): number => endOf(PATH, source, offset);

/** Where the characters end that the scheme of an address may have. */
export const schemeEnd = (source: string, offset: number): number => endOf(SCHEME, source, offset);

/** Whether a name may begin with this code unit. */
export const startsName = (code: number): boolean => ((CLASSES[code] ?? 0) & NAME_START) !== 0;

/** Whether the code unit is a digit. */
export const isDigit = (code: number): boolean => ((CLASSES[code] ?? 0) & DIGIT) !== 0;

/** Whether a slash before this code unit goes on as a path. */
export const isPathCharacter = (code: number): boolean => ((CLASSES[code] ?? 0) & PATH) !== 0;

/** Whether a colon before this code unit goes on as an address. */
export const isUriCharacter = (code: number): boolean => ((CLASSES[code] ?? 0) & URI) !== 0;
