import { secretForms } from '../../process/secret-forms.js';

/** A text that would become public. */
export interface PublishedText {
  /** Where it is, for a person: a path, `message of commit 1a2b3c4`, `branch name`. */
  readonly place: string;
  readonly text: string;
}

export interface SecretFinding {
  readonly place: string;
  /** What it looks like; never the secret itself. */
  readonly what: string;
}

/**
 * What is refused by its look. Fewer shapes than `process/redact.ts` takes out of logs: a wrong redaction costs a word, a wrong
 * refusal costs a run, so placeholders that documentation is full of (`https://user:password@`) are not among them.
 */
const SHAPES: readonly (readonly [what: string, shape: RegExp])[] = [
  // The newer form of installation tokens has dots in it: `ghs_APPID_JWT`.
  ['a GitHub installation token', /ghs_[A-Za-z0-9._-]{36,}/],
  ['a GitHub token', /gh[opur]_[A-Za-z0-9]{36,}/],
  ['a GitHub personal access token', /github_pat_[A-Za-z0-9_]{22,}/],
  ['an Anthropic key', /sk-ant-[A-Za-z0-9_-]{16,}/],
  ['an OpenAI key', /\bsk-(?:proj-|svcacct-)[A-Za-z0-9_-]{32,}|\bsk-[A-Za-z0-9]{40,}/],
  ['an AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a Google API key', /\bAIza[0-9A-Za-z_-]{35}/],
  ['a GitLab token', /glpat-[A-Za-z0-9_-]{20,}/],
  ['an npm token', /npm_[A-Za-z0-9]{36}/],
  ['a Slack token', /xox[abeoprs]-[A-Za-z0-9-]{10,}/],
  ['a private key', /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|AGE-SECRET-KEY-1[0-9A-Z]{58}/],
];

/**
 * Searches texts for the values given, in the encodings of `secretForms`, and for what looks like a secret. Each place and kind
 * is told once. Not found: secrets split in pieces, reversed or encrypted.
 */
export function findSecrets(texts: Iterable<PublishedText>, values: readonly string[]): SecretFinding[] {
  const forms = secretForms(values);
  const known = forms.length === 0 ? null : new RegExp(forms.map(escapeRegExp).join('|'));
  const found = new Map<string, SecretFinding>();
  for (const { place, text } of texts) {
    const kinds = SHAPES.filter(([, shape]) => shape.test(text)).map(([what]) => what);
    if (known?.test(text) === true) kinds.push('a secret of this job');
    for (const what of kinds) found.set(`${place}\0${what}`, { place, what });
  }
  return [...found.values()];
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
}
