import type { TextFile } from '../text-files.js';
import type { Risk } from './rules.js';
import { beginningOf, isSecretName, isSecretValue } from './secret-values.js';

const ENCRYPTED =
  /ENC\[AES256_GCM,|^-----BEGIN (?:AGE ENCRYPTED FILE|PGP MESSAGE)-----|^age-encryption\.org\/v1|^\$ANSIBLE_VAULT;/m;

/** Whether a text is encrypted with sops, age, PGP or Ansible's vault. */
export function isEncrypted(text: string): boolean {
  return ENCRYPTED.test(text);
}

const SECRETS_FILE =
  /(?:^|\/)secrets?\/(?:.+\/)?[^/]+\.(?:ya?ml|json|env|ini|toml)$|(?:^|\/)[\w.-]*secrets?\.(?:ya?ml|json|env|ini|toml)$|(?:^|\/)[\w.-]*\.env$/i;
const SAMPLE = /example|sample|template|default|dist$/i;
const ENTRY =
  /^[ \t]*(?:export[ \t]+|-[ \t]+)?["']?([\w.-]{2,64})["']?[ \t]*[:=][ \t]*["']?([^\s"',#]{3,512})["']?,?[ \t]*$/gm;

/** Secrets by name in files that are there to hold them, and are not encrypted. */
export function clearTextRisks({ path, text }: TextFile): Risk[] {
  if (!SECRETS_FILE.test(path) || SAMPLE.test(path)) return [];
  return [...text.matchAll(ENTRY)].flatMap((match) => {
    const [entry, name = '', value = ''] = match;
    if (!isSecretName(name) || !isSecretValue(name, value)) return [];
    const start = match.index + entry.search(/\S/);
    const detail = `${name}: ${beginningOf(value)}`;
    return [
      { rule: 'unencrypted-secrets-file', start, end: match.index + entry.trimEnd().length, detail, isSecret: true },
    ];
  });
}
