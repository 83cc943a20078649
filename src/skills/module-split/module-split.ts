import { lstatSync } from 'node:fs';
import { join, posix } from 'node:path';
import { z } from 'zod';
import type { Diagnostic } from '../../base/diagnostic.js';
import { flakeModel, type FlakeModel } from '../../nix/model/flake-model.js';
import { NixTree, type NixFile } from '../../nix/nix-tree.js';
import { moduleShape } from '../../nix/syntax/module-shape.js';
import { parseNix } from '../../nix/syntax/parse-nix.js';
import { walkExpressions } from '../../nix/syntax/walk.js';
import { defineSkill, type SkillOutcome } from '../define-skill.js';
import { bytesOf, type FileChange, type TextEdit } from '../file-change.js';
import { at } from '../finding.js';
import { isSelected, selectTargets } from '../select-files.js';
import { moduleLayout, type Refusal } from './module-layout.js';
import { doubtfulUse } from './module-use.js';
import { firstName } from './part-plan.js';
import { planSplit } from './split-module.js';
import { writeSplit } from './write-split.js';

const NAME = 'module-split';

/** A division that leaves a file with more of the lines than this is none. */
const LARGEST_SHARE = 0.9;

/** What comes of one module: its new text and those of its parts, by path. */
interface ModuleOutcome {
  readonly file: NixFile;
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Divides long modules. `x.nix` stays where it is, so that whatever imports it stays right, and takes its parts from the folder
 * `x/`; a `default.nix` has them beside it.
 */
export const moduleSplit = defineSkill({
  name: NAME,
  summary: 'Divide long modules into a folder of parts, with every comment and the same meaning',
  options: {
    /** Modules with more lines are divided. */
    max_lines: z.int().min(20).default(200),
  },
  run: (context, { max_lines: maxLines }) => {
    const tree = NixTree.read(context.root);
    const selection = selectTargets(NAME, context, tree);
    if (selection.problems.length > 0) return outcome([], selection.problems);
    // what was asked for by name must be done
    const asked = new Set(
      Array.isArray(context.targets) ? context.targets.map((target) => posix.normalize(target as string)) : [],
    );
    const model = flakeModel(tree);
    const diagnostics: Diagnostic[] = [];
    const done: ModuleOutcome[] = [];
    for (const file of tree.files.values()) {
      if (!isSelected(file.path, selection) || lineCount(file.text) <= maxLines) continue;
      const isNamed = selection.paths.includes(file.path);
      if (!isNamed && (!file.parsed.ok || moduleShape(file.parsed.value.tree).kind !== 'module')) continue;
      const split = splitFile(model, file, maxLines);
      if ('file' in split) done.push(split);
      else diagnostics.push(asked.has(file.path) ? { ...split, severity: 'error' } : split);
    }
    return outcome(done, diagnostics);
  },
});

function splitFile(model: FlakeModel, file: NixFile, maxLines: number): ModuleOutcome | Diagnostic {
  if (!file.parsed.ok) return refusal(file, { span: { start: 0, end: 1 }, why: 'it does not parse' });
  const layout = moduleLayout(file, file.parsed.value);
  if (!layout.ok) return refusal(file, layout.error);
  const unsafe = doubtfulUse(model, layout.value) ?? unsupported(layout.value.settings.map(({ binding }) => binding));
  if (unsafe !== null) return refusal(file, unsafe);
  const plan = planSplit(layout.value, maxLines);
  if (!plan.ok) return refusal(file, plan.error);
  const { options, sites } = plan.value;
  if (options === null && sites.length === 0)
    return refusal(file, { span: layout.value.body, why: 'its settings are no set that could be divided by names' });
  const isDefault = posix.basename(file.path) === 'default.nix';
  const folder = posix.dirname(file.path);
  const name = posix.basename(file.path, '.nix');
  if (!/^[\w+-][\w.+-]*$/.test(name))
    return refusal(file, { span: { start: 0, end: 1 }, why: 'its name is no path of Nix' });
  if (model.reachability().mayBeReadWhole(folder))
    return refusal(file, {
      span: { start: 0, end: 1 },
      why: 'its folder may be read as a whole, and its parts with it',
    });
  const place = isDefault ? { prefix: './', mends: [] } : { prefix: `./${name}/`, mends: oneFolderDeeper(file) };
  const { main, parts } = writeSplit(layout.value, plan.value, place);
  const texts = new Map([
    [file.path, main],
    ...[...parts].map(([part, text]) => [posix.join(folder, place.prefix, part), text] as const),
  ]);
  const taken = [...texts.keys()].find((path) => path !== file.path && exists(model.tree, path));
  if (taken !== undefined) return refusal(file, { span: { start: 0, end: 1 }, why: `${taken} exists already` });
  for (const [path, text] of texts) {
    if (!parseNix(text).ok) throw new Error(`${path}, made of ${file.path}, does not parse`);
  }
  const longest = Math.max(...[...texts.values()].map(lineCount));
  if (longest > lineCount(file.text) * LARGEST_SHARE)
    return refusal(file, { span: layout.value.body, why: 'nearly all of it is one setting' });
  return { file, texts };
}

/** The edits that relative paths need in a folder below that of the file. */
function oneFolderDeeper({ text, parsed }: NixFile): TextEdit[] {
  if (!parsed.ok) return [];
  return [...walkExpressions(parsed.value.tree)].flatMap(({ kind, start }): TextEdit[] => {
    if (kind !== 'path' || /^[/~]/.test(text.slice(start, start + 1))) return [];
    const written = /^\.\//.exec(text.slice(start, start + 2))?.[0] ?? '';
    return [{ start, end: start + written.length, text: '../' }];
  });
}

function unsupported(bindings: readonly Parameters<typeof firstName>[0][]): Refusal | null {
  for (const binding of bindings) {
    const name = firstName(binding);
    if (name === null) return { span: binding, why: 'a computed or inherited name stands among its settings' };
    if (['freeformType', 'require', '_file', 'key'].includes(name))
      return { span: binding, why: `${name} is about the module as a whole` };
  }
  return null;
}

function refusal(file: NixFile, { span, why }: Refusal): Diagnostic {
  const lines = `${lineCount(file.text)} lines`;
  const help =
    'divide it by hand, or bring it into the form `{ config, lib, ... }: let … in { options…; config…; }` first';
  return at(
    file,
    { start: span.start, end: Math.min(span.end, span.start + 1) },
    { severity: 'warning', code: 'not-split', message: `stays as it is (${lines}): ${why}`, help },
  );
}

function outcome(done: readonly ModuleOutcome[], diagnostics: readonly Diagnostic[]): SkillOutcome {
  const changes = done.flatMap(({ file, texts }) =>
    [...texts].map(([path, text]): FileChange => {
      const bytes = bytesOf(file, text);
      return { kind: 'write', path, bytes };
    }),
  );
  const split = done.map(({ file, texts }) => ({
    file: file.path,
    parts: [...texts.keys()].filter((path) => path !== file.path),
  }));
  const summary =
    split.length === 0
      ? 'nothing was divided'
      : split.map(({ file, parts }) => `${file}: ${parts.length} parts`).join(', ');
  return { summary, changes, diagnostics, outputs: { split, left: diagnostics.length } };
}

function exists({ root }: NixTree, path: string): boolean {
  return lstatSync(join(root, path), { throwIfNoEntry: false }) !== undefined;
}

function lineCount(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
