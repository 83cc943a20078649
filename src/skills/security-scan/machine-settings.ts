import { riskAt, type Risk, type RuleId } from './rules.js';
import { endsWith, literal, literals, type Setting } from './settings.js';

type Plain = string | number | boolean;

interface UnsafeValue {
  readonly rule: RuleId;
  readonly paths: readonly (readonly string[])[];
  /** Asked of the value, and of each entry of a list. */
  readonly isUnsafe: (value: Plain) => boolean;
}

const unsafe = (rule: RuleId, paths: string, isUnsafe: UnsafeValue['isUnsafe']): UnsafeValue => ({
  rule,
  paths: paths.split(' ').map((path) => path.split('.')),
  isUnsafe,
});

const on = (value: Plain): boolean => value === true || (typeof value === 'string' && /^(?:yes|true|on)$/i.test(value));
const off = (value: Plain): boolean =>
  value === false || (typeof value === 'string' && /^(?:no|false|off)$/i.test(value));
const text =
  (pattern: RegExp) =>
  (value: Plain): boolean =>
    typeof value === 'string' && pattern.test(value);
const everywhere = text(/^(?:0\.0\.0\.0|::|\[::\]|\*)(?::\d+)?$/);

const WEAK_KERNEL_PARAMETER =
  /^(?:mitigations=off|nopti|pti=off|nokaslr|nosmep|nosmap|nospectre_v[12]|spectre_v2=off|spectre_v2_user=off|spec_store_bypass_disable=off|l1tf=off|mds=off|tsx_async_abort=off|retbleed=off|kvm\.nx_huge_pages=off|apparmor=0|selinux=0|lockdown=none|page_alloc\.shuffle=0)$/;

/** Interfaces that only the machine itself, its own guests or the members of a private network can use. */
const PRIVATE_INTERFACE =
  /^(?:lo|docker|podman|cni|br|virbr|lxc|lxd|incus|vnet|tap|tun|veth|ve-|vb-|wg|tailscale|zt|nebula|netbird|wt|nb|mesh|yggdrasil|ygg|cilium|flannel|kube|waydroid|vm|microvm|mv)/i;

/** Single options with a value that makes the machine less safe. The entry that stands first wins. */
const UNSAFE: readonly UnsafeValue[] = [
  unsafe(
    'ssh-root-login',
    'services.openssh.settings.PermitRootLogin services.openssh.permitRootLogin',
    text(/^yes$/i),
  ),
  unsafe(
    'ssh-password-login',
    'services.openssh.settings.PasswordAuthentication services.openssh.passwordAuthentication',
    on,
  ),
  unsafe('ssh-empty-passwords', 'services.openssh.settings.PermitEmptyPasswords', on),
  unsafe('ssh-x11-forwarding', 'services.openssh.settings.X11Forwarding services.openssh.forwardX11', on),
  unsafe(
    'sudo-without-password',
    'security.sudo.wheelNeedsPassword security.sudo-rs.wheelNeedsPassword security.doas.wheelNeedsPassword',
    off,
  ),
  unsafe(
    'sudo-without-password',
    'security.sudo.extraConfig security.sudo-rs.extraConfig',
    text(/^[^#\n]*\bNOPASSWD:\s*(?:SETENV:\s*)?ALL\b/m),
  ),
  unsafe('firewall-off', 'networking.firewall.enable', off),
  unsafe(
    'firewall-trusts-network',
    'networking.firewall.trustedInterfaces',
    (value) => typeof value === 'string' && !PRIVATE_INTERFACE.test(value),
  ),
  unsafe('nix-sandbox-off', 'nix.settings.sandbox nix.useSandbox', off),
  unsafe('nix-unsigned-paths', 'nix.settings.require-sigs nix.requireSignedBinaryCaches', off),
  unsafe(
    'nix-trusts-everybody',
    'nix.settings.trusted-users nix.trustedUsers nix.settings.extra-trusted-users',
    text(/^\*$/),
  ),
  unsafe(
    'nix-trusts-group',
    'nix.settings.trusted-users nix.trustedUsers nix.settings.extra-trusted-users',
    text(/^@/),
  ),
  unsafe('insecure-package', 'permittedInsecurePackages', text(/./)),
  unsafe(
    'polkit-allows-all',
    'security.polkit.extraConfig',
    text(/addRule\(\s*function\s*\([^)]{0,80}\)\s*\{\s*return\s+polkit\.Result\.YES\s*;?\s*\}/),
  ),
  unsafe('kernel-mitigation-off', 'boot.kernelParams', text(WEAK_KERNEL_PARAMETER)),
  unsafe('docker-group', 'users.users.*.extraGroups users.extraUsers.*.extraGroups', text(/^docker$/)),
  unsafe('auto-login', 'displayManager.autoLogin.enable', on),
  unsafe(
    'auto-login',
    'services.getty.autologinUser services.displayManager.autoLogin.user services.xserver.displayManager.autoLogin.user',
    text(/./),
  ),
  unsafe(
    'open-service',
    'services.ollama.host services.mongodb.bind_ip services.memcached.listen services.llama-cpp.host',
    everywhere,
  ),
  unsafe('nfs-root', 'services.nfs.server.exports', text(/^[^#\n]*\bno_root_squash\b/m)),
  unsafe('open-service', 'services.mosquitto.listeners.*.settings.allow_anonymous', on),
  unsafe(
    'open-service',
    'services.postgresql.authentication',
    text(
      /^[ \t]*host(?:ssl|nossl)?[ \t]+\S+[ \t]+\S+[ \t]+(?:0\.0\.0\.0\/0|::\/0|all|0\.0\.0\.0[ \t]+0\.0\.0\.0)[ \t]+trust\b/m,
    ),
  ),
  unsafe(
    'docker-over-network',
    'virtualisation.docker.listenOptions',
    text(/^(?:tcp:\/\/)?(?:0\.0\.0\.0|\[::\]|\*)?:?\d+$/),
  ),
];

/** Most settings of a file are none of these: one look-up tells. */
const BY_LAST_NAME = new Map<string, UnsafeValue[]>();
for (const one of UNSAFE) {
  for (const name of new Set(one.paths.map((path) => path.at(-1) ?? '')))
    BY_LAST_NAME.set(name, [...(BY_LAST_NAME.get(name) ?? []), one]);
}

/** Values of `boot.kernel.sysctl` that are weaker than what the kernel or NixOS would choose. */
const WEAK_SYSCTL: Readonly<Record<string, readonly Plain[]>> = {
  'kernel.randomize_va_space': [0, 1],
  'kernel.kptr_restrict': [0],
  'kernel.yama.ptrace_scope': [0],
  'kernel.unprivileged_bpf_disabled': [0],
  'kernel.perf_event_paranoid': [-1, 0, 1],
  'net.ipv4.tcp_syncookies': [0],
  'fs.protected_hardlinks': [0],
  'fs.protected_symlinks': [0],
  'fs.suid_dumpable': [1],
  'net.ipv4.conf.all.accept_source_route': [1],
  'net.ipv4.conf.default.accept_source_route': [1],
  'net.ipv6.conf.all.accept_source_route': [1],
};

/** Options of the machine that are set to something unsafe. */
export function machineRisks(setting: Setting): Risk[] {
  const { path, value } = setting;
  const found: Risk[] = [];
  for (const { rule, paths, isUnsafe } of BY_LAST_NAME.get(path.at(-1) ?? '') ?? []) {
    if (!paths.some((pattern) => endsWith(path, pattern))) continue;
    for (const { value: plain, node } of literals(value))
      if (isUnsafe(plain)) found.push(riskAt(rule, node, `${path.slice(-2).join('.')} = ${shown(plain)}`));
  }
  return [...found, ...sysctlRisks(setting), ...sudoRuleRisks(setting), ...dockerRisks(setting)];
}

function sysctlRisks({ path, value }: Setting): Risk[] {
  const name = path.at(-1) ?? '';
  if (!endsWith(path.slice(0, -1), ['boot', 'kernel', 'sysctl']) || !Object.hasOwn(WEAK_SYSCTL, name)) return [];
  const plain = literal(value);
  const weak = WEAK_SYSCTL[name]?.some((one) => String(one) === String(plain)) === true;
  return weak ? [riskAt('kernel-weakened', value, `${name} = ${String(plain)}`)] : [];
}

/** `security.sudo.extraRules = [ { users; commands = [ { command = "ALL"; options = [ "NOPASSWD" ]; } ]; } ]`. */
function sudoRuleRisks({ path, value }: Setting): Risk[] {
  if (value.kind !== 'attr-set' || !/^sudo(?:-rs)?\.extraRules\.\*\.commands\.\*$/.test(path.slice(-5).join('.')))
    return [];
  const bound = (name: string): Plain[] =>
    value.bindings.flatMap((binding) =>
      binding.kind === 'bind' && binding.path.map((one) => (one.kind === 'name' ? one.name : '')).join('.') === name
        ? literals(binding.value).map((one) => one.value)
        : [],
    );
  if (!bound('command').includes('ALL') || !bound('options').includes('NOPASSWD')) return [];
  return [riskAt('sudo-without-password', value, 'sudo ALL with NOPASSWD')];
}

/** A TCP socket of the daemon; with `tlsverify` only clients with a certificate may use it. */
function dockerRisks({ path, value }: Setting): Risk[] {
  const inSettings = endsWith(path, ['virtualisation', 'docker', 'daemon', 'settings', 'hosts']);
  const inOptions = endsWith(path, ['virtualisation', 'docker', 'extraOptions']);
  if (!inSettings && !inOptions) return [];
  return literals(value)
    .filter(({ value: plain }) => typeof plain === 'string' && /tcp:\/\/(?!127\.|localhost|\[::1\])/.test(plain))
    .filter(({ value: plain }) => !String(plain).includes('tlsverify'))
    .map(({ value: plain, node }) => riskAt('docker-over-network', node, String(plain)));
}

function shown(value: Plain): string {
  const line = String(value).trim().split('\n', 1)[0] ?? '';
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
