import { z } from 'zod';
import { compareText, type Diagnostic } from '../../base/diagnostic.js';
import { NixTree, type NixFile } from '../../nix/nix-tree.js';
import { moduleShape } from '../../nix/syntax/module-shape.js';
import { defineSkill } from '../define-skill.js';
import { isSelected, selectTargets } from '../select-files.js';
import { candidatePairs, type ComparedModule } from './candidates.js';
import { codeLines } from './code-lines.js';
import { copiedBlocks, type CopiedBlock } from './copied-blocks.js';
import { groupsOf } from './groups.js';
import { similarity, type Similarity } from './similarity.js';

const NAME = 'duplicate-detect';

/** Longer files are compared whole only: they are data, and comparing takes time and memory by the square. */
const MOST_LINES = 2_000;
/** No pair is reported below this, whatever the options say: half of any two small modules is alike. */
const LEAST_SHARE = 0.5;

interface DuplicatePair extends Similarity {
  readonly first: ComparedModule;
  readonly second: ComparedModule;
  readonly isCopy: boolean;
}

/** Finds modules that say the same, and shows by how much; changes nothing. */
export const duplicateDetect = defineSkill({
  name: NAME,
  summary: 'Find modules that say the same, as they are or after renaming, and show by how much; changes nothing',
  options: {
    /** Least share of common lines after renaming, 0.5 to 1. */
    threshold: z.number().min(LEAST_SHARE).max(1).default(0.8),
    /** Shorter modules and blocks are left out; comments, blank lines and lines of brackets do not count. */
    min_lines: z.int().min(1).default(20),
    /** Also find values that stand in two modules with the same lines, where the modules as a whole are not alike. */
    blocks: z.boolean().default(true),
  },
  run: (context, { threshold, min_lines: minLines, blocks }) => {
    const tree = NixTree.read(context.root);
    const selection = selectTargets(NAME, context, tree);
    const { problems } = selection;
    if (problems.length > 0)
      return { summary: 'nothing was compared', changes: [], diagnostics: problems, outputs: {} };
    const files = [...tree.files.values()].filter((file) => isSelected(file.path, selection) && isCompared(file));
    const modules = files
      .map((file) => ({ path: file.path, lines: codeLines(file) }))
      .filter(({ lines }) => lines.length >= minLines);
    const pairs = duplicatePairs(modules, threshold);
    const groups = groupsOf(pairs.map(({ first, second }) => [first.path, second.path]));
    const copied = blocks ? copiedBlocks(files, minLines, areTogether(groups)) : [];
    const found = `${pairs.length} pairs say the same, in ${groups.length} groups`;
    return {
      summary: `${modules.length} modules compared: ${found}${blocks ? `; ${copied.length} blocks copied` : ''}`,
      changes: [],
      diagnostics: [...closestPairs(pairs).map(finding), ...copied.map(blockFinding)],
      outputs: { compared: modules.length, pairs: pairs.map(pairOutput), groups, blocks: copied.map(blockOutput) },
    };
  },
});

/** Whether two names are in the same group. */
function areTogether(groups: readonly (readonly string[])[]): (a: string, b: string) => boolean {
  const groupOf = new Map(groups.flatMap((names) => names.map((name) => [name, names] as const)));
  return (a, b) => groupOf.has(a) && groupOf.get(a) === groupOf.get(b);
}

/** For each module the pair with that one before it which it is most like: n alike modules make n - 1 findings, not n². */
function closestPairs(pairs: readonly DuplicatePair[]): DuplicatePair[] {
  const closest = new Map<string, DuplicatePair>();
  for (const pair of pairs) {
    const best = closest.get(pair.second.path);
    if (best === undefined || pair.afterRenaming > best.afterRenaming) closest.set(pair.second.path, pair);
  }
  return [...closest.values()];
}

/** Modules that a person wrote: generated ones are alike by nature. */
function isCompared(file: NixFile): boolean {
  if (/(?:^|\/)(?:hardware-configuration|node-packages|node-env|composition)[^/]*\.nix$/.test(file.path)) return false;
  if (!file.parsed.ok || moduleShape(file.parsed.value.tree).kind !== 'module') return false;
  const { tree, comments } = file.parsed.value;
  const header = comments.filter(({ end }) => end <= tree.start).map(({ text }) => text);
  return !/\b(?:auto-?)?generated (?:by|with|from|using|file)\b|do not (?:edit|modify)/i.test(header.join('\n'));
}

function duplicatePairs(modules: readonly ComparedModule[], threshold: number): DuplicatePair[] {
  const copies = new Map<string, ComparedModule[]>();
  for (const module of modules) {
    const text = module.lines.map(({ words }) => words.join('')).join('\n');
    copies.set(text, [...(copies.get(text) ?? []), module]);
  }
  const copied = [...copies.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : others.map((second) => ({ first, second, isCopy: true, byLines: 1, afterRenaming: 1, renamed: [] })),
  );
  // one of each set of copies stands for all of them
  const different = [...copies.values()]
    .flatMap(([first]) => first ?? [])
    .filter(({ lines }) => lines.length <= MOST_LINES);
  const alike = candidatePairs(different, LEAST_SHARE).flatMap(([first, second]) => {
    const measured = similarity(first.lines, second.lines, LEAST_SHARE);
    return measured === null || measured.afterRenaming < threshold
      ? []
      : [{ first, second, isCopy: false, ...measured }];
  });
  return [...copied, ...alike].sort(
    (a, b) => compareText(a.first.path, b.first.path) || compareText(a.second.path, b.second.path),
  );
}

function finding({ first, second, isCopy, ...measured }: DuplicatePair): Diagnostic {
  const count = Math.max(first.lines.length, second.lines.length);
  const renamed = measured.renamed.slice(0, 3).map(({ from, to }) => `${from} -> ${to}`);
  const more = measured.renamed.length > 3 ? ` and ${measured.renamed.length - 3} more` : '';
  const afterRenaming =
    renamed.length === 0
      ? ''
      : `, ${percent(measured.afterRenaming)} after renaming ${renamed.join(', ')}${more} there`;
  return {
    severity: 'warning',
    code: isCopy ? 'module-copied' : 'module-duplicate',
    message: isCopy
      ? `all ${count} lines of code are also those of ${first.path}`
      : `${percent(measured.byLines)} of ${count} lines of code equal those of ${first.path}${afterRenaming}`,
    location: { file: second.path, line: 1, column: 1 },
    help: isCopy ? 'keep one of the two' : 'one module with an option for what differs, or a function that both call',
  };
}

function blockFinding({ block, of }: CopiedBlock): Diagnostic {
  const name = block.name ?? 'this value';
  const other = of.name === block.name || of.name === null ? '' : `${of.name} in `;
  return {
    severity: 'warning',
    code: 'block-copied',
    message: `all ${block.count} lines of code of ${name} are also those of ${other}${of.file}:${of.line}`,
    location: { file: block.file, line: block.line, column: block.column },
    help: 'one module, or a file that both import',
  };
}

function blockOutput({ block, of }: CopiedBlock) {
  return {
    places: [of, block].map(({ file, line, name }) => ({ file, line, name })),
    lines: block.count,
  };
}

function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}

function pairOutput({ first, second, isCopy, byLines, afterRenaming, renamed }: DuplicatePair) {
  const round = (share: number): number => Math.floor(share * 1000) / 1000;
  return {
    files: [first.path, second.path],
    lines: [first.lines.length, second.lines.length],
    copy: isCopy,
    by_lines: round(byLines),
    after_renaming: round(afterRenaming),
    renamed: renamed.map(({ from, to }) => ({ from, to })),
  };
}
