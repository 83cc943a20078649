import { isAbsolute } from 'node:path';
import { absolutePath } from '../process/environment.js';

/**
 * What an agent inherits: a list of names. Left out, besides every secret: GITHUB_*, RUNNER_*, ACTIONS_* (would speak to the
 * runner), GIT_*, SSH_AUTH_SOCK and XDG_* (lead to the user's own credentials and settings), NODE_OPTIONS and LD_* (run code in
 * every child), NIX_CONFIG (holds `access-tokens` on GitHub), *_PROXY (may hold a password; the gateway of the cage goes through it).
 */
const INHERITED: ReadonlySet<string> = new Set([
  'LANG',
  'LANGUAGE',
  'LOCALE_ARCHIVE',
  // Where NixOS has what programs of other systems are linked with.
  'NIX_LD',
  'NIX_LD_LIBRARY_PATH',
  'LOGNAME',
  'NODE_EXTRA_CA_CERTS',
  'SSL_CERT_DIR',
  'SSL_CERT_FILE',
  'TZ',
  'TZDIR',
  'USER',
]);

/** Git asks nobody, and reads no settings but the workspace's. */
const GIT_ALONE = { GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_TERMINAL_PROMPT: '0' } as const;

interface EnvironmentOptions {
  /** Absolute path of the agent's HOME. */
  readonly home: string;
  /** Further names to take from `source`: the keys of its backend, and what the user passes. */
  readonly variables: readonly string[];
}

/** The whole environment of an agent's CLI: what `source` (the runner's) has of the names above, and nothing of it besides. */
export function agentEnvironment(source: NodeJS.ProcessEnv, options: EnvironmentOptions): Record<string, string> {
  const { home, variables } = options;
  const names = Object.keys(source).filter(
    (name) => INHERITED.has(name) || name.startsWith('LC_') || variables.includes(name),
  );
  const inherited = names.flatMap((name) => {
    const value = source[name];
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  return {
    LANG: 'C.UTF-8',
    ...Object.fromEntries(inherited),
    ...GIT_ALONE,
    PATH: safePath(source['PATH']),
    HOME: home,
    TMPDIR: `${home}/tmp`,
    TERM: 'dumb',
  };
}

function safePath(path: string | undefined): string {
  const absolute = absolutePath(path ?? '');
  return isAbsolute(absolute) ? absolute : '/usr/local/bin:/usr/bin:/bin';
}
