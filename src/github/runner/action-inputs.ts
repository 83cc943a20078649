import { closestName } from '../../base/closest-name.js';
import type { Problem } from '../../base/problem.js';
import { err, ok, type Result } from '../../base/result.js';

const COMMANDS = ['run', 'plan', 'begin', 'validate', 'publish', 'revert', 'report', 'notify', 'continue'] as const;
export type ActionCommand = (typeof COMMANDS)[number];

/** The inputs of action.yml, read and checked. Those that a command does not use have been checked all the same. */
export interface ActionInputs {
  readonly command: ActionCommand;
  /** null when it was left out. */
  readonly workflow: string | null;
  /** Relative to the workspace, without `..`. */
  readonly workingDirectory: string;
  readonly token: string;
  readonly phase: string | null;
  readonly step: string | null;
  readonly checkpointRequired: boolean;
  readonly firstAttempt: number;
  readonly resumeFrom: string | null;
  readonly dryRun: boolean;
  readonly skipSteps: readonly string[];
  readonly rollbackTo: string | null;
  readonly acceptChanges: boolean;
  readonly partial: boolean;
  readonly agentBackend: string | null;
  /** As given: relative to the workspace of the job, or absolute. */
  readonly agentPath: string | null;
  readonly installAgent: boolean;
  readonly sandbox: 'require' | 'prefer' | 'off' | null;
  /** `HOST` or `HOST:PORT`. */
  readonly allowHosts: readonly string[];
  /** Names of variables. */
  readonly agentEnv: readonly string[];
  readonly maxConcurrent: number | null;
  readonly budgetUsd: number | null;
  /** null for none. */
  readonly deadlineMinutes: number | null;
  readonly publish: 'none' | 'pull-request' | 'push' | null;
  readonly onFailure: 'keep' | 'revert';
  readonly base: string | null;
  readonly branch: string | null;
  readonly commit: string | null;
  /** JSON as in the output `hosts`, not read yet. */
  readonly hosts: string | null;
  readonly title: string | null;
  readonly labels: readonly string[];
  readonly reviewers: readonly string[];
  readonly teamReviewers: readonly string[];
  readonly assignees: readonly string[];
  readonly draft: boolean;
  readonly protectedPaths: readonly string[];
  readonly maxFiles: number;
  readonly maxKilobytes: number;
  readonly commitSigning: boolean;
  readonly range: { readonly from: string; readonly to: string } | null;
  readonly since: string | null;
  readonly issue: boolean;
  /** YAML with secrets in it, not read yet. */
  readonly notify: string | null;
  readonly outcome: 'success' | 'failure';
  readonly pullRequest: number | null;
}

/**
 * Reads the inputs as the runner gives them: `INPUT_<NAME>` in capitals, spaces as underscores, an empty text when left out
 * (actions/toolkit, `getInput`). All that is wrong is told together.
 */
export function readInputs(env: Readonly<Record<string, string | undefined>>): Result<ActionInputs, Problem> {
  const reader = new InputReader(env);
  const inputs: ActionInputs = {
    command: reader.oneOf('command', COMMANDS) ?? 'run',
    workflow: reader.matching('workflow', /^[^/\\\0\r\n]{1,200}$/, 'the name of a workflow, without .yaml'),
    workingDirectory: reader.matching('working-directory', RELATIVE, 'a folder below the workspace') ?? '.',
    token: reader.text('token') ?? '',
    phase: reader.text('phase'),
    step: reader.text('step'),
    checkpointRequired: reader.oneOf('checkpoint', ['required', 'optional']) === 'required',
    firstAttempt: reader.whole('first-attempt', 1) ?? 1,
    resumeFrom: reader.matching('resume-from', /^[1-9]\d{0,18}$/, 'the id of a workflow run, a number'),
    dryRun: reader.flag('dry-run'),
    skipSteps: reader.list('skip-step', WORDS),
    rollbackTo: reader.text('rollback-to-checkpoint'),
    acceptChanges: reader.flag('accept-changes'),
    partial: reader.flag('partial'),
    agentBackend: reader.text('agent-backend'),
    agentPath: reader.matching('agent-path', /^[^\0\r\n]+$/, 'the path of an executable'),
    installAgent: reader.flag('install-agent'),
    sandbox: reader.oneOf('sandbox', ['require', 'prefer', 'off']),
    allowHosts: reader.listOf('allow-hosts', HOST, 'hosts like example.org or example.org:8443'),
    agentEnv: reader.listOf('agent-env', VARIABLE, 'names of variables, none of which is of the runner'),
    maxConcurrent: reader.whole('max-concurrent', 1),
    budgetUsd: reader.amount('budget-usd'),
    deadlineMinutes: reader.whole('deadline-minutes', 0) || null,
    publish: reader.oneOf('publish', ['none', 'pull-request', 'push']),
    onFailure: reader.oneOf('on-failure', ['keep', 'revert']) ?? 'keep',
    base: reader.text('base')?.replace(/^refs\/heads\//, '') ?? null,
    branch: reader.text('branch')?.replace(/^refs\/heads\//, '') ?? null,
    commit: reader.matching('commit', COMMIT, 'a full commit id'),
    hosts: reader.text('hosts'),
    title: reader.matching('title', /^[^\r\n]{1,256}$/, 'one line of at most 256 characters'),
    labels: reader.list('labels', LINES),
    reviewers: reader.list('reviewers', LINES),
    teamReviewers: reader.list('team-reviewers', LINES),
    assignees: reader.list('assignees', LINES),
    draft: reader.flag('draft'),
    protectedPaths: reader.list('protected-paths', /[\r\n]+/),
    maxFiles: reader.whole('max-files', 1) ?? 500,
    maxKilobytes: reader.whole('max-kilobytes', 1) ?? 10_240,
    commitSigning: reader.flag('commit-signing'),
    range: reader.range('range'),
    since: reader.text('since'),
    issue: reader.flag('issue'),
    notify: reader.text('notify'),
    outcome: reader.oneOf('outcome', ['success', 'failure']) ?? 'success',
    pullRequest: reader.whole('pull-request', 1),
  };
  return reader.problems.length === 0 ? ok(inputs) : err(invalid(reader.problems));
}

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const LINES = /[\r\n,]+/;
const RELATIVE = /^(?!\/)(?!(?:.*\/)?\.\.(?:\/|$))[^\\\0\r\n]+$/;

const WORDS = /[\s,]+/;
/** A name or an IPv4 address, without a wildcard, and perhaps a port. */
const HOST =
  /^(?=.{1,253}(?::|$))[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*(?::\d{1,5})?$/;
/** Those of the runner hold tokens, and the ways to speak to it. */
const VARIABLE = /^(?!(?:GITHUB|RUNNER|ACTIONS|INPUT|STATE)_)[A-Za-z_][A-Za-z0-9_]*$/i;

class InputReader {
  readonly problems: string[] = [];
  readonly #env: Readonly<Record<string, string | undefined>>;

  constructor(env: Readonly<Record<string, string | undefined>>) {
    this.#env = env;
  }

  text(name: string): string | null {
    const value = (this.#env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
    return value === '' ? null : value;
  }

  matching(name: string, shape: RegExp, expected: string): string | null {
    const value = this.text(name);
    return value === null || shape.test(value) ? value : this.#wrong(name, expected);
  }

  oneOf<const T extends string>(name: string, values: readonly T[]): T | null {
    const value = this.text(name);
    if (value === null) return null;
    const found = values.find((one) => one === value);
    if (found !== undefined) return found;
    const near = closestName(value, values);
    return this.#wrong(name, `one of ${values.join(', ')}${near === null ? '' : ` (did you mean ${near}?)`}`);
  }

  /** The forms that YAML 1.2 has for them, as in `getBooleanInput`. */
  flag(name: string): boolean {
    const value = this.text(name);
    if (value !== null && !/^(?:true|True|TRUE|false|False|FALSE)$/.test(value)) this.#wrong(name, 'true or false');
    return value?.toLowerCase() === 'true';
  }

  whole(name: string, least: number): number | null {
    const value = this.text(name);
    if (value === null) return null;
    const number = Number(value);
    const fits = /^\d{1,9}$/.test(value) && number >= least;
    return fits ? number : this.#wrong(name, `a whole number, at least ${least}`);
  }

  amount(name: string): number | null {
    const value = this.text(name);
    if (value === null) return null;
    return /^\d{1,9}(?:\.\d+)?$/.test(value) ? Number(value) : this.#wrong(name, 'an amount like 5 or 2.50');
  }

  list(name: string, separator: RegExp): readonly string[] {
    const parts = (this.text(name) ?? '').split(separator).map((part) => part.trim());
    return parts.filter((part) => part !== '');
  }

  /** Words that all have that shape. */
  listOf(name: string, shape: RegExp, expected: string): readonly string[] {
    const parts = this.list(name, WORDS);
    if (!parts.every((part) => shape.test(part))) this.#wrong(name, expected);
    return parts;
  }

  range(name: string): ActionInputs['range'] {
    const value = this.text(name);
    if (value === null) return null;
    const [from = '', to = '', ...more] = value.split('..');
    if (COMMIT.test(from) && COMMIT.test(to) && more.length === 0) return { from, to };
    return this.#wrong(name, 'FROM..TO with full commit ids');
  }

  #wrong(name: string, expected: string): null {
    this.problems.push(`${name}: expected ${expected}, got '${(this.text(name) ?? '').slice(0, 100)}'`);
    return null;
  }
}

function invalid(problems: readonly string[]): Problem {
  const [first = ''] = problems;
  return {
    code: 'invalid-input',
    message: problems.length === 1 ? `input ${first}` : `${problems.length} inputs are wrong`,
    help: problems.length === 1 ? 'see the inputs in action.yml' : problems.join('\n'),
    exitCode: 2,
  };
}
