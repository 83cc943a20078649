import { posix } from 'node:path';
import type { NixFile } from '../nix-tree.js';
import { moduleShape } from '../syntax/module-shape.js';
import { withoutParentheses } from '../syntax/walk.js';

/** Names that Nix's own programs and Hydra look for, in any folder, or that stand for a start by convention. */
const STARTED = new Set([
  'flake.nix',
  'shell.nix',
  'release.nix',
  'ci.nix',
  'devenv.nix',
  'devshell.nix',
  'hydra.nix',
  'secrets.nix',
]);

/**
 * Whether a person or a program may start Nix at this file: it has such a name, lies in the root (but for modules), or can be
 * called without arguments as `nix-build` does. A file that does not parse is none.
 */
export function isEntryPoint(file: NixFile): boolean {
  if (STARTED.has(posix.basename(file.path))) return true;
  if (!file.parsed.ok) return false;
  const top = withoutParentheses(file.parsed.value.tree);
  const { kind, hasConfig, hasOptions } = moduleShape(top);
  if (posix.dirname(file.path) === '.') return kind !== 'module' || !(hasConfig || hasOptions);
  return top.kind === 'function' && kind !== 'module' && isCallable(top);
}

/** Every argument has a default, and there is one: `{ pkgs ? import <nixpkgs> { } }:`. */
function isCallable({
  formals,
}: {
  readonly formals: { readonly names: readonly { readonly fallback: unknown }[] } | null;
}): boolean {
  return formals !== null && formals.names.length > 0 && formals.names.every(({ fallback }) => fallback !== null);
}
