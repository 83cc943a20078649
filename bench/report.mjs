// Rows of figures as a markdown table.
import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem, type } from 'node:os';
import { ratio, summary } from './statistics.mjs';

/** What the figures hold for. */
export function describeMachine() {
  const git = execFileSync('git', ['--version'], { encoding: 'utf8' }).trim().replace('git version ', '');
  const gib = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores, ${gib} GiB, ${type()} ${release()}, node ${process.version.slice(1)}, git ${git}`;
}

/** A table of all rows; `of` of a row holds the basis first, then `ours`, then the peers. */
export function table(rows) {
  const head = ['#', 'what', 'goal', 'limit', 'ours / basis', 'met', 'ours', 'basis', 'beside it'];
  const lines = rows.map((row) => `| ${cells(row).join(' | ')} |`);
  return [`| ${head.join(' | ')} |`, `|${'---|'.repeat(head.length)}`, ...lines].join('\n');
}

function cells({ id, what, goal, best, unit, of }) {
  const [basis, ...rest] = Object.keys(of);
  const compared = goal === null ? null : ratio(of.ours, of[basis]);
  const peers = rest.filter((name) => name !== 'ours');
  return [
    id,
    what,
    goal === null ? 'finishes' : `≤ ${goal}`,
    best === null ? '' : String(best),
    compared === null ? '' : `**${fixed(compared.median)}** (min ${fixed(compared.min)})`,
    verdict(goal, of.ours, compared),
    text(of.ours, unit),
    `${basis}: ${text(of[basis], unit)}`,
    peers.map((name) => `${name}: ${peerText(of, name, { basis, unit })}`).join('; '),
  ];
}

/** The median decides; a loaded machine is no excuse, but it is said when the best round meets the goal. */
function verdict(goal, ours, compared) {
  if (ours.failure !== null) return 'no: it failed';
  if (goal === null) return 'yes';
  if (compared === null) return 'unknown: the basis failed';
  if (compared.median <= goal) return 'yes';
  return compared.min <= goal ? 'by the minimum only' : 'no';
}

function peerText(of, name, { basis, unit }) {
  const compared = ratio(of[name], of[basis]);
  return compared === null ? text(of[name], unit) : `${fixed(compared.median)} (${text(of[name], unit)})`;
}

function text({ samples, failure }, unit) {
  if (failure !== null) return `failed: ${firstWords(failure)}`;
  const { min, median } = summary(samples);
  return samples.length === 1 ? `${fixed(min)} ${unit}` : `${fixed(median)} ${unit} (min ${fixed(min)})`;
}

const fixed = (value) => (value >= 100 ? String(Math.round(value)) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

function firstWords(message) {
  return message.replace(/[\n|`]+/g, ' ').slice(-120);
}
