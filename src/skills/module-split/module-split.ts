import { lstatSync } from 'node:fs';
import { join, posix } from 'node:path';
import { z } from 'zod';
import { compareText, type Diagnostic } from '../../base/diagnostic.js';
import { flakeModel, type FlakeModel } from '../../nix/model/flake-model.js';
import { NixTree, type NixFile } from '../../nix/nix-tree.js';
import { moduleShape } from '../../nix/syntax/module-shape.js';
import { parseNix } from '../../nix/syntax/parse-nix.js';
import { defineSkill, type SkillOutcome } from '../define-skill.js';
import { applyEdits, type FileChange, type TextEdit } from '../file-change.js';
import { at, mendTree } from '../module-move/mend-tree.js';
import { movePlan } from '../module-move/move-plan.js';
import { MoveScope } from '../module-move/move-scope.js';
import { isSelected, selectTargets } from '../select-files.js';
import { moduleLayout, type Refusal } from './module-layout.js';
import { doubtfulUse } from './module-use.js';
import { firstName } from './part-plan.js';
import { planSplit } from './split-module.js';
import { writeSplit } from './write-split.js';

const NAME = 'module-split';

/** A division that leaves a file with more of the lines than this is none. */
const LARGEST_SHARE = 0.9;

/** What comes of one module: files by path and edits in the files that refer to it, or why it stays as it is. */
interface ModuleOutcome {
  readonly file: NixFile;
  readonly home: string;
  readonly texts: ReadonlyMap<string, string>;
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
}

/** Divides long modules into a folder of files with the same meaning, and mends what refers to them. */
export const moduleSplit = defineSkill({
  name: NAME,
  summary: 'Divide long modules into a folder of parts, with every comment and the same meaning',
  options: {
    /** Modules with more lines are divided. */
    max_lines: z.int().min(20).default(200),
  },
  run: (context, { max_lines: maxLines }) => {
    const tree = NixTree.read(context.root);
    const targets = Array.isArray(context.targets)
      ? context.targets.map((target) => divided(tree, target as string))
      : context.targets;
    const selection = selectTargets(NAME, { root: context.root, targets }, tree);
    if (selection.problems.length > 0) return outcome(tree, [], selection.problems);
    // what was asked for by name must be done; what was divided before is only looked at again
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
      if ('file' in split && !conflicts(split, done)) done.push(split);
      else {
        const finding = 'file' in split ? laterFinding(split) : split;
        diagnostics.push(asked.has(file.path) ? { ...finding, severity: 'error' } : finding);
      }
    }
    return outcome(tree, done, diagnostics);
  },
});

/** A target that was divided before is its folder's `default.nix` now. */
function divided(tree: NixTree, target: string): string {
  const path = posix.normalize(target);
  const now = `${path.replace(/\.nix$/, '')}/default.nix`;
  return path.endsWith('.nix') && !tree.files.has(path) && tree.files.has(now) ? now : target;
}

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
  const home = isDefault ? posix.dirname(file.path) : file.path.replace(/\.nix$/, '');
  const moved = movedTo(model.tree, file, `${home}/${isDefault ? 'options.nix' : 'default.nix'}`);
  if ('severity' in moved) return moved;
  const edits = isDefault ? new Map<string, readonly TextEdit[]>() : moved;
  const data = [...edits].find(
    ([path, list]) => path !== file.path && !list.every((edit) => isImport(model, file, { path, edit })),
  );
  if (data !== undefined)
    return refusal(file, { span: layout.value.body, why: `${data[0]} refers to it in another way than by an import` });
  const { main, parts } = writeSplit(layout.value, plan.value, edits.get(file.path) ?? []);
  const texts = new Map([
    [`${home}/default.nix`, main],
    ...[...parts].map(([name, text]) => [`${home}/${name}`, text] as const),
  ]);
  const taken = [...texts.keys()].find((path) => path !== file.path && exists(model.tree, path));
  if (taken !== undefined) return refusal(file, { span: { start: 0, end: 1 }, why: `${taken} exists already` });
  for (const [path, text] of texts) {
    if (!parseNix(text).ok) throw new Error(`${path}, made of ${file.path}, does not parse`);
  }
  const longest = Math.max(...[...texts.values()].map(lineCount));
  if (longest > lineCount(file.text) * LARGEST_SHARE)
    return refusal(file, { span: layout.value.body, why: 'nearly all of it is one setting' });
  return { file, home, texts, edits };
}

/** The edits that references need when the file becomes another one; a finding when that is not safe. */
function movedTo(tree: NixTree, file: NixFile, to: string): Map<string, readonly TextEdit[]> | Diagnostic {
  const plan = movePlan(tree.root, file.path, to);
  if (!plan.ok) return refusal(file, { span: { start: 0, end: 1 }, why: plan.error.message });
  const { edits, diagnostics } = mendTree(new MoveScope(tree, plan.value));
  const isInPlace = posix.dirname(to) === posix.dirname(file.path);
  const against = diagnostics.find(
    ({ severity, code }) => code === 'folder-contents' || (severity === 'error' && !isInPlace),
  );
  if (against === undefined) return new Map(edits);
  const { location, message } = against;
  const place = [location.file, location.line, location.column].filter((part) => part !== undefined).join(':');
  return refusal(file, { span: { start: 0, end: 1 }, why: `${place}: ${message}` });
}

/** Whether an edit is of a literal that imports the file; the folder of its parts is imported in its stead. */
function isImport(
  { importersOf }: FlakeModel,
  file: NixFile,
  { path, edit }: { readonly path: string; readonly edit: TextEdit },
): boolean {
  return importersOf(file.path).some(
    ({ from, literal }) => from === path && literal.start <= edit.start && edit.end <= literal.end,
  );
}

/** `./x/default.nix` is `./x` for an import. */
function folderNamed(edit: TextEdit): TextEdit {
  return { ...edit, text: edit.text.replace(/\/default\.nix$/, '') };
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

/** Two modules that are divided at once must not need edits at the same place. */
function conflicts(split: ModuleOutcome, done: readonly ModuleOutcome[]): boolean {
  return done.some(
    (other) => split.edits.has(other.file.path) || other.edits.has(split.file.path) || other.home === split.home,
  );
}

function laterFinding({ file }: ModuleOutcome): Diagnostic {
  return refusal(file, {
    span: { start: 0, end: 1 },
    why: 'it and another module that is divided now refer to each other; run this again',
  });
}

function outcome(tree: NixTree, done: readonly ModuleOutcome[], diagnostics: readonly Diagnostic[]): SkillOutcome {
  const changes: FileChange[] = [];
  const edits = new Map<string, TextEdit[]>();
  for (const { file, texts, edits: own } of done) {
    const encoding = file.isUtf8 ? 'utf8' : 'latin1';
    for (const [path, text] of texts) {
      const bytes = Buffer.from(text, encoding);
      const isMain = posix.basename(path) === 'default.nix' && path !== file.path;
      changes.push(isMain ? { kind: 'move', from: file.path, to: path, bytes } : { kind: 'write', path, bytes });
    }
    for (const [path, list] of own)
      if (path !== file.path) edits.set(path, [...(edits.get(path) ?? []), ...list.map(folderNamed)]);
  }
  for (const [path, list] of edits) {
    const file = tree.files.get(path);
    if (file === undefined) continue;
    changes.push({
      kind: 'write',
      path,
      bytes: Buffer.from(applyEdits(file.text, list), file.isUtf8 ? 'utf8' : 'latin1'),
    });
  }
  const split = done.map(({ file, texts }) => ({ file: file.path, parts: [...texts.keys()].sort(compareText) }));
  const summary =
    split.length === 0
      ? 'nothing was divided'
      : split.map(({ file, parts }) => `${file}: ${parts.length} files`).join(', ');
  return { summary, changes, diagnostics, outputs: { split, left: diagnostics.length } };
}

function exists({ root }: NixTree, path: string): boolean {
  return lstatSync(join(root, path), { throwIfNoEntry: false }) !== undefined;
}

function lineCount(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
