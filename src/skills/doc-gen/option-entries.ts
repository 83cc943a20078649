import { compareText } from '../../base/diagnostic.js';
import { declaredOptions, writtenText, type DeclaredOption } from '../../nix/model/declared-options.js';
import type { NixFile } from '../../nix/nix-tree.js';
import { functionName } from '../../nix/syntax/called-name.js';
import { attributeName } from '../../nix/syntax/print-value.js';
import type { NixExpression } from '../../nix/syntax/syntax-tree.js';
import { withoutParentheses } from '../../nix/syntax/walk.js';
import { dedentRest } from './markdown-text.js';

/** One option as a manual shows it; texts are as the author wrote them, not yet safe to put into a document. */
export interface OptionEntry {
  /** `a.b.<name>.c`; null when its place among the options is computed. */
  readonly name: string | null;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** Markdown; null when there is none that is written out. */
  readonly description: string | null;
  readonly type: string | null;
  readonly default: string | null;
  readonly example: string | null;
}

/** Longer values are cut: a manual is to be read. */
const MOST_CHARACTERS = 4000;

/** The options that a file declares, but for those that manuals leave out, in source order. */
export function optionEntries(file: NixFile): OptionEntry[] {
  if (!file.parsed.ok) return [];
  const lineOf = lineCounter(file.text);
  return declaredOptions(file.parsed.value.tree)
    .filter(({ hidden }) => !hidden)
    .map((option) => ({
      name: option.path === null ? null : optionName(option.path),
      file: file.path,
      line: lineOf(option.call.start),
      ...describe(option, file.text),
    }));
}

/** Orders by name, then by place; those without a name come last. */
export function compareEntries(a: OptionEntry, b: OptionEntry): number {
  if ((a.name === null) !== (b.name === null)) return a.name === null ? 1 : -1;
  return compareText(a.name ?? '', b.name ?? '') || compareText(a.file, b.file) || a.line - b.line;
}

function optionName(path: readonly string[]): string {
  return path.map((name) => (name === '<name>' || name === '*' ? name : attributeName(name))).join('.');
}

type Description = Pick<OptionEntry, 'description' | 'type' | 'default' | 'example'>;

function describe(option: DeclaredOption, source: string): Description {
  const text = writtenText(option.description);
  const shared = { default: defaultOf(option, source), example: valueText(option.example, source) };
  switch (option.via) {
    case 'mkEnableOption':
      return {
        ...shared,
        type: 'bool',
        default: 'false',
        description: text === null ? null : `Whether to enable ${text}.`,
      };
    case 'mkPackageOption':
      return { ...shared, type: 'package', description: text === null ? null : `The package \`${text}\` to use.` };
    case 'mkOption':
      return { ...shared, type: typeText(option.type, source), description: text };
  }
}

function defaultOf(option: DeclaredOption, source: string): string | null {
  return valueText(option.defaultText, source) ?? valueText(option.default, source);
}

/** `literalExpression "x"` shows x. */
function valueText(expression: NixExpression | null, source: string): string | null {
  if (expression === null) return null;
  const inner = withoutParentheses(expression);
  const literal = inner.kind === 'apply' ? literalText(inner) : null;
  return cut(dedentRest(literal ?? source.slice(inner.start, inner.end)));
}

function literalText(call: Extract<NixExpression, { kind: 'apply' }>): string | null {
  return /^literal(?:Expression|Example|MD)$/.test(functionName(call.function) ?? '')
    ? writtenText(call.argument)
    : null;
}

/** Without the `lib.types.` that every type has before it. */
function typeText(expression: NixExpression | null, source: string): string | null {
  const text = expression === null ? null : valueText(expression, source);
  return text === null || text.includes('"') || text.includes("''")
    ? text
    : text.replaceAll(/\b(?:lib\.)?types\./g, '');
}

function cut(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS)}…`;
}

/** Line numbers of offsets that are asked for in ascending order, in time linear in the text. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let next = text.indexOf('\n');
  return (offset) => {
    for (; next !== -1 && next < offset; next = text.indexOf('\n', next + 1)) line += 1;
    return line;
  };
}
