import { z } from 'zod';
import type { Diagnostic } from '../../base/diagnostic.js';
import { flakeModel } from '../../nix/model/flake-model.js';
import { NixTree } from '../../nix/nix-tree.js';
import { defineSkill } from '../define-skill.js';
import { importFindings } from '../import-findings.js';
import { isSelected, selectTargets } from '../select-files.js';
import { fileFindings } from './file-findings.js';
import { namingFindings } from './naming-findings.js';
import { optionFindings } from './option-findings.js';
import { secondOpinion } from './second-opinion.js';
import { treeFindings } from './tree-findings.js';

const NAME = 'module-validate';

/** Reads every module and says what is wrong with it; changes nothing. Needs no Nix, and listens to it where it is there. */
export const moduleValidate = defineSkill({
  name: NAME,
  summary: 'Check that every module parses, imports existing files and is documented; changes nothing',
  options: {
    max_lines: z.int().min(1).default(200),
    require_header: z.boolean().default(true),
  },
  run: async (context, options) => {
    const tree = NixTree.read(context.root);
    const selection = selectTargets(NAME, context, tree);
    const { problems } = selection;
    if (problems.length > 0) return { summary: 'nothing was checked', changes: [], diagnostics: problems, outputs: {} };
    const files = [...tree.files.values()].filter(({ path }) => isSelected(path, selection));
    const rules = { maxLines: options.max_lines, requireHeader: options.require_header };
    const model = flakeModel(tree);
    const own = files.flatMap((file) => fileFindings(model, file, rules));
    const isWanted = (path: string): boolean => isSelected(path, selection);
    const nix = await context.nix();
    const parsing = files.filter(({ parsed }) => parsed.ok);
    const opinion = nix.ok ? await secondOpinion(context, nix.value, parsing) : [];
    const whole = [
      ...importFindings(model),
      ...namingFindings(model),
      ...treeFindings(model),
      ...optionFindings(model),
    ];
    const diagnostics = [...own, ...opinion, ...whole.filter(({ location }) => isWanted(location.file))];
    const counts = {
      files: files.length,
      errors: count(diagnostics, 'error'),
      warnings: count(diagnostics, 'warning'),
    };
    return {
      summary: `${counts.files} files: ${counts.errors} errors, ${counts.warnings} warnings`,
      changes: [],
      diagnostics,
      outputs: counts,
    };
  },
});

function count(diagnostics: readonly Diagnostic[], severity: Diagnostic['severity']): number {
  return diagnostics.filter((one) => one.severity === severity).length;
}
