import { recordOf, textOf } from './json-record.js';

/** The fields that say most of what a tool is about to do, the best first; the CLIs name them alike, or else have a name of their own. */
const TELLING = [
  'file_path',
  'filePath',
  'absolute_path',
  'notebook_path',
  'pattern',
  // Before the command: an editor's is `view`.
  'path',
  'command',
  'dir_path',
  'url',
  'query',
  'description',
  'prompt',
  'skill',
  'summary',
] as const;

const LONGEST = 300;

/** What a tool is used on, in one line: a file, a command, a pattern; empty when its input says nothing of the kind. */
export function toolDetail(input: unknown): string {
  const fields = recordOf(input);
  if (fields === null) return '';
  const text = TELLING.map((name) => textOf(fields[name])).find((value) => value !== '') ?? '';
  const [line = ''] = text.trimStart().split(/[\r\n]/, 1);
  return line.length > LONGEST ? `${line.slice(0, LONGEST)} …` : line;
}
