import { err, ok, type Result } from '../base/result.js';

/** Headers that APIs read a key from. */
const KEY_HEADERS: ReadonlySet<string> = new Set(['authorization', 'x-api-key', 'x-goog-api-key']);

/** Parameters of an address that APIs of Google take a key from. */
const KEY_PARAMETERS = ['key', 'api_key', 'access_token'] as const;

/** What a request to the API says about who asks. */
interface Asked {
  /** Name in small letters -> values. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  /** Path and query. */
  readonly path: string;
}

/**
 * The headers with the secret in the place of its stand-in, or why the request is not for the API. Only in the headers of keys: an API
 * quotes others in what it answers, and the agent would read the secret there. And only the user's own keys: into an account of somebody
 * else, the agent could send whatever it has read.
 */
export function withSecrets(
  { headers, path }: Asked,
  secrets: ReadonlyMap<string, string>,
): Result<Record<string, readonly string[]>, string> {
  const parameters = new URL(path, 'http://x').searchParams;
  if (KEY_PARAMETERS.some((name) => parameters.has(name))) return err('a key in the address');
  const told: Record<string, readonly string[]> = {};
  for (const [name, values] of Object.entries(headers)) {
    // Clients of APIs have none, and what it would mean there nobody knows.
    if (name === 'cookie') continue;
    const isKey = KEY_HEADERS.has(name);
    const revealed = isKey ? values.flatMap((value) => revealedKey(value, secrets) ?? []) : values;
    if (revealed.length < values.length) return err(`another key in ${name}`);
    told[name] = revealed;
  }
  return ok(told);
}

/** `STAND-IN` or `Bearer STAND-IN` with the secret in it; null for any other key. */
function revealedKey(value: string, secrets: ReadonlyMap<string, string>): string | null {
  const [, scheme = '', key = ''] = /^(bearer\s+)?(.*)$/is.exec(value.trim()) ?? [];
  const secret = secrets.get(key);
  return secret === undefined ? null : `${scheme}${secret}`;
}
