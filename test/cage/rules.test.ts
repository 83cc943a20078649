import { describe, expect, test } from '@jest/globals';
import { agentEnvironment } from '../../src/cage/agent-environment.js';
import { cageArguments } from '../../src/cage/cage-arguments.js';
import { allowedTarget, isPrivateAddress, parseTarget } from '../../src/cage/listed-hosts.js';
import { outerProxy } from '../../src/cage/outer-proxy.js';
import { explainRefusal, type MachineFacts } from '../../src/cage/sandbox-refusal.js';

describe('agentEnvironment', () => {
  const made = (source: Record<string, string>, variables: string[] = []): Record<string, string> =>
    agentEnvironment(source, { home: '/h', variables });

  test('of nothing is what every agent gets', () => {
    expect(made({})).toEqual({
      PATH: '/usr/local/bin:/usr/bin:/bin',
      HOME: '/h',
      TMPDIR: '/h/tmp',
      LANG: 'C.UTF-8',
      TERM: 'dumb',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_TERMINAL_PROMPT: '0',
    });
  });

  test.each(
    `GITHUB_TOKEN GITHUB_ENV RUNNER_TEMP ACTIONS_RUNTIME_TOKEN INPUT_KEY GIT_DIR GIT_SSH_COMMAND SSH_AUTH_SOCK NODE_OPTIONS LD_PRELOAD
    LD_LIBRARY_PATH NIX_CONFIG NIX_REMOTE XDG_CONFIG_HOME XDG_RUNTIME_DIR DBUS_SESSION_BUS_ADDRESS DOCKER_HOST https_proxy HTTP_PROXY
    ANTHROPIC_API_KEY AWS_SECRET_ACCESS_KEY BASH_ENV ENV PYTHONPATH __proto__ LC`.split(/\s+/),
  )('leaves out %s', (name) => {
    const source = Object.fromEntries([[name, 'x']]);
    expect(Object.keys(made(source))).toEqual(Object.keys(made({})));
  });

  test('takes the language, the certificates and what is listed', () => {
    const source = {
      LC_ALL: 'de_DE.UTF-8',
      LANG: 'de',
      TZ: 'UTC',
      USER: 'u',
      SSL_CERT_FILE: '/c',
      KEY: 'k',
      EMPTY: '',
    };
    expect(made(source, ['KEY', 'EMPTY', 'UNSET'])).toEqual({
      ...made({}),
      LC_ALL: 'de_DE.UTF-8',
      LANG: 'de',
      TZ: 'UTC',
      USER: 'u',
      SSL_CERT_FILE: '/c',
      KEY: 'k',
    });
  });

  test('keeps HOME and git’s rules its own, also when they are listed', () => {
    const source = { HOME: '/root', GIT_CONFIG_GLOBAL: '/root/.gitconfig', TMPDIR: '/tmp' };
    expect(made(source, Object.keys(source))).toEqual(made({}));
  });

  test('keeps of PATH the absolute entries', () => {
    expect(made({ PATH: '.:/a::b:/c' })['PATH']).toBe('/a:/c');
  });
});

describe('cageArguments', () => {
  const tree = {
    readable: ['/w/deep/er', '/usr'],
    links: new Map(),
    placed: new Map([['/p', '/run/x']]),
    writable: ['/w', '/w/h'],
    workspace: '/w',
  };
  const text = cageArguments(tree, ['--newer']).join(' ');

  test.each([
    '--unshare-user',
    '--unshare-all',
    '--cap-drop ALL',
    '--die-with-parent',
    '--new-session',
    '--newer',
    '--chdir /w',
  ])('hold %s', (option) => expect(text).toContain(option));

  test('mount folders before what is in them, and make the root read-only at the end', () => {
    const mounted =
      /--ro-bind \/usr \/usr --bind \/w \/w --bind \/w\/h \/w\/h .*--ro-bind \/w\/deep\/er \/w\/deep\/er --remount-ro \//;
    expect(text).toMatch(mounted);
  });
});

describe('a target', () => {
  test.each([
    ['example.org:443', { host: 'example.org', port: 443 }],
    ['EXAMPLE.org.:443', { host: 'example.org', port: 443 }],
    ['[::1]:80', { host: '::1', port: 80 }],
    ['[::g]:80', null],
    ['::1:80', null],
    ['example.org', null],
    ['example.org:0', null],
    ['example.org:65536', null],
    ['a b:1', null],
    ['u@example.org:1', null],
    [`${'a'.repeat(300)}:1`, null],
    ['', null],
  ])('of %j is %j', (text, target) => {
    expect(parseTarget(text)).toEqual(target);
  });

  test.each([
    ['a.org:443', ['a.org'], false],
    ['a.org:443', ['A.ORG:443'], true],
    ['a.org:8443', ['a.org:8443'], true],
    ['[::1]:80', ['[::1]:80'], true],
    ['a.org:80', ['a.org'], null],
    ['b.a.org:443', ['a.org', '*.a.org', '*'], null],
    ['a.org:443', [], null],
  ])('%s with %j listed: may be private %s', (text, hosts, mayBePrivate) => {
    const target = parseTarget(text);
    expect(target === null ? undefined : (allowedTarget(target, hosts)?.mayBePrivate ?? null)).toBe(mayBePrivate);
  });

  test.each([
    ...[
      '127.0.0.1',
      '10.1.2.3',
      '172.31.255.255',
      '192.168.0.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '255.255.255.255',
    ],
    ...[
      '::1',
      '::',
      '::ffff:127.0.0.1',
      '::ffff:a9fe:a9fe',
      'fe80::1',
      'fd00::1',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      'ff02::1',
      'nonsense',
    ],
  ])('at %s is private', (address) => expect(isPrivateAddress(address)).toBe(true));

  test.each(['1.1.1.1', '172.32.0.1', '2606:4700::1111', '::ffff:1.1.1.1'])('at %s is not private', (address) =>
    expect(isPrivateAddress(address)).toBe(false),
  );
});

describe('outerProxy', () => {
  const target = { host: 'api.example.org', port: 443 };
  test.each([
    [{}, null],
    [{ https_proxy: 'http://p:1' }, 'http://p:1/'],
    [{ HTTPS_PROXY: 'p:1' }, 'http://p:1/'],
    [{ ALL_PROXY: 'https://u:w@p' }, 'https://u:w@p/'],
    [{ http_proxy: 'http://p:1' }, null],
    [{ https_proxy: 'socks5://p:1' }, null],
    [{ https_proxy: 'not a url' }, null],
    [{ https_proxy: 'http://p:1', no_proxy: 'example.org' }, null],
    [{ https_proxy: 'http://p:1', NO_PROXY: 'a.org, .example.org' }, null],
    [{ https_proxy: 'http://p:1', NO_PROXY: '*.example.org:443' }, null],
    [{ https_proxy: 'http://p:1', NO_PROXY: '*' }, null],
    [{ https_proxy: 'http://p:1', NO_PROXY: 'example.org:80,i.example.org,notexample.org' }, 'http://p:1/'],
  ])('of %j is %j', (env, expected) => {
    expect(outerProxy(target, env)?.href ?? null).toBe(expected);
  });

  test('is none for this machine', () => {
    expect(outerProxy({ host: '127.0.0.1', port: 1 }, { https_proxy: 'http://p:1' })).toBeNull();
  });
});

describe('explainRefusal', () => {
  const none: MachineFacts = {
    apparmorRestricts: null,
    unprivilegedClone: null,
    maxUserNamespaces: '100',
    isContainer: false,
  };
  test.each([
    [
      'bwrap: setting up uid map: Permission denied',
      { apparmorRestricts: '1' },
      'apparmor_restrict_unprivileged_userns=0',
    ],
    [
      'bwrap: loopback: Failed RTM_NEWADDR: Operation not permitted',
      { apparmorRestricts: '1' },
      'apparmor_restrict_unprivileged_userns=0',
    ],
    [
      'bwrap: Creating new namespace failed: nesting depth or /proc/sys/user/max_*_namespaces exceeded (ENOSPC)',
      {},
      'user.max_user_namespaces',
    ],
    [
      'bwrap: No permissions to creating new namespace, likely because the kernel does not allow non-privileged user namespaces.',
      { unprivilegedClone: '0' },
      'unprivileged_userns_clone=1',
    ],
    [
      "bwrap: Can't mount proc on /newroot/proc: Operation not permitted",
      { isContainer: true },
      'systempaths=unconfined',
    ],
    ['bwrap: Unknown option --perms', {}, 'bubblewrap 0.5 or newer'],
    ['', {}, 'bwrap --unshare-all'],
  ])('of %j with %j says how to go on', (stderr, facts, fix) => {
    expect(explainRefusal(stderr, { ...none, ...facts }).fix).toContain(fix);
  });

  test('is one printable line, whatever was said', () => {
    const { why } = explainRefusal(`\n\u001b[31m${'x'.repeat(1000)}\nmore`, none);
    expect(why).toMatch(/^[\x20-\x7e]{10,300}$/);
  });
});
