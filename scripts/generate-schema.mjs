// Writes schema/workflow.schema.json from the schema in src/definition. Run with: node scripts/generate-schema.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const out = mkdtempSync(join(tmpdir(), 'schema-'));
try {
  writeFileSync(join(out, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(root, 'node_modules'), join(out, 'node_modules'));
  const source = join(root, 'src/definition/workflow-json-schema.ts');
  const options = [
    '--ignoreConfig',
    '--outDir',
    out,
    '--rootDir',
    join(root, 'src'),
    '--module',
    'nodenext',
    '--target',
    'es2023',
    '--skipLibCheck',
    '--types',
    'node',
  ];
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), source, ...options], {
    stdio: 'inherit',
  });
  const { workflowJsonSchema } = await import(pathToFileURL(join(out, 'definition/workflow-json-schema.js')).href);
  mkdirSync(join(root, 'schema'), { recursive: true });
  writeFileSync(join(root, 'schema/workflow.schema.json'), `${JSON.stringify(workflowJsonSchema(), null, 2)}\n`);
} finally {
  rmSync(out, { recursive: true, force: true });
}
