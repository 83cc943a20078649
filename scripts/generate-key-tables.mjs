#!/usr/bin/env node
// Writes the tables of keys in docs/workflow-reference.md from schema/workflow.schema.json, between their markers. With --check it
// writes nothing and exits 1 when they are stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const document = new URL('../docs/workflow-reference.md', import.meta.url);
const schema = JSON.parse(readFileSync(new URL('../schema/workflow.schema.json', import.meta.url), 'utf8'));

const phase = schema.properties.phases.items;
const kinds = phase.properties.steps.items.anyOf;
const [first, ...others] = kinds;
const isOfAll = (key) => key !== 'type' && others.every(({ properties }) => key in properties);
const everyStep = Object.entries(first.properties).filter(([key]) => isOfAll(key));
const type = { description: first.properties.type.description, enum: kinds.map((kind) => kind.properties.type.const) };

const ownKeys = (key) => {
  const kind = kinds.find(({ properties }) => key in properties && !isOfAll(key));
  return table(kind, ([name]) => name !== 'type' && !isOfAll(name));
};

const tables = {
  workflow: table(schema),
  phase: table(phase),
  'every step': table({ properties: { type, ...Object.fromEntries(everyStep) } }),
  run: ownKeys('run'),
  skill: ownKeys('skill'),
  agent: ownKeys('agent'),
  'nested workflow': ownKeys('workflow'),
  on_failure: table(first.properties.on_failure, () => true, 'key of `on_failure`'),
};

/** A row for each key of a level: what it may be, and what it means. */
function table({ properties, required = [] }, isWanted = () => true, head = 'key') {
  const rows = Object.entries(properties)
    .filter(isWanted)
    .map(([key, value]) => [
      `\`${key}\``,
      valueOf(value),
      `${required.includes(key) ? 'required. ' : ''}${value.description}`,
    ]);
  const cells = [[head, 'value', 'meaning'], ['---', '---', '---'], ...rows];
  return cells.map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n');
}

function valueOf(value) {
  const { type: kind, anyOf, items, properties } = value;
  if ('const' in value) return `\`${value.const}\``;
  if ('enum' in value) return value.enum.map((one) => `\`${one}\``).join(', ');
  if (Array.isArray(kind)) return kind.map((one) => valueOf({ type: one })).join(', or ');
  if (anyOf !== undefined) return anyOf.map((one) => (isPlain(one) ? one.description : valueOf(one))).join(', or ');
  if (kind === 'array') return `list of ${[...new Set((items.anyOf ?? [items]).map(many))].join(', ')}`;
  if (kind === 'boolean') return 'true or false';
  if (kind === 'integer' || kind === 'number') return range(value);
  if (kind === 'object') return properties === undefined ? 'mapping' : 'mapping, see below';
  return value.pattern?.startsWith('^[') === true && !value.pattern.startsWith('^[^') ? 'name' : 'text';
}

/** Text that is called something: a host, a glob. */
function isPlain({ type: kind, description = '' }) {
  return kind === 'string' && description.startsWith('a ');
}

/** What several of these are called. */
function many(item) {
  if (isPlain(item)) return `${item.description.slice(2).replace(' or ', 's or ')}s`;
  const { properties } = item;
  if (properties?.notify !== undefined) return `\`notify: ${properties.notify.const}\``;
  if (properties?.type !== undefined) return 'steps' in properties ? 'phases' : 'steps';
  return '`VERSION: text`';
}

function range({ minimum, exclusiveMinimum, maximum }) {
  const from = exclusiveMinimum === undefined ? String(minimum) : `above ${exclusiveMinimum}`;
  return `${from}${exclusiveMinimum === undefined ? ' to ' : ', at most '}${maximum.toLocaleString('en')}`;
}

const before = readFileSync(document, 'utf8');
let after = before;
for (const [name, text] of Object.entries(tables)) {
  const [begin, end] = [`<!-- keys of ${name}: begin -->`, `<!-- keys of ${name}: end -->`];
  const [from, to] = [after.indexOf(begin), after.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/workflow-reference.md has no markers for the keys of ${name}`);
  after = `${after.slice(0, from + begin.length)}\n\n${text}\n\n${after.slice(to)}`;
}
after = await format(after, { ...(await resolveConfig(document)), parser: 'markdown' });

if (process.argv.includes('--check')) {
  process.exitCode = after === before ? 0 : 1;
  if (after !== before) console.error('docs/workflow-reference.md is stale: run node scripts/generate-key-tables.mjs');
} else {
  writeFileSync(document, after);
}
