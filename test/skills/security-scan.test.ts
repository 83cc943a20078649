import { describe, expect, test } from '@jest/globals';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../src/skills/security-scan/rules.js';
import { exampleFlake, treeOf } from '../support/nix-tree-on-disk.js';
import { findings, runSkill } from '../support/run-skill.js';

type Files = Readonly<Record<string, string | Buffer>>;

const scan = async (files: Files, options: Record<string, unknown> = {}): Promise<string[]> =>
  findings(await runSkill('security-scan', treeOf(files), { options: { fail_on: 'none', ...options } }));
const rulesOf = async (files: Files): Promise<string[]> => (await scan(files)).map((one) => one.split(' ')[0] ?? '');

/** Made of pieces, so that this file holds no token itself. */
const LETTERS = 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0u1V2w3X4y5Z6a7B8c9D0e1F2g3H4i5J6k7L8m9N0';
const random = (length: number): string => LETTERS.slice(0, length);
const KEY_BLOCK = `-----BEGIN OPENSSH PRIVATE KEY-----\n${random(70)}\n`;
const base64 = (text: string): string => Buffer.from(text).toString('base64url');
const inNix = (text: string): Files => ({ 'm.nix': `{ x = "${text}"; }` });
const set = (text: string): Files => ({ 'm.nix': `{ lib, pkgs, ... }: { ${text} }` });

/** Of each rule: what it must find, and what looks like it and is none. */
const CASES: readonly (readonly [keyof typeof RULES, readonly Files[], readonly Files[]])[] = [
  [
    'github-token',
    [
      inNix(`ghp_${random(36)}`),
      { 'a.sh': `T=ghp_${random(36)}\n` },
      { '.hidden/x': `github_pat_${random(22)}_${random(59)}` },
    ],
    [inNix('ghp_'), inNix(`ghp_${'x'.repeat(36)}`), inNix(`ghp_${random(20)}`)],
  ],
  ['gitlab-token', [inNix(`glpat-${random(20)}`)], [inNix('glpat-xxxxxxxxxxxxxxxxxxxx')]],
  ['aws-access-key', [inNix(`AKIAABCDEFGHIJ234567`)], [inNix(`AKIAIOSFODNN7EXAMPLE`)]],
  ['slack-token', [inNix(`xoxb-${random(40)}`)], [inNix('xoxb-your-token')]],
  [
    'discord-webhook',
    [inNix(`https://discord.com/api/webhooks/123456789012345678/${random(68)}`)],
    [inNix('https://discord.com/api/webhooks/')],
  ],
  ['telegram-token', [inNix(`123456789:AA${random(33)}`)], [inNix('12:34:AA:00:11:22')]],
  ['model-api-key', [inNix(`sk-ant-api03-${random(80)}`)], [inNix('sk-ant-'), inNix('task-ant-api03-x')]],
  ['google-api-key', [inNix(`AIza${random(35)}`)], [inNix('AIza')]],
  ['stripe-key', [inNix(`sk_live_${random(24)}`)], [inNix(`sk_test_${random(24)}`)]],
  ['npm-token', [inNix(`npm_${random(36)}`)], [inNix('npm_config_prefix')]],
  ['tailscale-key', [inNix(`tskey-auth-${random(12)}-${random(32)}`)], [inNix('tskey-auth-xxxx')]],
  [
    'private-key',
    [{ id_ed25519: KEY_BLOCK }, { 'm.nix': `{ k = ''${KEY_BLOCK}''; }` }],
    [inNix('-----BEGIN OPENSSH PRIVATE KEY-----'), { 'id.pub': `ssh-ed25519 ${random(60)}` }],
  ],
  [
    'age-secret-key',
    [{ 'keys.txt': `AGE-SECRET-KEY-1${'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'.repeat(2).slice(0, 58)}` }],
    [inNix('AGE-SECRET-KEY-1')],
  ],
  [
    'json-web-token',
    [inNix(`${base64('{"alg":"HS256"}')}.${base64('{"sub":"1234567"}')}.${random(43)}`)],
    [inNix(`${base64('{"foo":"HS256xx"}')}.${base64('{"sub":"1234567"}')}.${random(43)}`)],
  ],
  [
    'url-with-password',
    [inNix('postgres://app:s3cr3tpw@db.local/app')],
    [
      inNix('postgres://app:${pw}@db'),
      inNix('https://user:password@host'),
      inNix('ssh://git@host:22/x'),
      inNix('http://[::1]:80/@x'),
    ],
  ],
  [
    'hard-coded-secret',
    [
      set('services.x.password = "hunter2";'),
      set('services.x.settings.api-key = "k3J9h5Q2w8Zr1x";'),
      set('services.x = lib.mkIf true { dbPassword = lib.mkForce "hunter2"; };'),
      set('environment = [ "DB_PASSWORD=hunter22" ];'),
      set('options.a.password = lib.mkOption { default = "hunter2"; };'),
      { 'm.nix': '{ password ? "hunter2" }: password' },
    ],
    [
      set('services.x.password = "";'),
      set('services.x.password = "changeme";'),
      set('services.x.password = "$DB_PASSWORD";'),
      set('services.x.passwordFile = "/run/secrets/x";'),
      set('services.x.password = "/run/secrets/x";'),
      set('services.x.token = "users/alice-token";'),
      set('services.x.token = "n8n-hooks-token";'),
      set('services.x.apiKey = "{env:API_KEY_2}";'),
      set('services.x.pskRaw = "ext:home";'),
      set('services.x.secret = true;'),
      set('services.x.password = pkgs.secret;'),
      set('options.a.password = lib.mkOption { example = "hunter2"; description = "hunter2"; };'),
      { 'm.nix': 'x: if x.password == "hunter2" then 1 else 2' },
    ],
  ],
  [
    'unencrypted-secrets-file',
    [{ 'secrets/db.yaml': 'db_password: hunter2\n' }, { '.env': 'API_TOKEN=k3J9h5Q2w8Zr1x\n' }],
    [
      { 'secrets/db.yaml': 'db_password: ENC[AES256_GCM,data:x]\nsops:\n  version: 3\n' },
      { '.env.example': 'API_TOKEN=k3J9h5Q2w8Zr1x\n' },
      { 'values.yaml': 'db_password: hunter2\n' },
      { 'secrets/db.yaml': 'db_password: "{{ password }}"\n' },
    ],
  ],
  [
    'plain-text-password',
    [
      set('users.users.a.password = "x1";'),
      set('testScript = ""; users.users.a.password = "x1";'),
      set('nodes.m.users.users.a.password = "x1";'),
    ],
    [
      set('users.users.a.hashedPasswordFile = "/x";'),
      set('nodes.m.users.users.a.password = "x1"; testScript = "m.start()";'),
      set('nodes = { m = { users.users.a.password = "x1"; }; }; testScript = { nodes }: "";'),
    ],
  ],
  [
    'initial-password',
    [set('users.users.a.initialPassword = "nixos";')],
    [set('users.users.a.initialPassword = null;')],
  ],
  [
    'weak-password-hash',
    [set('users.users.a.hashedPassword = "$1$abcdefgh$0123456789abcdefghijkl";')],
    [set('users.users.a.hashedPassword = "!";')],
  ],
  [
    'password-hash',
    [set('users.users.a.hashedPassword = "$6$abcdefgh$0123456789abcdefghijkl";')],
    [set('users.users.a.hashedPassword = "$6$...";')],
  ],
  ['empty-password', [set('users.users.a.password = "";')], [set('services.a.password = "";')]],
  [
    'secret-in-store',
    [
      set('services.x.environmentFile = ./x.env;'),
      set('a = builtins.readFile ./secrets/token;'),
      set('a = "${./secret.key}";'),
    ],
    [
      set('services.x.environmentFile = "/run/x.env";'),
      set('a = builtins.readFile ./public.pub;'),
      set('age.secrets.a.file = ./secrets/a.age;'),
      set('sops.defaultSopsFile = ./secrets/a.yaml;'),
      { ...set('a = builtins.readFile ./secrets/a.yaml;'), 'secrets/a.yaml': 'x: ENC[AES256_GCM,data:x]\n' },
    ],
  ],
  [
    'world-writable',
    [
      set('environment.etc.a.mode = "0666";'),
      set('systemd.tmpfiles.rules = [ "d /var/lib/x 0777 root root -" ];'),
      set("a = ''\n  chmod -R 777 /var/lib/x\n'';"),
    ],
    [
      set('environment.etc.a.mode = "0644";'),
      set('systemd.tmpfiles.rules = [ "d /tmp/x 1777 root root -" "L+ /x 0777 - - - /y" ];'),
      set("a = ''\n  chmod 1777 /tmp\n  chmod 755 /x\n'';"),
      set('wayland.mode = "1920x1080";'),
    ],
  ],
  [
    'secret-readable',
    [set('sops.secrets.a.mode = "0444";'), set('sops.secrets.republish.mode = "0444";')],
    [
      set('sops.secrets.a.mode = "0440";'),
      set('sops.secrets.host_key_pub.mode = "0444";'),
      set('sops.secrets.GPG_PUBLIC_KEY.mode = "0444";'),
    ],
  ],
  [
    'open-umask',
    [set('systemd.services.a.serviceConfig.UMask = "0000";')],
    [set('systemd.services.a.serviceConfig.UMask = "0027";')],
  ],
  [
    'ssh-root-login',
    [set('services.openssh.settings.PermitRootLogin = "yes";')],
    [set('services.openssh.settings.PermitRootLogin = "prohibit-password";')],
  ],
  [
    'ssh-password-login',
    [set('services.openssh = { settings = { PasswordAuthentication = lib.mkForce true; }; };')],
    [set('services.openssh.settings.PasswordAuthentication = false;')],
  ],
  [
    'ssh-empty-passwords',
    [set('services.openssh.settings.PermitEmptyPasswords = true;')],
    [set('services.openssh.settings.PermitEmptyPasswords = "no";')],
  ],
  [
    'ssh-x11-forwarding',
    [set('services.openssh.settings.X11Forwarding = true;')],
    [set('programs.ssh.forwardX11 = true;')],
  ],
  [
    'sudo-without-password',
    [
      set('security.sudo.wheelNeedsPassword = false;'),
      set('security.sudo.extraRules = [ { commands = [ { command = "ALL"; options = [ "NOPASSWD" ]; } ]; } ];'),
      set("security.sudo.extraConfig = ''\n  a ALL=(ALL) NOPASSWD: ALL\n'';"),
    ],
    [
      set('security.sudo.wheelNeedsPassword = true;'),
      set('security.sudo.extraRules = [ { commands = [ { command = "/x"; options = [ "NOPASSWD" ]; } ]; } ];'),
    ],
  ],
  [
    'firewall-off',
    [set('networking.firewall.enable = false;')],
    [set("networking.firewall.enable = false; networking.nftables.ruleset = ''x'';")],
  ],
  [
    'firewall-trusts-network',
    [set('networking.firewall.trustedInterfaces = [ "eth0" ];')],
    [set('networking.firewall.trustedInterfaces = [ "lo" "tailscale0" ];')],
  ],
  ['nix-sandbox-off', [set('nix.settings.sandbox = false;')], [set('nix.settings.sandbox = true;')]],
  ['nix-unsigned-paths', [set('nix.settings.require-sigs = false;')], [set('nix.settings.require-sigs = true;')]],
  [
    'nix-trusts-everybody',
    [set('nix.settings.trusted-users = [ "*" ];')],
    [set('nix.settings.allowed-users = [ "*" ];')],
  ],
  [
    'nix-trusts-group',
    [set('nix.settings.trusted-users = [ "root" ] ++ [ "@wheel" ];')],
    [set('nix.settings.trusted-users = [ "root" ];')],
  ],
  [
    'insecure-package',
    [set('nixpkgs.config.permittedInsecurePackages = [ "a-1" ];')],
    [set('nixpkgs.config.permittedInsecurePackages = [ ];')],
  ],
  [
    'polkit-allows-all',
    [
      set(
        "security.polkit.extraConfig = ''polkit.addRule(function(action, subject) { return polkit.Result.YES; });'';",
      ),
    ],
    [
      set(
        "security.polkit.extraConfig = ''polkit.addRule(function(a, s) { if (s.x) { return polkit.Result.YES; } });'';",
      ),
    ],
  ],
  [
    'kernel-mitigation-off',
    [set('boot.kernelParams = [ "quiet" "mitigations=off" ];')],
    [set('boot.kernelParams = [ "mitigations=auto" ];')],
  ],
  [
    'kernel-weakened',
    [set('boot.kernel.sysctl."kernel.randomize_va_space" = 0;')],
    [set('boot.kernel.sysctl."kernel.randomize_va_space" = 2;')],
  ],
  [
    'docker-group',
    [set('users.users.a.extraGroups = [ "docker" ];')],
    [set('users.users.a.extraGroups = [ "wheel" ];')],
  ],
  [
    'docker-over-network',
    [set('virtualisation.docker.daemon.settings.hosts = [ "tcp://0.0.0.0:2375" ];')],
    [set('virtualisation.docker.daemon.settings.hosts = [ "unix:///run/x" "tcp://127.0.0.1:2375" ];')],
  ],
  [
    'auto-login',
    [set('services.displayManager.autoLogin.enable = true;')],
    [set('services.displayManager.autoLogin.enable = false;')],
  ],
  ['open-service', [set('services.ollama.host = "0.0.0.0";')], [set('services.ollama.host = "127.0.0.1";')]],
  [
    'nfs-root',
    [set("services.nfs.server.exports = ''\n/x *(rw,no_root_squash)\n'';")],
    [set("services.nfs.server.exports = ''\n/x *(rw)\n'';")],
  ],
  [
    'exposed-port',
    [set('networking.firewall.allowedTCPPorts = [ 22 5432 ];')],
    [set('networking.firewall.interfaces.wg0.allowedTCPPorts = [ 5432 ];')],
  ],
  [
    'exposed-cleartext-port',
    [set('networking.firewall = { allowedTCPPorts = lib.mkIf true [ 23 ]; };')],
    [set('networking.firewall.allowedTCPPorts = [ 22 443 ];')],
  ],
  [
    'wide-port-range',
    [set('networking.firewall.allowedTCPPortRanges = [ { from = 1; to = 65535; } ];')],
    [set('networking.firewall.allowedTCPPortRanges = [ { from = 1714; to = 1764; } ];')],
  ],
];

describe('security-scan', () => {
  test('has a case for every rule', () => {
    expect(CASES.map(([rule]) => rule).sort()).toEqual(Object.keys(RULES).sort());
  });

  test.each(CASES)('finds %s', async (rule, found) => {
    for (const files of found) expect([files, await rulesOf(files)]).toEqual([files, [rule]]);
  });

  test.each(CASES)('is silent about what only looks like %s', async (_, __, silent) => {
    for (const files of silent) expect([files, await rulesOf(files)]).toEqual([files, []]);
  });

  test.each<[string, boolean]>([
    ['high', true],
    ['medium', false],
    ['none', true],
  ])('with fail_on %s, a medium finding lets the run succeed: %s', async (failOn, succeeds) => {
    const root = treeOf(set('networking.firewall.enable = false;'));
    expect((await runSkill('security-scan', root, { options: { fail_on: failOn } })).ok).toBe(succeeds);
  });

  test('never shows a secret', async () => {
    const token = `ghp_${random(36)}`;
    const root = treeOf({ ...inNix(token), '.env': `DB_PASSWORD=correcthorse99\n` });
    let output = '';
    const result = await runSkill('security-scan', root, { onOutput: (text) => (output += text) });
    const shown = JSON.stringify(result) + output;
    expect([shown.includes('ghp_…'), shown.includes(token.slice(4, 12)), shown.includes('horse')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test.each<[string, string, string[]]>([
    [
      'on its line',
      '{ networking.firewall.enable = false; # security-scan: ignore firewall-off — behind a router\n}',
      [],
    ],
    [
      'on the line before',
      '{\n# security-scan: ignore firewall-off — behind a router\nnetworking.firewall.enable = false; }',
      [],
    ],
    [
      'before a text of many lines',
      "{\n# security-scan: ignore world-writable - a test\na = ''\n  x\n  chmod 777 /x\n''; }",
      [],
    ],
    [
      'without a reason',
      '{\n# security-scan: ignore firewall-off\nnetworking.firewall.enable = false; }',
      ['suppression-without-reason m.nix:2'],
    ],
    ['of nothing', '{\n# security-scan: ignore firewall-off - old\n}', ['suppression-unused m.nix:2']],
    ['of an unknown rule', '{\n# security-scan: ignore firewal-off - x\n}', ['suppression-unknown m.nix:2']],
    [
      'of another rule',
      '{\n# security-scan: ignore docker-group - x\nnetworking.firewall.enable = false; }',
      ['suppression-unused m.nix:2', 'firewall-off m.nix:3'],
    ],
    [
      'two lines away',
      '{\n# security-scan: ignore firewall-off - x\na = 1;\nnetworking.firewall.enable = false; }',
      ['suppression-unused m.nix:2', 'firewall-off m.nix:4'],
    ],
  ])('honours a suppression %s', async (_, text, expected) => {
    expect(await scan({ 'm.nix': text })).toEqual(expected);
  });

  test('honours the option ignore, and warns of an entry that meets nothing', async () => {
    const entry = (path: string): object => ({ rule: 'firewall-off', path, reason: 'lab' });
    const files = { 'hosts/a.nix': '{ networking.firewall.enable = false; }' };
    expect(await scan(files, { ignore: [entry('hosts/*.nix'), entry('none.nix')] })).toEqual([
      'suppression-unused skill security-scan',
    ]);
  });

  test('refuses an ignored rule that does not exist', async () => {
    expect(await scan({}, { ignore: [{ rule: 'x', path: 'a', reason: 'b' }] })).toEqual([
      'skill-call skill security-scan',
    ]);
  });

  test('counts per level and rule, and gives places', async () => {
    const root = treeOf(set('networking.firewall.enable = false;'));
    const result = await runSkill('security-scan', root);
    expect(result.ok && result.value.outputs).toEqual({
      ...{ files: 1, high: 0, medium: 1, low: 0, suppressed: 0, rules: { 'firewall-off': 1 } },
      findings: [{ rule: 'firewall-off', level: 'medium', file: 'm.nix', line: 1, column: 52 }],
    });
  });

  test('does not read binary files, large files, links, or .git', async () => {
    const token = `ghp_${random(36)}`;
    const root = treeOf({
      binary: Buffer.from(`\0${token}`),
      large: token + ' '.repeat(300_000),
      '.git/config': token,
    });
    symlinkSync(treeOf({ x: token }), join(root, 'link'));
    expect(findings(await runSkill('security-scan', root))).toEqual([]);
  });

  test('finds tokens in a Nix file that does not parse', async () => {
    expect(await scan({ 'm.nix': `{ a = "ghp_${random(36)}"` })).toEqual(['github-token m.nix:1']);
  });

  test('finds nothing of high risk in the example', async () => {
    expect((await runSkill('security-scan', exampleFlake())).ok).toBe(true);
  });
});
