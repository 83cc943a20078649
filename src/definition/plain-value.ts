import { isAlias, isMap, isPair, isScalar, isSeq, type Alias, type Document, type Node } from 'yaml';
import type { Diagnostic } from '../base/diagnostic.js';
import { AliasTargets } from './alias-targets.js';
import { quoted } from './suggest.js';
import type { Finding, SourceText, Span } from './source-text.js';
import { keyText } from './yaml-tree.js';

/** How many values a file may stand for after its aliases are followed. A workflow of 10,000 steps has some 100,000. */
const maxValues = 250_000;
const maxDepth = 40;

interface Walk {
  readonly aliases: AliasTargets;
  readonly source: SourceText;
  readonly diagnostics: Diagnostic[];
  /** Anchors being followed, to see a value that contains itself. */
  readonly open: Set<unknown>;
  values: number;
  stopped: boolean;
}

/**
 * The plain data of a document: mappings become objects without a prototype, so that no key can reach one. Reports what
 * YAML allows and a workflow does not: duplicate keys, merge keys, `...`, keys that are no text, NUL, values that contain
 * themselves, and aliases that stand for more than 250,000 values (`stopped`: then the value is not whole).
 */
export function plainValue(
  document: Document,
  source: SourceText,
): { value: unknown; stopped: boolean; diagnostics: Diagnostic[] } {
  const aliases = new AliasTargets(document);
  const walk: Walk = { aliases, source, diagnostics: [], open: new Set(), values: 0, stopped: false };
  const value = convert(walk, document.contents, 0);
  return { value, stopped: walk.stopped, diagnostics: walk.diagnostics };
}

function convert(walk: Walk, node: unknown, depth: number): unknown {
  walk.values += 1;
  if (walk.stopped) return null;
  if (walk.values > maxValues || depth > maxDepth) return stop(walk, node);
  if (isAlias(node)) return followAlias(walk, node, depth);
  if (isMap(node)) return convertMap(walk, node.items, depth);
  if (isSeq(node)) return node.items.map((item) => convert(walk, item, depth + 1));
  if (!isScalar(node)) return null;
  if (typeof node.value === 'string' && node.value.includes('\0')) report(walk, node, nulFinding);
  return node.value;
}

const nulFinding: Finding = {
  code: 'nul-character',
  message: 'the text contains a NUL character',
  help: 'remove it: no command, path or name can hold one',
};

function followAlias(walk: Walk, node: Alias, depth: number): unknown {
  const target = walk.aliases.of(node);
  if (target === undefined || walk.open.has(target)) {
    report(walk, node, {
      code: target === undefined ? 'unknown-anchor' : 'circular-alias',
      message: `the alias ${quoted(`*${node.source}`)} ${target === undefined ? 'has no anchor before it' : 'stands inside the value that it names'}`,
      help: 'write the value out instead',
    });
    return null;
  }
  walk.open.add(target);
  const value = convert(walk, target, depth + 1);
  walk.open.delete(target);
  return value;
}

function convertMap(walk: Walk, items: readonly unknown[], depth: number): Record<string, unknown> {
  const result = Object.create(null) as Record<string, unknown>;
  const seen = new Set<string>();
  for (const item of items) {
    if (!isPair(item)) continue;
    const key = keyText(item.key);
    const finding = key === null ? notTextFinding : keyFinding(key, seen.has(key));
    if (finding !== null) report(walk, item.key, finding);
    if (key === null || finding !== null) continue;
    seen.add(key);
    result[key] = convert(walk, item.value, depth + 1);
  }
  return result;
}

const notTextFinding: Finding = {
  code: 'key-not-text',
  message: 'a key must be text',
  help: 'text that begins with `{` or `[` or `&` needs quotes',
};

function keyFinding(key: string, seenBefore: boolean): Finding | null {
  if (key === '...') {
    return {
      code: 'left-out-lines',
      message: '`...` stands for lines that were left out of an example',
      help: 'write those lines out (an agent step needs `agent:` and `task:`), or remove the `...`',
    };
  }
  if (key === '<<') {
    return { code: 'merge-key', message: 'merge keys (`<<`) are not supported', help: 'write the keys out instead' };
  }
  if (key === '__proto__') {
    return { code: 'unknown-key', message: 'the key `__proto__` is not allowed anywhere', help: 'remove it' };
  }
  if (key.includes('\0')) return nulFinding;
  if (!seenBefore) return null;
  return {
    code: 'duplicate-key',
    message: `the key ${quoted(key)} stands here twice`,
    help: 'keep one of them: only one could count',
  };
}

function stop(walk: Walk, node: unknown): null {
  walk.stopped = true;
  report(walk, node, {
    code: 'too-large',
    message: 'the file stands for too much once its aliases are followed, or is nested too deeply',
    help: `at most ${maxValues} values, ${maxDepth} levels deep; write values out instead of repeating aliases`,
  });
  return null;
}

function report(walk: Walk, node: unknown, finding: Finding): void {
  walk.diagnostics.push(walk.source.diagnostic(spanOf(node), finding));
}

function spanOf(node: unknown): Span {
  const range = (node as Node | null)?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 1 };
}
