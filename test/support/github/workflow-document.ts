import { parse } from 'yaml';

/** A workflow file, as far as the test bed runs it. Fields hold what stands there, expressions not evaluated. */
export interface WorkflowDocument {
  readonly name: string | null;
  readonly on: Readonly<Record<string, unknown>>;
  readonly env: Fields;
  /** undefined when nothing is said. */
  readonly permissions: unknown;
  readonly concurrency: unknown;
  readonly defaults: RunDefaults;
  readonly jobs: ReadonlyMap<string, JobDocument>;
}

export interface JobDocument {
  readonly id: string;
  readonly name: string | null;
  readonly needs: readonly string[];
  readonly if: unknown;
  readonly runsOn: unknown;
  readonly permissions: unknown;
  readonly environment: unknown;
  readonly concurrency: unknown;
  readonly outputs: Fields;
  readonly env: Fields;
  readonly defaults: RunDefaults;
  readonly timeoutMinutes: unknown;
  readonly strategy: Fields;
  readonly continueOnError: unknown;
  readonly steps: readonly StepDocument[];
}

export interface StepDocument {
  readonly id: string | null;
  readonly name: string | null;
  readonly if: unknown;
  readonly uses: string | null;
  readonly run: string | null;
  readonly shell: string | null;
  readonly workingDirectory: string | null;
  readonly with: Fields;
  readonly env: Fields;
  readonly continueOnError: unknown;
  readonly timeoutMinutes: unknown;
}

export type Fields = Readonly<Record<string, unknown>>;

interface RunDefaults {
  readonly shell: string | null;
  readonly workingDirectory: string | null;
}

const WORKFLOW_KEYS = 'name run-name on env permissions concurrency defaults jobs';
const JOB_KEYS =
  'name needs if runs-on permissions environment concurrency outputs env defaults timeout-minutes strategy continue-on-error steps';
const STEP_KEYS = 'id name if uses run shell working-directory with env continue-on-error timeout-minutes';

/** Reads a workflow. Throws for what the test bed does not know, so that nothing is left out silently. */
export function parseWorkflow(text: string): WorkflowDocument {
  const root = fieldsOf(parse(text), 'workflow');
  onlyKeys(root, WORKFLOW_KEYS, 'workflow');
  const on = root['on'];
  const events = typeof on === 'string' ? [on] : on;
  const jobs = Object.entries(fieldsOf(root['jobs'], 'jobs')).map(([id, job]) => [id, parseJob(id, job)] as const);
  return {
    name: textOf(root['name']),
    on: Array.isArray(events) ? Object.fromEntries(events.map((one) => [String(one), {}])) : fieldsOf(events, 'on'),
    env: fieldsOf(root['env'], 'env'),
    permissions: root['permissions'],
    concurrency: root['concurrency'],
    defaults: defaultsOf(root['defaults']),
    jobs: new Map(jobs),
  };
}

/**
 * Values of the inputs of a `workflow_dispatch`, typed, with their defaults. Throws for what GitHub refuses: unknown and missing inputs,
 * and values that are no choice.
 */
export function dispatchInputs(document: WorkflowDocument, given: Readonly<Record<string, string>>): Fields {
  const declared = fieldsOf(fieldsOf(document.on['workflow_dispatch'], 'workflow_dispatch')['inputs'], 'inputs');
  const unknown = Object.keys(given).filter((name) => !(name in declared));
  if (unknown.length > 0) throw new Error(`422: Unexpected inputs provided: ${JSON.stringify(unknown)}`);
  const values = Object.entries(declared).map(([name, declaration]) => [name, inputValue(name, declaration, given)]);
  return Object.fromEntries(values) as Fields;
}

function inputValue(name: string, declaration: unknown, given: Readonly<Record<string, string>>): unknown {
  const input = fieldsOf(declaration, name);
  const { type } = input;
  const value = given[name] ?? input['default'];
  if (value === undefined && input['required'] === true) throw new Error(`422: Required input '${name}' not provided`);
  if (type === 'boolean') return value === true || value === 'true';
  if (type === 'number') return Number(value ?? 0);
  if (type !== 'choice') return textOf(value) ?? '';
  const options = Array.isArray(input['options']) ? input['options'].map(String) : [];
  const chosen = textOf(value) ?? options[0] ?? '';
  if (options.includes(chosen)) return chosen;
  throw new Error(`422: Provided value '${chosen}' for input '${name}' not in the list of allowed values`);
}

function parseJob(id: string, value: unknown): JobDocument {
  const job = fieldsOf(value, id);
  onlyKeys(job, JOB_KEYS, `job ${id}`);
  const needs = job['needs'] ?? [];
  const steps = Array.isArray(job['steps']) ? (job['steps'] as unknown[]) : [];
  return {
    id,
    name: textOf(job['name']),
    needs: (Array.isArray(needs) ? needs : [needs]).map(String),
    if: job['if'],
    runsOn: job['runs-on'],
    permissions: job['permissions'],
    environment: job['environment'],
    concurrency: job['concurrency'],
    outputs: fieldsOf(job['outputs'], 'outputs'),
    env: fieldsOf(job['env'], 'env'),
    defaults: defaultsOf(job['defaults']),
    timeoutMinutes: job['timeout-minutes'],
    strategy: fieldsOf(job['strategy'], 'strategy'),
    continueOnError: job['continue-on-error'],
    steps: steps.map((step, index) => parseStep(step, `job ${id}, step ${index + 1}`)),
  };
}

function parseStep(value: unknown, place: string): StepDocument {
  const step = fieldsOf(value, place);
  onlyKeys(step, STEP_KEYS, place);
  return {
    id: textOf(step['id']),
    name: textOf(step['name']),
    if: step['if'],
    uses: textOf(step['uses']),
    run: textOf(step['run']),
    shell: textOf(step['shell']),
    workingDirectory: textOf(step['working-directory']),
    with: fieldsOf(step['with'], 'with'),
    env: fieldsOf(step['env'], 'env'),
    continueOnError: step['continue-on-error'],
    timeoutMinutes: step['timeout-minutes'],
  };
}

function defaultsOf(value: unknown): RunDefaults {
  const run = fieldsOf(fieldsOf(value, 'defaults')['run'], 'run');
  return { shell: textOf(run['shell']), workingDirectory: textOf(run['working-directory']) };
}

function onlyKeys(fields: Fields, known: string, place: string): void {
  const unknown = Object.keys(fields).filter((key) => !known.split(' ').includes(key));
  if (unknown.length > 0) throw new Error(`The test bed does not know ${unknown.join(', ')} in ${place}.`);
}

function fieldsOf(value: unknown, place: string): Fields {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw new Error(`${place} is not a mapping.`);
  return value as Fields;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
