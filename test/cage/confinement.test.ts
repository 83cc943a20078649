import { execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { linesOf, newRoom, removeRoom, runCaged, type Room } from './room.js';

/** What no agent may ever see, wherever it looks. */
const CANARY = 'CANARY-8f14e45fceea167a';

let room: Room;
let outside: string;
let planted: string[];

describe('what a caged agent sees (needs bubblewrap, fails without)', () => {
  afterAll(() => removeRoom(room));
  beforeAll(() => {
    room = newRoom();
    outside = join(room.base, 'outside');
    mkdirSync(outside);
    // The files of a user and of a job of GitHub that hold credentials, by where they are: in HOME, beside the workspace, in /tmp.
    planted = [
      join(outside, 'home/.netrc'),
      join(outside, 'home/.ssh/id_ed25519'),
      join(outside, 'home/.config/gh/hosts.yml'),
      join(outside, 'repository/.git/config'),
      join(outside, 'runner-temp/git-credentials-1.config'),
    ];
    for (const file of planted) {
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, `password = ${CANARY}\n`);
    }
  });

  const secrets = {
    GITHUB_TOKEN: CANARY,
    GITHUB_ENV: `/tmp/${CANARY}`,
    ACTIONS_RUNTIME_TOKEN: CANARY,
    RUNNER_TEMP: `/tmp/${CANARY}`,
    SSH_AUTH_SOCK: `/tmp/${CANARY}`,
    XDG_CONFIG_HOME: `/tmp/${CANARY}`,
    NODE_OPTIONS: `--require=/tmp/${CANARY}`,
    LD_PRELOAD: `/tmp/${CANARY}`,
    NIX_CONFIG: `access-tokens = github.com=${CANARY}`,
    HTTPS_PROXY: `http://user:${CANARY}@proxy.invalid:3128`,
    AWS_SECRET_ACCESS_KEY: CANARY,
  };

  test('of its environment is what the list allows, and what the cage adds', async () => {
    const names = (await linesOf(room, 'env', { source: secrets })).map((line) => line.split('=', 1)[0] ?? '');
    const allowed = new Set(
      `GIT_CONFIG_GLOBAL GIT_CONFIG_NOSYSTEM GIT_TERMINAL_PROMPT HOME HTTPS_PROXY HTTP_PROXY LANG LANGUAGE LOCALE_ARCHIVE LOGNAME
      NODE_EXTRA_CA_CERTS NO_PROXY PATH PWD SHLVL SSL_CERT_DIR SSL_CERT_FILE TERM TMPDIR TZ TZDIR USER WORKFLOW_RUNNER_TREE _
      http_proxy https_proxy no_proxy`.split(/\s+/),
    );
    expect(names.filter((name) => !allowed.has(name) && !name.startsWith('LC_'))).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(['PATH', 'HOME', 'TMPDIR', 'HTTPS_PROXY']));
  });

  const search = `
    cat /proc/*/environ /proc/*/cmdline 2>/dev/null | tr '\\0' '\\n'
    cat $PLANTED 2>&1
    for folder in /*; do
      case $folder in /proc | /dev | /usr | /nix | /lib* | /bin | /sbin) ;; *) find $folder -type f -size -64k 2>/dev/null ;; esac
    done > ../home/files
    LC_ALL=C xargs grep -hs 'CANARY-8f1[4]' < ../home/files
    test -s ../home/files`;

  test.each([
    ['is no canary in any environment, argument or file that it can read', [], false],
    ['would be a canary if it could read where that lies: the search finds', ['outside'], true],
  ])('%s', async (_title, readable, isFound) => {
    // A neighbour with a secret in its arguments and environment, as the runner and its other steps are.
    const neighbour = spawn('sleep', ['60'], {
      env: { ...secrets, PATH: '/usr/bin:/bin' },
      argv0: CANARY,
      stdio: 'ignore',
    });
    try {
      const { stdout, exitCode } = await runCaged(room, search, {
        source: secrets,
        env: { PLANTED: planted.join(' ') },
        readable: readable.map((name) => join(room.base, name)),
      });
      expect(exitCode).toBe(0);
      expect(stdout.toString().includes(CANARY)).toBe(isFound);
    } finally {
      neighbour.kill('SIGKILL');
    }
  });

  test('of processes are its own alone', async () => {
    const [count] = await linesOf(room, 'ls /proc | grep -c "^[0-9]"');
    // bubblewrap, the forwarder, the shell, and what it runs.
    expect(Number(count)).toBeLessThanOrEqual(6);
  });

  test('is no file of the user, no secret of the system, no socket of a daemon', async () => {
    const paths = [
      ...['/root', homedir(), '/home/runner', '/boot', '/mnt', '/srv', '/var/lib', '/var/run', '/sys/kernel'],
      ...['/etc/shadow', '/etc/ssl/private', '/etc/gitconfig', '/etc/nix', '/etc/profile', '/etc/machine-id'],
      ...['/run/docker.sock', '/var/run/docker.sock', '/run/user', '/run/dbus', '/nix/var/nix/daemon-socket'],
      ...['/dev/kmsg', '/dev/sda', '/dev/vda', '/dev/mem', '/dev/fuse', '/dev/kvm'],
    ];
    const script = `for path in ${paths.join(' ')} /etc/passwd; do test -e "$path" && echo "$path"; done`;
    expect(await linesOf(room, script)).toEqual(['/etc/passwd']);
  });

  test('of /tmp is a folder of its own, empty but for the way to the workspace', async () => {
    const entries = await linesOf(room, 'ls -A /tmp');
    const way = room.base.startsWith('/tmp/') ? [room.base.split('/')[2]] : [];
    expect(entries).toEqual(way);
  });

  test('of PATH is what exists inside, by its real path where only that does', async () => {
    const bin = join(outside, 'bin');
    symlinkSync('/usr/bin', bin);
    const source = { PATH: `relative::${outside}:${room.workspace}:${bin}:/bin` };
    const [path = ''] = await linesOf(room, 'echo "$PATH"', { source });
    expect(path.split(':').slice(0, 2)).toEqual(['/usr/bin', '/bin']);
    expect(path).not.toContain(room.base);
  });

  test('of further files is what the request lists, read-only, through links too', async () => {
    const real = join(outside, 'real-program');
    mkdirSync(real);
    writeFileSync(join(real, 'cli.sh'), 'echo ran from $0 with $(cat "$(dirname "$(readlink -f "$0")")/data")\n', {
      mode: 0o755,
    });
    writeFileSync(join(real, 'data'), 'its data');
    const link = join(outside, 'cli');
    symlinkSync(join(real, 'cli.sh'), link);
    const lines = await linesOf(room, `sh ${link}; echo x > ${real}/data || echo read-only`, {
      readable: [link, real],
    });
    expect(lines).toEqual([`ran from ${link} with its data`, 'read-only']);
  });
});

describe('what a caged agent may do (needs bubblewrap, fails without)', () => {
  beforeEach(() => {
    room = newRoom();
    outside = join(room.base, 'outside');
    mkdirSync(outside);
    writeFileSync(join(outside, 'file'), 'as it was');
  });
  afterEach(() => removeRoom(room));

  test('is to write its workspace and its home, as the user who runs it', async () => {
    await runCaged(room, 'echo work > made; echo kept > "$HOME/made"; echo x > "$TMPDIR/made"; mkdir a; touch a/b');
    expect(readFileSync(join(room.workspace, 'made'), 'utf8')).toBe('work\n');
    expect(readFileSync(join(room.home, 'made'), 'utf8')).toBe('kept\n');
    expect(statSync(join(room.workspace, 'a/b')).uid).toBe(process.getuid?.());
  });

  test.each([
    [
      'files: beside its workspace, and through links, its own and planted ones',
      [
        'echo bad > ../outside/file',
        'ln -s ../outside/file way; echo bad > way',
        'echo bad > planted',
        'ln ../outside/file hard; echo bad > hard',
      ],
    ],
    [
      'mounts and namespaces',
      [
        'echo bad > /proc/1/root$PWD/../outside/file',
        'mount --bind / /tmp; echo bad > "/tmp$PWD/../outside/file"',
        'unshare -Urm sh -c "mount -o remount,rw /usr; touch /usr/bad"',
      ],
    ],
    [
      'the system, the kernel, the runner’s own folder in the cage',
      [
        'touch /usr/bin/bad /usr/bad /etc/bad /bad /run/workflow-runner/bad',
        'echo bad > /run/workflow-runner/forwarder.cjs',
        'echo bad > /proc/sys/kernel/hostname; echo bad > /proc/sysrq-trigger',
      ],
    ],
  ])('is not to write outside: %s', async (_way, commands) => {
    symlinkSync(join(outside, 'file'), join(room.workspace, 'planted'));
    const { exitCode } = await runCaged(room, `${commands.map((one) => `( ${one} )`).join('\n')}\nexit 9`);
    expect(exitCode).toBe(9);
    expect(readFileSync(join(outside, 'file'), 'utf8')).toBe('as it was');
    expect(['/usr/bad', '/usr/bin/bad', '/etc/bad', '/bad'].filter((path) => existsSync(path))).toEqual([]);
    expect(hostname()).not.toBe('bad');
  });

  test('is to gain no right: no capability, and no new one through setuid programs', async () => {
    const lines = await linesOf(room, 'grep -E "^(CapEff|CapBnd|NoNewPrivs)" /proc/self/status | tr -s "\\t " " "');
    expect(lines.sort()).toEqual(['CapBnd: 0000000000000000', 'CapEff: 0000000000000000', 'NoNewPrivs: 1']);
  });

  test('is not to become another user, mount, make devices or read the kernel’s log', async () => {
    const commands = [
      'sudo -n id',
      'su nobody -s /bin/sh -c id',
      'chroot / id',
      'mount -t tmpfs none /tmp',
      'mknod disk b 8 0',
      'dmesg',
    ];
    const script = [...commands, 'id'].map((one) => `${one} >/dev/null 2>&1 && echo '${one}'`).join('\n');
    expect(await linesOf(room, script)).toEqual(['id']);
  });

  test('is to use git in a workspace whose objects are borrowed, without writing there', async () => {
    const git = (dir: string, ...args: string[]): string =>
      execFileSync('git', ['-C', dir, '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
        encoding: 'utf8',
      });
    const repository = join(outside, 'repository');
    execFileSync('git', ['init', '-q', repository]);
    writeFileSync(join(repository, 'flake.nix'), '{ }\n');
    git(repository, 'add', '.');
    git(repository, 'commit', '-qm', 'first');
    execFileSync('git', ['clone', '-q', '--shared', repository, join(room.workspace, 'clone')]);
    const objects = join(repository, '.git/objects');
    const before = readdirSync(objects).sort();
    const script = `cd clone && git log --format=%s && echo '{ a = 1; }' > flake.nix && git add . &&
      git -c user.name=a -c user.email=a@b commit -qm second && git log --format=%s && git status --short`;
    expect(await linesOf(room, script, { readable: [objects] })).toEqual(['first', 'second', 'first']);
    expect(readdirSync(objects).sort()).toEqual(before);
  });

  test('is not to change a file outside through a hard link that was made there', async () => {
    // A hard link into the workspace is the same file: only whoever could write it outside can have made it. Here it is the test.
    writeFileSync(join(outside, 'other'), 'other');
    linkSync(join(outside, 'other'), join(room.workspace, 'same'));
    await runCaged(room, 'ln same copy; rm same; echo new > same');
    expect(readFileSync(join(outside, 'other'), 'utf8')).toBe('other');
  });
});
