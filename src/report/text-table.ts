import { displayWidth, padWidth } from './display-width.js';

/** Rows as aligned columns, two spaces between them, no space at the end of a line. The last column is not padded. */
export function textTable(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.slice(0, -1).forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell))));
  }
  return rows.map((row) =>
    row
      .map((cell, column) => padWidth(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
