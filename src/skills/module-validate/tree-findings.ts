import { posix } from 'node:path';
import type { Diagnostic } from '../../base/diagnostic.js';
import type { FlakeModel } from '../../nix/model/flake-model.js';
import type { NixFile } from '../../nix/nix-tree.js';
import { moduleShape } from '../../nix/syntax/module-shape.js';
import { TO_BE_READ } from '../import-findings.js';
import { categories, MODULES_FOLDER } from '../select-files.js';

/** Warnings about how the modules hang together. */
export function treeFindings(model: FlakeModel): Diagnostic[] {
  return [...missingAggregators(model), ...unreachedModules(model)];
}

/** Only where nothing reads the folder as a whole: then a `default.nix` would be one more module in it. */
function missingAggregators({ tree, reachability }: FlakeModel): Diagnostic[] {
  const { mayBeReadWhole } = reachability();
  return categories(tree)
    .filter((category) => !tree.files.has(`${category}/default.nix`) && !mayBeReadWhole(category))
    .map((category) => ({
      severity: 'warning',
      code: 'category-without-default',
      message: 'the category has no default.nix',
      location: { file: category },
      help: 'the skill default-nix-create writes one',
    }));
}

/** Below `modules/` every file is meant for Nix; elsewhere only what is a module by its shape. */
function unreachedModules(model: FlakeModel): Diagnostic[] {
  const { isPossible } = model.reachability();
  return [...model.tree.files.values()]
    .filter((file) => !TO_BE_READ.test(file.path) && !isPossible(file.path) && isMeantForNix(file))
    .map(({ path }) => ({
      severity: 'warning',
      code: 'module-unused',
      message: 'nothing that flake.nix imports reaches this file',
      location: { file: path },
      help: posix.basename(path) === 'default.nix' ? 'import its folder, or remove it' : 'import it, or remove it',
    }));
}

function isMeantForNix(file: NixFile): boolean {
  if (file.path.startsWith(`${MODULES_FOLDER}/`)) return true;
  return file.parsed.ok && moduleShape(file.parsed.value.tree).kind === 'module';
}
