import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Diagnostic } from '../../base/diagnostic.js';
import type { Failure } from '../../base/failure.js';
import { checkFlake, type FlakeCheck } from '../../nix/flake-check.js';
import { flakeModel } from '../../nix/model/flake-model.js';
import { NixTree } from '../../nix/nix-tree.js';
import { callProblem, defineSkill, type SkillOutcome } from '../define-skill.js';
import { importFindings } from '../import-findings.js';
import type { SkillContext } from '../skill.js';
import { readFlakeFile } from './flake-file.js';
import { followsFindings } from './follows-findings.js';
import { lockFindings, missingLocks, needlessLocks } from './lock-findings.js';
import { structureFindings } from './structure-findings.js';

const NAME = 'flake-validate';

/** The flake does not work with these; of files that nothing reads, and how lists are written, module-validate tells. */
const IMPORT_ERRORS = new Set(['import-missing', 'import-outside', 'not-a-module']);

/**
 * What can be said of the flake without Nix, then `nix flake check` and the systems of all hosts. When `flake.nix` itself is wrong
 * Nix is not started: it would say the same of it and nothing else.
 */
export const flakeValidate = defineSkill({
  name: NAME,
  summary: 'Check the flake: structure, imports, lock file, nix flake check, and every host evaluated',
  options: {
    /** Only what needs no Nix. */
    static: z.boolean().default(false),
  },
  run: async (context, options) => {
    if (context.targets !== 'all') {
      return failed([callProblem(NAME, 'targets must be all', 'a flake is checked as a whole: leave `targets` out')]);
    }
    const tree = NixTree.read(context.root);
    const flake = tree.files.get('flake.nix');
    if (flake === undefined) return failed([noFlake()]);
    const structure = structureFindings(flake);
    if (structure.length > 0) return failed(structure);
    const early = staticFindings(tree, readPlainFile(context.root, 'flake.lock'));
    if (options.static) {
      const { size } = tree.files;
      const summary = isSound(early) ? `nothing is wrong that can be seen without Nix; files: ${size}` : NOT_VALID;
      return { summary, changes: [], diagnostics: early, outputs: { files: size } };
    }
    return outcomeOf((await context.checkCommit?.()) ?? (await checkFiles(context)), early);
  },
});

async function checkFiles(context: SkillContext): Promise<FlakeCheck> {
  const nix = await context.nix();
  if (!nix.ok) return { ok: false, failure: nix.error };
  const { root, runProcess, env, signal, timeoutMs, onOutput } = context;
  return await checkFlake({
    ...{ root, runProcess, env, nix: nix.value, onOutput },
    ...(signal === undefined ? {} : { signal }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
}

function staticFindings(tree: NixTree, lock: string | null): Diagnostic[] {
  const file = tree.files.get('flake.nix');
  const flake = file === undefined ? null : readFlakeFile(file);
  const imports = importFindings(flakeModel(tree)).filter(
    ({ severity, code }) => code === 'import-cycle' || (severity === 'error' && IMPORT_ERRORS.has(code)),
  );
  if (flake === null) return imports;
  return [
    ...imports,
    ...followsFindings(flake),
    ...missingLocks(flake, lock),
    ...(lock === null ? [] : [...lockFindings(lock, flake), ...needlessLocks(flake, lock)]),
  ];
}

function outcomeOf(check: FlakeCheck, early: readonly Diagnostic[]): SkillOutcome | { failure: Failure } {
  if (check.ok) {
    const names = Object.keys(check.hosts);
    const hosts = names.length === 0 ? 'no hosts' : `hosts: ${names.join(', ')}`;
    const summary = isSound(early) ? `the flake is valid; ${hosts}` : `Nix finds no error; ${hosts}`;
    return { summary, changes: [], diagnostics: [...early, ...check.warnings], outputs: { hosts: check.hosts } };
  }
  if (check.failure === 'no-flake') return failed([noFlake()]);
  if (check.failure !== null) return { failure: check.failure };
  return failed([...early, ...check.diagnostics.filter((one) => !early.some((told) => isSame(told, one)))]);
}

/** Nix found what was found before it ran; of inputs that are not locked it names one, at no line. */
function isSame(told: Diagnostic, one: Diagnostic): boolean {
  if (told.severity !== 'error') return false;
  if (told.code === 'input-not-locked' && one.code === 'nix-lock-outdated') return true;
  const [a, b] = [told.location, one.location];
  return a.file === b.file && a.line !== undefined && a.line === b.line;
}

function isSound(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.every(({ severity }) => severity !== 'error');
}

const NOT_VALID = 'the flake is not valid';

function failed(diagnostics: readonly Diagnostic[]): SkillOutcome {
  return { summary: NOT_VALID, changes: [], diagnostics, outputs: {} };
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

function readPlainFile(root: SkillContext['root'], name: string): string | null {
  const path = join(root, name);
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path, 'utf8') : null;
}
