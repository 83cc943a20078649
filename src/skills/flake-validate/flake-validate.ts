import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../base/diagnostic.js';
import type { Failure } from '../../base/failure.js';
import { checkFlake, type FlakeCheck } from '../../nix/flake-check.js';
import { parseNix } from '../../nix/syntax/parse-nix.js';
import type { NixBinding } from '../../nix/syntax/syntax-tree.js';
import { staticPath, withoutParentheses } from '../../nix/syntax/walk.js';
import { callProblem, defineSkill, type SkillOutcome } from '../define-skill.js';
import type { SkillContext } from '../skill.js';
import { lockFindings, missingLocks } from './lock-findings.js';

const NAME = 'flake-validate';

/** `nix flake check` and the systems of all hosts, after a look at the lock file that needs no Nix. */
export const flakeValidate = defineSkill({
  name: NAME,
  summary: 'Check the flake with nix flake check and evaluate every host; errors with file and line',
  options: {},
  run: async (context) => {
    if (context.targets !== 'all') {
      return failed([callProblem(NAME, 'targets must be all', 'a flake is checked as a whole: leave `targets` out')]);
    }
    const flake = readPlainFile(context.root, 'flake.nix');
    if (flake === null) return failed([noFlake()]);
    const lock = readPlainFile(context.root, 'flake.lock');
    const early = [...missingLocks(declaredInputs(flake), lock), ...(lock === null ? [] : lockFindings(lock))];
    const nix = await context.nix();
    if (!nix.ok) return { failure: nix.error };
    const { root, runProcess, env, signal, timeoutMs, onOutput } = context;
    const check = await checkFlake({
      ...{ root, runProcess, env, nix: nix.value, onOutput },
      ...(signal === undefined ? {} : { signal }),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
    });
    return outcomeOf(check, early);
  },
});

function outcomeOf(check: FlakeCheck, early: readonly Diagnostic[]): SkillOutcome | { failure: Failure } {
  if (check.ok) {
    const names = Object.keys(check.hosts);
    const hosts = names.length === 0 ? 'no hosts' : `hosts: ${names.join(', ')}`;
    const diagnostics = [...early, ...check.warnings];
    return { summary: `the flake is valid; ${hosts}`, changes: [], diagnostics, outputs: { hosts: check.hosts } };
  }
  if (check.failure === 'no-flake') return failed([noFlake()]);
  return check.failure === null ? failed([...early, ...check.diagnostics]) : { failure: check.failure };
}

function failed(diagnostics: readonly Diagnostic[]): SkillOutcome {
  return { summary: 'the flake is not valid', changes: [], diagnostics, outputs: {} };
}

function noFlake(): Diagnostic {
  const help = 'run it in the folder of the flake, or begin one with `nix flake init`';
  return {
    severity: 'error',
    code: 'no-flake',
    message: 'there is no flake.nix in the root of the repository',
    location: { file: 'flake.nix' },
    help,
  };
}

/** Names of inputs with an address: `inputs.a.url = …`, `inputs = { a.url = …; b = { … }; }`. None when the file does not parse. */
function declaredInputs(flake: string): string[] {
  const parsed = parseNix(flake);
  const top = parsed.ok ? withoutParentheses(parsed.value.tree) : null;
  if (top?.kind !== 'attr-set') return [];
  const names = top.bindings.flatMap((binding) => {
    const [first, second] = bindingPath(binding);
    if (first !== 'inputs' || binding.kind !== 'bind') return [];
    if (second !== undefined) return [second];
    const value = withoutParentheses(binding.value);
    return value.kind === 'attr-set' ? value.bindings.flatMap((inner) => bindingPath(inner)[0] ?? []) : [];
  });
  return [...new Set(names)];
}

function bindingPath(binding: NixBinding): string[] {
  return binding.kind === 'bind' ? (staticPath(binding.path) ?? []) : [];
}

function readPlainFile(root: SkillContext['root'], name: string): string | null {
  const path = join(root, name);
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path, 'utf8') : null;
}
