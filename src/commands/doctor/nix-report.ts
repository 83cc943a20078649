import { userInfo } from 'node:os';
import { findNix, NIX_HELP } from '../../nix/nix-program.js';
import { askSettings } from '../../nix/nix-settings.js';
import { childEnvironment, findProgram } from '../../process/environment.js';
import { describeFailure } from '../../report/describe-failure.js';
import type { NixReport } from '../../report/doctor-document.js';
import type { CommandWorld } from '../world.js';

const ASK_MS = 10_000;
const COMMAND: readonly string[] = ['--extra-experimental-features', 'nix-command flakes'];

const FLAKES_OFF =
  'note: flakes are off in nix.conf. Runs switch them on for themselves; for a `nix flake check` of your own write `experimental-features = nix-command flakes` there.';

const TRUSTED =
  'note: the Nix daemon trusts this user, which is as much as root: so has every step that is not in a sandbox. Take the user out of `trusted-users` in nix.conf, or run workflows as another user.';

const STORE_HELP =
  'The store does not answer. Is the daemon running? On NixOS and systemd: `sudo systemctl start nix-daemon.socket`, elsewhere `sudo nix-daemon`.';

interface Nix {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
  readonly runProcess: CommandWorld['runProcess'];
}

/**
 * Whether Nix is there with a store that answers, and how this machine has set it up. A few short calls, none of which builds or
 * reaches for the network. Not ready without a store, as nothing can be evaluated then.
 */
export async function nixReport(needed: boolean, { env, runProcess }: CommandWorld): Promise<NixReport> {
  const nothing = { needed, ready: false, path: null, version: null, flakes_on: null, store: null };
  const missing = { ...nothing, trusted_user: null, notes: [] };
  const path = findProgram('nix', env['PATH'] ?? '');
  if (path === null) return { ...missing, help: NIX_HELP };
  const nix = { path, env: childEnvironment(env), runProcess };
  const found = await findNix(nix);
  if (!found.ok) return { ...missing, help: describeFailure(found.error).help };
  // A person's own commands have this one too; those of runs have not.
  const { NIX_CONFIG: config } = env;
  const own = config === undefined ? nix : { ...nix, env: { ...nix.env, NIX_CONFIG: config } };
  const [flakesOn, store] = await Promise.all([flakesAreOn(own), askStore(nix)]);
  const isTrusted = store === null ? null : await isTrustedUser(nix, store);
  return {
    needed,
    ready: store !== null,
    path,
    version: found.value.version,
    flakes_on: flakesOn,
    store: store?.url ?? null,
    trusted_user: isTrusted,
    notes: [
      ...(flakesOn === false ? [FLAKES_OFF] : []),
      ...(isTrusted === true && store?.url === 'daemon' ? [TRUSTED] : []),
    ],
    help: store === null ? STORE_HELP : null,
  };
}

/** Without the features that we always ask for: `getFlake` is there only where nix.conf or the environment has flakes on. */
async function flakesAreOn({ path, env, runProcess }: Nix): Promise<boolean | null> {
  const { exitCode, stdout, stderrTail } = await runProcess({
    argv: [path, 'eval', '--expr', 'builtins ? getFlake'],
    cwd: '/',
    env,
    timeoutMs: ASK_MS,
  });
  if (exitCode === 0) return stdout.toString('utf8').trim() === 'true';
  return stderrTail.includes('experimental') ? false : null;
}

interface Store {
  readonly url: string;
  /** What the daemon says; null when it is older than 2.14 and does not. */
  readonly trusts: boolean | null;
}

/** The store, asked for its version; null when it does not answer. `ping` became `info` in 2.19, and each says it on a stream of its own. */
async function askStore({ path, env, runProcess }: Nix): Promise<Store | null> {
  for (const command of ['ping', 'info']) {
    const { exitCode, stdout, stderrTail } = await runProcess({
      argv: [path, ...COMMAND, 'store', command],
      cwd: '/',
      env,
      timeoutMs: ASK_MS,
    });
    const said = `${stdout.toString('utf8')}\n${stderrTail}`;
    const url = /^Store URL: (\S+)/m.exec(said)?.[1];
    if (exitCode !== 0 || url === undefined) continue;
    const trusts = /^Trusted: ([01])/m.exec(said)?.[1];
    return { url, trusts: trusts === undefined ? null : trusts === '1' };
  }
  return null;
}

/** Who owns the store, or whom its daemon trusts: by its own word, else by `trusted-users`, where groups are left out. */
async function isTrustedUser({ path, env, runProcess }: Nix, { url, trusts }: Store): Promise<boolean | null> {
  const { uid, username } = userInfo();
  if (uid === 0) return true;
  if (trusts !== null) return trusts;
  if (url !== 'daemon') return null;
  const { 'trusted-users': names } = await askSettings({ path, options: COMMAND, env, runProcess });
  if (!Array.isArray(names)) return null;
  return names.some((name) => name === '*' || name === username) || (names.some(isGroup) ? null : false);
}

const isGroup = (name: unknown): boolean => typeof name === 'string' && name.startsWith('@');
