/** Last words of a name that holds a secret itself, not a file or a command that gives it. */
const SECRET_NAME =
  /(?:password|passwd|passphrase|secret|secretkey|apikey|apitoken|authtoken|accesstoken|bottoken|token|privatekey|clientsecret|presharedkey|psk|pskraw|authkey|secretaccesskey)$/;

/** Names of which even a readable word is a secret; the values of the others look random. */
const PASSWORD_NAME = /(?:password|passwd|passphrase|psk)$/;

/** Names that end like those of secrets and are none. */
const NO_SECRET_NAME =
  /(?:existingsecret|usesecret|ask(?:for)?password|nopassword|needspassword|needpassword|requirepassword|allowtoken|csrftoken|showpassword|savepassword|storepassword|design_?token|publictoken)$/;

const PLACEHOLDER =
  /^(?:.{0,2}|(?:your|my|the|some|a)?[-_ ]?(?:password|passwd|passphrase|pass|secret|token|api[-_]?key|key|user|username)|change[-_ ]?(?:me|it|this)?.*|replace.*|todo.*|fixme.*|insert.*|your[-_ ].*|example.*|.*[-_]here|.*super[-_]?secure.*|.*replace[-_]?(?:with|me).*|.*placeholder.*|.*redacted.*|x{3,}.*|\*+|\.+|-+|…|none|null|nil|false|true|yes|no|on|off|ask|prompt|never|always|auto|default|optional|required|enabled|disabled|dummy|fake|foo|bar|baz|undefined|empty|unset|hidden|plain|clear)$/i;

/** Refers to a secret instead of being one: a variable, a template, a path, an address, a command. */
const REFERENCE =
  /[$%]\w|[$%@#]\{|\{\{|<[\w -]+>|^[~.]?\/|^\w+\/[\w/.-]+$|^(?:env|ext|file|cmd|exec|vault|op|pass|sops|age|keyring|secret|!)[:!]|^[a-z+.-]+:\/\/|^@\w+@?$|^__\w+__$|^\(|^`|^\{/i;

/** Whether an attribute or a variable of this name holds a secret. Case and separators do not count. */
export function isSecretName(name: string): boolean {
  const plain = name.toLowerCase().replaceAll(/[-_.]/g, '');
  return SECRET_NAME.test(plain) && !NO_SECRET_NAME.test(plain);
}

/** Whether a value stands for a secret that is put in by somebody else. */
export function isPlaceholder(value: string): boolean {
  return PLACEHOLDER.test(value) || REFERENCE.test(value);
}

/**
 * Whether a literal of this name is a secret that somebody has written down. A password may be a word; keys and tokens look random:
 * letters and digits, at least twelve, no word of a language between them.
 */
export function isSecretValue(name: string, value: string): boolean {
  if (value.length > 4096 || /\s/.test(value) || isPlaceholder(value)) return false;
  const plain = name.toLowerCase().replaceAll(/[-_.]/g, '');
  if (PASSWORD_NAME.test(plain)) return value.toLowerCase() !== plain;
  // the name of a secret, or a description of it, is none
  if (isSecretName(value) || value.toLowerCase().replaceAll(/[-_.]/g, '').startsWith(plain)) return false;
  return value.length >= 12 && /\d/.test(value) && /[a-z]/i.test(value) && new Set(value).size >= 8 && !isWordy(value);
}

/** How a secret may be shown: its first four characters, nothing of a short one. */
export function beginningOf(secret: string): string {
  return secret.length < 12 ? '…' : `${secret.slice(0, 4)}…`;
}

/** Words joined by separators, such as `users-alice-token-2`. */
function isWordy(value: string): boolean {
  return value
    .split(/[-_./:]/)
    .every((word) => /^(?:[a-z]{1,24}|[A-Z]{1,24}|[A-Z]?[a-z]{1,24}|\d{1,4}|v\d+)$/.test(word));
}
