import { displayWidth, fitWidth, padWidth } from './display-width.js';

/** How narrow a name may become. */
const LEAST_NAME = 12;

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

/**
 * Rows whose first `names` cells are cut, the longest first, so that the table fits into `width` columns; rows as they are where no
 * cut makes them fit.
 */
export function narrowRows(rows: readonly (readonly string[])[], names: number, width: number): string[][] {
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, column) =>
    rows.reduce((most, row) => Math.max(most, displayWidth(row[column] ?? '')), 0),
  );
  const limits = widths.slice(0, names);
  let excess = widths.reduce((sum, one) => sum + one, 0) + 2 * (columns - 1) - width;
  for (; excess > 0; excess -= 1) {
    const widest = limits.indexOf(Math.max(...limits));
    const limit = limits[widest];
    // Lines are broken all the same, so nothing is gained by a shorter name.
    if (limit === undefined || limit <= LEAST_NAME) return rows.map((row) => [...row]);
    limits[widest] = limit - 1;
  }
  return rows.map((row) => row.map((cell, column) => fitWidth(cell, limits[column] ?? Infinity)));
}
