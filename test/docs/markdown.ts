import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A fenced code block of a document. */
export interface CodeBlock {
  readonly file: string;
  /** Of the opening fence, from 1. */
  readonly line: number;
  /** The first word behind the fence, and the rest of it. */
  readonly language: string;
  readonly note: string;
  /** The last heading before it. */
  readonly heading: string;
  readonly text: string;
}

/** A document written for people, below the root of the project. */
export interface Document {
  readonly file: string;
  readonly text: string;
  readonly blocks: readonly CodeBlock[];
}

/** Tells of measurements: its commands take minutes, and its figures are those of one machine. */
const notForUse = 'docs/performance.md';

/** The documents at the root and in docs/, sorted. */
export const documents: readonly Document[] = ['.', 'docs']
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((file) => file.endsWith('.md') && file !== notForUse)
  .sort()
  .map(readDocument);

/** The document of that path. Throws when there is none. */
export function documentOf(file: string): Document {
  const found = documents.find((document) => document.file === file);
  if (found === undefined) throw new Error(`there is no ${file}`);
  return found;
}

/** The rows below the table header that begins with these cells, each row its cells; code marks are taken off. */
export function tableRows(document: Document, ...header: readonly string[]): string[][] {
  return document.text
    .split('\n\n')
    .map((part) => part.split('\n').filter((line) => line.startsWith('|')))
    .filter(([first = '']) => header.every((cell, index) => cellsOf(first)[index] === cell))
    .flatMap((lines) => lines.slice(2).map(cellsOf));
}

/** The text from that heading to the next one. Throws when there is none. */
export function sectionOf(document: Document, heading: string): Document {
  const lines = document.text.split('\n');
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading);
  if (start < 0) throw new Error(`${document.file} has no heading ${heading}`);
  const length = lines.slice(start + 1).findIndex((line) => /^#+ /.test(line));
  return { ...document, text: lines.slice(start, length < 0 ? undefined : start + 1 + length).join('\n') };
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replace(/^`([^`]*)`$/, '$1'));
}

function readDocument(file: string): Document {
  const text = readFileSync(file, 'utf8');
  const blocks: CodeBlock[] = [];
  let heading = '';
  let open: { line: number; marks: string; info: string; text: string[] } | null = null;
  for (const [index, line] of text.split('\n').entries()) {
    // A block ends at a fence as long as its first one: shorter ones belong to what it shows.
    const [, marks, info] = /^(`{3,})(.*)$/.exec(line) ?? [];
    if (open === null) {
      if (marks !== undefined) open = { line: index + 1, marks, info: (info ?? '').trim(), text: [] };
      else heading = /^#+ (.*)$/.exec(line)?.[1] ?? heading;
      continue;
    }
    if (marks !== open.marks) {
      open.text.push(line);
      continue;
    }
    const [language = '', ...note] = open.info.split(' ');
    blocks.push({ file, line: open.line, language, note: note.join(' '), heading, text: `${open.text.join('\n')}\n` });
    open = null;
  }
  return { file, text, blocks };
}
