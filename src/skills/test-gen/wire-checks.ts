import type { NixFile } from '../../nix/nix-tree.js';
import { argumentNames, boundNames } from '../../nix/syntax/free-variables.js';
import type { NixBinding, NixExpression } from '../../nix/syntax/syntax-tree.js';
import { staticName, walkExpressions } from '../../nix/syntax/walk.js';
import { applyEdits } from '../file-change.js';

/** What brings the tests into the checks of a flake, as Nix text. */
export function testsCall(folder: string): string {
  return `import ./${folder} { inherit lib pkgs; inherit (self) nixosConfigurations; }`;
}

/**
 * The flake with the tests added to the one binding `checks.SYSTEM = …`. Null where that is not certain: no such binding or several, or
 * `lib`, `pkgs` and `self` do not all mean something there.
 */
export function wiredFlake(flake: NixFile, folder: string): string | null {
  if (!flake.parsed.ok) return null;
  const nodes = [...walkExpressions(flake.parsed.value.tree)];
  const found = nodes.flatMap((node) => (node.kind === 'attr-set' ? node.bindings.filter(isChecks) : []));
  const [only] = found;
  if (found.length !== 1 || only?.kind !== 'bind') return null;
  const names = new Set(nodes.filter(({ start, end }) => start <= only.start && only.end <= end).flatMap(namesBoundBy));
  if (!['lib', 'pkgs', 'self'].every((name) => names.has(name))) return null;
  const { value } = only;
  const isTight = ['apply', 'attr-set', 'variable', 'select', 'parenthesis'].includes(value.kind);
  const call = ` // ${testsCall(folder)}`;
  return applyEdits(flake.text, [
    ...(isTight ? [] : [{ start: value.start, end: value.start, text: '(' }]),
    { start: value.end, end: value.end, text: isTight ? call : `)${call}` },
  ]);
}

/** `checks.x86_64-linux = …` or `checks.${system} = …`. */
function isChecks(binding: NixBinding): boolean {
  const [first] = binding.kind === 'bind' ? binding.path : [];
  return binding.kind === 'bind' && binding.path.length === 2 && first !== undefined && staticName(first) === 'checks';
}

function namesBoundBy(node: NixExpression): string[] {
  if (node.kind === 'function') return [...argumentNames(node)];
  return node.kind === 'let' ? [...boundNames(node)] : [];
}
