#!/usr/bin/env node
// Writes the tables of inputs and outputs in README.md from action.yml, between their markers. With --check it writes nothing and
// exits 1 when they are stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { format, resolveConfig } from 'prettier';

const readme = new URL('../README.md', import.meta.url);
const action = parse(readFileSync(new URL('../action.yml', import.meta.url), 'utf8'));

const cell = (text) =>
  text
    .trim()
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, ' ');
const table = (header, rows) =>
  [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
const code = (text) => (text.trim() === '' ? '' : `\`${text.trim().replace(/\s*\n\s*/g, ' ')}\``);

const tables = {
  inputs: table(
    ['input', 'what it is', 'default'],
    Object.entries(action.inputs).map(([name, { description, default: value = '' }]) => [
      code(name),
      description,
      code(String(value)),
    ]),
  ),
  outputs: table(
    ['output', 'what it is'],
    Object.entries(action.outputs).map(([name, { description }]) => [code(name), description]),
  ),
};

const before = readFileSync(readme, 'utf8');
let after = before;
for (const [name, text] of Object.entries(tables)) {
  const [begin, end] = [`<!-- ${name} of action.yml: begin -->`, `<!-- ${name} of action.yml: end -->`];
  const [from, to] = [after.indexOf(begin), after.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md has no markers for the ${name} of action.yml`);
  after = `${after.slice(0, from + begin.length)}\n\n${text}\n\n${after.slice(to)}`;
}
after = await format(after, { ...(await resolveConfig(readme)), parser: 'markdown' });

if (process.argv.includes('--check')) {
  process.exitCode = after === before ? 0 : 1;
  if (after !== before) console.error('README.md is stale: run node scripts/generate-action-tables.mjs');
} else {
  writeFileSync(readme, after);
}
