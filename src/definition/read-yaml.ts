import { Composer, Lexer, Parser, type CST, type Document, type ErrorCode } from 'yaml';
import type { Diagnostic } from '../base/diagnostic.js';
import { plainValue } from './plain-value.js';
import type { Finding, SourceText } from './source-text.js';
import { YamlTree } from './yaml-tree.js';

/** A file that was read: `value` is plain data, `tree` knows where it stands. Null when there is nothing to look at. */
export interface YamlFile {
  readonly content: { readonly value: unknown; readonly tree: YamlTree } | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Above this a file is not parsed: real workflows are some 100 times smaller. */
const maxLength = 1024 * 1024;
/** Nesting of a workflow is below 10; the composer of `yaml` calls itself once a level. */
const maxDepth = 40;
/** Open collections of the parser: one per level, and the document with its scalar. */
const maxOpenTokens = maxDepth + 2;
/** Indents, keys, colons, values and line ends each count. A workflow of 10,000 steps has some 400,000. */
const maxLexemes = 500_000;
const maxSyntaxErrors = 20;

/** Reads YAML 1.2 (core schema, no tags, one document). Never throws, whatever the text is. */
export function readYaml(source: SourceText): YamlFile {
  if (source.text.length > maxLength) return failed(source, 0, tooLong);
  const parsed = tokensOf(source.text);
  if ('finding' in parsed) return failed(source, parsed.refusedAt, parsed.finding);
  const documents = [
    ...new Composer({ prettyErrors: false, uniqueKeys: false, stringKeys: true, logLevel: 'silent' }).compose(
      parsed.tokens,
    ),
  ];
  const [document, second] = documents;
  if (document?.contents === undefined || document.contents === null) {
    const hasErrors = document !== undefined && document.errors.length > 0;
    return hasErrors ? syntaxFailed(source, document) : failed(source, 0, empty);
  }
  if (second !== undefined) return failed(source, second.range[0], severalDocuments);
  const syntax = syntaxDiagnostics(source, document);
  // What the parser makes of broken YAML is a guess; findings about the guess would mislead.
  if (syntax.some((diagnostic) => diagnostic.code === 'yaml-syntax')) return { content: null, diagnostics: syntax };
  const plain = plainValue(document, source);
  if (plain.stopped) return { content: null, diagnostics: plain.diagnostics };
  return {
    content: { value: plain.value, tree: new YamlTree(document, source.text) },
    diagnostics: [...syntax, ...plain.diagnostics],
  };
}

const tooLong: Finding = {
  code: 'too-large',
  message: 'the file is larger than 1 MiB',
  help: 'split the workflow: a step may be another workflow (`workflow: NAME`)',
};
const tooDeep: Finding = {
  code: 'too-large',
  message: `the file is nested more than ${maxDepth} levels deep`,
  help: 'a workflow needs no more than a handful of levels',
};
const tooMany: Finding = {
  code: 'too-large',
  message: 'the file has too many keys and values',
  help: 'split the workflow: a step may be another workflow (`workflow: NAME`)',
};
const empty: Finding = {
  code: 'empty-file',
  message: 'the file holds no workflow',
  help: 'begin with `workflow: NAME`, `type: sequential` and `steps:`',
};
const severalDocuments: Finding = {
  code: 'several-documents',
  message: 'a second YAML document begins here',
  help: 'one file holds one workflow: remove the `---`, or move the rest to its own file',
};

function failed(source: SourceText, offset: number, finding: Finding): YamlFile {
  return { content: null, diagnostics: [source.diagnostic({ start: offset, end: offset + 1 }, finding)] };
}

function syntaxFailed(source: SourceText, document: Document): YamlFile {
  return { content: null, diagnostics: syntaxDiagnostics(source, document) };
}

/** The tokens of the text, or where it becomes too much: seen before anything is built that recurses or takes long. */
function tokensOf(text: string): { tokens: CST.Token[] } | { refusedAt: number; finding: Finding } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    lexemes += 1;
    if (lexemes > maxLexemes) return { refusedAt: parser.offset, finding: tooMany };
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > maxOpenTokens) return { refusedAt: parser.offset - lexeme.length, finding: tooDeep };
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens };
}

function syntaxDiagnostics(source: SourceText, document: Document): Diagnostic[] {
  const errors = document.errors
    .filter((error) => !isEllipsis(source, error))
    // A second error at the same place is a consequence of the first.
    .filter((error, index, all) => all[index - 1]?.pos[0] !== error.pos[0])
    .slice(0, maxSyntaxErrors);
  const tags = document.warnings.map((warning) =>
    source.diagnostic(
      { start: warning.pos[0], end: warning.pos[1] },
      { code: 'yaml-tag', message: 'YAML tags are not supported', help: 'remove the `!…` before the value' },
    ),
  );
  return [
    ...errors.map((error) =>
      source.diagnostic(
        { start: error.pos[0], end: error.pos[1] },
        {
          code: 'yaml-syntax',
          message: syntaxMessage(error),
          help: syntaxHelps[error.code] ?? 'see https://yaml.org/spec/1.2.2/, or put quotes around the text',
        },
      ),
    ),
    ...tags,
  ];
}

/** What is used of an error of `yaml`. */
interface SyntaxTrouble {
  readonly code: ErrorCode;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** `...` inside a mapping is reported once and better, as `left-out-lines`. */
function isEllipsis(source: SourceText, error: SyntaxTrouble): boolean {
  return error.code === 'MISSING_CHAR' && source.text.slice(error.pos[0], error.pos[1]) === '...';
}

function syntaxMessage(error: SyntaxTrouble): string {
  const message = error.code === 'NON_STRING_KEY' ? 'a key must be text' : (error.message.split('\n')[0] ?? '');
  return `not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}

const colonHelp =
  'text with a colon and a space in it needs quotes; check the indentation of this line and the one before';

const syntaxHelps: Partial<Record<ErrorCode, string>> = {
  TAB_AS_INDENT: 'indent with spaces',
  BLOCK_AS_IMPLICIT_KEY: colonHelp,
  MULTILINE_IMPLICIT_KEY: colonHelp,
  BAD_INDENT: 'keys of one mapping and items of one list begin in the same column',
  BAD_SCALAR_START: 'put quotes around the text',
  MISSING_CHAR: 'close the quote or bracket, or put a colon and a space after the key',
  NON_STRING_KEY: 'a key is plain text; text that begins with `{` or `[` needs quotes',
};
