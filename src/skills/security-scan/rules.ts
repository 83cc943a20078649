import type { Span } from '../../nix/syntax/syntax-tree.js';

export type RiskLevel = 'high' | 'medium' | 'low';

export interface Rule {
  readonly level: RiskLevel;
  /** What is wrong, as the beginning of a message; `because` and `remedy` go on. */
  readonly what: string;
  readonly because: string;
  readonly remedy: string;
}

const STORE = 'everything in the repository and in the Nix store can be read by every user of the machine';
const USE_SECRETS =
  'take it out of the history, make a new one, and read it at run time (sops-nix, agenix, a file outside)';

const rule = (level: RiskLevel, ...[what, because, remedy]: readonly [string, string, string]): Rule => ({
  level,
  what,
  because,
  remedy,
});

/** Every rule, by the name that findings and suppressions use. */
export const RULES = {
  'github-token': rule('high', 'a GitHub token', STORE, USE_SECRETS),
  'gitlab-token': rule('high', 'a GitLab token', STORE, USE_SECRETS),
  'aws-access-key': rule('high', 'an AWS access key', STORE, USE_SECRETS),
  'slack-token': rule('high', 'a Slack token or webhook', STORE, USE_SECRETS),
  'discord-webhook': rule('high', 'a Discord webhook', 'who has the address can post', USE_SECRETS),
  'telegram-token': rule('high', 'a Telegram bot token', STORE, USE_SECRETS),
  'model-api-key': rule('high', 'an API key of a model provider', STORE, USE_SECRETS),
  'google-api-key': rule('high', 'a Google API key', STORE, USE_SECRETS),
  'stripe-key': rule('high', 'a live Stripe key', STORE, USE_SECRETS),
  'npm-token': rule('high', 'an npm token', STORE, USE_SECRETS),
  'tailscale-key': rule('high', 'a Tailscale key', STORE, USE_SECRETS),
  'private-key': rule('high', 'a private key', STORE, USE_SECRETS),
  'age-secret-key': rule('high', 'an age secret key', 'it decrypts every secret made for it', USE_SECRETS),
  'json-web-token': rule('medium', 'a JSON web token', STORE, USE_SECRETS),
  'url-with-password': rule('high', 'a URL with a password', STORE, USE_SECRETS),
  'hard-coded-secret': rule('high', 'a hard-coded secret', STORE, USE_SECRETS),
  'unencrypted-secrets-file': rule('high', 'a secret in clear text', STORE, 'encrypt the file with sops or age'),
  'plain-text-password': rule('high', "a user's password in clear text", STORE, 'use hashedPasswordFile'),
  'initial-password': rule(
    'medium',
    'an initial password in clear text',
    'it is valid until it is changed, and everybody can read it',
    'use initialHashedPassword or hashedPasswordFile',
  ),
  'weak-password-hash': rule(
    'high',
    'a password hash of a broken kind (DES or MD5)',
    'it is guessed within hours',
    'make a new one with mkpasswd (yescrypt) and use hashedPasswordFile',
  ),
  'password-hash': rule(
    'low',
    "a password's hash in the repository",
    'who can read it can try passwords against it',
    'use hashedPasswordFile',
  ),
  'empty-password': rule('high', 'an empty password', 'anybody can log in', 'remove it, or lock the account with "!"'),
  'secret-in-store': rule(
    'high',
    'a secret file is copied to the Nix store',
    'the store can be read by every user',
    'give the path as a string, or encrypt the file',
  ),
  'world-writable': rule(
    'medium',
    'permissions that let every user write',
    'any process can change what others trust',
    'give the write permission to the owner or a group alone',
  ),
  'secret-readable': rule(
    'medium',
    'a secret that every user can read',
    'the last digit of its mode gives it to others',
    'use mode 0400 or 0440',
  ),
  'open-umask': rule('medium', 'a umask that leaves new files open to all', 'every user can write them', 'use 0077'),
  'ssh-root-login': rule(
    'high',
    'root may log in over SSH with a password',
    'the one name that every attacker knows',
    'use "no" or "prohibit-password"',
  ),
  'ssh-password-login': rule(
    'medium',
    'SSH accepts passwords',
    'they can be guessed',
    'set PasswordAuthentication to false and use keys',
  ),
  'ssh-empty-passwords': rule('high', 'SSH accepts empty passwords', 'anybody can log in', 'remove it'),
  'ssh-x11-forwarding': rule(
    'low',
    'SSH forwards X11',
    'a hostile server can read the keyboard of who logs in to it',
    'set X11Forwarding to false',
  ),
  'sudo-without-password': rule(
    'medium',
    'root rights without a password',
    'any process of such a user becomes root',
    'ask for the password, or allow single commands only',
  ),
  'firewall-off': rule(
    'medium',
    'the firewall is off',
    'every service can be reached',
    'enable it and open ports by name',
  ),
  'firewall-trusts-network': rule(
    'medium',
    'the firewall trusts a whole network card',
    'everybody on that network reaches every port',
    'open single ports with networking.firewall.interfaces',
  ),
  'nix-sandbox-off': rule('medium', 'builds run without a sandbox', 'they can read the machine', 'set it to true'),
  'nix-unsigned-paths': rule(
    'high',
    'Nix takes unsigned paths',
    'a cache can give it anything',
    'remove it and trust keys',
  ),
  'nix-trusts-everybody': rule('high', 'Nix trusts every user', 'a trusted user can become root', 'name single users'),
  'nix-trusts-group': rule(
    'low',
    'Nix trusts a whole group',
    'each member can become root without a password',
    'name single users, or leave it at root',
  ),
  'insecure-package': rule(
    'low',
    'packages with known holes are permitted',
    'nixpkgs has marked them insecure',
    'replace them, and look at the list from time to time',
  ),
  'polkit-allows-all': rule(
    'high',
    'polkit allows everything',
    'every user becomes root',
    'test action.id and subject',
  ),
  'kernel-mitigation-off': rule(
    'medium',
    'a protection of the kernel is switched off',
    'programs can read memory that is not theirs',
    'remove the parameter',
  ),
  'kernel-weakened': rule('medium', 'a kernel setting is weaker than its default', 'attacks get easier', 'remove it'),
  'docker-group': rule(
    'low',
    'membership in the group docker',
    'it is root without a password',
    'use rootless Docker or Podman',
  ),
  'docker-over-network': rule(
    'high',
    'the Docker daemon listens on the network without TLS',
    'who reaches the port is root',
    'use ssh:// contexts, or TLS with client certificates',
  ),
  'auto-login': rule(
    'low',
    'somebody is logged in at the start',
    'who can switch it on is in',
    'remove it on portable machines',
  ),
  'open-service': rule(
    'medium',
    'a service without authentication can be reached from outside',
    'everybody on the network can use it',
    'bind it to 127.0.0.1, or ask for a password',
  ),
  'nfs-root': rule(
    'medium',
    'an NFS export on which root stays root',
    'root of any machine that mounts it can change every file',
    'remove no_root_squash',
  ),
  'exposed-port': rule(
    'medium',
    'the port of a service that is not made for the open network is open',
    'such services are searched for and attacked',
    'reach it over SSH or a VPN, or open it on one interface',
  ),
  'exposed-cleartext-port': rule(
    'high',
    'the port of a service without encryption or authentication is open',
    'who reaches it can use it, or listen',
    'close it',
  ),
  'wide-port-range': rule(
    'medium',
    'a wide range of ports is open',
    'whatever listens there can be reached',
    'narrow it',
  ),
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;

/** One thing found in one file. */
export interface Risk {
  readonly rule: RuleId;
  /** UTF-16 offsets into the file's text. */
  readonly start: number;
  readonly end: number;
  /** What exactly: a name, a value that is no secret, or the beginning of one; never a whole secret. */
  readonly detail: string;
  /** The line itself must not be shown. */
  readonly isSecret: boolean;
}

/** A risk about something that may be shown. */
export function riskAt(rule: RuleId, { start, end }: Span, detail: string): Risk {
  return { rule, start, end, detail, isSecret: false };
}

/** Whether a name is that of a rule. */
export function isRule(name: string): name is RuleId {
  return Object.hasOwn(RULES, name);
}
