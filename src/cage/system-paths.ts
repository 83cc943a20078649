import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Programs and libraries of the system, on every Linux; on NixOS all of them lead to the store. */
const PROGRAM_FOLDERS = [
  '/usr',
  '/bin',
  '/sbin',
  '/lib',
  '/lib32',
  '/lib64',
  '/libx32',
  '/nix/store',
  // Links to the store. The socket of the Nix daemon is beside it, and stays outside: it obeys some users like root.
  '/nix/var/nix/profiles',
  '/run/current-system',
  '/home/linuxbrew/.linuxbrew',
] as const;

/**
 * What programs look up in /etc: no file that could hold a secret. Not the folders ssl and pki (private keys are in them, and
 * root owns those), not gitconfig, profile, nix, npmrc (credentials), not machine-id, not resolv.conf (there is no network).
 */
const SETTINGS = [
  'alternatives',
  'ca-certificates',
  'crypto-policies',
  'fonts',
  'gai.conf',
  'group',
  'host.conf',
  'hosts',
  'ld.so.cache',
  'ld.so.conf',
  'ld.so.conf.d',
  'locale.alias',
  'localtime',
  'magic',
  'mime.types',
  'nsswitch.conf',
  'os-release',
  'passwd',
  'pki/ca-trust/extracted',
  'pki/tls/cert.pem',
  'pki/tls/certs',
  'pki/tls/openssl.cnf',
  'profiles',
  'protocols',
  'services',
  'ssl/cert.pem',
  'ssl/certs',
  'ssl/openssl.cnf',
  'static',
  'terminfo',
  'timezone',
  'zoneinfo',
] as const;

/**
 * The paths of the system that a caged process may read: those of the lists above that exist, and what `path` (a PATH) names
 * below /opt. Never /var, /run, /root, /home or /etc as a whole.
 */
export function systemPaths(path: string): string[] {
  const settings = SETTINGS.map((name) => `/etc/${name}`);
  const added = path.split(':').flatMap((folder) => addedPrefix(folder) ?? []);
  return [...new Set([...PROGRAM_FOLDERS, ...settings, ...added])].filter((one) => existsSync(one));
}

/** The folder below /opt that an entry of PATH belongs to, for example /opt/hostedtoolcache/node/20.19.0/x64; else null. */
function addedPrefix(folder: string): string | null {
  let real: string;
  try {
    real = realpathSync(folder);
  } catch {
    return null;
  }
  const parent = dirname(real);
  const prefix = /^s?bin$/.test(basename(real)) && parent !== '/opt' ? parent : real;
  if (!prefix.startsWith('/opt/')) return null;
  // A self-hosted runner of GitHub keeps its credentials, and those of its jobs, in its own folder.
  return ['.credentials', '.runner', '_work'].some((name) => existsSync(join(prefix, name))) ? null : prefix;
}
