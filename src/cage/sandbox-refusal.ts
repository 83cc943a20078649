/** What the machine says about itself, besides bubblewrap's own words. */
export interface MachineFacts {
  /** Contents of files of /proc/sys, trimmed; null where there is none. */
  readonly apparmorRestricts: string | null;
  readonly unprivilegedClone: string | null;
  readonly maxUserNamespaces: string | null;
  readonly isContainer: boolean;
}

/** One line each. */
export interface Refusal {
  readonly why: string;
  readonly fix: string;
}

/** That there is no place for what a sandbox needs. `code`: the system's, for example ENOSPC. */
export function noTemporaryFolder(folder: string, code: string): Refusal {
  const why = `the temporary folder ${folder} cannot be used (${code})`;
  return { why, fix: 'set TMPDIR to a folder that can be written, and make sure that its disk is not full' };
}

/**
 * Why bubblewrap could not confine anything, and what to do: by what it printed (`stderr`; its texts are those of bubblewrap.c
 * and network.c of 0.4 to 0.11) and by what the kernel allows.
 */
export function explainRefusal(stderr: string, facts: MachineFacts): Refusal {
  const said = firstLine(stderr);
  const isDenied = /permission denied|operation not permitted|no permissions|not permitted/i.test(stderr);
  if (/Unknown option/.test(stderr)) {
    return { why: `this bubblewrap is too old (${said})`, fix: 'install bubblewrap 0.5 or newer' };
  }
  if (facts.maxUserNamespaces === '0' || /max_\*_namespaces exceeded|No space left on device/.test(stderr)) {
    return {
      why: `the kernel allows no further user namespaces (${said})`,
      fix: 'sudo sysctl -w user.max_user_namespaces=15000',
    };
  }
  if (facts.unprivilegedClone === '0' && isDenied) {
    return {
      why: `the kernel allows user namespaces to root only (${said})`,
      fix: 'sudo sysctl -w kernel.unprivileged_userns_clone=1',
    };
  }
  if (facts.isContainer) {
    return {
      why: `this container may not start sandboxes (${said})`,
      fix: 'start it with --security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt systempaths=unconfined, or run outside of a container',
    };
  }
  if (facts.apparmorRestricts === '1' && isDenied) {
    return {
      why: `AppArmor forbids user namespaces (${said})`,
      fix: 'sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0, or give bwrap an AppArmor profile that allows userns',
    };
  }
  return {
    why: `bubblewrap cannot confine a process here (${said})`,
    fix: 'see what `bwrap --unshare-all --ro-bind / / true` says',
  };
}

/** For where there is no bubblewrap at all. */
export const NOT_INSTALLED: Refusal = {
  why: 'bubblewrap (bwrap) is not installed',
  fix: 'Debian, Ubuntu: sudo apt-get install bubblewrap · Fedora: sudo dnf install bubblewrap · NixOS: environment.systemPackages = [ pkgs.bubblewrap ], elsewhere with Nix: nix profile install nixpkgs#bubblewrap',
};

/** For systems other than Linux. `platform`: as of process.platform. */
export function noLinux(platform: string): Refusal {
  const name = platform === 'darwin' ? 'macOS' : platform;
  return {
    why: `the sandbox needs Linux (bubblewrap), and this is ${name}`,
    fix: 'run on Linux or in a Linux virtual machine, or without a sandbox: --sandbox off',
  };
}

/** The first thing that a program said, short and printable. */
function firstLine(text: string): string {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? 'it says nothing';
  return line
    .trim()
    .slice(0, 200)
    .replace(/[^\x20-\x7e]/g, '?');
}
