// Writes the published JSON Schemas to schema/. Needs the compiled program: `npx tsc -p tsconfig.json` first.
import { mkdirSync, writeFileSync } from 'node:fs';
import { jsonSchemas } from '../lib/commands/json-schemas.js';

const folder = new URL('../schema/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemas)) {
  writeFileSync(new URL(`${name}.schema.json`, folder), `${JSON.stringify(schema(), null, 2)}\n`);
}
