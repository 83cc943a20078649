/** Name and remedy of a kind of Nix error. */
export interface ErrorKind {
  readonly code: string;
  readonly help: string | null;
}

/** First match wins. Wordings of Nix 2.8 to 2.34 and of NixOS's lib/modules.nix. */
const KINDS: readonly (readonly [pattern: RegExp, code: string, help: string | null])[] = [
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
  [/^infinite recursion/, 'nix-infinite-recursion', 'a value needs itself; `imports` must not depend on `config`'],
  [
    /^attribute '.*missing|does not provide attribute/,
    'nix-missing-attribute',
    'a misspelt name, or not part of this set',
  ],
  [/^Failed assertions|\nFailed assertions/, 'nix-assertion', null],
  [/is not tracked by Git/, 'nix-untracked-file', 'flakes see only what git knows: `git add` the file'],
  [
    /getting status of|^opening file|^path '.*' does not exist|does not exist in Git repository/,
    'nix-missing-file',
    'mend the path, or `git add` the file: flakes see only what git knows',
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
  [/requires lock file changes/, 'nix-lock-outdated', 'run `nix flake lock` and commit flake.lock'],
  [/hash mismatch/, 'nix-hash-mismatch', 'take over the hash that Nix got, if the new content is what you want'],
  [
    /unable to download|cannot find flake|Couldn't resolve host|timed out/,
    'nix-network',
    'the network or a substituter failed: try again',
  ],
  [
    /^'file:.*' is not a valid URL/,
    'nix-path-not-supported',
    'this Nix (2.8 does, 2.26 does not) fails in a folder whose path has spaces or letters outside of ASCII: use a newer one, ' +
      'or another folder (XDG_CACHE_HOME says where the workspaces are)',
  ],
  [/out of memory|No space left on device/, 'nix-resources', 'free memory or disk, or check fewer hosts at a time'],
];

/** Which kind of error a message is; `nix-error` when it is none that is known. */
export function errorKind(text: string): ErrorKind {
  const [, code = 'nix-error', help = null] = KINDS.find(([pattern]) => pattern.test(text)) ?? [];
  return { code, help };
}
