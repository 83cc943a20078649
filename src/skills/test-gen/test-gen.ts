import { posix } from 'node:path';
import { z } from 'zod';
import type { Diagnostic } from '../../base/diagnostic.js';
import { NixTree, type NixFile } from '../../nix/nix-tree.js';
import { moduleShape } from '../../nix/syntax/module-shape.js';
import { callProblem, defineSkill, type SkillOutcome } from '../define-skill.js';
import { bytesOf, type FileChange } from '../file-change.js';
import { isMarked, notGenerated, pathInside } from '../own-file.js';
import { MODULES_FOLDER } from '../select-files.js';
import { moduleFacts } from './module-facts.js';
import { MARKER, moduleTestText, testsText, type ModuleTest } from './test-text.js';
import { testsCall, wiredFlake } from './wire-checks.js';

const NAME = 'test-gen';

/** Writes a test for every module below `modules/` and every host, all of them checks of the flake. */
export const testGen = defineSkill({
  name: NAME,
  summary: 'Write evaluation tests of every module and host, as checks of the flake',
  options: {
    /** Where the tests go. */
    folder: z.string().default('tests'),
    /** Also add them to the checks in flake.nix, when the place is certain. */
    wire: z.boolean().default(false),
  },
  run: ({ root, targets }, { folder: asked, wire }) => {
    if (targets !== 'all') {
      return refused([callProblem(NAME, 'targets must be all', 'the tests are of all modules: leave `targets` out')]);
    }
    const folder = pathInside(asked);
    if (folder === null || !/^[A-Za-z0-9._+-]+(?:\/[A-Za-z0-9._+-]+)*$/.test(folder) || folder === MODULES_FOLDER) {
      return refused([
        callProblem(
          NAME,
          `option folder: ${JSON.stringify(asked)} is no folder for tests`,
          'give a folder such as tests',
        ),
      ]);
    }
    const tree = NixTree.read(root);
    const { tests, diagnostics } = planTests(tree, folder);
    return outcomeOf(tree, { tests, diagnostics, folder, wire });
  },
});

interface Plan {
  readonly tests: readonly ModuleTest[];
  readonly diagnostics: readonly Diagnostic[];
  readonly folder: string;
  readonly wire: boolean;
}

/** A test for each module that declares options or sets something; each that cannot be tested is named. */
function planTests(tree: NixTree, folder: string): Pick<Plan, 'tests' | 'diagnostics'> {
  const names = new Set<string>();
  const tests: ModuleTest[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of tree.files.values()) {
    if (!isTestable(file)) continue;
    const below = file.path.slice(MODULES_FOLDER.length + 1);
    const facts = moduleFacts(file);
    if ('problem' in facts) {
      diagnostics.push(warning('module-not-tested', file.path, `no test is written: ${facts.problem}`));
    } else if (!/^[A-Za-z0-9._+/-]+$/.test(below)) {
      diagnostics.push(
        warning('module-not-tested', file.path, 'no test is written: its path cannot be written in Nix'),
      );
    } else {
      const name = freeName(
        `module-${below.replace(/(?:\/default)?\.nix$/, '').replaceAll(/[^A-Za-z0-9_]/g, '-')}`,
        names,
      );
      tests.push({ name, path: posix.join(folder, below), module: file.path, options: facts.options });
    }
  }
  return { tests, diagnostics };
}

/** Modules that only import others say nothing that could be tested; `modules/default.nix` would take the place of the tests' own. */
function isTestable({ path, parsed }: NixFile): boolean {
  if (!path.startsWith(`${MODULES_FOLDER}/`) || path === `${MODULES_FOLDER}/default.nix`) return false;
  if (!parsed.ok) return true;
  const shape = moduleShape(parsed.value.tree);
  return shape.kind === 'module' && (shape.imports === null || shape.hasOptions || shape.hasConfig);
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}-${count}`;
  taken.add(name);
  return name;
}

function outcomeOf(tree: NixTree, plan: Plan): SkillOutcome {
  const { tests, folder } = plan;
  const files = [
    { path: `${folder}/default.nix`, text: testsText(folder, tests) },
    ...tests.map((test) => ({ path: test.path, text: moduleTestText(test) })),
  ];
  const foreign = files.flatMap(({ path }) =>
    notGenerated(tree.root, path, { skill: NAME, marker: MARKER, option: 'folder' }),
  );
  if (foreign.length > 0) return refused(foreign);
  const wanted = new Set(files.map(({ path }) => path));
  const stale = [...tree.files.values()].filter(
    ({ path, text }) => path.startsWith(`${folder}/`) && !wanted.has(path) && isMarked(text, MARKER),
  );
  const wiring = wireInto(tree, plan);
  return {
    summary: `${tests.length} tests of modules in ${folder}/, and one of each host`,
    changes: [
      ...files.map(({ path, text }): FileChange => ({ kind: 'write', path, bytes: Buffer.from(text) })),
      ...stale.map(({ path }): FileChange => ({ kind: 'remove', path })),
      ...wiring.changes,
    ],
    diagnostics: [...plan.diagnostics, ...wiring.diagnostics],
    outputs: { tests: tests.length, notTested: plan.diagnostics.length },
  };
}

/** Adds the tests to the checks, or says which line does. */
function wireInto(tree: NixTree, { folder, wire }: Plan): Pick<SkillOutcome, 'changes' | 'diagnostics'> {
  const own = `${folder}/default.nix`;
  const isWired = [...tree.files.values()].some((file) =>
    file.imports.some((one) => {
      const target = tree.resolve(file.path, one.path);
      return target.kind !== 'outside' && (target.path === own || target.path === folder);
    }),
  );
  if (isWired) return { changes: [], diagnostics: [] };
  const flake = tree.files.get('flake.nix');
  const text = wire && flake !== undefined ? wiredFlake(flake, folder) : null;
  if (text !== null && flake !== undefined) {
    return { changes: [{ kind: 'write', path: 'flake.nix', bytes: bytesOf(flake, text) }], diagnostics: [] };
  }
  const message = wire
    ? 'the tests cannot be added to the checks safely'
    : 'the tests are not among the checks of the flake yet';
  const help = `add to checks.<system>: // ${testsCall(folder)}${wire ? '' : ', or set the option `wire: true`'}`;
  const location = { file: 'flake.nix' };
  return {
    changes: [],
    diagnostics: [{ severity: wire ? 'error' : 'warning', code: 'tests-not-wired', message, location, help }],
  };
}

function warning(code: string, file: string, message: string): Diagnostic {
  return { severity: 'warning', code, message, location: { file } };
}

function refused(diagnostics: readonly Diagnostic[]): SkillOutcome {
  return { summary: 'nothing was written', changes: [], diagnostics, outputs: {} };
}
