import { posix } from 'node:path';
import { z } from 'zod';
import type { Diagnostic } from '../../base/diagnostic.js';
import { NixTree } from '../../nix/nix-tree.js';
import { callProblem, defineSkill } from '../define-skill.js';
import { isSelected, selectTargets, type Selection } from '../select-files.js';
import type { Json } from '../skill.js';
import { textFiles } from '../text-files.js';
import { isEncrypted } from './clear-text.js';
import {
  fileFindings,
  unknownRule,
  withoutIgnored,
  type FailOn,
  type Finding,
  type Findings,
  type Ignored,
} from './findings.js';
import { isRule } from './rules.js';
import { scanNixFile, scanTextFile } from './scan-file.js';

const NAME = 'security-scan';
/** Larger files are no texts that people write. */
const MAX_BYTES = 256 * 1024;

/** Looks for secrets in the repository and for settings that make a machine less safe; changes nothing, needs no Nix. */
export const securityScan = defineSkill({
  name: NAME,
  summary: 'Find hard-coded secrets, weak permissions, insecure settings and exposed ports; changes nothing',
  options: {
    fail_on: z.enum(['high', 'medium', 'low', 'none']).default('high'),
    ignore: z
      .array(z.strictObject({ rule: z.string(), path: z.string().min(1), reason: z.string().trim().min(1) }))
      .default([]),
  },
  run: (context, options) => {
    const tree = NixTree.read(context.root);
    const selection = selectTargets(NAME, context, tree);
    const problems = [...selection.problems, ...ignoreProblems(options.ignore)];
    if (problems.length > 0) return { summary: 'nothing was scanned', changes: [], diagnostics: problems, outputs: {} };
    const results = scanTree(tree, selection, options.fail_on);
    const found = results.flatMap((one) => one.found);
    const { left, unused } = withoutIgnored(found, options.ignore);
    const suppressed = results.reduce((sum, one) => sum + one.suppressed, 0) + found.length - left.length;
    const counts = levels(left);
    return {
      summary: `${results.length} files: ${counts.high} high, ${counts.medium} medium, ${counts.low} low, ${suppressed} suppressed`,
      changes: [],
      diagnostics: [
        ...left.map(({ diagnostic }) => diagnostic),
        ...results.flatMap(({ notes }) => notes),
        ...(context.targets === 'all' ? unused.map(unusedEntry) : []),
      ],
      outputs: { files: results.length, ...counts, suppressed, rules: perRule(left), findings: left.map(place) },
    };
  },
});

/** Text files come first, one by one, because they tell which paths lead to encrypted files. */
function scanTree(tree: NixTree, selection: Selection, failOn: FailOn): Findings[] {
  const encrypted = new Set<string>();
  const inTexts: Findings[] = [];
  for (const file of textFiles(tree.root, MAX_BYTES)) {
    if (isEncrypted(file.text)) encrypted.add(file.path);
    if (isSelected(file.path, selection)) inTexts.push(fileFindings(scanTextFile(file), failOn));
  }
  const inNix = [...tree.files.values()]
    .filter(({ path }) => isSelected(path, selection))
    .map((file) => scanNixFile(file, (path) => encrypted.has(posix.join(posix.dirname(file.path), path))))
    .map((file) => fileFindings(file, failOn));
  return [...inNix, ...inTexts];
}

function ignoreProblems(ignored: readonly Ignored[]): Diagnostic[] {
  return ignored.flatMap(({ rule }) => (isRule(rule) ? [] : [callProblem(NAME, ...unknownRule(rule))]));
}

function unusedEntry({ rule, path }: Ignored): Diagnostic {
  const message = `option ignore: nothing was found by ${rule} in ${JSON.stringify(path)}`;
  return { ...callProblem(NAME, message, 'remove the entry'), severity: 'warning', code: 'suppression-unused' };
}

function levels(found: readonly Finding[]): { readonly high: number; readonly medium: number; readonly low: number } {
  const count = (level: Finding['level']): number => found.filter((one) => one.level === level).length;
  return { high: count('high'), medium: count('medium'), low: count('low') };
}

function perRule(found: readonly Finding[]): Record<string, Json> {
  const counts = new Map<string, number>();
  for (const { rule } of found) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function place({ rule, level, diagnostic: { location } }: Finding): Json {
  return { rule, level, file: location.file, line: location.line ?? 1, column: location.column ?? 1 };
}
