import { walkExpressions } from '../../nix/syntax/walk.js';
import type { NixExpression } from '../../nix/syntax/syntax-tree.js';
import { riskAt, type Risk } from './rules.js';
import { literal, literals, type Setting } from './settings.js';

/** Sets of which each entry is a secret with a mode: agenix and sops-nix. */
const SECRET_SETS = new Set(['age.secrets', 'sops.secrets', 'sops.templates']);

/** Of a pair of keys this one is for everybody. */
const PUBLIC_NAME = /(?:^|[-_./])pub(?:lic)?(?:[-_./]|$)/i;

const OPEN_CHMOD = /(?<![\w#-])chmod(?: -\w+){0,4} (?:0?[0-7]{2}[2367]|[ao]\+[rx]*w[rx]*)(?= )/g;

/** Modes of files, tmpfiles rules and umasks that give others too much. */
export function permissionRisks({ path, value }: Setting): Risk[] {
  const name = path.at(-1) ?? '';
  if (name === 'mode' || name === 'dirMode' || name === 'directoryMode') return modeRisks(path, value);
  if (path.slice(-3).join('.') === 'systemd.tmpfiles.rules') return value.kind === 'list' ? ruleLists(value) : [];
  if (/^umask$/i.test(name)) {
    const umask = literal(value);
    return /^0{0,3}[0-5]?[0145]$/.test(String(umask ?? '')) && /[01]$/.test(String(umask))
      ? [riskAt('open-umask', value, String(umask))]
      : [];
  }
  return [];
}

/** `chmod 777` in the texts of a file, which are scripts. `source` is the text that the tree is of. */
export function chmodRisks(tree: NixExpression, source: string): Risk[] {
  const found: Risk[] = [];
  for (const node of walkExpressions(tree)) {
    if (node.kind !== 'string') continue;
    for (const part of node.parts) {
      if (part.kind !== 'text' || !part.text.includes('chmod')) continue;
      for (const match of source.slice(part.start, part.end).matchAll(OPEN_CHMOD)) {
        const start = part.start + match.index;
        found.push(riskAt('world-writable', { start, end: start + match[0].length }, match[0]));
      }
    }
  }
  return found;
}

function modeRisks(path: readonly string[], value: NixExpression): Risk[] {
  const text = literal(value);
  const mode = typeof text === 'string' ? /^0?([0-7]?)([0-7]{2})([0-7])$/.exec(text) : null;
  if (mode === null) return [];
  const detail = `mode ${mode[0]}`;
  const [, special = '', , others = '0'] = mode;
  if (isWritable(special, others)) return [riskAt('world-writable', value, detail)];
  const isSecret = SECRET_SETS.has(path.slice(-4, -2).join('.')) && !PUBLIC_NAME.test(path.at(-2) ?? '');
  const readable = (Number(others) & 4) !== 0 && isSecret;
  return readable ? [riskAt('secret-readable', value, detail)] : [];
}

/** Of tmpfiles.d(5): type, path, mode. The modes of links and of what is only removed mean nothing. */
function ruleLists(value: NixExpression): Risk[] {
  return literals(value).flatMap(({ value: text, node }) => {
    if (typeof text !== 'string') return [];
    const match = /^([fFdDvqQpczZ])[!\-=~^+$]*\s+(\S+)\s+[~:]*0?([0-7]?)([0-7]{2})([0-7])\s/.exec(`${text} `);
    const [, type = '', file = '', special = '', first = '', others = '0'] = match ?? [];
    if (match === null || !isWritable(special, others) || type === 'p') return [];
    return [riskAt('world-writable', node, `${file} with mode ${special}${first}${others}`)];
  });
}

/** With the sticky bit, as in /tmp, others can add files and not change those of others. */
function isWritable(special: string, others: string): boolean {
  return (Number(others) & 2) !== 0 && (Number(special || '0') & 1) === 0;
}
