import type { NixFile } from '../../nix/nix-tree.js';
import type { NixSource } from '../../nix/syntax/parse-nix.js';
import type { Span } from '../../nix/syntax/syntax-tree.js';
import { walkExpressions } from '../../nix/syntax/walk.js';
import type { TextFile } from '../text-files.js';
import { clearTextRisks, isEncrypted } from './clear-text.js';
import { LineIndex, lowerBound } from '../line-index.js';
import { machineRisks } from './machine-settings.js';
import { portRisks } from './open-ports.js';
import { chmodRisks, permissionRisks } from './permissions.js';
import type { Risk } from './rules.js';
import { secretRisks } from './secret-settings.js';
import { endsWith, settings } from './settings.js';
import { readFileRisks, storedFileRisks } from './store-paths.js';
import { markedLines, suppressions, type Suppression } from './suppressions.js';
import { tokenRisks } from './token-formats.js';

/** What one file has to say. */
export interface ScannedFile {
  readonly path: string;
  readonly lines: LineIndex;
  readonly risks: readonly Risk[];
  readonly suppressions: readonly Suppression[];
  /** Strings of many lines, in order, none in another: a comment before one is the only way to speak of a line inside. */
  readonly blocks: readonly Span[];
}

/** Scans a Nix file; one that does not parse is searched for tokens only. `isHarmless` tells paths of encrypted files. */
export function scanNixFile(file: NixFile, isHarmless: (literal: string) => boolean): ScannedFile {
  const lines = new LineIndex(file.text);
  const tokens = tokenRisks(file.text);
  if (!file.parsed.ok) {
    const found = suppressions(file.text, markedLines(file.text), lines);
    return { path: file.path, lines, risks: tokens, suppressions: found, blocks: [] };
  }
  const source = file.parsed.value;
  const risks = [...withoutNamed(treeRisks(file.text, source, isHarmless), tokens), ...tokens];
  const found = suppressions(file.text, source.comments, lines);
  const blocks = found.length === 0 ? [] : outerBlocks(file.text, source);
  return { path: file.path, lines, risks, suppressions: found, blocks };
}

/** Scans any other text file; in an encrypted one there is nothing to find. */
export function scanTextFile(file: TextFile): ScannedFile {
  const lines = new LineIndex(file.text);
  const tokens = tokenRisks(file.text);
  const risks = isEncrypted(file.text) ? [] : [...withoutNamed(clearTextRisks(file), tokens), ...tokens];
  const isProse = /\.(?:md|markdown|adoc|rst|txt)$/.test(file.path);
  const found = isProse ? [] : suppressions(file.text, markedLines(file.text), lines);
  return { path: file.path, lines, risks, suppressions: found, blocks: [] };
}

function outerBlocks(text: string, { tree }: NixSource): Span[] {
  const blocks: Span[] = [];
  for (const { kind, start, end } of walkExpressions(tree)) {
    if (kind !== 'string' || start < (blocks.at(-1)?.end ?? 0)) continue;
    const lineEnd = text.indexOf('\n', start);
    if (lineEnd !== -1 && lineEnd < end) blocks.push({ start, end });
  }
  return blocks;
}

function treeRisks(text: string, { tree }: NixSource, isHarmless: (literal: string) => boolean): Risk[] {
  const all = [...settings(tree)];
  // who writes the rules of nftables has a firewall without the module for it
  const ownRules = all.some(({ path }) =>
    ['ruleset', 'rulesetFile', 'tables'].some((name) => endsWith(path, ['networking', 'nftables', name])),
  );
  const risks = all.flatMap((setting) => [
    ...secretRisks(setting),
    ...permissionRisks(setting),
    ...machineRisks(setting),
    ...portRisks(setting),
    ...storedFileRisks(setting),
  ]);
  return [...risks, ...readFileRisks(tree), ...chmodRisks(tree, text)].filter(
    ({ rule, start, end }) =>
      !(rule === 'firewall-off' && ownRules) && !(rule === 'secret-in-store' && isHarmless(text.slice(start, end))),
  );
}

/** Secrets told by the name of their attribute, without those whose format says what they are. */
function withoutNamed(risks: readonly Risk[], tokens: readonly Risk[]): Risk[] {
  if (tokens.length === 0) return [...risks];
  const starts = tokens.map(({ start }) => start).sort((a, b) => a - b);
  const holdsToken = ({ start, end }: Risk): boolean => {
    const first = starts[lowerBound(starts, start)];
    return first !== undefined && first < end;
  };
  return risks.filter((risk) => !risk.isSecret || !holdsToken(risk));
}
