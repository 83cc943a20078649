import { staticText } from '../../nix/syntax/walk.js';
import type { NixExpression } from '../../nix/syntax/syntax-tree.js';
import type { Risk, RuleId } from './rules.js';
import { beginningOf, isSecretName, isSecretValue } from './secret-values.js';
import { endsWith, literal, type Setting } from './settings.js';

const USER = ['users.users.*', 'users.extraUsers.*'].map((path) => path.split('.'));

/** Passwords and other secrets that a file sets to a literal. */
export function secretRisks(setting: Setting): Risk[] {
  const text = literal(setting.value);
  if (typeof text !== 'string') return environmentRisks(setting);
  const name = setting.path.at(-1) ?? '';
  const user = USER.some((path) => endsWith(setting.path.slice(0, -1), path));
  const risk = (rule: RuleId, detail: string): Risk[] => [{ rule, ...span(setting.value), detail, isSecret: true }];
  if (user && (name === 'password' || name === 'initialPassword')) {
    if (text === '') return risk('empty-password', setting.path.at(-2) ?? '');
    return risk(name === 'password' ? 'plain-text-password' : 'initial-password', setting.path.at(-2) ?? '');
  }
  if (user && (name === 'hashedPassword' || name === 'initialHashedPassword'))
    return hashRisks(text).flatMap((rule) => risk(rule, setting.path.at(-2) ?? ''));
  if (isSecretName(name) && isSecretValue(name, text))
    return risk('hard-coded-secret', `${name}: ${beginningOf(text)}`);
  return variableRisks(text, setting.value);
}

/** Of crypt(5): `$id$…`, thirteen characters for DES, anything with `!` or `*` for no password. */
function hashRisks(hash: string): RuleId[] {
  if (hash === '') return ['empty-password'];
  if (/^\$1\$|^[./0-9A-Za-z]{13}$|^_[./0-9A-Za-z]{19}$/.test(hash)) return ['weak-password-hash'];
  return /^\$[0-9a-z]{1,4}\$.{20}/.test(hash) && !/[<>{]|\.\.\.|x{8}/i.test(hash) ? ['password-hash'] : [];
}

/** Strings of the form `DB_PASSWORD=…`, as in lists of environment variables. */
function variableRisks(text: string, value: NixExpression): Risk[] {
  const match = /^([A-Z][A-Z0-9_]{2,63})=(\S{3,256})$/.exec(text);
  const [, name = '', secret = ''] = match ?? [];
  if (!isSecretName(name) || !isSecretValue(name, secret)) return [];
  return [{ rule: 'hard-coded-secret', ...span(value), detail: `${name}: ${beginningOf(secret)}`, isSecret: true }];
}

/** The same in a text of many lines that is an environment file. */
function environmentRisks({ path, value }: Setting): Risk[] {
  if (value.kind !== 'string' || !/env/i.test(path.at(-1) ?? '')) return [];
  return value.parts.flatMap((part) =>
    part.kind === 'text' && staticText([part])?.includes('=') === true
      ? part.text.split('\n').flatMap((line) => variableRisks(line.trim(), value))
      : [],
  );
}

function span({ start, end }: NixExpression): { start: number; end: number } {
  return { start, end };
}
