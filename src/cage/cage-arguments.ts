import { dirname } from 'node:path';

/** What of the machine is inside a cage, by absolute paths that are the same inside and outside. All of them exist. */
export interface CageTree {
  /** Read-only. */
  readonly readable: readonly string[];
  /** Symbolic links to make: path inside -> what it leads to. */
  readonly links: ReadonlyMap<string, string>;
  /** Read-only: path outside -> path inside. */
  readonly placed: ReadonlyMap<string, string>;
  readonly writable: readonly string[];
  /** The current folder. */
  readonly workspace: string;
}

/** The folder inside that holds what the runner itself puts there. */
export const CAGE_FOLDER = '/run/workflow-runner';

/**
 * Everything that is shared by default is not: processes, network (a loopback of its own is all that is left), System V IPC,
 * host name, control groups, users (the ids stay, so that files get their right owner). The session is a new one, so that nothing
 * can be typed into the user's terminal (TIOCSTI, CVE-2017-5226). No capability is left, also to root; bubblewrap always forbids
 * new privileges (setuid, sudo). All of it ends with its parent.
 */
const CONFINEMENT = [
  '--unshare-user',
  '--unshare-all',
  ...['--cap-drop', 'ALL'],
  ...['--hostname', 'localhost'],
  '--die-with-parent',
  '--new-session',
] as const;

/** As `CONFINEMENT`, but only bubblewrap 0.8 and newer know it: no user namespaces inside, which open much of the kernel to attacks. */
export const NEWER_CONFINEMENT: readonly string[] = ['--disable-userns'];

/**
 * The arguments of bubblewrap (bwrap(1)) before `--` and the program: a new mount tree that holds what `tree` says and nothing
 * else. `options`: see `Sandbox`. No secret may be in `tree`: other users of the machine can read arguments.
 */
export function cageArguments(tree: CageTree, options: readonly string[]): string[] {
  return [
    ...CONFINEMENT,
    ...options,
    ...['--proc', '/proc', '--dev', '/dev'],
    ...['--perms', '1777', '--tmpfs', '/tmp'],
    ...['--dir', '/var', '--symlink', '../tmp', '/var/tmp'],
    ...mounts(tree),
    ...[...tree.links].flatMap(([path, target]) => ['--symlink', target, path]),
    // What is left of the new root are empty folders on the way to the mounts. They are memory: not to be filled.
    ...['--remount-ro', '/'],
    ...['--chdir', tree.workspace],
  ];
}

/** Folders before what is in them, so that each mount decides over what lies below it; of the same path the writable one wins. */
function mounts({ readable, placed, writable }: CageTree): string[] {
  const all = new Map<string, readonly [option: string, source: string]>();
  for (const path of readable) all.set(path, ['--ro-bind', path]);
  for (const path of writable) all.set(path, ['--bind', path]);
  for (const [source, path] of placed) all.set(path, ['--ro-bind', source]);
  return [...all].sort(([a], [b]) => depth(a) - depth(b)).flatMap(([path, [option, source]]) => [option, source, path]);
}

function depth(path: string): number {
  let count = 0;
  for (let at = path; at !== dirname(at); at = dirname(at)) count++;
  return count;
}
