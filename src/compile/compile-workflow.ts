/*
 * Workflow -> GitHub workflow.
 *
 * Job: the safe layout: plan, one job per phase, validate, publish, verify and revert, continue. Not its job: files.
 * Invariants, cited by the tests:
 *  G1  Every `${{ }}` is one of `expressions.ts`; text of a definition comes out as itself.
 *  G2  A job that may write executes nothing of the repository; a job that executes has no right but to read.
 *  G3  Secrets of agents are only in jobs that may ask an agent.
 *  G4  The same definition and options give the same text.
 */
import type { Problem } from '../base/problem.js';
import { err, ok, type Result } from '../base/result.js';
import type { Workflow } from '../definition/workflow.js';
import type { Plan } from '../plan/plan.js';
import { closingJobs, notifyJob, planJob } from './closing-jobs.js';
import type { CompileOptions } from './compile-options.js';
import { isPhaseName, value } from './expressions.js';
import { generatedHeader } from './generated-header.js';
import { compilePhases, lastJob, phaseJobs, type CompiledPhases } from './phase-jobs.js';
import { renderWorkflow } from './render-workflow.js';
import { triggers } from './triggers.js';
import { userText } from './user-text.js';
import type { GitHubWorkflow } from './workflow-tree.js';

/** GitHub's limits: jobs of one matrix, and size of a workflow file (docs.github.com, "Actions limits"). */
const MAX_MATRIX = 256;
const MAX_FILE_BYTES = 500_000;

/** As in the schema of definitions: it becomes part of a comment and of a file's name. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/** A lone half of a surrogate pair is not text that a file can hold. */
const NOT_TEXT = /\p{Cs}/u;

/**
 * The text of `.github/workflows/workflow-runner-<name>.yml` for a workflow and its plan. A Problem says what GitHub has no
 * room for: a matrix of more than 256, a file of more than 500 kB, names that are not text.
 */
export function compileWorkflow(workflow: Workflow, plan: Plan, options: CompileOptions): Result<string, Problem> {
  const refused = refusal(workflow);
  if (refused !== null) return err(refused);
  const compiled = compilePhases(workflow, plan, options);
  const misfit = tooWide(compiled);
  if (misfit !== null) return err(misfit);
  const others = [planJob(compiled, plan), ...phaseJobs(compiled), ...closingJobs(compiled, lastJob(compiled))];
  const ids = others.map(({ id }) => id);
  const jobs = [...others, ...notifyJob(compiled, ids)];
  const tree: GitHubWorkflow = {
    name: userText(workflow.name),
    on: triggers(workflow.name, options),
    permissions: {},
    concurrency: { group: `workflow-runner-${userText(workflow.name)}-${value.ref}`, 'cancel-in-progress': false },
    jobs: Object.fromEntries(jobs.map(({ id, job }) => [id, job])),
  };
  const header = generatedHeader(
    workflow,
    options,
    compiled.phases.some(({ hasAgents }) => hasAgents),
  );
  const text = renderWorkflow({ header, workflow: tree, jobs });
  const problem = tooLarge(workflow, text);
  return problem === null ? ok(text) : err(problem);
}

function refusal({ name, phases, runsOn, environment, location }: Workflow): Problem | null {
  const texts = [
    ...runsOn,
    environment ?? '',
    ...phases.flatMap((phase) => [...phase.runsOn, phase.environment ?? '']),
  ];
  const wrong = [
    ...(NAME.test(name) ? [] : [name]),
    ...phases.map((phase) => phase.name).filter((one) => !isPhaseName(one)),
    ...texts.filter((text) => NOT_TEXT.test(text)),
  ][0];
  if (wrong === undefined) return null;
  const message = `${location.file}: ${JSON.stringify(wrong)} cannot be written into a GitHub workflow`;
  return { code: 'name-not-compilable', message, help: 'Choose another name.', exitCode: 2 };
}

function tooWide({ workflow, phases }: CompiledPhases): Problem | null {
  for (const { phase, children } of phases) {
    const where = `${workflow.location.file}: phase '${phase.name}'`;
    if (phase.type === 'parallel' && children.length > MAX_MATRIX) {
      const message = `${where} has ${children.length} steps side by side; GitHub starts at most ${MAX_MATRIX} jobs of a matrix`;
      return { code: 'matrix-too-large', message, help: 'Split the phase into several.', exitCode: 2 };
    }
    if (phase.type === 'parallel' && children.some((id) => NOT_TEXT.test(id))) {
      const message = `${where} has a step whose id is not text`;
      return { code: 'name-not-compilable', message, help: 'Give the step an `id:`.', exitCode: 2 };
    }
  }
  return null;
}

function tooLarge({ location }: Workflow, text: string): Problem | null {
  // At most 4 bytes for a character; exact only where it may matter.
  const bytes = text.length * 4 <= MAX_FILE_BYTES ? 0 : new TextEncoder().encode(text).length;
  if (bytes <= MAX_FILE_BYTES) return null;
  const message = `${location.file}: the compiled workflow has ${bytes} bytes; GitHub takes at most ${MAX_FILE_BYTES}`;
  return { code: 'workflow-too-large', message, help: 'Use fewer phases; nest workflows in them.', exitCode: 2 };
}
