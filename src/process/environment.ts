import { accessSync, constants, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

/**
 * What a child may inherit: a list of names, never "everything but". Left out on purpose, besides every secret:
 * GITHUB_*, RUNNER_*, ACTIONS_* and INPUT_* (a step must not speak to the runner), GIT_* (would redirect our git),
 * NODE_OPTIONS and LD_* (would run code in every child), NIX_CONFIG (holds `access-tokens` on GitHub) and
 * NIX_REMOTE_SYSTEMS and NIX_SSHOPTS (would send builds, with the user's keys, elsewhere).
 */
const inheritedNames: ReadonlySet<string> = new Set([
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'SHELL',
  'LANG',
  'LANGUAGE',
  'TZ',
  'TZDIR',
  'TERM',
  'COLORTERM',
  'NO_COLOR',
  'TMPDIR',
  'LOCALE_ARCHIVE',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'NODE_EXTRA_CA_CERTS',
  'http_proxy',
  'https_proxy',
  'all_proxy',
  'no_proxy',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'ALL_PROXY',
  'NO_PROXY',
  'NIX_PATH',
  'NIX_PROFILES',
  'NIX_REMOTE',
  'NIX_SSL_CERT_FILE',
  'NIX_STATE_DIR',
  'NIX_STORE_DIR',
  'NIX_STORE',
  'NIX_DATA_DIR',
  'NIX_LOG_DIR',
  'NIX_CONF_DIR',
  'NIX_USER_CONF_FILES',
  'NIX_USER_PROFILE_DIR',
  'NIX_LD',
  'NIX_LD_LIBRARY_PATH',
  'NIX_DAEMON_SOCKET_PATH',
  // A runner that runs inside a step stays part of that step's tree.
  'WORKFLOW_RUNNER_TREE',
]);

const inheritedPrefixes = ['LC_', 'XDG_'] as const;

/** Names that hold a secret by their looks: `GITHUB_TOKEN`, `ANTHROPIC_API_KEY`, `db_password`, `npm_config__auth` … */
const secretName =
  /(^|_)(token|tokens|key|keys|secret|secrets|password|passwd|passphrase|pwd|credential|credentials|auth|authorization|pat|apikey|accesskey|cookie|webhook|webhooks)(_|$)|(token|secret|password|apikey)$/i;

/** Shorter values (`true`, `basic`) are hardly secrets, and redacting them would make logs unreadable. */
const secretMinimumLength = 8;

/**
 * The environment of a child: what `source` has of the names above, then `extra` over it. PATH keeps only absolute entries:
 * an empty, relative or `.` entry would run programs out of the repository.
 */
export function childEnvironment(
  source: NodeJS.ProcessEnv,
  extra: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const inherited = Object.entries(source).flatMap(([name, value]) =>
    value !== undefined && isInherited(name) ? [[name, value] as const] : [],
  );
  const env = Object.fromEntries([...inherited, ...Object.entries(extra)]);
  if (env['PATH'] !== undefined) env['PATH'] = absolutePath(env['PATH']);
  return env;
}

/** PATH without its empty and relative entries, in order, each once. */
export function absolutePath(path: string): string {
  return [...new Set(path.split(':').filter(isAbsolute))].join(':');
}

/**
 * Where a program is on `path` (a PATH): the absolute path of the first executable file, or null. An absolute `name` is
 * checked and returned. A relative name with a slash is never found.
 */
export function findProgram(name: string, path: string): string | null {
  if (isAbsolute(name)) return isExecutable(name) ? name : null;
  if (name === '' || name.includes('/') || name.includes('\0')) return null;
  const folders = absolutePath(path)
    .split(':')
    .filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

/** Hold secrets among other text: to be hidden, but no secret as a whole. The input of the action for who is told. */
const namesWithSecretsInside: ReadonlySet<string> = new Set(['INPUT_NOTIFY']);

/** The variables to hide: their name looks like a secret's, or there are secrets in their text. */
export function secretNames(env: NodeJS.ProcessEnv): string[] {
  return Object.keys(env).filter((name) => isSecretName(name) || namesWithSecretsInside.has(name));
}

/** The values of variables whose name looks like a secret's and that have at least 8 characters; for `createRedactor`. */
export function secretsOf(env: NodeJS.ProcessEnv): string[] {
  const values = Object.entries(env).flatMap(([name, value]) =>
    value !== undefined && value.length >= secretMinimumLength && isSecretName(name) ? [value] : [],
  );
  return [...new Set(values)];
}

function isInherited(name: string): boolean {
  return (
    (inheritedNames.has(name) || inheritedPrefixes.some((prefix) => name.startsWith(prefix))) && !isSecretName(name)
  );
}

function isSecretName(name: string): boolean {
  // The working folders of shells, which only look like an abbreviated password.
  return name !== 'PWD' && name !== 'OLDPWD' && secretName.test(name);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
