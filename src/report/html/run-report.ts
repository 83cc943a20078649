import type { SkipReason } from '../../engine/event.js';
import type { GroupStatus, StepStatus } from '../../engine/run-state.js';

/** What the page of a run shows: plain data in the order of the page, texts as strangers wrote them. Times are ms since 1970. */
export interface RunReport {
  readonly workflow: string;
  readonly version: string;
  readonly description: string;
  readonly runId: string;
  readonly status: RunWord;
  readonly tone: Tone;
  /** One sentence: how it ended, and why. */
  readonly headline: string;
  /** What came to the user's branch, or that nothing did. */
  readonly landing: string;
  readonly startedAt: number;
  readonly facts: readonly Fact[];
  /** What a reader must know to read the page right. */
  readonly notes: readonly string[];
  readonly next: readonly NextCommand[];
  readonly counts: readonly { readonly status: StepStatus; readonly count: number }[];
  readonly problems: readonly Problem[];
  readonly axis: Axis;
  /** The phases, steps and nested workflows below the root, in file order. */
  readonly nodes: readonly ReportNode[];
  /** What the runner did with the result: checks, hooks, landing; in the order it happened. */
  readonly activities: readonly Activity[];
  readonly hosts: readonly HostRow[] | null;
  readonly validation: ValidationReport;
  readonly costs: CostReport;
  /** What the runner itself, hooks and checks of the result printed. */
  readonly logs: readonly NamedLog[];
}

export type RunWord = 'completed' | 'failed' | 'paused' | 'running' | 'interrupted';

/** What a colour says; there is always a word or a shape that says it too. */
export type Tone = 'good' | 'bad' | 'warn' | 'busy' | 'quiet';

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** Set in the typeface of code: ids, paths, commits. */
  readonly isCode?: boolean;
}

export interface NextCommand {
  readonly command: string;
  readonly why: string;
}

/** A failure in words, at its place. */
export interface Problem {
  readonly where: string;
  /** The step to jump to; null for phases and the result. */
  readonly step: number | null;
  readonly title: string;
  /** Stable name of the kind of failure; empty for none. */
  readonly reason: string;
  readonly details: readonly string[];
  readonly help: string;
  /** The run went on all the same. */
  readonly isBorne: boolean;
  readonly blame: { readonly title: string; readonly details: readonly string[]; readonly help: string } | null;
}

/** Time as percent of the width. Long pauses are cut out of it. */
export interface Axis {
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly breaks: readonly { readonly from: number; readonly to: number; readonly label: string }[];
}

/** A stretch of time in a row, in percent of the width. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly kind: 'good' | 'bad' | 'busy' | 'stopped' | 'wait';
  /** For a pointer that rests on it. */
  readonly label: string;
}

export type ReportNode = StepReport | GroupReport;

export interface GroupReport {
  readonly node: 'group';
  readonly kind: 'phase' | 'workflow';
  readonly name: string;
  readonly type: 'sequential' | 'parallel';
  readonly maxConcurrent: number;
  /** `cancelled`: it was under way when the run stopped. */
  readonly status: GroupStatus | 'cancelled';
  readonly condition: string;
  readonly bar: Bar | null;
  readonly duration: string;
  readonly children: readonly ReportNode[];
  /** Steps in it, at any depth. */
  readonly stepCount: number;
}

export interface StepReport {
  readonly node: 'step';
  readonly number: number;
  readonly id: string;
  readonly name: string;
  /** The agent or skill; empty for a command. */
  readonly performer: string;
  readonly kind: 'agent' | 'skill' | 'command';
  readonly status: StepStatus;
  readonly skipped: SkipReason | null;
  /** More than the status: `left out`, `2 attempts`; empty for nothing. */
  readonly remark: string;
  readonly bars: readonly Bar[];
  readonly duration: string;
  readonly cost: string;
  readonly condition: string;
  readonly facts: readonly Fact[];
  readonly summary: string;
  readonly problem: Problem | null;
  readonly attempts: readonly AttemptRow[];
  readonly hosts: readonly HostRow[];
  readonly diff: DiffReport | null;
  readonly log: LogReport | null;
}

export interface AttemptRow {
  readonly number: number;
  readonly startedAt: number;
  readonly duration: string;
  readonly outcome: string;
  readonly cost: string;
}

export interface HostRow {
  readonly host: string;
  readonly level: string;
  readonly tone: Tone;
  readonly what: string;
  readonly packages: readonly string[];
  readonly derivations: readonly string[];
  readonly more: string;
  readonly size: string;
}

/** Changed files and the text of the change, both cut. */
export interface DiffReport {
  readonly files: readonly ChangedFile[];
  readonly fileCount: number;
  readonly patch: string;
  /** How to see what is not here; empty when all is. */
  readonly rest: string;
}

export interface ChangedFile {
  readonly path: string;
  /** Lines; null for a binary file. */
  readonly added: number | null;
  readonly removed: number | null;
}

/** The end of what something printed, redacted. */
export interface LogReport {
  readonly lines: readonly string[];
  /** How many lines before them are left out. */
  readonly dropped: number;
}

export interface NamedLog extends LogReport {
  readonly name: string;
}

export interface Activity {
  readonly what: string;
  readonly outcome: string;
  readonly tone: Tone;
  readonly bar: Bar;
  readonly duration: string;
}

export interface ValidationReport {
  readonly tone: Tone;
  readonly text: string;
  readonly checks: readonly string[];
}

export interface CostReport {
  /** Empty when nothing that costs has run. */
  readonly total: string;
  readonly budget: string;
  /** Agents by what they cost, the dearest first; `share` of the total in percent. */
  readonly byAgent: readonly {
    readonly name: string;
    readonly cost: string;
    readonly share: number;
    readonly detail: string;
  }[];
}

/** Every step of a report, in file order. */
export function stepsOf(nodes: readonly ReportNode[]): StepReport[] {
  return nodes.flatMap((node) => (node.node === 'step' ? [node] : stepsOf(node.children)));
}
