import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeUtf8 } from '../../src/definition/decode-utf8.js';
import { parseWorkflow } from '../../src/definition/parse-workflow.js';
import { plainDiagnostic } from '../support/plain-diagnostic.js';

const folder = join(import.meta.dirname, '../cases/definition');

function outcome(name: string): string {
  const parts = readdirSync(join(folder, name)).filter((file) => file.endsWith('.yaml'));
  return parts
    .map((file) => {
      const text = decodeUtf8(readFileSync(join(folder, name, file)));
      if (!text.ok) return `not UTF-8 at ${text.error.line}:${text.error.column}\n`;
      const { workflow, diagnostics } = parseWorkflow(text.value, file);
      const listed = diagnostics.map(plainDiagnostic).join('');
      return workflow === null ? listed : `${listed}valid: ${workflow.name} ${workflow.version}\n`;
    })
    .join('');
}

describe('parseWorkflow, each case folder', () => {
  test.each(readdirSync(folder).sort())('%s gives the expected diagnostics', (name) => {
    const expected = join(folder, name, 'expected.txt');
    const actual = outcome(name);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(expected, actual);
    expect(actual).toBe(readFileSync(expected, 'utf8'));
  });
});
