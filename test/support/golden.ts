import { expect } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Compares with `test/cases/<path>`, exactly; `UPDATE_GOLDEN=1` writes it instead. Goldens are reviewed like code. */
export function expectGolden(path: string, text: string): void {
  const file = join(import.meta.dirname, '../cases', path);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file) ? readFileSync(file, 'utf8') : `no golden ${path}: run with UPDATE_GOLDEN=1`).toBe(text);
}
