import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ClaudeProject, agentFile } from '../support/claude-project.js';
import { removeFolders } from '../support/git-repository.js';
import { HANG, answer, bash, conversations, costing, fail, read, say, write } from '../support/messages-api.js';
import type { CliResult } from '../support/runner-cli.js';

/* One hybrid workflow with every kind of agent there is, in the real Claude Code CLI against a scripted API. */

const WORKFLOW = `
workflow: w
type: hybrid
budget_usd: 1
phases:
  - name: work
    type: parallel
    max_concurrent: 3
    steps:
      - { agent: editor, task: add-a-note, writes: [note.txt] }
      - agent: breaker
        task: break-and-mend
        writes: [flake.nix, extra.nix]
        validation: [nix flake check]
        on_failure: { retry: 2, delay_seconds: 0 }
      - { agent: stray, task: leave-the-scope, writes: [allowed/**], continue_on_error: true }
      - { agent: claimer, task: claim-without-a-change, continue_on_error: true }
      - { agent: sleeper, task: hang-for-ever, stall_minutes: 0.1, continue_on_error: true }
      - { agent: patient, task: wait-for-the-limit, writes: [patient.txt] }
  - name: costly
    type: sequential
    steps:
      - { agent: spender, task: spend-it-all }
`;

/** Prices of the model: 3 and 15 dollars for a million tokens. */
const DOLLAR = { input: 0, output: 66_667 };

const story = () =>
  conversations({
    'add-a-note': [write('note.txt', 'a note\n'), answer('done', 'wrote a note')],
    'break-and-mend': [
      write('extra.nix', 'oh { no\n'),
      bash(`sed -i 's#checks = { };#checks = import ./extra.nix;#' flake.nix`),
      answer('done', 'added checks'),
      // Claude Code refuses to overwrite a file that is younger than what it knows of it, and the workspace is made anew.
      read('extra.nix'),
      write('extra.nix', '{ }\n'),
      answer('done', 'mended the checks'),
    ],
    'leave-the-scope': [write('elsewhere.txt', 'x\n'), answer('done')],
    'claim-without-a-change': [answer('done', 'all done')],
    'hang-for-ever': [say('thinking'), HANG],
    'wait-for-the-limit': [
      fail(429, 'slow down', { 'retry-after': '1' }),
      write('patient.txt', 'patience\n'),
      answer('done', 'waited'),
    ],
    'spend-it-all': [
      write('first.txt', '1\n'),
      costing(DOLLAR, bash('true')),
      write('second.txt', '2\n'),
      answer('done', 'at last'),
    ],
  });

let project: ClaudeProject;
let first: CliResult;

beforeAll(async () => {
  const files = { 'flake.nix': '{\n  outputs = _: {\n    checks = { };\n  };\n}\n' };
  project = await ClaudeProject.make(WORKFLOW, story(), { files });
  first = await project.run();
}, 240_000);

afterAll(async () => {
  await project.api.close();
  removeFolders();
});

describe('a hybrid workflow of agents', () => {
  test('pauses when the budget is exhausted, with exit code 3 and nothing landed', () => {
    expect([
      first.code,
      project.repository.state('w')['status'],
      project.repository.git('rev-list', '--count', 'HEAD'),
    ]).toEqual([3, 'paused', '1']);
  });

  test('ends each agent as it deserves', () => {
    expect(project.ends()).toEqual({
      'add-a-note': 'completed',
      'break-and-mend': 'completed',
      'leave-the-scope': 'outside-writes',
      'claim-without-a-change': 'agent-changed-nothing',
      'hang-for-ever': 'agent-stalled',
      'wait-for-the-limit': 'completed',
      'spend-it-all': 'agent-out-of-budget',
    });
  });

  test('shows the agent that broke the flake the error, in its own conversation', () => {
    const asked = project.api.requests.filter(({ text }) => text.includes('break-and-mend'));
    const repair = asked.find(({ prompt }) => prompt.includes('did not pass'));
    expect(repair?.prompt).toContain('extra.nix:1');
    expect(repair?.text).toContain('added checks');
  });

  test('goes on when it is resumed with more money, in the conversation that was interrupted', async () => {
    const before = project.api.requests.length;
    const resumed = await project.run(['--resume', '--budget-usd', '5']);
    expect([resumed.code, resumed.stderr, resumed.stdout]).toEqual([0, '', expect.stringContaining('landed')]);
    expect(project.api.requests[before]?.text).toContain('first.txt');
    expect(project.ends()['spend-it-all']).toBe('completed');
  });

  test('lands the right changes and no others', () => {
    const { repository } = project;
    const files = repository.git('diff', '--name-only', 'HEAD@{1}', 'HEAD').split('\n');
    expect(files).toEqual(['extra.nix', 'first.txt', 'flake.nix', 'note.txt', 'patient.txt', 'second.txt']);
    const authors = repository.git(
      'log',
      '--no-merges',
      '--format=%(trailers:key=Workflow-Agent,valueonly,separator=%x2C)',
      'HEAD@{1}..HEAD',
    );
    expect(authors.split('\n').sort()).toEqual(['breaker', 'editor', 'patient', 'spender']);
  });

  test('keeps what failed agents wrote under refs', () => {
    const refs = project.repository.ownRefs();
    expect(Object.keys(refs).filter((name) => name.includes('leave-the-scope'))).toEqual(['leave-the-scope.failed-1']);
  });

  test('counts what the agents have cost, and says that one cost is unknown', () => {
    const { steps } = JSON.parse(readFileSync(project.repository.stateFile('w', 'progress.json'), 'utf8')) as {
      steps: { step_id: string; cost_usd?: number; tokens?: number }[];
    };
    const costs = Object.fromEntries(steps.map(({ step_id: id, cost_usd: cost, tokens }) => [id, [cost, tokens]]));
    expect(costs['add-a-note']).toEqual([0.0075, 2100]);
    expect(costs['hang-for-ever']).toEqual([null, undefined]);
  });
});

test('an agent’s file steers the CLI: its tools, its model and its text', async () => {
  const agents = { editor: agentFile('editor', { tools: 'Read, Write' }, 'You are the quiet editor.') };
  const workflow = 'workflow: w\ntype: sequential\nsteps:\n  - { agent: editor, task: add-a-note }\n';
  const one = await ClaudeProject.make(workflow, story(), { agents });
  expect((await one.run()).code).toBe(0);
  const [request] = one.api.requests;
  expect(request?.system).toContain('You are the quiet editor.');
  expect([...(request?.tools ?? [])].sort()).toEqual(['Read', 'StructuredOutput', 'Write']);
  await one.api.close();
}, 60_000);
