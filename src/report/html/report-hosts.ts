import type { HostComparison } from '../../base/derivations.js';
import { packageTexts, sizesText } from '../hosts-text.js';
import { counted } from '../step-label.js';
import type { HostRow, Tone } from './run-report.js';

const MAX_NAMES = 60;

const TONES: Readonly<Record<HostComparison['level'], Tone>> = {
  identical: 'good',
  reordered: 'busy',
  different: 'warn',
  added: 'warn',
  removed: 'warn',
  failed: 'bad',
};

/** Hosts for the page: those that differ first, each with the derivations and packages that do. */
export function hostRows(hosts: readonly HostComparison[]): HostRow[] {
  const changed = hosts.filter(({ level }) => level !== 'identical');
  return [...changed, ...hosts.filter(({ level }) => level === 'identical')].map(hostRow);
}

function hostRow({ host, level, what, derivations, derivationCount, packages, sizes }: HostComparison): HostRow {
  const texts = packageTexts(packages).slice(0, MAX_NAMES);
  const names = derivations.slice(0, MAX_NAMES);
  const more = [
    ...(packages.count > texts.length ? [counted(packages.count - texts.length, 'more package')] : []),
    ...(derivationCount > names.length ? [counted(derivationCount - names.length, 'more derivation')] : []),
  ];
  return {
    host,
    level: level === 'identical' ? 'unchanged' : level,
    tone: TONES[level],
    what: level === 'identical' ? 'the very same derivation' : what,
    packages: texts,
    derivations: names,
    more: more.join(', '),
    size: sizes === null ? '' : sizesText(sizes),
  };
}
