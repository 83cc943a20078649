import { z } from 'zod';
import type { Diagnostic } from '../../base/diagnostic.js';
import { NixTree } from '../../nix/nix-tree.js';
import { callProblem, defineSkill, type SkillOutcome } from '../define-skill.js';
import type { FileChange } from '../file-change.js';
import { pathInside, readOwnFile } from '../own-file.js';
import type { SkillContext } from '../skill.js';
import { readHouse } from './house-style.js';
import { importChanges } from './import-changes.js';
import { moduleShape, parseRequests, type ModuleRequest } from './module-request.js';
import { planModule, type PlannedModule } from './plan-module.js';

const NAME = 'nix-module-gen';

/** Writes new modules as the tree's own are written; disabled until somebody sets their option `enable`, so that no host changes. */
export const nixModuleGen = defineSkill({
  name: NAME,
  summary: 'Write a new module in the style of the tree, with its options, and import it into its category',
  options: {
    ...moduleShape,
    /** Also add it to the `default.nix` of its folder, when there is one. */
    import: z.boolean().default(true),
  },
  positional: ['name'],
  run: (context, { import: isImported, ...request }) => {
    const requests = requestsOf(context, request);
    if ('problem' in requests) return refused([requests.problem]);
    const tree = NixTree.read(context.root);
    const house = readHouse(tree);
    const planned = requests.list.map((one) => planModule(tree, house, one));
    const problems = [...planned.flatMap((one) => ('problems' in one ? one.problems : [])), ...clashes(planned)];
    if (problems.length > 0) return refused(problems.map((text) => callProblem(NAME, text.message, text.help)));
    const modules = planned.flatMap((one) => ('problems' in one ? [] : [one]));
    return outcomeOf(tree, modules, isImported);
  },
});

type Requests = { readonly list: readonly ModuleRequest[] } | { readonly problem: Diagnostic };

/** The modules of the input file, or the one of the options. */
function requestsOf({ root, input }: SkillContext, request: ModuleRequest): Requests {
  if (input === null) return { list: [request] };
  const isGiven = Object.entries(request).some(([name, value]) => value !== undefined && name !== 'options');
  if (isGiven || request.options.length > 0) {
    return { problem: callProblem(NAME, 'an input and a description of a module at once', 'give one of the two') };
  }
  const path = pathInside(input);
  const help = 'the input is a JSON or YAML file of the repository: a list of modules with name, category, options …';
  if (path === null)
    return { problem: callProblem(NAME, `input ${JSON.stringify(input)} is outside the repository`, help) };
  const text = readOwnFile(root, path);
  if (!text.ok) return { problem: callProblem(NAME, `input ${path} ${text.error}`, help) };
  if (text.value === null) return { problem: callProblem(NAME, `input ${path} does not exist`, help) };
  const requests = parseRequests(text.value);
  if (!requests.ok) return { problem: callProblem(NAME, `input ${path}: ${requests.error}`, help) };
  return { list: requests.value };
}

function outcomeOf(tree: NixTree, modules: readonly PlannedModule[], isImported: boolean): SkillOutcome {
  const existing = modules.flatMap((module) => existingFile(tree.root, module));
  if (existing.length > 0) return refused(existing);
  const writes = modules.map(({ path, text }): FileChange => ({ kind: 'write', path, bytes: Buffer.from(text) }));
  const imports = importChanges(
    tree,
    modules.map(({ path }) => path),
    isImported,
  );
  const paths = modules.map(({ path }) => path);
  return {
    summary: `${paths.join(', ')}: ${modules.map(({ optionPath }) => `${optionPath}.enable`).join(', ')}`,
    changes: [...writes, ...imports.changes],
    diagnostics: imports.diagnostics,
    outputs: { modules: modules.map(({ path, optionPath }) => ({ path, options: optionPath })) },
  };
}

function existingFile(root: string, { path, text }: PlannedModule): Diagnostic[] {
  const found = readOwnFile(root, path);
  if (found.ok && (found.value === null || found.value === text)) return [];
  const message = found.ok ? 'exists already, with other content' : found.error;
  const help = 'give another name or path, or remove the file first';
  return [{ severity: 'error', code: 'file-exists', message, location: { file: path }, help }];
}

/** Two modules of one input that would be the same file or declare the same options. */
function clashes(
  planned: readonly (PlannedModule | { readonly problems: unknown })[],
): { message: string; help: string }[] {
  const seen = new Set<string>();
  return planned.flatMap((one) => {
    if ('problems' in one) return [];
    return [one.path, one.optionPath].flatMap((key) => {
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      return [{ message: `${key} is described twice`, help: 'give each module a name of its own' }];
    });
  });
}

function refused(diagnostics: readonly Diagnostic[]): SkillOutcome {
  return { summary: 'nothing was written', changes: [], diagnostics, outputs: {} };
}
