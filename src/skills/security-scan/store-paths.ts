import { functionName } from '../../nix/syntax/called-name.js';
import type { NixExpression } from '../../nix/syntax/syntax-tree.js';
import { walkExpressions, withoutParentheses } from '../../nix/syntax/walk.js';
import { riskAt, type Risk } from './rules.js';
import type { Setting } from './settings.js';

/** Names by which files that hold a secret go; certificates, public keys and encrypted files are none. */
const SECRET_FILE =
  /(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|[^/]*(?:passwords?|passwd|secrets?|credentials?|tokens?|private[-_]?key|api[-_]?key)(?:\.(?:txt|key|env|json|ya?ml|toml|ini|conf))?|[^/]+\.(?:key|pem|p12|pfx|env|keytab)|\.env|(?:secrets?|private|credentials?)\/.+)$/i;
const NO_SECRET_FILE =
  /\.(?:nix|pub|crt|cert|cer|age|gpg|asc|sops|enc|md|patch|sh)$|(?:^|[/._-])(?:public|cert(?:ificate)?s?|ca|fullchain|chain|bundle)(?:[/._-]|$)|\.enc\.|\.sops\./i;

/** Options that say in which file a secret is. */
const SECRET_FILE_OPTION =
  /^(?:.*(?:password|passwd|secret|token|credentials?|privatekey|secretkey|apikey|authkey|accesskey)files?|environmentfiles?|envfiles?|sslcertificatekey|keyfile)$/i;

/** Whether a path names a file that is likely to hold a secret in clear text. */
export function isSecretFileName(path: string): boolean {
  return SECRET_FILE.test(path) && !NO_SECRET_FILE.test(path);
}

/** Options that want the path of a secret file and are given a path literal, which copies the file to the store. */
export function storedFileRisks({ path, value }: Setting): Risk[] {
  const name = path.at(-1) ?? '';
  if (value.kind !== 'path' || value.text === null || !SECRET_FILE_OPTION.test(name)) return [];
  return value.text.startsWith('~') || NO_SECRET_FILE.test(value.text)
    ? []
    : [riskAt('secret-in-store', value, `${name} = ${value.text}`)];
}

/** `builtins.readFile ./secret.key` and `"${./secret.key}"`. */
export function readFileRisks(tree: NixExpression): Risk[] {
  const found: Risk[] = [];
  for (const node of walkExpressions(tree)) {
    if (node.kind === 'apply') {
      const name = functionName(node.function) ?? '';
      const file = withoutParentheses(node.argument);
      if (/^(?:readFile|fileContents|importJSON|importTOML)$/.test(name) && isSecretPath(file))
        found.push(riskAt('secret-in-store', file, `${name} ${file.text ?? ''}`));
    }
    if (node.kind === 'string') {
      for (const part of node.parts)
        if (part.kind === 'interpolation' && isSecretPath(part.expression))
          found.push(riskAt('secret-in-store', part.expression, part.expression.text ?? ''));
    }
  }
  return found;
}

type PathLiteral = Extract<NixExpression, { kind: 'path' }>;

function isSecretPath(value: NixExpression): value is PathLiteral {
  return value.kind === 'path' && value.text !== null && isSecretFileName(value.text);
}
