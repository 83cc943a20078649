import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { Problem } from '../../base/problem.js';
import { err, ok, type Result } from '../../base/result.js';
import type { RunnerFacts } from './runner-facts.js';

/** Reads what the runner says in the environment of an action, and its event file. The problem names what is missing. */
export function readRunnerFacts(env: Readonly<Record<string, string | undefined>>): Result<RunnerFacts, Problem> {
  const missing: string[] = [];
  const get = (name: string, shape: RegExp): string => {
    const value = env[name] ?? '';
    if (!shape.test(value)) missing.push(name);
    return value;
  };
  const repository = get('GITHUB_REPOSITORY', /^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/);
  const [owner = '', repo = ''] = repository.split('/');
  const facts: RunnerFacts = {
    owner,
    repo,
    runId: get('GITHUB_RUN_ID', /^[1-9]\d{0,18}$/),
    attempt: Number(get('GITHUB_RUN_ATTEMPT', /^[1-9]\d{0,8}$/)),
    job: get('GITHUB_JOB', /^[A-Za-z_][A-Za-z0-9_-]*$/),
    sha: get('GITHUB_SHA', /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
    ref: env['GITHUB_REF'] ?? '',
    eventName: get('GITHUB_EVENT_NAME', /^[a-z_]+$/),
    event: readEvent(env['GITHUB_EVENT_PATH'] ?? ''),
    actor: env['GITHUB_ACTOR'] ?? '',
    workflowRef: env['GITHUB_WORKFLOW_REF'] ?? '',
    workspace: get('GITHUB_WORKSPACE', ABSOLUTE),
    temp: get('RUNNER_TEMP', ABSOLUTE),
    serverUrl: get('GITHUB_SERVER_URL', URL_SHAPE).replace(/\/+$/, ''),
    apiUrl: get('GITHUB_API_URL', URL_SHAPE).replace(/\/+$/, ''),
  };
  if (missing.length === 0 && isAbsolute(facts.workspace)) return ok(facts);
  return err({
    code: 'not-on-a-runner',
    message: `this is an action, and the variables of a GitHub runner are missing: ${missing.join(', ')}`,
    help: 'use it in a workflow (uses: …), or use the command line: workflow-runner --help',
    exitCode: 2,
  });
}

const ABSOLUTE = /^\//;
const URL_SHAPE = /^https?:\/\/[^\s/]+/;

/** The event's payload; an empty object when there is none, as in `@actions/github`. */
function readEvent(path: string): unknown {
  if (path === '') return {};
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch {
    return {};
  }
}
