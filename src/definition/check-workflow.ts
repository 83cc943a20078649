import type * as z from 'zod/mini';
import type { Diagnostic } from '../base/diagnostic.js';
import { assignIds, type IdEntry } from './assign-ids.js';
import { pathKey, type CheckedPhase, type CheckedStep, type CheckedWorkflow } from './checked-workflow.js';
import { describeIssues, spanOfFinding } from './schema-issues.js';
import type { Finding, SourceText, Span } from './source-text.js';
import {
  keysOfKind,
  stepKind,
  wherePhaseKeyBelongs,
  whereStepKeyBelongs,
  whereWorkflowKeyBelongs,
} from './step-kind.js';
import { knownKeys, phaseHeadSchema, stepSchemas, workflowHeadSchema, type RawStep } from './workflow-schema.js';
import type { StepKind } from './workflow.js';
import type { Path, YamlTree } from './yaml-tree.js';

interface Check {
  readonly source: SourceText;
  readonly tree: YamlTree;
  readonly diagnostics: Diagnostic[];
}

type UnnamedStep = Omit<CheckedStep, 'id' | 'idIsExplicit'> & { readonly named: IdEntry };
type UnnamedPhase = Omit<CheckedPhase, 'steps'> & { readonly steps: readonly UnnamedStep[] };

interface Level {
  readonly path: Path;
  readonly allowed: readonly string[];
  readonly whereElse: (key: string) => string | null;
}

/** Holds the data of a file against the schema, level by level. What has the wrong type is reported and left out. */
export function checkWorkflow(
  value: unknown,
  place: { readonly source: SourceText; readonly tree: YamlTree },
): { workflow: Omit<CheckedWorkflow, 'conditions'>; diagnostics: Diagnostic[] } {
  const check: Check = { ...place, diagnostics: [] };
  const head = applySchema(check, workflowHeadSchema, value, {
    path: [],
    allowed: knownKeys.workflow,
    whereElse: whereWorkflowKeyBelongs,
  });
  const keys = head.keys;
  const phases = (keys.phases ?? []).map((phase, index) => checkPhase(check, phase, ['phases', index]));
  if (keys.steps !== undefined) {
    const type = keys.type === 'parallel' ? 'parallel' : 'sequential';
    phases.push({
      path: [],
      keys: { ...implicitPhaseKeys(keys), name: type, type },
      implicit: true,
      steps: checkSteps(check, keys.steps, ['steps']),
    });
  }
  return { workflow: { ...place, keys, phases: nameSteps(phases) }, diagnostics: check.diagnostics };
}

function implicitPhaseKeys(keys: Partial<z.infer<typeof workflowHeadSchema>>): CheckedPhase['keys'] {
  return keys.max_concurrent === undefined ? {} : { max_concurrent: keys.max_concurrent };
}

function checkPhase(check: Check, value: unknown, path: Path): UnnamedPhase {
  const head = applySchema(check, phaseHeadSchema, value, {
    path,
    allowed: knownKeys.phase,
    whereElse: wherePhaseKeyBelongs,
  });
  return {
    path,
    keys: head.keys,
    implicit: false,
    steps: checkSteps(check, head.keys.steps ?? [], [...path, 'steps']),
  };
}

function checkSteps(check: Check, steps: readonly unknown[], path: Path): UnnamedStep[] {
  return steps.map((step, index) => checkStep(check, step, [...path, index]));
}

function checkStep(check: Check, value: unknown, path: Path): UnnamedStep {
  if (!isMapping(value)) {
    report(check, check.tree.valueSpan(path), {
      code: 'wrong-type',
      message: `a step is a mapping, this is ${Array.isArray(value) ? 'a list' : value === null ? 'empty' : 'plain text'}`,
      help: 'write for example `- skill: flake-validate` or `- run: nix fmt`',
    });
    return { path, kind: null, keys: {}, value: null, named: { given: null, fallback: 'step' } };
  }
  const { kind, problem } = stepKind(Object.keys(value), value['type']);
  if (problem !== null) {
    const span =
      problem.key === null
        ? check.tree.startSpan(path)
        : problem.key === 'type'
          ? check.tree.valueSpan([...path, 'type'])
          : check.tree.keySpan([...path, problem.key]);
    report(check, span, problem.finding);
  }
  const named = idEntry(value, kind);
  if (kind === null) return { path, kind, keys: {}, value: null, named };
  // A wrong `type:` was reported already, better than the schema of the kind could.
  const untyped =
    problem === null ? value : Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'type'));
  const level = { path, allowed: keysOfKind(kind), whereElse: (key: string) => whereStepKeyBelongs(kind, key) };
  const { keys, complete } = applySchema<Record<string, unknown>>(check, stepSchemas[kind], untyped, level);
  return { path, kind, keys, value: complete === null ? null : ({ kind, raw: complete } as RawStep), named };
}

function idEntry(value: Record<string, unknown>, kind: StepKind | null): IdEntry {
  const given = value['id'];
  const source = kind === 'agent' ? value['task'] : kind === null || kind === 'command' ? null : value[kind];
  return {
    given: typeof given === 'string' ? given : null,
    fallback: typeof source === 'string' ? source : (kind ?? 'step'),
  };
}

/** Parses strictly; after errors, once more without the keys that had them, so that the rules can look at the rest. */
function applySchema<T extends object>(
  check: Check,
  schema: z.core.$ZodType<T>,
  ...[value, level]: readonly [unknown, Level]
): { keys: Partial<T>; complete: T | null } {
  const parse = (schema as unknown as z.ZodMiniType<T>).safeParse(value, { reportInput: true });
  if (parse.success) return { keys: parse.data, complete: parse.data };
  for (const placed of describeIssues(parse.error.issues, value, level))
    report(check, spanOfFinding(check.tree, level.path, placed), placed.finding);
  if (!isMapping(value)) return { keys: {}, complete: null };
  const wrong = new Set(
    parse.error.issues.flatMap((issue) =>
      issue.path.length > 0 ? [String(issue.path[0])] : issue.code === 'unrecognized_keys' ? issue.keys : [],
    ),
  );
  const right = Object.entries(value).filter(([key]) => !wrong.has(key));
  return { keys: Object.fromEntries(right) as Partial<T>, complete: null };
}

function nameSteps(phases: readonly UnnamedPhase[]): CheckedPhase[] {
  const reserved = phases.flatMap((phase) =>
    phase.implicit || phase.keys.name === undefined ? [] : [phase.keys.name],
  );
  const ids = assignIds(
    phases.flatMap((phase) => phase.steps.map((step) => step.named)),
    reserved,
  );
  let next = 0;
  return phases.map((phase) => ({
    ...phase,
    steps: phase.steps.map(({ named, ...step }) => ({
      ...step,
      id: ids[next++] ?? pathKey(step.path),
      idIsExplicit: named.given !== null,
    })),
  }));
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function report(check: Check, span: Span, finding: Finding): void {
  check.diagnostics.push(check.source.diagnostic(span, finding));
}
