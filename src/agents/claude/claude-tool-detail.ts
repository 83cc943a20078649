import { recordOf, textOf } from './claude-json.js';

/** The fields that say most of what a tool is about to do, the best first. */
const TELLING = [
  'file_path',
  'notebook_path',
  'command',
  'pattern',
  'path',
  'url',
  'query',
  'description',
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
