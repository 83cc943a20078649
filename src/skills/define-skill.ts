import { z } from 'zod';
import { closestName } from '../base/closest-name.js';
import { compareText, sortDiagnostics, type Diagnostic } from '../base/diagnostic.js';
import type { Failure } from '../base/failure.js';
import { err, ok, type Result } from '../base/result.js';
import { applyChanges, isNeeded, obstacle } from './apply-changes.js';
import { changedPaths, type FileChange } from './file-change.js';
import type { Skill, SkillContext, SkillReport } from './skill.js';

/** What a skill's own code gives back; errors among the diagnostics make it fail, and nothing is changed. */
export interface SkillOutcome {
  readonly summary: string;
  /** In the order in which they are to be done; a write of what is there already is left out. */
  readonly changes: readonly FileChange[];
  readonly diagnostics: readonly Diagnostic[];
  readonly outputs: SkillReport['outputs'];
}

export interface SkillDefinition<Shape extends z.ZodRawShape> {
  readonly name: string;
  readonly summary: string;
  /** Each option with its default. `check` is an option of every skill that changes files. */
  readonly options: Shape;
  /** Options that the command line also takes by their place: `module-move FROM TO`. */
  readonly positional?: readonly (keyof Shape & string)[];
  readonly run: (
    context: SkillContext,
    options: z.output<z.ZodObject<Shape>>,
  ) => SkillOutcome | Promise<SkillOutcome | { readonly failure: Failure }>;
}

/** Makes a skill that checks its options before, and its findings after, the given code runs; then does its changes. */
export function defineSkill<Shape extends z.ZodRawShape>(definition: SkillDefinition<Shape>): Skill {
  const { name, summary, positional = [] } = definition;
  const optionsSchema = z.strictObject({ ...definition.options, check: z.boolean().default(false) });
  const run = async (context: SkillContext): Promise<Result<SkillReport, Failure>> => {
    const options = optionsSchema.safeParse(context.options);
    if (!options.success)
      return err(skillFailed(name, optionProblems(name, options.error, Object.keys(optionsSchema.shape))));
    const { check, ...own } = options.data as { check: boolean };
    const outcome = await definition.run(context, own as z.output<z.ZodObject<Shape>>);
    if ('failure' in outcome) return err(outcome.failure);
    return finish(context, outcome, { name, check });
  };
  return { name, summary, optionsSchema, positional, run };
}

/** Does what the skill wants done, unless it found errors, something is in the way, or it was only to check. */
function finish(
  { root, onOutput }: SkillContext,
  { changes, ...outcome }: SkillOutcome,
  { name, check }: { readonly name: string; readonly check: boolean },
): Result<SkillReport, Failure> {
  const needed = changes.filter((change) => isNeeded(root, change));
  const blocked = needed.flatMap((change) => inTheWay(root, change));
  const wouldChange = check ? needed.map(wouldBeChanged) : [];
  const diagnostics = sortDiagnostics([...outcome.diagnostics, ...blocked, ...wouldChange]);
  for (const line of diagnostics.map(describe)) onOutput(`${line}\n`);
  onOutput(`${outcome.summary}\n`);
  if (diagnostics.some(({ severity }) => severity === 'error')) return err(skillFailed(name, diagnostics));
  applyChanges(root, needed);
  const changed = [...new Set(needed.flatMap(changedPaths))].sort(compareText);
  return ok({ skill: name, ...outcome, changed, diagnostics });
}

function inTheWay(root: string, change: FileChange): Diagnostic[] {
  const message = obstacle(root, change);
  const file = change.kind === 'move' ? change.to : change.path;
  return message === null ? [] : [{ severity: 'error', code: 'in-the-way', message, location: { file } }];
}

function wouldBeChanged(change: FileChange): Diagnostic {
  const what = { write: 'would be written', move: 'would be moved', remove: 'would be removed' }[change.kind];
  const file = change.kind === 'move' ? change.from : change.path;
  const message = change.kind === 'move' ? `${what} to ${change.to}` : what;
  return { severity: 'error', code: 'would-change', message, location: { file }, help: 'run it without --check' };
}

/** A failed skill. */
export function skillFailed(skill: string, diagnostics: readonly Diagnostic[]): Failure {
  return { reason: 'skill-failed', skill, diagnostics };
}

/** A finding about how the skill was called; it has no place in a file. */
export function callProblem(skill: string, message: string, help: string): Diagnostic {
  return { severity: 'error', code: 'skill-call', message, location: { file: `skill ${skill}` }, help };
}

function optionProblems(skill: string, error: z.ZodError, known: readonly string[]): Diagnostic[] {
  const all = `options are: ${known.join(', ')}`;
  return error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') {
      return [callProblem(skill, `option ${issue.path.join('.')}: ${issue.message}`, all)];
    }
    return issue.keys.map((key) => {
      const meant = closestName(key, known);
      return callProblem(
        skill,
        `unknown option ${JSON.stringify(key)}`,
        meant === null ? all : `did you mean ${JSON.stringify(meant)}?`,
      );
    });
  });
}

function describe({ severity, message, location, help }: Diagnostic): string {
  const place = [location.file, location.line, location.column].filter((part) => part !== undefined).join(':');
  return `${place}: ${severity}: ${message}${help === undefined ? '' : ` (${help.replaceAll('\n', ' ')})`}`;
}
