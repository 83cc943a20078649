import picomatch from 'picomatch';
import { closestName } from '../../base/closest-name.js';
import type { Diagnostic } from '../../base/diagnostic.js';
import { isRule, RULES, type Risk, type RiskLevel, type RuleId } from './rules.js';
import { lowerBound } from '../line-index.js';
import type { ScannedFile } from './scan-file.js';
import type { Suppression } from './suppressions.js';

/** From the options of a step: findings that are known and accepted. `path` is a path or a glob from the root. */
export interface Ignored {
  readonly rule: string;
  readonly path: string;
  readonly reason: string;
}

export type FailOn = RiskLevel | 'none';

export interface Finding {
  readonly rule: RuleId;
  readonly level: RiskLevel;
  readonly diagnostic: Diagnostic;
}

export interface Findings {
  readonly found: readonly Finding[];
  readonly suppressed: number;
  /** About suppressions that have no reason, no such rule, or nothing to suppress. */
  readonly notes: readonly Diagnostic[];
}

const RANK: Readonly<Record<FailOn, number>> = { low: 1, medium: 2, high: 3, none: 4 };

/** What is left of the risks of a file after its own suppressions. */
export function fileFindings(file: ScannedFile, failOn: FailOn): Findings {
  const used = new Set<Suppression>();
  const byLine = new Map<number, Suppression[]>();
  for (const one of file.suppressions) {
    const same = byLine.get(one.line);
    if (same === undefined) byLine.set(one.line, [one]);
    else same.push(one);
  }
  const starts = file.blocks.map(({ start }) => start);
  const found: Finding[] = [];
  for (const risk of file.risks) {
    const by = riskLines(file, risk, starts).flatMap((line) => byLine.get(line) ?? []);
    const matching = by.filter(({ rules }) => rules.includes(risk.rule));
    for (const one of matching) used.add(one);
    if (matching.length === 0) found.push(finding(file, risk, failOn));
  }
  const notes = file.suppressions.flatMap((one) => suppressionNotes(file, one, used.has(one)));
  return { found, suppressed: file.risks.length - found.length, notes };
}

/** The line of a risk, and the first one of the string of many lines that it is in. */
function riskLines({ lines, blocks }: ScannedFile, { start, end }: Risk, blockStarts: readonly number[]): number[] {
  const block = blocks[lowerBound(blockStarts, start + 1) - 1];
  const offsets = block !== undefined && end <= block.end ? [start, block.start] : [start];
  return [...new Set(offsets.map((offset) => lines.place(offset).line))];
}

function finding({ path, lines }: ScannedFile, risk: Risk, failOn: FailOn): Finding {
  const { level, what, because, remedy } = RULES[risk.rule];
  const { line, column } = lines.place(risk.start);
  const sourceLine = lines.lineText(line);
  const length = Math.max(1, Math.min(risk.end - risk.start, sourceLine.length - column + 1));
  const diagnostic: Diagnostic = {
    severity: RANK[level] >= RANK[failOn] ? 'error' : 'warning',
    code: risk.rule,
    message: `${level}: ${what} (${printable(risk.detail)}): ${because}`,
    location: { file: path, line, column, length },
    help: remedy,
    // a line with a secret in it must not reach a log
    ...(risk.isSecret ? {} : { sourceLine }),
  };
  return { rule: risk.rule, level, diagnostic };
}

/** Control characters of a hostile file do not reach a terminal. */
function printable(detail: string): string {
  const text = detail.replaceAll(/[^\P{C}]/gu, '?');
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

function suppressionNotes({ path, lines }: ScannedFile, one: Suppression, isUsed: boolean): Diagnostic[] {
  const location = { file: path, ...lines.place(one.start) };
  const note = (code: string, message: string, help: string): Diagnostic => ({
    ...{ severity: 'warning', code, message, location, help },
  });
  const unknown = one.rules.filter((rule) => !isRule(rule));
  if (unknown.length > 0) return unknown.map((rule) => note('suppression-unknown', ...unknownRule(rule)));
  return [
    ...(isUsed ? [] : [note('suppression-unused', 'this suppression suppresses nothing', 'remove it')]),
    ...(one.reason === ''
      ? [note('suppression-without-reason', 'this suppression gives no reason', 'write it: ignore RULE — reason')]
      : []),
  ];
}

/** Message and help about a rule that does not exist. */
export function unknownRule(rule: string): [string, string] {
  const meant = closestName(rule, Object.keys(RULES));
  return [
    `there is no rule ${JSON.stringify(rule)}`,
    meant === null ? 'a finding names its rule' : `did you mean ${JSON.stringify(meant)}?`,
  ];
}

/** Takes away what the options of the step accept; gives the accepted ones that were not met, too. */
export function withoutIgnored(
  found: readonly Finding[],
  ignored: readonly Ignored[],
): { readonly left: readonly Finding[]; readonly unused: readonly Ignored[] } {
  const entries = ignored.map((one) => ({ one, matches: picomatch(one.path, { dot: true }) }));
  const used = new Set<Ignored>();
  const left = found.filter(({ rule, diagnostic: { location } }) => {
    const by = entries.filter(
      ({ one, matches }) => one.rule === rule && (one.path === location.file || matches(location.file)),
    );
    for (const { one } of by) used.add(one);
    return by.length === 0;
  });
  return { left, unused: ignored.filter((one) => !used.has(one)) };
}
