import { err, ok, type Result } from '../../base/result.js';
import { parseNix } from '../../nix/syntax/parse-nix.js';
import type { PlainValue } from '../../nix/syntax/plain-value.js';
import { nixString } from '../../nix/syntax/print-value.js';
import type { NixExpression } from '../../nix/syntax/syntax-tree.js';
import { staticPath, staticText } from '../../nix/syntax/walk.js';

/** Of `lib.types` in nixpkgs; those that take a module are written by hand. */
const SIMPLE = new Set(
  (
    'anything attrs bool commas envVar float int lines nonEmptyStr number package path port raw singleLineStr str ' +
    'ints.positive ints.unsigned ints.s8 ints.s16 ints.s32 ints.u8 ints.u16 ints.u32 numbers.nonnegative numbers.positive'
  ).split(' '),
);
/** Those that take arguments, with their number. */
const APPLIED: ReadonlyMap<string, number> = new Map([
  ['attrsOf', 1],
  ['either', 2],
  ['enum', 1],
  ['ints.between', 2],
  ['lazyAttrsOf', 1],
  ['listOf', 1],
  ['nullOr', 1],
  ['oneOf', 1],
  ['separatedString', 1],
  ['strMatching', 1],
]);
const MOST_CHARACTERS = 1000;

/** A type of an option: its name in `lib.types`, and what it is applied to. */
export interface OptionType {
  readonly name: string;
  readonly arguments: readonly TypeArgument[];
}

type TypeArgument = OptionType | { readonly value: string | number } | { readonly list: readonly TypeArgument[] };

/** Reads `listOf str`, `nullOr port`, `enum [ "a" "b" ]`, also with `types.` or `lib.types.` before a name; or says what is wrong with it. */
export function parseOptionType(text: string): Result<OptionType, string> {
  if (text.length > MOST_CHARACTERS) return err('is too long');
  const parsed = parseNix(text);
  if (!parsed.ok) return err(`is no Nix expression: ${parsed.error.message}`);
  const type = readType(parsed.value.tree, 10);
  if (type === null) {
    return err(`is no type that can be written; there are: ${[...SIMPLE, ...APPLIED.keys()].sort().join(', ')}`);
  }
  return ok(type);
}

/** The type as Nix text; `prefix` is what stands before its names: `lib.types.`, `types.`. */
export function optionTypeText({ name, arguments: given }: OptionType, prefix: string): string {
  return [prefix + name, ...given.map((one) => argumentText(one, prefix))].join(' ');
}

/** Whether a value is of the type; true where it cannot be known. */
export function fitsType(type: OptionType, value: PlainValue): boolean {
  const [first] = type.arguments;
  switch (type.name) {
    case 'bool':
      return typeof value === 'boolean';
    case 'int':
      return Number.isSafeInteger(value);
    case 'port':
    case 'ints.u16':
      return isIntegerBetween(value, 0, 65_535);
    case 'ints.positive':
      return isIntegerBetween(value, 1, Infinity);
    case 'ints.unsigned':
      return isIntegerBetween(value, 0, Infinity);
    case 'float':
      return typeof value === 'number' && !Number.isInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'str':
    case 'lines':
    case 'commas':
    case 'singleLineStr':
      return typeof value === 'string';
    case 'nonEmptyStr':
      return typeof value === 'string' && value.trim() !== '';
    case 'path':
      return typeof value === 'string' && value.startsWith('/');
    case 'package':
      return typeof value === 'string' && /^[A-Za-z_][\w'-]*(?:\.[A-Za-z_][\w'-]*)*$/.test(value);
    case 'listOf':
      return Array.isArray(value) && value.every((item: PlainValue) => fitsArgument(first, item));
    case 'attrsOf':
    case 'lazyAttrsOf':
      return isSet(value) && Object.values(value).every((item) => fitsArgument(first, item));
    case 'nullOr':
      return value === null || fitsArgument(first, value);
    case 'enum':
      return first !== undefined && 'list' in first && first.list.some((one) => 'value' in one && one.value === value);
    case 'either':
      return type.arguments.some((one) => fitsArgument(one, value));
    case 'oneOf':
      return first !== undefined && 'list' in first && first.list.some((one) => fitsArgument(one, value));
    default:
      return true;
  }
}

function fitsArgument(argument: TypeArgument | undefined, value: PlainValue): boolean {
  return argument === undefined || !('name' in argument) || fitsType(argument, value);
}

function isIntegerBetween(value: PlainValue, low: number, high: number): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= low && value <= high;
}

function isSet(value: PlainValue): value is { readonly [name: string]: PlainValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function argumentText(argument: TypeArgument, prefix: string): string {
  if ('name' in argument) {
    const text = optionTypeText(argument, prefix);
    return argument.arguments.length === 0 ? text : `(${text})`;
  }
  if ('list' in argument) return `[ ${argument.list.map((one) => argumentText(one, prefix)).join(' ')} ]`;
  return typeof argument.value === 'string' ? nixString(argument.value) : String(argument.value);
}

function readType(expression: NixExpression, levels: number): OptionType | null {
  if (levels === 0) return null;
  const given: NixExpression[] = [];
  let node = expression;
  for (;;) {
    if (node.kind === 'parenthesis') {
      if (given.length > 0) return null;
      node = node.expression;
    } else if (node.kind === 'apply') {
      given.unshift(node.argument);
      node = node.function;
    } else break;
  }
  const name = typeName(node);
  if (name === null || given.length !== (APPLIED.get(name) ?? (SIMPLE.has(name) ? 0 : -1))) return null;
  const read = given.map((one) => readArgument(one, levels - 1));
  return read.every((one) => one !== null) && takes(name, read) ? { name, arguments: read } : null;
}

/** Whether the arguments are of the sort that the type wants. */
function takes(name: string, given: readonly TypeArgument[]): boolean {
  const [first] = given;
  if (first === undefined) return true;
  switch (name) {
    case 'enum':
      return 'list' in first && first.list.length > 0 && first.list.every((one) => 'value' in one);
    case 'oneOf':
      return 'list' in first && first.list.length > 0 && first.list.every((one) => 'name' in one);
    case 'separatedString':
    case 'strMatching':
      return 'value' in first && typeof first.value === 'string';
    case 'ints.between':
      return given.every((one) => 'value' in one && typeof one.value === 'number');
    default:
      return given.every((one) => 'name' in one);
  }
}

function readArgument(expression: NixExpression, levels: number): TypeArgument | null {
  if (levels === 0) return null;
  if (expression.kind === 'string') {
    const value = staticText(expression.parts);
    return value === null || expression.indented ? null : { value };
  }
  if (expression.kind === 'int') return { value: Number(expression.text) };
  if (expression.kind !== 'list') return readType(expression, levels);
  const list = expression.items.map((item) => readArgument(item, levels - 1));
  return list.every((item) => item !== null) ? { list } : null;
}

function typeName(node: NixExpression): string | null {
  const names = node.kind === 'variable' ? [node.name] : selectedNames(node);
  if (names === null) return null;
  const name = names
    .slice(names[0] === 'lib' ? 1 : 0)
    .join('.')
    .replace(/^types\./, '');
  return SIMPLE.has(name) || APPLIED.has(name) ? name : null;
}

function selectedNames(node: NixExpression): string[] | null {
  if (node.kind !== 'select' || node.expression.kind !== 'variable' || node.fallback !== null) return null;
  const path = staticPath(node.path);
  return path === null ? null : [node.expression.name, ...path];
}
