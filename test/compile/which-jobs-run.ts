import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { truthy } from '@actions/expressions/result';
import type { GitHubWorkflow } from '../../src/compile/workflow-tree.js';

/** How the jobs end; what is not named succeeds, and the last phase completes the run. */
export interface Story {
  /** Inputs of the dispatch; none for a scheduled run. */
  readonly inputs?: Readonly<Record<string, string | boolean>>;
  readonly failing?: readonly string[];
  /** Job to the reason why it paused. */
  readonly paused?: Readonly<Record<string, string>>;
  /** Job to its output `status` where it is not `completed`. */
  readonly statuses?: Readonly<Record<string, string>>;
  readonly landed?: boolean;
}

interface Ended {
  readonly result: 'success' | 'failure' | 'skipped';
  readonly outputs: Readonly<Record<string, string>>;
}

/** The jobs that run, in the order of the file, judged by GitHub's own evaluator of expressions. */
export function whichJobsRun(workflow: GitHubWorkflow, story: Story): string[] {
  const ended = new Map<string, Ended>();
  for (const [id, job] of Object.entries(workflow.jobs)) {
    const needs = Object.fromEntries((job.needs ?? []).map((need) => [need, ended.get(need)]));
    const runs = job.if === undefined || holds(job.if, { needs, inputs: story.inputs ?? {} });
    ended.set(id, runs ? endOf(id, story) : { result: 'skipped', outputs: {} });
  }
  return [...ended].flatMap(([id, { result }]) => (result === 'skipped' ? [] : [id]));
}

function endOf(id: string, { failing = [], paused = {}, statuses = {}, landed = false }: Story): Ended {
  const failed = failing.includes(id);
  const status = failed ? 'failed' : (statuses[id] ?? (id === 'validate' ? 'valid' : 'completed'));
  const outputs = { status, paused: paused[id] ?? '', landed: String(landed), attempt: '1' };
  return { result: failed ? 'failure' : 'success', outputs };
}

function holds(text: string, contexts: Readonly<Record<string, unknown>>): boolean {
  const inner = /^\$\{\{ (.*) \}\}$/.exec(text)?.[1];
  if (inner === undefined) throw new Error(`not one expression: ${text}`);
  const functions = [
    { name: 'cancelled', description: '', minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(false) },
  ];
  const tree = new Parser(new Lexer(inner).lex().tokens, Object.keys(contexts), functions).parse();
  const dictionary = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  const known = new Map(functions.map((one) => [one.name, one]));
  return truthy(new Evaluator(tree, dictionary, known).evaluate());
}
