/** A place in a text: line and column count from 1, the offset from 0, all in UTF-16 units. */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** The line and column of an offset into the text; offsets beyond the end count as the end. */
export function positionAt(source: string, offset: number): Position {
  const end = Math.min(offset, source.length);
  let line = 1;
  let lineStart = 0;
  for (let next = source.indexOf('\n'); next !== -1 && next < end; next = source.indexOf('\n', next + 1)) {
    line += 1;
    lineStart = next + 1;
  }
  return { offset: end, line, column: end - lineStart + 1 };
}

/** The text of a line (from 1) without its line ending; undefined when the text has no such line. */
export function lineText(source: string, line: number): string | undefined {
  return source.split('\n', line)[line - 1]?.replace(/\r$/, '');
}
