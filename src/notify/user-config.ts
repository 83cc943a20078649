import { realpathSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { isAbsolute, join, sep } from 'node:path';
import type { Diagnostic } from '../base/diagnostic.js';
import { readFileBounded } from '../files/read-file-bounded.js';
import { parseReceivers } from './parse-receivers.js';
import { isOnGitHub, secretsOfReceivers, type Receiver } from './receiver.js';
import { resolveReceivers } from './resolve-receivers.js';

/** Names the file in place of the one below `$XDG_CONFIG_HOME`. */
export const CONFIG_VARIABLE = 'WORKFLOW_RUNNER_CONFIG';
const MAX_CONFIG_BYTES = 256 * 1024;

/** Who a user wants to be told. */
export interface UserConfig {
  /** Where it is, or where it would be. */
  readonly path: string;
  /** False when there is no such file: then the terminal is told. */
  readonly exists: boolean;
  /** Empty when something is wrong. */
  readonly receivers: readonly Receiver[];
  /** What is wrong, or should be known. */
  readonly diagnostics: readonly Diagnostic[];
  /** For redaction. */
  readonly secrets: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What is told when nobody has configured anything: who sits at the terminal. */
const DEFAULT: readonly Receiver[] = [{ type: 'terminal', name: 'terminal', when: ['success', 'failure', 'paused'] }];

/**
 * Reads the configuration of the user: `$WORKFLOW_RUNNER_CONFIG`, else `$XDG_CONFIG_HOME/workflow-runner/config.yaml` (default
 * `~/.config`). `checkout`: the repository that a run is about. A file inside of it is not used, since then a step could decide
 * where messages are sent; neither is one that others may write. Never throws.
 */
export function readUserConfig(env: Environment, checkout: string | null): UserConfig {
  const found = configPath(env);
  if (found === null) return none('~/.config/workflow-runner/config.yaml');
  const { path, isNamed } = found;
  let real: string;
  try {
    real = realpathSync(path);
  } catch (error) {
    const { code = 'EIO' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && !isNamed) return none(path);
    return refused(path, `it cannot be read (${code})`, 'check the path and its permissions');
  }
  const distrust = whyNotTrusted(real, checkout);
  if (distrust !== null) return refused(path, distrust.message, distrust.help);
  const read = readFileBounded(real, MAX_CONFIG_BYTES);
  if (!read.ok) return refused(path, `it cannot be read (${read.error.code})`, 'it is a text file of some lines');
  return parse(read.value.toString('utf8'), path, env);
}

function parse(text: string, path: string, env: Environment): UserConfig {
  const parsed = parseReceivers(text, path, { whole: false });
  const onGitHub = parsed.receivers.filter(({ written }) => written.type.startsWith('github-'));
  const misplaced = onGitHub.map(({ diagnose }) => diagnose('type', onlyAction));
  const resolved = resolveReceivers(parsed.receivers, env);
  const receivers = resolved.ok ? resolved.value.filter((receiver) => !isOnGitHub(receiver)) : [];
  const diagnostics = [...parsed.diagnostics, ...misplaced, ...(resolved.ok ? [] : resolved.error)];
  return {
    path,
    exists: true,
    receivers: diagnostics.some(({ severity }) => severity === 'error') ? [] : receivers,
    diagnostics,
    secrets: secretsOfReceivers(receivers),
  };
}

const onlyAction = {
  code: 'invalid-receiver',
  message: 'GitHub is told by the action alone',
  help: 'put it into the input `notify` of the action, and remove it here',
};

function configPath(env: Environment): { readonly path: string; readonly isNamed: boolean } | null {
  const named = env[CONFIG_VARIABLE] ?? '';
  if (named !== '') return { path: named, isNamed: true };
  const { XDG_CONFIG_HOME: config = '', HOME: home = '' } = env;
  // XDG Base Directory Specification: a relative path is to be ignored.
  const folder = isAbsolute(config) ? config : isAbsolute(home) ? join(home, '.config') : null;
  return folder === null ? null : { path: join(folder, 'workflow-runner', 'config.yaml'), isNamed: false };
}

function whyNotTrusted(real: string, checkout: string | null): { message: string; help: string } | null {
  if (checkout !== null && `${real}${sep}`.startsWith(`${realpathSync(checkout)}${sep}`)) {
    return {
      message: 'it is inside the repository that the run is about, where steps could change it',
      help: `keep it elsewhere, and name it with ${CONFIG_VARIABLE}`,
    };
  }
  const { mode, uid } = statSync(real);
  const own = [userInfo().uid, 0];
  if ((mode & 0o002) !== 0 || !own.includes(uid))
    return { message: 'others may write it', help: `chmod go-w ${real}, and own it` };
  return null;
}

function none(path: string): UserConfig {
  return { path, exists: false, receivers: DEFAULT, diagnostics: [], secrets: [] };
}

function refused(path: string, message: string, help: string): UserConfig {
  const diagnostic = { severity: 'error', code: 'config-not-used', message, location: { file: path }, help } as const;
  return { path, exists: true, receivers: [], diagnostics: [diagnostic], secrets: [] };
}
