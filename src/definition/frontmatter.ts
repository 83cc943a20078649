import type * as z from 'zod/mini';
import type { Diagnostic } from '../base/diagnostic.js';
import { readYaml } from './read-yaml.js';
import { describeIssues, spanOfFinding, type KnownKeys } from './schema-issues.js';
import { SourceText, type Finding } from './source-text.js';
import { nearest, quoted } from './suggest.js';
import type { Path, YamlTree } from './yaml-tree.js';

/** The YAML between two `---` lines at the top of a Markdown file. */
export interface Frontmatter {
  /** Its keys, and where they stand; null when the file has no frontmatter, or one without keys. */
  readonly content: { readonly keys: Readonly<Record<string, unknown>>; readonly tree: YamlTree } | null;
  /** Offset at which the text after it begins. */
  readonly bodyStart: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Stands for a colon that is meant as text, while the YAML is read: as long as one, so that every offset stays right. */
const MASKED_COLON = '\uE000';

/**
 * Reads the frontmatter of a Markdown file. A colon and a space in a value on the line of its key is text, as Claude Code has
 * it, though YAML would want quotes. Errors: not closed, no YAML, no mapping. Never throws.
 */
export function readFrontmatter(source: SourceText): Frontmatter {
  const { text } = source;
  const open = /^---[ \t]*(?:\r?\n|$)/.exec(text);
  if (open === null) return { content: null, bodyStart: 0, diagnostics: [] };
  const close = /^---[ \t]*(?:\r?\n|$)/m.exec(text.slice(open[0].length));
  if (close === null) {
    return { content: null, bodyStart: text.length, diagnostics: [source.diagnostic({ start: 0, end: 3 }, notClosed)] };
  }
  const end = open[0].length + close.index;
  const bodyStart = end + close[0].length;
  const { masked, unmask } = maskColons(text.slice(0, end));
  const { content, diagnostics: found } = readYaml(new SourceText(source.file, `   ${masked.slice(3)}`));
  const diagnostics = found.flatMap((diagnostic) => inOurWords(source, diagnostic));
  if (content === null) return { content: null, bodyStart, diagnostics };
  const value = unmask(content.value);
  if (isMapping(value)) return { content: { keys: value, tree: content.tree }, bodyStart, diagnostics };
  return {
    content: null,
    bodyStart,
    diagnostics: [...diagnostics, source.diagnostic(content.tree.valueSpan([]), notAMapping)],
  };
}

const notClosed: Finding = {
  code: 'open-frontmatter',
  message: 'the frontmatter that begins here has no end',
  help: 'close it with a line `---`, or remove this line',
};
const notAMapping: Finding = {
  code: 'wrong-type',
  message: 'the frontmatter is no mapping',
  help: 'write it as `key: value` lines, for example `description: What it is for`',
};

/** What `readYaml` says of a workflow, said of a frontmatter, with the line as it is in the file; an empty one is none. */
function inOurWords(source: SourceText, { severity, code, message, location, help = '' }: Diagnostic): Diagnostic[] {
  if (code === 'empty-file') return [];
  const { line = 1, column = 1, length = 1 } = location;
  const start = source.lineStart(line) + column - 1;
  return [source.diagnostic({ start, end: start + length }, { severity, code, message, help: ourHelps[code] ?? help })];
}

const ourHelps: Readonly<Record<string, string>> = {
  'too-large': 'a frontmatter has a handful of keys',
  'several-documents': 'a line `---` alone ends the frontmatter; remove what follows it',
};

/** Only a value that begins like plain text can hold such a colon: with quotes, or as a block, YAML reads it rightly itself. */
const PLAIN_LINE = /^([A-Za-z][\w-]*:[ \t]+)([^\s"'[\]{}|>&*!%@`#,?-].*)$/gm;

function maskColons(text: string): { masked: string; unmask: <T>(value: T) => T } {
  if (text.includes(MASKED_COLON)) return { masked: text, unmask: (value) => value };
  const masked = text.replace(
    PLAIN_LINE,
    (_, key: string, value: string) => key + value.replace(/:(?=[ \t]|\r?$)/g, MASKED_COLON),
  );
  return { masked, unmask: unmasked };
}

function unmasked<T>(value: T): T {
  if (typeof value === 'string') return value.replaceAll(MASKED_COLON, ':') as T;
  if (Array.isArray(value)) return value.map(unmasked) as T;
  if (!isMapping(value)) return value;
  const result = Object.create(null) as Record<string, unknown>;
  for (const [key, inner] of Object.entries(value)) result[unmasked(key)] = unmasked(inner);
  return result as T;
}

/** A mapping of the frontmatter, where it stands, and what is known about its keys. */
export interface PlacedMapping extends KnownKeys {
  readonly source: SourceText;
  readonly tree: YamlTree;
  readonly path: Path;
}

/** Holds a mapping against a schema: its data, or null and what is wrong, each at its place. */
export function checkMapping<T>(
  schema: z.ZodMiniType<T>,
  value: unknown,
  { source, tree, path, ...known }: PlacedMapping,
): { data: T | null; diagnostics: Diagnostic[] } {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { data: parsed.data, diagnostics: [] };
  const findings = describeIssues(parsed.error.issues, value, known);
  const diagnostics = findings.map((placed) => source.diagnostic(spanOfFinding(tree, path, placed), placed.finding));
  return { data: null, diagnostics };
}

/**
 * Warnings for keys that are nearly one of the known ones. Other unknown keys are left alone: they are Claude Code's, of this
 * version or of a later one.
 */
export function mistypedKeys(
  source: SourceText,
  { keys, tree }: NonNullable<Frontmatter['content']>,
  known: readonly string[],
): Diagnostic[] {
  return Object.keys(keys).flatMap((key) => {
    const near = known.includes(key) ? null : nearest(key, known);
    if (near === null) return [];
    const finding = { code: 'unknown-key', message: `unknown key ${quoted(key)}`, help: `did you mean \`${near}\`?` };
    return [source.diagnostic(tree.keySpan([key]), { severity: 'warning', ...finding })];
  });
}

/** Whether a value of YAML is a mapping. */
export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
