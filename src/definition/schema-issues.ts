import type * as z from 'zod/mini';
import type { Finding, Span } from './source-text.js';
import { didYouMean, nearest, quoted } from './suggest.js';
import type { Path, YamlTree } from './yaml-tree.js';

/** `unionMessage`: what the union around the issue says it expects. */
type Issue = z.core.$ZodIssue & { readonly unionMessage?: string };

/** More unknown keys of one mapping are not described. */
const maxUnknownKeys = 100;

/** A finding about the value at `path`, its key, or the start of the mapping at `path`. */
export interface PlacedFinding {
  readonly path: Path;
  readonly at: 'value' | 'key' | 'start';
  readonly finding: Finding;
}

/** Where to say it, in the tree in which the mapping that was checked stands at `base`. */
export function spanOfFinding(tree: YamlTree, base: Path, placed: PlacedFinding): Span {
  const path = [...base, ...placed.path];
  if (placed.at === 'key') return tree.keySpan(path);
  return placed.at === 'start' ? tree.startSpan(path) : tree.valueSpan(path);
}

/** What is known about the keys of a mapping that was checked. */
export interface KnownKeys {
  readonly allowed: readonly string[];
  /** Explains a key that belongs to another level, or is null. */
  readonly whereElse: (key: string) => string | null;
  /** What is allowed in the mappings inside of it, where that is not what a workflow has there. */
  readonly nestedKeys?: () => readonly string[];
}

/** What the issues mean for the writer of the file. */
export function describeIssues(issues: readonly Issue[], input: unknown, levels: KnownKeys): PlacedFinding[] {
  const flat = issues.flatMap((issue) => flattenUnion(issue));
  return flat.filter((issue) => !isExplained(issue, flat)).flatMap((issue) => describe(issue, input, levels));
}

/** Of a union only the branch that fits the value's type is talked about; when none does, the union speaks for itself. */
function flattenUnion(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const fitting = issue.errors.find((branch) => branch.every((inner) => inner.path.length > 0 || !isTypeIssue(inner)));
  if (fitting === undefined) return [issue];
  return fitting.map((inner) =>
    Object.assign({}, inner, { path: [...issue.path, ...inner.path], unionMessage: issue.message }),
  );
}

/** A missing key is not worth a word where the same mapping has that key misspelt, or is a command that needs quotes. */
function isExplained(missing: Issue, all: readonly Issue[]): boolean {
  const key = missing.path.at(-1);
  if (missing.input !== undefined || typeof key !== 'string') return false;
  const place = missing.path.slice(0, -1).join('/');
  return all.some(
    (issue) =>
      issue.code === 'unrecognized_keys' &&
      issue.path.join('/') === place &&
      (key === 'notify' || issue.keys.slice(0, maxUnknownKeys).some((unknown) => nearest(unknown, [key]) !== null)),
  );
}

function isTypeIssue(issue: Issue): boolean {
  return issue.code === 'invalid_type' || (issue.code === 'invalid_value' && typeof issue.input !== 'string');
}

function describe(issue: Issue, input: unknown, levels: KnownKeys): PlacedFinding[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, maxUnknownKeys).map((key) => {
      const allowed = path.length === 0 ? levels.allowed : (levels.nestedKeys?.() ?? nestedKeys(path));
      return {
        path: [...path, key],
        at: 'key',
        finding: unknownKey(key, allowed, path.length === 0 ? levels.whereElse(key) : null),
      };
    });
  }
  const value = valueAt(input, path);
  const last = path.at(-1);
  if (value === undefined && typeof last === 'string') {
    return [{ path: path.slice(0, -1), at: 'start', finding: missingKey(last) }];
  }
  return [{ path, at: 'value', finding: describeValue(issue, value, typeof last === 'string' ? last : null) }];
}

function unknownKey(key: string, allowed: readonly string[], elsewhere: string | null): Finding {
  if (allowed === hookKeys && nearest(key, allowed) === null) {
    const help =
      'a command with a colon and a space in it needs quotes around it; the only mapping here is `notify: …`';
    return { code: 'wrong-type', message: `${quoted(key)} is read as the key of a mapping`, help };
  }
  return { code: 'unknown-key', message: `unknown key ${quoted(key)}`, help: elsewhere ?? didYouMean(key, allowed) };
}

const hookKeys: readonly string[] = ['notify'];

function nestedKeys(path: Path): readonly string[] {
  if (path[0] === 'on_failure' && path.length === 1) return ['retry', 'backoff', 'delay_seconds', 'max_delay_seconds'];
  return hookKeys;
}

function missingKey(key: string): Finding {
  const examples: Record<string, string> = {
    workflow: 'add `workflow: NAME`, the name of the file without `.yaml`',
    type: 'add `type: sequential`, `parallel` or `hybrid` (a phase: `sequential` or `parallel`)',
    task: 'add `task: NAME`: what the agent shall do',
    name: 'add `name: NAME` to the phase',
    steps: 'add `steps:` with at least one step',
    retry: 'add `retry: 3`: how many further attempts',
  };
  return { code: 'missing-key', message: `the key \`${key}\` is missing`, help: examples[key] ?? `add \`${key}:\`` };
}

function describeValue(issue: Issue, value: unknown, key: string | null): Finding {
  const subject = key === null ? 'this entry' : quoted(key);
  if (value === null) {
    return {
      code: 'wrong-type',
      message: `${subject} has no value`,
      help: `expected ${expectation(issue)}, or remove the key`,
    };
  }
  if (issue.code === 'invalid_value') return invalidValue(issue, value, subject);
  if (issue.code === 'too_small' || issue.code === 'too_big') return outOfRange(issue, value, subject);
  if (issue.code === 'invalid_format') {
    return { code: 'bad-name', message: `${subject} cannot be ${shownText(value)}`, help: formatHelp(key) };
  }
  const help = `expected ${expectation(issue)}${typeHint(issue, value, key)}`;
  return { code: 'wrong-type', message: `${subject} is ${kindOf(value)}`, help };
}

function shownText(value: unknown): string {
  return typeof value === 'string' ? quoted(value) : kindOf(value);
}

function invalidValue(issue: Issue & { code: 'invalid_value' }, value: unknown, subject: string): Finding {
  const allowed = issue.values.map(String);
  const near = typeof value === 'string' ? nearest(value, allowed) : null;
  const union = issue.unionMessage ?? null;
  const help =
    near === null && union !== null ? `expected ${union}` : didYouMean(typeof value === 'string' ? value : '', allowed);
  return { code: 'unknown-value', message: `${subject} cannot be ${shownText(value)}`, help };
}

function outOfRange(issue: Issue & { code: 'too_small' | 'too_big' }, value: unknown, subject: string): Finding {
  if (issue.origin === 'array' || issue.origin === 'string') {
    return {
      code: 'empty-value',
      message: `${subject} is empty`,
      help: 'give it at least one entry, or remove the key',
    };
  }
  const bound =
    issue.code === 'too_big'
      ? `at most ${issue.maximum}`
      : `${issue.inclusive === true ? 'at least' : 'more than'} ${issue.minimum}`;
  return { code: 'out-of-range', message: `${subject} is ${String(value)}`, help: `expected ${bound}` };
}

function formatHelp(key: string | null): string {
  if (key === 'id' || key === 'name')
    return 'lower-case letters, digits, `-` and `_`, beginning with a letter or digit, at most 64';
  if (key === 'task') return 'at most 128 characters on one line, without `/` and `\\`';
  return 'it names a file: letters, digits, `.`, `-` and `_`, beginning with a letter or digit, at most 128';
}

function expectation(issue: Issue): string {
  if (issue.code === 'invalid_union') return issue.message;
  if (issue.code !== 'invalid_type') return 'a value';
  const words: Record<string, string> = {
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list (`- …` lines)',
    object: 'a mapping (`key: value` lines)',
    record: 'a mapping (`key: value` lines)',
  };
  return words[issue.expected] ?? issue.expected;
}

/** What most likely went wrong: YAML reads 1.0 as a number, `a: b` as a mapping, and `yes` as text. */
function typeHint(issue: Issue, value: unknown, key: string | null): string {
  const wanted = issue.code === 'invalid_type' ? issue.expected : '';
  if (wanted === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return key === 'version'
      ? ': put it in quotes; a version has three parts, `"1.0.0"`'
      : `: put it in quotes, \`"${String(value)}"\``;
  }
  if (typeof value === 'object' && !Array.isArray(value) && (wanted === 'string' || issue.code === 'invalid_union')) {
    return ': text with a colon and a space in it needs quotes';
  }
  if (wanted === 'boolean' && typeof value === 'string' && /^(yes|no|on|off|y|n)$/i.test(value)) {
    return `: write \`${/^(yes|on|y)$/i.test(value) ? 'true' : 'false'}\``;
  }
  if (wanted === 'object' && key === 'on_failure')
    return ': of a step it is `retry: 3`; commands belong to the workflow';
  if (wanted === 'array' && key === 'on_failure') return ' of commands; `retry:` belongs to a step';
  return '';
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return `the text ${quoted(value)}`;
  return typeof value === 'number' || typeof value === 'boolean' ? `the ${typeof value} ${value}` : 'something else';
}

function valueAt(input: unknown, path: Path): unknown {
  let value = input;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}
