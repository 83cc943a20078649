import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { z } from 'zod';
import type { Diagnostic } from '../../base/diagnostic.js';
import { NixTree } from '../../nix/nix-tree.js';
import { callProblem, defineSkill, type SkillOutcome } from '../define-skill.js';
import { applyEdits, bytesOf, type FileChange, type TextEdit } from '../file-change.js';
import { leftReferences, mendTree } from './mend-tree.js';
import { mentions } from './mentions.js';
import { movePlan, type MovePlan } from './move-plan.js';
import { MoveScope } from './move-scope.js';

const NAME = 'module-move';

/** Moves a file or a folder, and every reference to it in the `.nix` files of the tree, so that no host becomes different. */
export const moduleMove = defineSkill({
  name: NAME,
  summary: 'Move a module or a folder, and mend every reference to it in every file',
  options: {
    from: z.string(),
    /** A folder when it ends in a slash or is there already. */
    to: z.string(),
  },
  positional: ['from', 'to'],
  run: ({ root }, { from, to }) => {
    const planned = movePlan(root, from, to);
    if (!planned.ok) return refused([callProblem(NAME, planned.error.message, planned.error.help)]);
    const plan = planned.value;
    const scope = new MoveScope(NixTree.read(root), plan);
    if (plan.isDone) return alreadyDone(scope);
    const { edits, diagnostics } = mendTree(scope);
    if (diagnostics.some(({ severity }) => severity === 'error')) return refused(diagnostics);
    const references = [...edits.values()].reduce((sum, list) => sum + list.length, 0);
    return {
      summary: `${plan.from} is now ${plan.to}: ${counted(references, 'edit')} in ${counted(edits.size, 'file')}`,
      changes: changesOf(scope, edits),
      diagnostics: [...diagnostics, ...mentions(scope)],
      outputs: { from: plan.from, to: plan.to, files: plan.files.size, edits: references },
    };
  },
});

function alreadyDone(scope: MoveScope): SkillOutcome {
  const { from, to } = scope.plan;
  const left = leftReferences(scope);
  if (left.length > 0) return refused(left);
  return {
    summary: `${from} is ${to} already`,
    changes: [],
    diagnostics: [],
    outputs: { from, to, files: 0, edits: 0 },
  };
}

function refused(diagnostics: readonly Diagnostic[]): SkillOutcome {
  return { summary: 'nothing was moved', changes: [], diagnostics, outputs: {} };
}

function changesOf(
  { tree, plan }: { readonly tree: NixTree; readonly plan: MovePlan },
  edits: ReadonlyMap<string, readonly TextEdit[]>,
): FileChange[] {
  const contentOf = (path: string): Buffer => {
    const file = tree.files.get(path);
    const own = edits.get(path);
    if (file === undefined || own === undefined) return readFileSync(join(tree.root, path));
    return bytesOf(file, applyEdits(file.text, own));
  };
  const moves = [...plan.files].map(([from, to]) => ({ kind: 'move' as const, from, to, bytes: contentOf(from) }));
  const writes = [...edits.keys()]
    .filter((path) => !plan.files.has(path))
    .map((path) => ({ kind: 'write' as const, path: posix.normalize(path), bytes: contentOf(path) }));
  return [...moves, ...writes];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
