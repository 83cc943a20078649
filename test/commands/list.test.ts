import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ageText } from '../../src/report/age-text.js';
import { runCommandLine } from '../support/command-door.js';
import { newRepository, removeFolders, temporaryFolder } from '../support/git-repository.js';

afterAll(removeFolders);

const WORKFLOW = 'workflow: w\ntype: sequential\nsteps:\n  - run: "true"\n';

/** `state.json` as a run leaves it; times are so many milliseconds before now. */
function state(status: string, beforeMs: number): Record<string, unknown> {
  const at = new Date(Date.now() - beforeMs).toISOString();
  const ended = status === 'completed' || status === 'failed' ? at : null;
  return {
    workflow: 'w',
    status,
    run_id: 'r',
    errors: [],
    total_steps: 1,
    started_at: at,
    updated_at: at,
    completed_at: ended,
  };
}

function repositoryThatRan(document: Record<string, unknown> | string | null): string {
  const root = newRepository({ '.claude/workflows/w.yaml': WORKFLOW });
  if (document === null) return root;
  const path = join(root, '.claude/workflows/w/state.json');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof document === 'string' ? document : JSON.stringify(document));
  return root;
}

const HOUR = 3_600_000;

describe('list', () => {
  test.each([
    { what: 'that never ran', document: null, said: 'never run' },
    { what: 'that completed', document: state('completed', 3 * HOUR + 1000), said: 'completed 3 h ago' },
    { what: 'that failed', document: state('failed', 49 * HOUR), said: 'failed 2 days ago' },
    { what: 'that pauses', document: state('paused', 60_500), said: 'paused 1 min ago' },
    { what: 'whose process is gone', document: state('running', 25 * HOUR), said: 'interrupted yesterday' },
    { what: 'of a damaged time', document: { ...state('failed', 0), completed_at: '\u001b[2J' }, said: 'failed' },
    { what: 'of a status that is none', document: state('\u001b[2J', 0), said: 'never run' },
    { what: 'of a damaged record', document: '{"workflow": "w"', said: 'never run' },
  ])('says of a workflow $what: $said', async ({ document, said }) => {
    const { exitCode, stdout } = await runCommandLine(repositoryThatRan(document), ['list']);
    expect([exitCode, stdout]).toEqual([0, `w  1.0.0  sequential  1 step  ${said}\n`]);
  });

  test('with --json has the status and the time of the last run', async () => {
    const document = state('completed', HOUR);
    const listed = async (of: Record<string, unknown> | null): Promise<object | undefined> => {
      const { stdout } = await runCommandLine(repositoryThatRan(of), ['list', '--json']);
      return (JSON.parse(stdout) as { workflows: object[] }).workflows[0];
    };
    expect(await listed(document)).toMatchObject({ last_status: 'completed', last_at: document['completed_at'] });
    expect(await listed(null)).toMatchObject({ name: 'w', last_status: null, last_at: null });
  });
});

describe.each([{ args: [] }, { args: ['list'] }])('workflow-runner $args', ({ args }) => {
  test('in a repository without workflows names init', async () => {
    const { exitCode, stdout } = await runCommandLine(newRepository(), args);
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^ {2}.* init +writes first workflows/m)]);
  });
});

test('workflow-runner alone outside of a repository says how to make one, and names init', async () => {
  const { exitCode, stderr } = await runCommandLine(temporaryFolder(), []);
  expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/: git init\n {2}then: .* init\n/)]);
});

test.each([
  [-5000, 'just now'],
  [0, 'just now'],
  [59_999, 'just now'],
  [60_000, '1 min ago'],
  [HOUR - 1, '59 min ago'],
  [HOUR, '1 h ago'],
  [24 * HOUR - 1, '23 h ago'],
  [24 * HOUR, 'yesterday'],
  [48 * HOUR, '2 days ago'],
  [1000 * 24 * HOUR, '1000 days ago'],
])('ageText of %d ms is %s', (ms, text) => {
  expect(ageText(ms)).toBe(text);
});
