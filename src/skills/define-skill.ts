import { z } from 'zod';
import { closestName } from '../base/closest-name.js';
import { sortDiagnostics, type Diagnostic } from '../base/diagnostic.js';
import type { Failure } from '../base/failure.js';
import { err, ok, type Result } from '../base/result.js';
import type { Skill, SkillContext, SkillReport } from './skill.js';

/** What a skill's own code gives back; errors among the diagnostics make it fail. */
export type SkillOutcome = Omit<SkillReport, 'skill'>;

export interface SkillDefinition<Shape extends z.ZodRawShape> {
  readonly name: string;
  readonly summary: string;
  /** Each option with its default. */
  readonly options: Shape;
  readonly run: (
    context: SkillContext,
    options: z.output<z.ZodObject<Shape>>,
  ) => SkillOutcome | Promise<SkillOutcome | { readonly failure: Failure }>;
}

/** Makes a skill that checks its options before, and its findings after, the given code runs. */
export function defineSkill<Shape extends z.ZodRawShape>(definition: SkillDefinition<Shape>): Skill {
  const { name, summary } = definition;
  const optionsSchema = z.strictObject(definition.options);
  const run = async (context: SkillContext): Promise<Result<SkillReport, Failure>> => {
    const options = optionsSchema.safeParse(context.options);
    if (!options.success)
      return err(skillFailed(name, optionProblems(name, options.error, Object.keys(definition.options))));
    const outcome = await definition.run(context, options.data);
    if ('failure' in outcome) return err(outcome.failure);
    const diagnostics = sortDiagnostics(outcome.diagnostics);
    for (const line of diagnostics.map(describe)) context.onOutput(`${line}\n`);
    context.onOutput(`${outcome.summary}\n`);
    if (diagnostics.some(({ severity }) => severity === 'error')) return err(skillFailed(name, diagnostics));
    return ok({ skill: name, ...outcome, diagnostics });
  };
  return { name, summary, optionsSchema, run };
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
  const all = known.length === 0 ? 'it has no options' : `options are: ${known.join(', ')}`;
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
