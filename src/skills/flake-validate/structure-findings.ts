import type { Diagnostic } from '../../base/diagnostic.js';
import type { NixFile } from '../../nix/nix-tree.js';
import type { NixExpression } from '../../nix/syntax/syntax-tree.js';
import { withoutParentheses } from '../../nix/syntax/walk.js';
import { at } from '../finding.js';
import { readFlakeFile, type FlakeAttribute, type FlakeFile } from './flake-file.js';

/** What a flake may have at its top (`nix flake` manual, "Flake format"). */
const TOP = ['description', 'inputs', 'outputs', 'nixConfig'];

/** Errors of `flake.nix` that Nix finds before it evaluates anything; it says the same of all of them (2.8 to 2.34), but without a line. */
export function structureFindings(file: NixFile): Diagnostic[] {
  if (!file.parsed.ok) {
    const { message, line, column } = file.parsed.error;
    const location = { file: file.path, line, column };
    return [{ severity: 'error', code: 'nix-syntax', message: `syntax error, ${message}`, location }];
  }
  const flake = readFlakeFile(file);
  if (flake === null) {
    const help = 'write the set itself: { inputs = { … }; outputs = { self, … }: { … }; }';
    const top = withoutParentheses(file.parsed.value.tree);
    return [
      at(file, firstOf(top), { severity: 'error', code: 'flake-no-set', message: 'flake.nix is not a set', help }),
    ];
  }
  return [...missingOutputs(flake), ...flake.attributes.flatMap((attribute) => attributeFindings(file, attribute))];
}

function missingOutputs({ file, attributes, isComplete }: FlakeFile): Diagnostic[] {
  if (!isComplete || attributes.some(({ path }) => path[0] === 'outputs')) return [];
  const help = 'add outputs = { self, … }: { … };';
  const location = { file: file.path, line: 1, column: 1 };
  return [{ severity: 'error', code: 'flake-no-outputs', message: 'flake.nix has no outputs', location, help }];
}

function attributeFindings(file: NixFile, { path, value, place }: FlakeAttribute): Diagnostic[] {
  const [top = '', ...rest] = path;
  const error = (code: string, message: string, help: string): Diagnostic[] => [
    at(file, place, { severity: 'error', code, message, help }),
  ];
  if (!TOP.includes(top))
    return error(
      'flake-attribute',
      `a flake has no attribute ${JSON.stringify(top)}`,
      `it may have: ${TOP.join(', ')}`,
    );
  if (path.length === 1 && top === 'outputs' && value.kind !== 'function')
    return error(
      'flake-outputs',
      `outputs is ${nameOf(value)}, not a function`,
      'write the function here, as in outputs = inputs: import ./outputs.nix inputs',
    );
  if (top !== 'inputs') return [];
  const shown = path.join('.');
  const isSet = rest.length === 0 || rest.length === 1 || (rest.length % 2 === 1 && rest.at(-2) === 'inputs');
  if (isSet && value.kind !== 'attr-set')
    return error(
      'flake-input',
      `${shown} is ${nameOf(value)}, not a set`,
      'Nix does not evaluate it: write the set itself',
    );
  const isText = !isSet && (path.at(-1) === 'url' || path.at(-1) === 'follows') && rest.length % 2 === 0;
  if (isText && !isWrittenText(value))
    return error(
      'flake-input',
      `${shown} is ${nameOf(value)}, not a text`,
      'Nix does not evaluate it: write one string',
    );
  return [];
}

/** Newer versions of Nix also take a path. */
function isWrittenText(value: NixExpression): boolean {
  if (value.kind === 'string') return value.parts.every(({ kind }) => kind === 'text');
  return value.kind === 'path' || value.kind === 'uri';
}

const NAMES: Partial<Record<NixExpression['kind'], string>> = {
  'attr-set': 'a set',
  int: 'a number',
  float: 'a number',
  list: 'a list',
  function: 'a function',
  path: 'a path',
  uri: 'a text',
};

function nameOf({ kind, ...value }: NixExpression): string {
  if (kind === 'string')
    return 'parts' in value && value.parts.some((part) => part.kind === 'interpolation') ? 'computed' : 'a text';
  return NAMES[kind] ?? 'computed';
}

/** The line that it begins on is enough to show. */
function firstOf({ start }: NixExpression): { start: number; end: number } {
  return { start, end: start + 1 };
}
