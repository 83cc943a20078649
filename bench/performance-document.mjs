// Puts figures into docs/performance.md: what stands between the two marks is replaced, the words around it are a person's.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

const document = join(import.meta.dirname, '..', 'docs', 'performance.md');
const BEGIN = '<!-- figures: npm run bench -- --write -->';
const END = '<!-- end of figures -->';

export async function writePerformance({ date, machine, table, rounds }) {
  const text = readFileSync(document, 'utf8');
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${document} has lost its marks: ${BEGIN} … ${END}`);
  const figures = `${BEGIN}\n\n${date}, ${machine}; ${rounds} rounds in turns, medians.\n\n${table}\n\n`;
  const options = { ...(await resolveConfig(document)), filepath: document };
  writeFileSync(document, await format(`${text.slice(0, from)}${figures}${text.slice(to)}`, options));
}
