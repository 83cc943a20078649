import type { Diagnostic } from '../base/diagnostic.js';
import type { Condition } from './condition.js';
import type { Finding, SourceText } from './source-text.js';
import type { StepKind } from './workflow.js';
import type { RawPhase, RawStep, RawWorkflow } from './workflow-schema.js';
import type { Path, YamlTree } from './yaml-tree.js';

/** Keys of every kind of step that rules look at; those with a wrong value are left out, so that rules can still look at the rest. */
export type StepKeys = Partial<
  Extract<RawStep, { kind: 'agent' }>['raw'] &
    Extract<RawStep, { kind: 'skill' }>['raw'] &
    Extract<RawStep, { kind: 'workflow' }>['raw'] &
    Extract<RawStep, { kind: 'command' }>['raw']
>;

export interface CheckedStep {
  readonly path: Path;
  readonly kind: StepKind | null;
  /** What has the right type, whether or not the step as a whole is valid. */
  readonly keys: Omit<StepKeys, 'type'>;
  /** The step when it is valid as a whole. */
  readonly value: RawStep | null;
  readonly id: string;
  /** The id stands in the file, and is not derived. */
  readonly idIsExplicit: boolean;
}

export interface CheckedPhase {
  readonly path: Path;
  /** `name` of an implicit phase is the type of the workflow. */
  readonly keys: Partial<RawPhase>;
  readonly implicit: boolean;
  readonly steps: readonly CheckedStep[];
}

/** The file after the schema and before the rules: as much of it as has the right types. */
export interface CheckedWorkflow {
  readonly source: SourceText;
  readonly tree: YamlTree;
  readonly keys: Partial<RawWorkflow>;
  readonly phases: readonly CheckedPhase[];
  /** Conditions of steps and phases by `pathKey`. */
  readonly conditions: ReadonlyMap<string, Condition>;
}

/** A rule beyond the schema: looks at the whole file, says what is wrong. */
export type Rule = (workflow: CheckedWorkflow) => Diagnostic[];

export const pathKey = (path: Path): string => path.join('/');

/** A diagnostic at the value of `path`. */
export function atValue(workflow: CheckedWorkflow, path: Path, finding: Finding): Diagnostic {
  return workflow.source.diagnostic(workflow.tree.valueSpan(path), finding);
}

/** A diagnostic at the key of `path`. */
export function atKey(workflow: CheckedWorkflow, path: Path, finding: Finding): Diagnostic {
  return workflow.source.diagnostic(workflow.tree.keySpan(path), finding);
}

/** `line 12`: for messages that name a second place. */
export function lineOf(workflow: CheckedWorkflow, path: Path): string {
  return `line ${workflow.source.diagnostic(workflow.tree.keySpan(path), noFinding).location.line ?? 0}`;
}

const noFinding: Finding = { code: '', message: '', help: '' };
