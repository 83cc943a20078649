import { createHash } from 'node:crypto';
import { canonicalLine } from './canonical-line.js';

interface Block {
  /** `bracket`: up to a line that closes it. `branch`: the same, within one (`else`). `section`: up to the next. `lines`: as far as lines are deeper. */
  readonly kind: 'text' | 'section' | 'bracket' | 'branch' | 'lines';
  readonly indent: number;
  /** The word that ends a here-document. */
  readonly terminator: string | null;
  /** Canonical texts of its first line and of what is in it. */
  readonly head: string;
  readonly parts: string[];
}

/** `[Peer]`, `[[rule]]`, and the blocks of sshd_config and ssh_config, which need not be indented. */
const SECTION = /^(?:\[\[?[\w"][^\]]*\]\]?|(?:Match|Host)\s.*)$/;
const HERE_DOCUMENT = /<<-?\s*\\?['"]?(\w+)['"]?$/;
const OPENS = /[{([]$|\b(?:then|do|else)$|^case\b.*\bin$/;
const BRANCHES = /^(?:else|elif|\}\s*else)\b/;
const CLOSES = /^(?:[})\]]|(?:fi|done|esac)\b)/;

/**
 * One text for all orders of the same blocks and lines. A block is a line together with the lines that are deeper by indentation, that
 * come before its bracket is closed, or before the next section: lines never change between blocks. Blank lines do not count.
 */
export function canonicalLines(text: string): string {
  const open: Block[] = [{ kind: 'text', indent: -1, terminator: null, head: '', parts: [] }];
  // a line that goes on in the next one is one line
  for (const raw of text.replaceAll('\\\n', ' ').split('\n')) {
    const line = raw.trim();
    if (line !== '') addLine(open, line, raw.length - raw.trimStart().length);
  }
  while (open.length > 1) closeLast(open);
  return digest('', partsOf(open));
}

function addLine(open: Block[], line: string, indent: number): void {
  const bracket = open.findLast(({ kind }) => kind === 'bracket' || kind === 'branch');
  if (bracket !== undefined && closes(bracket, line)) {
    closeDownTo(open, bracket);
    partsOf(open).push(digest(line, []));
    while (open.at(-1)?.kind === 'branch') closeLast(open);
    closeLast(open);
    return;
  }
  if (bracket !== undefined && bracket.terminator === null && BRANCHES.test(line)) {
    closeDownTo(open, bracket);
    open.push(blockOf('branch', line, indent));
    return;
  }
  if (bracket === undefined && SECTION.test(line)) {
    while (open.length > 1) closeLast(open);
    open.push(blockOf('section', line, indent));
    return;
  }
  while (open.at(-1)?.kind === 'lines' && (open.at(-1)?.indent ?? 0) >= indent) closeLast(open);
  open.push(blockOf(OPENS.test(line) || HERE_DOCUMENT.test(line) ? 'bracket' : 'lines', line, indent));
}

function blockOf(kind: Block['kind'], line: string, indent: number): Block {
  return { kind, indent, terminator: HERE_DOCUMENT.exec(line)?.[1] ?? null, head: canonicalLine(line), parts: [] };
}

function closes({ terminator }: Block, line: string): boolean {
  return terminator === null ? CLOSES.test(line) && !BRANCHES.test(line) : line === terminator;
}

function closeDownTo(open: Block[], block: Block): void {
  while (open.at(-1) !== block) closeLast(open);
}

function closeLast(open: Block[]): void {
  const block = open.pop();
  if (block !== undefined) partsOf(open).push(digest(block.head, block.parts));
}

function partsOf(open: readonly Block[]): string[] {
  return open.at(-1)?.parts ?? [];
}

/** Of a fixed length for a whole block, so that deep nesting costs no memory. */
function digest(head: string, parts: readonly string[]): string {
  if (parts.length === 0) return `=${head}`;
  return `#${createHash('sha256')
    .update(JSON.stringify([head, ...[...parts].sort()]))
    .digest('hex')}`;
}
