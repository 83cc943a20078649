import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workflowJsonSchema } from '../../src/definition/workflow-json-schema.js';

const committed = join(import.meta.dirname, '../../schema/workflow.schema.json');

test('schema/workflow.schema.json is what scripts/generate-schema.mjs writes', () => {
  expect(JSON.parse(readFileSync(committed, 'utf8'))).toEqual(workflowJsonSchema());
});

test('every key of the JSON Schema has a description', () => {
  const bare: string[] = [];
  const visit = (node: unknown, at: string): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(
      (node as { properties?: Record<string, { description?: string; const?: string }> }).properties ?? {},
    )) {
      if (value.description === undefined) bare.push(`${at}.${key}`);
    }
    for (const [key, value] of Object.entries(node)) visit(value, `${at}.${key}`);
  };
  visit(workflowJsonSchema(), '');
  expect(bare).toEqual([]);
});
