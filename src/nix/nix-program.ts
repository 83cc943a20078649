import { accessSync, constants, existsSync, readFileSync, realpathSync } from 'node:fs';
import { platform, userInfo } from 'node:os';
import type { Failure } from '../base/failure.js';
import { err, ok, type Result } from '../base/result.js';
import type { RunProcess } from '../process/process.js';
import { askSettings } from './nix-settings.js';

/** A Nix that was found, and what every call of it must say. */
export interface NixProgram {
  readonly path: string;
  /** Such as `2.8.0`. */
  readonly version: string;
  /** The whole answer to `--version`: it tells Nix from its relatives. */
  readonly versionLine: string;
  /** Options that hold for every command. */
  readonly options: readonly string[];
}

export interface NixSearch {
  readonly runProcess: RunProcess;
  readonly env: Readonly<Record<string, string>>;
  /** Absolute path of the program, as found on PATH before anything of the repository ran; null when there is none. */
  readonly path: string | null;
}

/** What to say when there is no Nix. */
export const NIX_HELP =
  'Install Nix: on Debian or Ubuntu `sudo apt-get install nix-bin`, elsewhere see https://nixos.org/download';

/** The oldest version with flakes as they are today (`nix flake lock`, `--apply`, JSON logs). */
const OLDEST = [2, 4] as const;

/**
 * Options for every call. `nixConfig` of the flake is never accepted: the repository could switch off the sandbox or name
 * its own substituters. The lock file is never written: `nix flake check` would write it and add it to the index. No
 * registry: `nix` would go to the network for a name.
 */
const BASE_OPTIONS = [
  '--extra-experimental-features',
  'nix-command flakes',
  '--option',
  'accept-flake-config',
  'false',
  '--option',
  'flake-registry',
  '',
] as const;

/** Asks Nix its version and settings (a few short calls, about 50 ms), and settles the options of every later call. */
export async function findNix(search: NixSearch): Promise<Result<NixProgram, Failure>> {
  const { path } = search;
  if (path === null) return err(nixMissing(NIX_HELP));
  const answer = await askVersion(search, path);
  if (answer === null) return err(nixMissing(`\`${path} --version\` does not answer like Nix. ${NIX_HELP}`));
  const { version, versionLine } = answer;
  if (isOlder(version))
    return err(nixMissing(`${path} is Nix ${version}; ${OLDEST.join('.')} or newer is needed. ${NIX_HELP}`));
  return ok({ path, version, versionLine, options: [...BASE_OPTIONS, ...(await localStoreOptions(search, path))] });
}

/** The failure of a step that needs Nix where there is none. */
export function nixMissing(help: string = NIX_HELP): Failure {
  return { reason: 'program-missing', program: 'nix', help };
}

async function askVersion(
  search: NixSearch,
  path: string,
): Promise<Pick<NixProgram, 'version' | 'versionLine'> | null> {
  const { end, stdout } = await search.runProcess({
    argv: [path, '--version'],
    cwd: '/',
    env: search.env,
    timeoutMs: 10_000,
  });
  const versionLine = stdout.toString('utf8').trim();
  const version = /\b(\d+\.\d+[\w.+-]*)\s*$/.exec(versionLine)?.[1];
  return end === 'exited' && version !== undefined ? { version, versionLine } : null;
}

function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
}

/**
 * Options for a store that this process writes itself, without a daemon. With a daemon its own settings hold, and a user
 * who is not trusted may not change them. Measured on Debian 12, Nix 2.8, root, package nix-bin alone:
 * - there is no group `nixbld`, and every build fails unless `build-users-group` is empty;
 * - `sandbox = true` works, but Debian builds Nix without a sandbox shell, so a builder `/bin/sh` (which Nix elsewhere
 *   promises to be there) is missing: the machine's own shell and its libraries are shown to the sandbox instead. Debian 13
 *   names `/usr/bin/bash-static`, which need not be installed.
 * Where the kernel forbids namespaces, Nix falls back to no sandbox by itself (`sandbox-fallback`).
 */
async function localStoreOptions(search: NixSearch, path: string): Promise<string[]> {
  if (!ownsStore(search.env)) return [];
  const settings = await askSettings({ ...search, path, options: BASE_OPTIONS });
  const options: string[] = [];
  const group = settings['build-users-group'];
  if (userInfo().uid === 0 && typeof group === 'string' && group !== '' && !groupExists(group)) {
    options.push('--option', 'build-users-group', '');
  }
  if (platform() !== 'linux') return options;
  options.push('--option', 'sandbox', 'true');
  const shown = sandboxPaths(settings['sandbox-paths']);
  if (shown.some((path) => isShell(path))) return options;
  // All of them: of two for `/bin/sh` 2.34 takes the first, 2.26 the last
  const others = shown.filter((path) => !/^\/bin\/sh(?:[=?]|$)/.test(path));
  options.push('--option', 'sandbox-paths', [...others, ...(await shellPaths(search))].join(' '));
  return options;
}

/** Whether this process writes the store itself (no daemon). */
function ownsStore(env: Readonly<Record<string, string>>): boolean {
  const remote = env['NIX_REMOTE'] ?? '';
  if (remote !== '' && remote !== 'auto') return remote === 'local';
  try {
    accessSync(env['NIX_STATE_DIR'] ?? '/nix/var/nix', constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The value of `sandbox-paths` as it is written, `INSIDE=OUTSIDE?`: a list before Nix 2.34, an object since. */
function sandboxPaths(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/\s+/).filter((path) => path !== '');
  if (Array.isArray(value)) return value.filter((path) => typeof path === 'string');
  return Object.entries((value ?? {}) as Record<string, { source?: unknown; optional?: unknown } | null>).map(
    ([inside, of]) =>
      `${inside}${typeof of?.source === 'string' ? `=${of.source}` : ''}${of?.optional === true ? '?' : ''}`,
  );
}

/** Whether a sandbox path gives builders a shell that is there. */
function isShell(path: string): boolean {
  const [inside, outside = inside] = path.replace(/\?$/, '').split('=');
  return inside === '/bin/sh' && outside !== undefined && existsSync(outside);
}

/** `/bin/sh` as a sandbox path, with the libraries that `ldd` names for it. */
async function shellPaths({ runProcess, env }: NixSearch): Promise<string[]> {
  const shell = realpathSync('/bin/sh');
  const { stdout } = await runProcess({ argv: ['ldd', shell], cwd: '/', env, timeoutMs: 10_000 });
  // A link would be a link in the sandbox, too (2.26), to nothing
  const libraries = [...stdout.toString('utf8').matchAll(/(?:=>\s+|^\s*)(\/\S+)\s+\(0x/gm)].flatMap(([, path]) =>
    path === undefined ? [] : `${path}=${realpathSync(path)}`,
  );
  return [`/bin/sh=${shell}`, ...libraries];
}

function groupExists(name: string): boolean {
  try {
    return readFileSync('/etc/group', 'utf8')
      .split('\n')
      .some((line) => line.startsWith(`${name}:`));
  } catch {
    return false;
  }
}
