import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLAUDE_PROGRAM, FAKE_KEY, TEST_MODEL } from '../support/claude-cli.js';
import { logOf, openCompiledBed, type CompiledBed } from '../support/github/compiled-bed.js';
import { outcomes, type CompiledProject } from '../support/github/compiled-project.js';
import type { WorkflowResult } from '../support/github/workflow-executor.js';
import {
  answer,
  HANG,
  openMessagesApi,
  say,
  together,
  write,
  type ApiRequest,
  type MessagesApi,
  type Reply,
} from '../support/messages-api.js';
import { nixEnvironment } from '../support/nix-environment.js';

/*
 * A job that its deadline stops in the middle of a conversation, with the real Claude Code; what the jobs after it do with that
 * conversation, on machines that have nothing of it but the checkpoint.
 */

const OTHER_KEY = `${FAKE_KEY}-of-somebody-else`;

/** Jobs are whole processes with clones and uploads; this is a guard against hangs. */
const LONG_MS = 600_000;

const definition = `workflow: talk
type: sequential
steps:
  - id: write
    agent: writer
    task: write-both
    writes: ['*.txt']
    validation: ['test "$(cat half.txt rest.txt | tr -d "\\n")" = halfrest']
`;

let bed: CompiledBed;
let api: MessagesApi;
let project: CompiledProject;
/** The deadline of a job is when this file is there. */
let bell: string;
let stopped: WorkflowResult;
/** Requests of the stopped run. */
let before: number;
let continued: Promise<WorkflowResult>;
let begunAnew: Promise<WorkflowResult>;
const folders: string[] = [];

/** Writes one file, says a word that nobody else says, and hangs; when it is told to go on, writes the other. */
function script({ prompt, text }: ApiRequest): Reply {
  const isGoingOn = prompt.includes('has been started again');
  if (isGoingOn) return text.includes('rest.txt') ? answer('done', 'wrote both') : write('rest.txt', 'rest\n');
  if (!text.includes('half.txt')) return together(say('swordfish'), write('half.txt', 'half\n'));
  writeFileSync(bell, '');
  return HANG;
}

/** The action with a deadline that is no matter of time: timers of days ring when the bell does. */
function punctualAction(): string {
  const entry = join(bed.lib, 'punctual-action.js');
  const source = `import { existsSync } from 'node:fs';
const ring = globalThis.setTimeout;
globalThis.setTimeout = (what, ms, ...more) => {
  if (!(ms > 200_000_000)) return ring(what, ms, ...more);
  const look = setInterval(() => {
    if (!existsSync(${JSON.stringify(bell)})) return;
    clearInterval(look);
    what();
  }, 50);
  return look;
};
await import('./action.js');
`;
  writeFileSync(entry, source);
  return entry;
}

/** A machine of its own for a workflow run, with Claude Code on PATH. */
function machine(): Record<string, string> {
  const bin = realpathSync(mkdtempSync(join(tmpdir(), 'workflow-runner-bin-')));
  symlinkSync(CLAUDE_PROGRAM, join(bin, 'claude'));
  const own = nixEnvironment();
  folders.push(bin, own['HOME'] ?? bin);
  return { ...own, PATH: `${bin}:${own['PATH'] ?? ''}`, ANTHROPIC_BASE_URL: api.url, ANTHROPIC_MODEL: TEST_MODEL };
}

/** A run that goes on from the stopped one, in a job that has that key; what is asked with it is told apart by it. */
function goOn(key: string): Promise<WorkflowResult> {
  // The phase alone: what follows it has tests of its own.
  const inputs = { 'resume-from': String(stopped.runId), phase: 'sequential' };
  return project.dispatch('talk', { inputs, secrets: { ANTHROPIC_API_KEY: key }, machine: machine() });
}

function firstAskedWith(key: string, since = 0): ApiRequest | undefined {
  return api.requests.slice(since).find(({ headers }) => headers['x-api-key'] === key);
}

beforeAll(async () => {
  bed = await openCompiledBed();
  api = await openMessagesApi(script);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'workflow-runner-bell-')));
  folders.push(folder);
  bell = join(folder, 'rung');
  const compile = [['talk', '--deadline-minutes', '4000', '--sandbox', 'prefer']];
  project = bed.project({ files: { '.claude/workflows/talk.yaml': definition }, compile });
  const secrets = { ANTHROPIC_API_KEY: FAKE_KEY };
  stopped = await project.dispatch('talk', { secrets, machine: machine(), action: { entry: punctualAction() } });
  before = api.requests.length;
  continued = goOn(FAKE_KEY);
  begunAnew = goOn(OTHER_KEY);
}, LONG_MS);

afterAll(async () => {
  await Promise.allSettled([continued, begunAnew]);
  await bed.close();
  await api.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test('a job stopped by its deadline in mid-conversation leaves it sealed in its checkpoint', () => {
  expect(existsSync(bell)).toBe(true);
  expect(outcomes(stopped)).toMatchObject({ sequential: 'failure', continue: 'success', publish: 'skipped' });
  expect(logOf(stopped, 'sequential')).toContain('paused (deadline)');
});

test(
  'the next run goes on in that conversation, on a fresh clone, through a job without the key',
  async () => {
    const result = await continued;
    expect([result.conclusion, logOf(result)]).toEqual([
      'success',
      expect.not.stringContaining('conversation of step'),
    ]);
    const first = firstAskedWith(FAKE_KEY, before);
    expect(first?.text).toContain('swordfish');
    expect(first?.text).toContain('File created successfully');
    expect(first?.prompt).toContain('still holds what you have changed');
  },
  LONG_MS,
);

test(
  'with another key a new conversation begins, and the work is there',
  async () => {
    const result = await begunAnew;
    expect([result.conclusion, logOf(result)]).toEqual([
      'success',
      expect.stringContaining('The conversation of step write was sealed with another key, or changed'),
    ]);
    const first = firstAskedWith(OTHER_KEY);
    expect([first?.turns, first?.text.includes('swordfish')]).toEqual([0, false]);
    expect(first?.prompt).toContain('still holds what you have changed');
  },
  LONG_MS,
);
