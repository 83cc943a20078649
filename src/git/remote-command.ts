import { err, type Result } from '../base/result.js';
import type { GitCommand, GitFailure, GitOutput } from './git.js';
import type { Remote, RemoteFailure, RemoteTrouble } from './remote-contract.js';
import type { TrustedGit } from './trusted-git.js';

/**
 * Commands that speak with a remote, always from the runner's own git directory: the user's configuration may hold
 * `url.insteadOf`, credential helpers, or a second `Authorization` header of actions/checkout, which GitHub answers with 400.
 */

export interface RemoteCommand extends Pick<GitCommand, 'args' | 'input' | 'okCodes' | 'signal'> {
  readonly remote: Remote;
}

const TAIL_LINES = 20;

/** Below one byte a second for so long, the connection is given up; servers that work say something every 5 s. */
const STALL_SECONDS = 60;

/** Runs git with the URL's one protocol allowed and the token in its environment. */
export async function runRemote(
  trusted: TrustedGit,
  { remote, ...command }: RemoteCommand,
): Promise<Result<GitOutput, RemoteFailure>> {
  const access = accessOf(remote);
  if ('refused' in access) {
    return err({ reason: 'remote-failed', trouble: 'url-refused', outputTail: access.refused });
  }
  const answer = await trusted.run({ ...command, env: access.env, network: true });
  if (!answer.ok) return err(remoteFailure(answer.error, remote));
  return { ok: true, value: { ...answer.value, stderr: safeTail(answer.value.stderr, remote) } };
}

/** The last lines of what git said, without the token in any form that git knows. */
export function safeTail(text: string, remote: Remote): string {
  const lines = text
    .trim()
    .split(/\r\n|\r|\n/)
    .slice(-TAIL_LINES);
  let tail = lines.join('\n');
  for (const secret of secretsOf(remote)) tail = tail.replaceAll(secret, '***');
  return tail;
}

function remoteFailure(failure: GitFailure, remote: Remote): RemoteFailure {
  if (failure.reason !== 'command-failed') return failure;
  const outputTail = safeTail(failure.outputTail, remote);
  return { reason: 'remote-failed', trouble: troubleOf(outputTail), outputTail };
}

type Access = { readonly refused: string } | { readonly env: Readonly<Record<string, string>> };

function accessOf(remote: Remote): Access {
  const url = URL.canParse(remote.url) ? new URL(remote.url) : null;
  if (url === null) return { refused: 'The address of the remote is not a URL.' };
  if (url.username !== '' || url.password !== '') {
    return { refused: 'The URL of the remote holds a user name or a password; give a token instead.' };
  }
  const protocol = url.protocol.slice(0, -1);
  if (!isAllowed(protocol, url.hostname)) {
    return { refused: `Remotes are reached by https, not by ${protocol} (http: this machine only).` };
  }
  if (remote.authorization !== null && /[^\x20-\x7e]/.test(remote.authorization)) {
    return { refused: 'The token holds a character that no HTTP header may have.' };
  }
  return { env: environmentOf(remote, protocol, url.origin) };
}

function isAllowed(protocol: string, host: string): boolean {
  if (protocol === 'http') return host === 'localhost' || host === '127.0.0.1' || host.endsWith('.localhost');
  return protocol === 'https' || protocol === 'file';
}

/** HOME is a folder that is none, so that curl finds no `.netrc`. Redirects are not followed: the header would go along. */
function environmentOf(remote: Remote, protocol: string, origin: string): Record<string, string> {
  const settings: [string, string][] = [
    ['credential.helper', ''],
    ['core.askPass', ''],
    ['http.followRedirects', 'false'],
    ['http.lowSpeedLimit', '1'],
    ['http.lowSpeedTime', `${STALL_SECONDS}`],
    ['transfer.bundleURI', 'false'],
    // A pack arrives whole or not at all; loose objects of a killed fetch would look like commits that are there.
    ['transfer.unpackLimit', '1'],
    ['fetch.writeCommitGraph', 'false'],
  ];
  if (remote.authorization !== null && protocol !== 'file') {
    settings.push([`http.${origin}/.extraHeader`, `Authorization: ${remote.authorization}`]);
  }
  const env: Record<string, string> = {
    GIT_ALLOW_PROTOCOL: protocol,
    GIT_PROTOCOL_FROM_USER: '0',
    HOME: '/dev/null',
    GIT_CONFIG_COUNT: `${settings.length}`,
  };
  for (const [at, [key, value]] of settings.entries()) {
    env[`GIT_CONFIG_KEY_${at}`] = key;
    env[`GIT_CONFIG_VALUE_${at}`] = value;
  }
  return env;
}

function secretsOf({ authorization }: Remote): string[] {
  if (authorization === null) return [];
  const credential = authorization.slice(authorization.lastIndexOf(' ') + 1);
  const decoded = Buffer.from(credential, 'base64').toString('latin1');
  const password = decoded.slice(decoded.indexOf(':') + 1);
  return [authorization, credential, decoded, password].filter((secret) => secret.length >= 4);
}

/** git's and curl's own words (LC_ALL=C, git 2.39 to 2.51); the first that fits. What the server says itself is left out. */
const TROUBLES: readonly (readonly [RegExp, RemoteTrouble])[] = [
  [/Authentication failed|could not read (Username|Password)|returned error: 401/, 'authentication'],
  [/returned error: 403/, 'permission'],
  [/returned error: 3\d\d|unable to update url base from redirection/, 'redirected'],
  [/returned error: 404|repository '.*' not found|does not appear to be a git repository/, 'not-found'],
  [/returned error: (5\d\d|408|429)|HTTP (5\d\d|408|429)/, 'network'],
  [/not our ref|unadvertised object|couldn't find remote ref|\[rejected\]|\[remote rejected\]/, 'rejected'],
  [/resolve host|resolve proxy|[Cc]onnection (refused|reset|timed out)|Failed to connect|timed out|Timeout/, 'network'],
  [/Operation too slow|RPC failed|early EOF|unexpected disconnect|hung up unexpectedly|Empty reply/, 'network'],
  [/transfer closed|Recv failure|Send failure|SSL|gnutls|TLS|Couldn't connect/, 'network'],
  [/remote error:/, 'rejected'],
];

function troubleOf(outputTail: string): RemoteTrouble {
  const own = outputTail
    .split('\n')
    .filter((line) => !line.startsWith('remote: '))
    .join('\n');
  return TROUBLES.find(([pattern]) => pattern.test(own))?.[1] ?? 'other';
}
