import type { NixFile } from '../../nix/nix-tree.js';
import { attributePath } from '../../nix/syntax/print-value.js';
import type { NixBinding } from '../../nix/syntax/syntax-tree.js';
import { staticPath, walkExpressions } from '../../nix/syntax/walk.js';
import { LineIndex, lowerBound } from '../line-index.js';
import { plainLines } from './code-lines.js';
import { HashedLines } from './hashed-lines.js';

/** What stands between the first and the last line of a value that is bound to a name. */
export interface Block {
  readonly file: string;
  /** Where its name stands, from 1. */
  readonly line: number;
  readonly column: number;
  /** As it is bound: `systemd.services.a`; null when a part of it is computed. */
  readonly name: string | null;
  /** How many of its lines say something. */
  readonly count: number;
}

/** A block whose lines are also those of another one. */
export interface CopiedBlock {
  readonly block: Block;
  readonly of: Block;
}

/** A block with its place among the lines of its file, the end excluded. */
interface Candidate extends Block {
  readonly lines: HashedLines;
  readonly from: number;
  readonly to: number;
}

/**
 * The blocks of at least so many telling lines that stand in another file too, line by line the same but for blanks and comments;
 * of blocks inside of one another only the outermost. `isKnown` says of two files that they are told to be alike as a whole.
 * Linear in the files' sizes: blocks are found by their hashes, and the lines of what is reported are compared once.
 */
export function copiedBlocks(
  files: readonly NixFile[],
  least: number,
  isKnown: (a: string, b: string) => boolean,
): CopiedBlock[] {
  const ids = new Map<string, number>();
  const groups = new Map<string, Candidate[]>();
  for (const candidate of files.flatMap((file) => candidates(file, ids, least))) {
    const key = candidate.lines.key(candidate.from, candidate.to);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [candidate]);
    else group.push(candidate);
  }
  const longestFirst = [...groups.values()]
    .filter((group) => group.length > 1)
    .sort(([a], [b]) => lengthOf(b) - lengthOf(a));
  const reported = new Reported();
  return longestFirst.flatMap((group) => copiesIn(group, reported, isKnown));
}

/** Each block of a group that is not inside of a reported one, as a copy of one block of the group: one that is, or the first. */
function copiesIn(
  group: readonly Candidate[],
  reported: Reported,
  isKnown: (a: string, b: string) => boolean,
): CopiedBlock[] {
  const fresh = group.filter((block) => !reported.covers(block));
  const first = group.find((block) => reported.covers(block)) ?? fresh[0];
  return fresh.flatMap((block) => {
    if (first === undefined || block.file === first.file || !first.lines.equals(first.from, first.to, block)) return [];
    reported.add(block);
    reported.add(first);
    return isKnown(block.file, first.file) ? [] : [{ block, of: first }];
  });
}

/** The lines of what was reported. Longer blocks come first, so that one of which a line is there lies inside as a whole. */
class Reported {
  readonly #lines = new Map<HashedLines, Set<number>>();

  add(block: Candidate): void {
    if (this.covers(block)) return;
    const { lines, from, to } = block;
    const known = this.#lines.get(lines) ?? new Set();
    this.#lines.set(lines, known);
    for (let i = from; i < to; i += 1) known.add(i);
  }

  covers({ lines, from }: Candidate): boolean {
    return this.#lines.get(lines)?.has(from) === true;
  }
}

/** The values of a file that have enough lines between their first and their last; examples, which only documents show, have none. */
function candidates(file: NixFile, ids: Map<string, number>, least: number): Candidate[] {
  if (!file.parsed.ok) return [];
  const lines = new HashedLines(plainLines(file), ids);
  const numbers = lines.lines.map(({ line }) => line);
  const index = new LineIndex(file.text);
  // of values that begin and end on the same lines, the innermost is meant
  const found = new Map<string, Candidate>();
  let exampleEnd = 0;
  for (const node of walkExpressions(file.parsed.value.tree)) {
    if (node.kind !== 'attr-set' && node.kind !== 'let') continue;
    for (const binding of node.bindings) {
      if (binding.kind !== 'bind' || binding.start < exampleEnd) continue;
      const { value } = binding;
      const name = nameOf(binding);
      if (name === 'example') exampleEnd = binding.end;
      const from = lowerBound(numbers, index.place(value.start).line + 1);
      const to = lowerBound(numbers, index.place(value.end - 1).line);
      const count = to > from ? lines.telling(from, to) : 0;
      if (count < least || name === 'example') continue;
      const { line, column } = index.place(binding.start);
      found.set(`${from}:${to}`, { file: file.path, line, column, name, count, lines, from, to });
    }
  }
  return [...found.values()];
}

function nameOf(binding: Extract<NixBinding, { kind: 'bind' }>): string | null {
  const path = staticPath(binding.path);
  return path === null ? null : attributePath(path);
}

function lengthOf(block: Candidate | undefined): number {
  return block === undefined ? 0 : block.to - block.from;
}
