import type { Risk, RuleId } from './rules.js';
import { isPlaceholder } from './secret-values.js';

interface TokenFormat {
  readonly rule: RuleId;
  readonly pattern: RegExp;
  /** Words one of which a text must contain for the pattern to be tried. */
  readonly hints: readonly string[];
  /** Whether a match is really one. */
  readonly accepts?: (match: RegExpExecArray) => boolean;
}

const format = (rule: RuleId, pattern: RegExp, ...hints: string[]): TokenFormat => ({ rule, pattern, hints });

/** From the documents of each provider; every repetition is bounded, so that a match takes linear time. */
const FORMATS: readonly TokenFormat[] = [
  format('github-token', /(?<![\w-])gh[pousr]_[A-Za-z0-9]{36,255}(?!\w)/g, 'ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'),
  format('github-token', /(?<![\w-])github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}(?!\w)/g, 'github_pat_'),
  format(
    'gitlab-token',
    /(?<![\w-])gl(?:pat|ptt|dt|rt)-[A-Za-z0-9_-]{20,64}(?![\w-])/g,
    'glpat-',
    'glptt-',
    'gldt-',
    'glrt-',
  ),
  {
    rule: 'aws-access-key',
    pattern: /(?<![A-Za-z0-9+/=_-])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9+/=_-])/g,
    hints: ['AKIA', 'ASIA'],
    accepts: ([token]) => !token.endsWith('EXAMPLE'),
  },
  format('slack-token', /(?<![\w-])xox[abeprs]-[0-9A-Za-z-]{20,250}/g, 'xox'),
  format(
    'slack-token',
    /hooks\.slack\.com\/services\/T[A-Z0-9]{6,12}\/B[A-Z0-9]{6,12}\/[A-Za-z0-9]{20,32}/g,
    'hooks.slack.com',
  ),
  format('discord-webhook', /discord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[\w-]{60,80}/g, '/api/webhooks/'),
  format('telegram-token', /(?<![\w/:-])\d{8,10}:AA[\w-]{33}(?![\w-])/g, ':AA'),
  format('model-api-key', /(?<![\w-])sk-ant-[a-z0-9]{2,10}-[\w-]{80,120}/g, 'sk-ant-'),
  format('model-api-key', /(?<![\w-])sk-(?:proj-|svcacct-)?[\w-]{20,100}T3BlbkFJ[\w-]{20,100}/g, 'T3BlbkFJ'),
  format('model-api-key', /(?<![\w-])hf_[A-Za-z]{34}(?!\w)/g, 'hf_'),
  format('google-api-key', /(?<![\w-])AIza[\w-]{35}(?![\w-])/g, 'AIza'),
  format('stripe-key', /(?<![\w-])[rs]k_live_[A-Za-z0-9]{24,99}(?!\w)/g, 'k_live_'),
  format('npm-token', /(?<![\w-])npm_[A-Za-z0-9]{36}(?!\w)/g, 'npm_'),
  format('tailscale-key', /(?<![\w-])tskey-(?:auth|api|client)-[A-Za-z0-9]{8,20}-[A-Za-z0-9]{20,64}/g, 'tskey-'),
  format('age-secret-key', /AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}/g, 'AGE-SECRET-KEY-1'),
  // the key itself must follow: its first line alone is found in programs that look for keys
  format(
    'private-key',
    /-----BEGIN (?:RSA |EC |DSA |OPENSSH |PGP )?PRIVATE KEY(?: BLOCK)?-----[ \t]*(?:\r?\n|\\n)(?:[ \t]*(?:Version|Comment): [^\r\n]{0,80}\r?\n){0,3}\s{0,80}[A-Za-z0-9+/]{40}/g,
    'PRIVATE KEY',
  ),
  {
    rule: 'json-web-token',
    pattern: /(?<![\w./-])(eyJ[\w-]{10,500})\.eyJ[\w-]{10,4000}\.[\w-]{20,1000}(?![\w.-])/g,
    hints: ['eyJ'],
    accepts: ([, header = '']) => /"alg"/.test(Buffer.from(header, 'base64url').toString('latin1')),
  },
  {
    rule: 'url-with-password',
    pattern:
      /(?<![\w+.-])[a-z][a-z0-9+.-]{1,20}:\/\/[\w.%+-]{0,64}:([^\s"'`/@:?#<>{}[\]()$*|\\,;]{3,128})@[\w.-]{1,253}/g,
    hints: ['://'],
    accepts: ([, password = '']) => !isPlaceholder(password),
  },
];

/** Every token of a known format in a text, in order. Linear in its length. */
export function tokenRisks(text: string): Risk[] {
  return FORMATS.filter(({ hints }) => hints.some((hint) => text.includes(hint))).flatMap((one) =>
    [...text.matchAll(one.pattern)].filter((match) => isReal(one, match)).map((match) => risk(one.rule, match)),
  );
}

function isReal({ rule, accepts }: TokenFormat, match: RegExpExecArray): boolean {
  // xxxxxxxx and 12341234 are no tokens
  if (rule !== 'url-with-password' && new Set(match[0].slice(4)).size < 10) return false;
  return !/example|xxxx|dummy|placeholder|replace_|your_/i.test(match[0]) && (accepts?.(match) ?? true);
}

function risk(rule: RuleId, match: RegExpExecArray): Risk {
  const isBlock = rule === 'private-key';
  const firstLine = match[0].split(/\r?\n|\\n/, 1)[0] ?? '';
  const start = match.index;
  const detail = isBlock ? firstLine : rule === 'url-with-password' ? urlPlace(match[0]) : `${match[0].slice(0, 4)}…`;
  return { rule, start, end: start + (isBlock ? firstLine : match[0]).length, detail, isSecret: true };
}

function urlPlace(url: string): string {
  return `${url.slice(0, url.indexOf('://'))}://…@${url.slice(url.lastIndexOf('@') + 1)}`;
}
