import { z } from 'zod';
import type { Problem } from '../base/problem.js';
import { err, ok, type Result } from '../base/result.js';
import type { ActionWorld } from './action-world.js';
import { restOf, restProblem, type GitHubRest, type RestFailure } from './api/rest.js';

/** What the continuation was started with. */
export interface Continued {
  /** File name of the workflow that was dispatched. */
  readonly file: string;
  /** Which continuation of the run it is, from 1. */
  readonly continuation: number;
}

/** A run that is still not done after so many deadlines makes no progress. */
const MOST_CONTINUATIONS = 20;

/** Keeps count from one continuation to the next; a workflow that does not declare it is counted by its runs. */
const COUNT_INPUT = 'continuation';

/** How many runs are looked at for those that were started by hand. */
const RUNS = 30;

/**
 * Starts the workflow of this job again, on the same ref and with the inputs of this event, `resume-from` set to this workflow
 * run and, where the workflow has that input, `continuation` one higher. Needs `actions: write`.
 */
export async function continueRun(world: ActionWorld): Promise<Result<Continued, Problem>> {
  const { facts } = world;
  const file = fileOf(facts.workflowRef);
  if (file === null) return err(NO_FILE(facts.workflowRef));
  const inputs = inputsOf(facts.event);
  const rest = await restOf(world);
  const runs = await recentRuns(rest, file);
  if (!runs.ok) return err(dispatchProblem(runs.error, file));
  const counted = Number(inputs[COUNT_INPUT]);
  const before = Number.isInteger(counted) && counted >= 0 ? counted : startedByBots(runs.value, facts.runId);
  if (before >= MOST_CONTINUATIONS) return err(TOO_MANY(facts.runId));
  const continuation = before + 1;
  const seen = new Set(runs.value.map(({ id }) => id));
  const dispatch: Dispatch = { file, ref: facts.ref, inputs: { ...goingOn(inputs), 'resume-from': facts.runId }, seen };
  const counting = { ...dispatch, inputs: { ...dispatch.inputs, [COUNT_INPUT]: String(continuation) } };
  const started = await start(rest, counting);
  const hasNoCount = !started.ok && started.error.reason === 'invalid' && isUnexpected(started.error.messages);
  const done = hasNoCount ? await start(rest, dispatch) : started;
  return done.ok ? ok({ file, continuation }) : err(dispatchProblem(done.error, file));
}

interface Dispatch {
  readonly file: string;
  readonly ref: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Runs that were there before. */
  readonly seen: ReadonlySet<number>;
}

const runSchema = z.object({
  id: z.number(),
  event: z.string(),
  actor: z.object({ login: z.string() }).nullish(),
});

type WorkflowRun = z.infer<typeof runSchema>;

async function recentRuns(rest: GitHubRest, file: string): Promise<Result<readonly WorkflowRun[], RestFailure>> {
  return await rest.list({
    route: 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
    parameters: { workflow_id: file },
    property: 'workflow_runs',
    element: runSchema,
    limit: RUNS,
  });
}

async function start(rest: GitHubRest, { file, ref, inputs, seen }: Dispatch): Promise<Result<unknown, RestFailure>> {
  return await rest.request<unknown>({
    route: 'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
    parameters: { workflow_id: file, ref, inputs },
    answer: z.unknown(),
    whenUnknown: async () => {
      const runs = await recentRuns(rest, file);
      if (!runs.ok) return runs;
      return ok(runs.value.find(({ id, event }) => event === 'workflow_dispatch' && !seen.has(id)) ?? null);
    },
  });
}

/** How many of the newest runs, this one and those before it, were dispatched by an app and not by a person. */
function startedByBots(runs: readonly WorkflowRun[], runId: string): number {
  const upToThis = runs.filter(({ id }) => id <= Number(runId));
  const byHand = upToThis.findIndex(
    ({ event, actor }) => event !== 'workflow_dispatch' || actor?.login.endsWith('[bot]') !== true,
  );
  return byHand === -1 ? upToThis.length : byHand;
}

/** `owner/repo/.github/workflows/file.yml@ref` -> `file.yml`. */
function fileOf(workflowRef: string): string | null {
  return /^[^/]+\/[^/]+\/\.github\/workflows\/([^/@]+\.ya?ml)@/.exec(workflowRef)?.[1] ?? null;
}

/** The inputs of a `workflow_dispatch`; none for other events. GitHub takes texts only. */
function inputsOf(event: unknown): Record<string, string> {
  const inputs = typeof event === 'object' && event !== null && 'inputs' in event ? event.inputs : null;
  if (typeof inputs !== 'object' || inputs === null) return {};
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([name, value]) =>
      ['string', 'number', 'boolean'].includes(typeof value) ? [[name, String(value)]] : [],
    ),
  );
}

/** What was rolled back once is not rolled back again. */
function goingOn(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== 'rollback-to-checkpoint'));
}

function isUnexpected(messages: readonly string[]): boolean {
  const text = messages.join('; ');
  return /unexpected inputs/i.test(text) && text.includes(COUNT_INPUT);
}

function dispatchProblem(failure: RestFailure, file: string): Problem {
  const problem = restProblem(failure, `start ${file} again`);
  if (failure.reason === 'forbidden' || failure.reason === 'not-found') {
    return { ...problem, help: 'Give the job `actions: write`; or start the workflow by hand with `resume-from`.' };
  }
  if (failure.reason === 'invalid') {
    return {
      ...problem,
      help: 'The workflow needs `workflow_dispatch` with an input `resume-from`: compile it again.',
    };
  }
  return problem;
}

const NO_FILE = (workflowRef: string): Problem => ({
  code: 'workflow-file-unknown',
  message: `Cannot tell the file of the workflow from ${JSON.stringify(workflowRef)}`,
  help: 'Start the workflow by hand, with this workflow run in the input `resume-from`.',
  exitCode: 1,
});

const TOO_MANY = (runId: string): Problem => ({
  code: 'too-many-continuations',
  message: `The run was continued ${MOST_CONTINUATIONS} times and is still not done`,
  help: `See why it makes no progress; then start the workflow by hand with resume-from: ${runId}, or with a later deadline.`,
  exitCode: 1,
});
