import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { compareText } from '../../base/diagnostic.js';
import type { Risk } from './rules.js';
import { beginningOf, isSecretName, isSecretValue } from './secret-values.js';

/** A file that is no Nix file, and not too large or binary to be read. */
export interface TextFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Encrypted with sops, age, PGP or Ansible's vault. */
  readonly isEncrypted: boolean;
}

const MAX_BYTES = 256 * 1024;
/** As git does: a file with a zero among its first bytes is binary. */
const PROBE_BYTES = 8000;
const LEFT_OUT = new Set(['.git', 'node_modules', '.direnv']);

const ENCRYPTED =
  /ENC\[AES256_GCM,|^-----BEGIN (?:AGE ENCRYPTED FILE|PGP MESSAGE)-----|^age-encryption\.org\/v1|^\$ANSIBLE_VAULT;/m;

/** All text files below a root that are no Nix files, sorted; hidden ones too. Links are not followed, `.git` is left out. */
export function readTextFiles(root: string): TextFile[] {
  const files: TextFile[] = [];
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory() && !LEFT_OUT.has(entry.name) && !/^\.claude\/workflows\/[^/]+$/.test(path))
        pending.push(path);
      else if (entry.isFile() && !path.endsWith('.nix')) files.push(...readText(root, path));
    }
  }
  return files.sort((a, b) => compareText(a.path, b.path));
}

function readText(root: string, path: string): TextFile[] {
  if (lstatSync(join(root, path)).size > MAX_BYTES) return [];
  const bytes = readFileSync(join(root, path));
  if (bytes.subarray(0, PROBE_BYTES).includes(0)) return [];
  const text = bytes.toString('utf8');
  return [{ path, text, isEncrypted: ENCRYPTED.test(text) }];
}

const SECRETS_FILE =
  /(?:^|\/)secrets?\/(?:.+\/)?[^/]+\.(?:ya?ml|json|env|ini|toml)$|(?:^|\/)[\w.-]*secrets?\.(?:ya?ml|json|env|ini|toml)$|(?:^|\/)[\w.-]*\.env$/i;
const SAMPLE = /example|sample|template|default|dist$/i;
const ENTRY =
  /^[ \t]*(?:export[ \t]+|-[ \t]+)?["']?([\w.-]{2,64})["']?[ \t]*[:=][ \t]*["']?([^\s"',#]{3,512})["']?,?[ \t]*$/gm;

/** Secrets by name in files that are there to hold them, and are not encrypted. */
export function clearTextRisks({ path, text }: Pick<TextFile, 'path' | 'text'>): Risk[] {
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
