/** Name and remedy of a kind of Nix error. */
export interface ErrorKind {
  readonly code: string;
  readonly help: string | null;
}

/** First match wins. Wordings of Nix 2.8 to 2.34 and of NixOS's lib/modules.nix. */
const KINDS: readonly (readonly [pattern: RegExp, code: string, help: string | null])[] = [
  [
    /^syntax error, unexpected ','/,
    'nix-syntax',
    'the items of a list and the bindings of a set have no commas between them',
  ],
  [
    /^syntax error, unexpected ID, expecting '\.' or '='/,
    'nix-syntax',
    'a name here is the begin of a binding, `name = value;`; for the arguments of a function, `{ a, b }:`, a comma is missing',
  ],
  [
    /^syntax error|^path has a trailing slash/,
    'nix-syntax',
    'the mistake is often just before this place: a missing `;`, bracket or quote',
  ],
  [
    /already defined at|dynamic attribute .* already defined/,
    'nix-duplicate-attribute',
    'keep one of the two definitions',
  ],
  [
    /^undefined variable/,
    'nix-undefined-variable',
    'a misspelt name, or an argument missing from the `{ … }:` at the top of the file',
  ],
  [
    /^infinite recursion|^stack overflow|^max-call-depth exceeded/,
    'nix-infinite-recursion',
    'a value needs itself; `imports` must not depend on `config`',
  ],
  [
    /^attribute '.*missing|does not provide attribute/,
    'nix-missing-attribute',
    'a misspelt name, or not part of this set',
  ],
  [/^Failed assertions|\nFailed assertions|^assertion '/, 'nix-assertion', null],
  [/is not tracked by Git/, 'nix-untracked-file', 'flakes see only what git knows: `git add` the file'],
  [
    /getting status of|^opening file|^path '.*' does not exist|does not exist in Git repository/,
    'nix-missing-file',
    'mend the path, or `git add` the file: flakes see only what git knows',
  ],
  [
    /^The option .*(?:was accessed but has no value defined|is used but not defined)/,
    'nix-option-without-value',
    'set it in the configuration of the host, or give it a `default` where it is declared',
  ],
  [/is not of type/, 'nix-option-type', null],
  [
    /^The option .*does not exist/,
    'nix-unknown-option',
    'a misspelt option, or the module that declares it is not imported',
  ],
  [
    /conflicting definition|defined multiple times/,
    'nix-conflict',
    'use `lib.mkForce` or `lib.mkDefault` on one of the definitions',
  ],
  [
    /already declared/,
    'nix-declared-twice',
    'two modules declare the same option: remove one, or import only one of them',
  ],
  [/without required argument|with unexpected argument/, 'nix-call', null],
  [
    /follows a non-existent input/,
    'nix-input',
    'declare that input in the `inputs` of flake.nix, or let this one follow another',
  ],
  [
    /^unsupported .* input attribute|^lock file .* has unsupported version/,
    'nix-lock-format',
    'flake.lock is of another version of Nix: check with the one that wrote it, or a newer one',
  ],
  [/requires lock file changes/, 'nix-lock-outdated', 'run `nix flake lock` and commit flake.lock'],
  [/hash mismatch/, 'nix-hash-mismatch', 'take over the hash that Nix got, if the new content is what you want'],
  [
    /unable to download|cannot find flake|Could(?:n't| not) resolve host|timed out|^program 'git' failed with exit code 128/,
    'nix-network',
    'the network or a substituter failed: try again',
  ],
  [
    /^'file:.*' is not a valid URL/,
    'nix-path-not-supported',
    'this Nix (2.8 does, 2.26 does not) fails in a folder whose path has spaces or letters outside of ASCII: use a newer one, ' +
      'or another folder (XDG_CACHE_HOME says where the workspaces are)',
  ],
  [
    /has an unfree license/,
    'nix-package-refused',
    'replace it, or allow it: `nixpkgs.config.allowUnfreePredicate = pkg: builtins.elem (lib.getName pkg) [ "NAME" ];`',
  ],
  [
    /is marked as insecure/,
    'nix-package-refused',
    'replace it, or accept the risk: list it, with its version, in `nixpkgs.config.permittedInsecurePackages`',
  ],
  [
    /is marked as broken|is not available on the requested hostPlatform|is not supported on/,
    'nix-package-refused',
    'take another package or version: nixpkgs does not build this one here',
  ],
  [
    /forbidden in (?:pure eval(?:uation)?|restricted) mode/,
    'nix-impure',
    'a flake sees only its own files: copy the file into the repository (a link out of it does not do), or take it from an input',
  ],
  [
    /^cannot look up '</,
    'nix-impure',
    'flakes have no channels: take it from an input of flake.nix, in place of `<…>`',
  ],
  [
    /requires a '(?:sha256|rev|narHash)' argument|will not fetch unlocked input/,
    'nix-impure',
    'what is fetched must be pinned: give its hash, or make it an input of flake.nix, which flake.lock pins',
  ],
  [
    /doesn't represent an absolute path/,
    'nix-path',
    'write the path without quotes: it is then found from its own file',
  ],
  [
    /^cannot coerce (?:an integer|a Boolean|a float|null)/,
    'nix-value-type',
    'turn the value into text: `toString value`',
  ],
  [
    /^attempt to call something which is not a function/,
    'nix-value-type',
    'a `;` or an operator may be missing; in a list each call needs parentheses: `[ (f x) ]`',
  ],
  [
    /^a '.*' with features .* is required to build|required system or feature not available/,
    'nix-other-system',
    'this machine does not build for that system: give the check for its own one alone, or let Nix use a remote builder',
  ],
  [/^cannot coerce|^value is .* while .* expected|^expected .* but found/, 'nix-value-type', null],
  [/out of memory|No space left on device/, 'nix-resources', 'free memory or disk, or check fewer hosts at a time'],
];

/** Which kind of error a message is; `nix-error` when it is none that is known. */
export function errorKind(text: string): ErrorKind {
  const [, code = 'nix-error', help = null] = KINDS.find(([pattern]) => pattern.test(text)) ?? [];
  return { code, help };
}
