import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { openGitHub } from '../../support/github/api-github.js';
import { entryScript, removeEntryScripts } from '../../support/github/entry-script.js';
import { openLocalGitHub, type LocalGitHub } from '../../support/github/local-bed.js';
import { runWorkflow, type WorkflowRequest, type WorkflowResult } from '../../support/github/workflow-executor.js';
import {
  commitFiles,
  newRepository,
  removeFolders,
  temporaryFolder,
  writeFiles,
} from '../../support/git-repository.js';

const REPOSITORY = 'me/nixos';
const PATH = '.github/workflows/w.yml';
let github: LocalGitHub;
let actionFile: string;

beforeAll(async () => {
  const folder = temporaryFolder();
  github = await openLocalGitHub(folder);
  const source = newRepository();
  commitFiles(source, { 'c.nix': '3\n' }, 'second');
  github.addRepository(REPOSITORY, source);
  writeFiles(folder, {
    'action.yml': `inputs:
  command: { default: run }
  token: { default: '\${{ github.token }}' }
runs: { using: node24, main: index.mjs, post: index.mjs, post-if: always() }
`,
  });
  actionFile = join(folder, 'action.yml');
});

afterAll(async () => {
  await github.close();
  removeEntryScripts();
  removeFolders();
});

type Options = Partial<Omit<WorkflowRequest, 'github' | 'repository' | 'workflow'>>;

/** Runs the jobs of this text; workflows of these tests have one event and no name. */
function run(jobs: string, options: Options = {}): Promise<WorkflowResult> {
  const text = jobs.includes('\non:') || jobs.startsWith('on:') ? jobs : `on: push\njobs:\n${jobs}`;
  return runWorkflow({
    github,
    repository: REPOSITORY,
    workflow: { path: PATH, text },
    event: { name: text.includes('workflow_dispatch') ? 'workflow_dispatch' : 'push' },
    ...options,
    action: { file: actionFile, ...options.action },
  });
}

function results({ jobs }: WorkflowResult): Record<string, string> {
  return Object.fromEntries(Object.entries(jobs).map(([id, job]) => [id, job.result]));
}

describe('jobs', () => {
  test('hand outputs on, through a matrix made of them', async () => {
    const done = await run(`
  plan:
    outputs: { list: '\${{ steps.a.outputs.list }}' }
    steps: [{ id: a, run: 'echo list=[1,2] >> $GITHUB_OUTPUT' }]
  each:
    needs: plan
    strategy: { matrix: { step: '\${{ fromJSON(needs.plan.outputs.list) }}' }, max-parallel: 1 }
    outputs: { last: '\${{ steps.b.outputs.n }}' }
    steps: [{ id: b, run: 'echo "n=$N" >> $GITHUB_OUTPUT', env: { N: '\${{ matrix.step }}' } }]
`);
    expect(done.jobs['each']?.runs.map((one) => one.name)).toEqual(['each (1)', 'each (2)']);
    expect([done.conclusion, done.jobs['each']?.outputs]).toEqual(['success', { last: '2' }]);
  });

  test('after a failure are skipped, unless their condition asks for a status', async () => {
    const done = await run(`
  a: { steps: [{ run: exit 1 }] }
  b: { needs: a, steps: [{ run: 'true' }] }
  c: { needs: b, if: failure(), steps: [{ run: 'true' }] }
  d: { needs: [a, b], if: "!cancelled() && needs.a.result == 'failure'", steps: [{ run: 'true' }] }
`);
    expect(results(done)).toEqual({ a: 'failure', b: 'skipped', c: 'success', d: 'success' });
    expect(done.conclusion).toBe('failure');
  });

  test('are skipped when a job far before them was, although the one that they need succeeded', async () => {
    const done = await run(`
  a: { if: false, steps: [{ run: 'true' }] }
  b: { needs: a, if: always(), steps: [{ run: 'true' }] }
  c: { needs: b, steps: [{ run: 'true' }] }
`);
    expect(results(done)).toEqual({ a: 'skipped', b: 'success', c: 'skipped' });
  });

  test('with an empty matrix fail', async () => {
    const done = await run(`  a: { strategy: { matrix: { x: '\${{ fromJSON(''[]'') }}' } }, steps: [] }\n`);
    expect(done.jobs['a']).toMatchObject({
      result: 'failure',
      message: expect.stringContaining('does not contain any'),
    });
  });

  test('do not give on an output with a secret in it', async () => {
    const done = await run(
      `  a:
    outputs: { open: '\${{ steps.x.outputs.open }}', key: '\${{ steps.x.outputs.key }}' }
    steps: [{ id: x, run: 'echo "key=<$K>" >> $GITHUB_OUTPUT; echo open=1 >> $GITHUB_OUTPUT; echo "it is $K"', env: { K: '\${{ secrets.KEY }}' } }]
`,
      { secrets: { KEY: 'sesame' } },
    );
    expect(done.jobs['a']?.outputs).toEqual({ open: '1' });
    expect(done.jobs['a']?.runs[0]?.log).toBe('it is ***');
  });

  test('get a token with the rights of their own permissions, else those of the workflow', async () => {
    const done = await run(`on: push
permissions: {}
jobs:
  a: { steps: [{ run: 'true' }] }
  b: { permissions: { contents: write }, steps: [{ run: 'true' }] }
`);
    const rights = Object.values(done.jobs).map((job) => job.runs[0]?.permissions);
    expect(rights).toEqual([{}, { contents: 'write' }]);
  });

  test('of a pull request from a fork have no secrets and only read', async () => {
    const done = await run(
      `  a: { permissions: { contents: write }, steps: [{ run: 'test -z "$K"', env: { K: '\${{ secrets.KEY }}' } }] }\n`,
      { secrets: { KEY: 'sesame' }, event: { name: 'push', fromFork: true } },
    );
    expect([done.conclusion, done.jobs['a']?.runs[0]?.permissions]).toEqual(['success', { contents: 'read' }]);
  });
});

describe('steps', () => {
  test('see inputs with their defaults and types', async () => {
    const done = await run(
      `on:
  workflow_dispatch:
    inputs: { a: { default: x }, b: { type: boolean, default: false }, c: { type: boolean } }
jobs:
  a: { steps: [{ if: "inputs.b == false && inputs.c", run: 'test "$A" = x', env: { A: '\${{ inputs.a }}' } }] }
`,
      { inputs: { c: 'true' } },
    );
    expect(done.jobs['a']?.runs[0]?.steps.map((step) => step.conclusion)).toEqual(['success']);
  });

  test('after a failed one run only when they ask for it', async () => {
    const done = await run(`
  a:
    steps:
      - { run: exit 3, continue-on-error: true, id: soft }
      - { run: 'test \${{ steps.soft.outcome }}-\${{ steps.soft.conclusion }} = failure-success' }
      - { run: exit 1 }
      - { run: 'true' }
      - { run: 'true', if: always() }
`);
    const conclusions = done.jobs['a']?.runs[0]?.steps.map((step) => step.conclusion);
    expect(conclusions).toEqual(['success', 'success', 'failure', 'skipped', 'success']);
  });

  test('that run scripts are not told about the services that actions use', async () => {
    const done = await run(`  a: { steps: [{ run: 'env | grep -c ^ACTIONS_ || true' }] }\n`);
    expect(done.jobs['a']?.runs[0]?.log).toBe('0');
  });

  test('find variables and folders that the ones before added', async () => {
    const done = await run(`
  a:
    steps:
      - { run: 'echo "X=1" >> $GITHUB_ENV; echo /added >> $GITHUB_PATH' }
      - { run: 'echo "$X $Y \${PATH%%:*}"', env: { Y: '\${{ env.X }}' } }
`);
    expect(done.jobs['a']?.runs[0]?.log).toBe('1 1 /added');
  });

  test('that use an unknown action are an error of the test', async () => {
    await expect(run(`  a: { steps: [{ uses: some/action@v1 }] }\n`)).rejects.toThrow('some/action@v1');
  });
});

describe('checkout', () => {
  test('is a fresh clone of one commit on the branch, with no credentials left when told so', async () => {
    const done = await run(`
  a:
    steps:
      - { uses: actions/checkout@v6, with: { persist-credentials: false } }
      - { run: 'git rev-list --count HEAD; git branch --show-current; git config --get-regexp includeif || echo none' }
`);
    expect(done.jobs['a']?.runs[0]?.log).toBe('1\nmain\nnone');
  });

  test('has the whole history with fetch-depth 0, and credentials until the post step', async () => {
    const done = await run(`
  a:
    steps:
      - { uses: actions/checkout@v6, with: { fetch-depth: 0 } }
      - { run: 'git rev-list --count HEAD; ls $RUNNER_TEMP | grep -c credentials' }
`);
    const [job] = done.jobs['a']?.runs ?? [];
    expect([job?.log, job?.steps.at(-1)?.name]).toEqual(['2\n1', 'Post actions/checkout@v6']);
  });
});

describe('checkout over HTTP', () => {
  const CLONE_AND_PUSH = `on: push
jobs:
  a:
    permissions: { contents: RIGHT }
    steps:
      - { uses: actions/checkout@v6 }
      - { run: git push origin HEAD:refs/heads/other }
`;

  test.each([
    ['none', ['failure', 'skipped']],
    ['read', ['success', 'failure', 'success']],
    ['write', ['success', 'success', 'success']],
  ])('can do what `contents: %s` allows, with the kept credentials', async (right, expected) => {
    const served = await openGitHub();
    try {
      served.createRepository({ name: REPOSITORY, files: { 'a.nix': '1' }, settings: { private: true } });
      const done = await runWorkflow({
        github: served,
        repository: REPOSITORY,
        workflow: { path: PATH, text: CLONE_AND_PUSH.replace('RIGHT', right) },
        event: { name: 'push' },
      });
      expect(done.jobs['a']?.runs[0]?.steps.map((step) => step.conclusion)).toEqual(expected);
    } finally {
      await served.close();
    }
  });
});

describe('the action under test', () => {
  test('runs with defaults, and its post steps in reverse order, with what the main steps saved', async () => {
    const entry = entryScript(`import { appendFileSync } from 'node:fs';
      const { INPUT_COMMAND: command, STATE_x: state } = process.env;
      console.log(state === undefined ? 'main ' + command : 'post ' + state);
      if (state === undefined) appendFileSync(process.env.GITHUB_STATE, 'x=' + command + '\\n');`);
    const done = await run(
      `  a: { steps: [{ uses: ./ }, { uses: o/workflow-runner@v1, with: { command: plan } }, { run: exit 1 }] }\n`,
      { action: { entry } },
    );
    expect(done.jobs['a']?.runs[0]?.log).toBe('main run\nmain plan\npost plan\npost run');
  });

  test('is not given an input that it does not have', async () => {
    const entry = entryScript('');
    const wrong = run(`  a: { steps: [{ uses: ./, with: { comand: plan } }] }\n`, { action: { entry } });
    await expect(wrong).rejects.toThrow("Unexpected input(s) 'comand'");
  });
});

describe('interruptions', () => {
  const SLOW = `
  a: { steps: [{ run: 'echo begun; exec sleep 30' }, { run: echo after }, { run: echo always, if: always() }] }
  b: { needs: a, if: always(), steps: [{ run: 'echo \${{ needs.a.result }}' }] }
`;

  test('cancel: later steps run only when they ask for it', async () => {
    const onJob = (job: { id: string }) =>
      job.id === 'a' ? ({ kind: 'cancel', when: { output: 'begun' } } as const) : null;
    const done = await run(SLOW, { onJob });
    const [job] = done.jobs['a']?.runs ?? [];
    expect(job?.steps.map((step) => step.conclusion)).toEqual(['cancelled', 'skipped', 'success']);
    expect([done.conclusion, done.jobs['b']?.runs[0]?.log]).toEqual(['cancelled', 'cancelled']);
  });

  test('kill: nothing of the job runs any more, and it has failed', async () => {
    const onJob = (job: { id: string }) =>
      job.id === 'a' ? ({ kind: 'kill', when: { output: 'begun' } } as const) : null;
    const done = await run(SLOW, { onJob });
    const [job] = done.jobs['a']?.runs ?? [];
    expect([job?.result, job?.steps, done.jobs['b']?.runs[0]?.log]).toEqual(['failure', [], 'failure']);
  });

  test('timeout-minutes cancel the job', async () => {
    const done = await run(`  a: { timeout-minutes: 1, steps: [{ run: exec sleep 30 }] }\n`, { minuteMs: 200 });
    expect(results(done)).toEqual({ a: 'cancelled' });
  });

  test('of the workflow run: jobs that wait do not begin', async () => {
    const onJob = () => ({ kind: 'cancel-run', when: { output: 'begun' } }) as const;
    const done = await run(
      `  a: { steps: [{ run: 'echo begun; exec sleep 30' }] }
  b: { needs: a, if: "!cancelled()", steps: [{ run: 'true' }] }
  c: { needs: a, if: always(), steps: [{ run: 'true' }] }
`,
      { onJob },
    );
    expect(results(done)).toEqual({ a: 'cancelled', b: 'cancelled', c: 'success' });
  });
});

describe('a re-run of failed jobs', () => {
  const FLAKY = `
  plan:
    outputs: { attempt: '\${{ steps.a.outputs.attempt }}' }
    steps: [{ id: a, run: 'echo attempt=$GITHUB_RUN_ATTEMPT >> $GITHUB_OUTPUT' }]
  each:
    needs: plan
    strategy: { fail-fast: false, matrix: { x: [1, 2] } }
    steps: [{ run: 'echo \${{ matrix.x }} in $GITHUB_RUN_ATTEMPT; test \${{ matrix.x }}$GITHUB_RUN_ATTEMPT != 21' }]
  end:
    needs: [plan, each]
    steps: [{ run: 'echo planned in \${{ needs.plan.outputs.attempt }}, ended in $GITHUB_RUN_ATTEMPT' }]
`;

  test('keeps what succeeded, its outputs too, and runs what comes after', async () => {
    const first = await run(FLAKY);
    const second = await run(FLAKY, { rerun: { of: first, jobs: 'failed' } });
    const logs = Object.values(second.jobs).flatMap((job) => job.runs.map((one) => one.log));
    expect(results(first)).toEqual({ plan: 'success', each: 'failure', end: 'skipped' });
    expect(logs).toEqual(['', '1 in 1', '2 in 2', 'planned in 1, ended in 2']);
  });

  test('stays at the commit and in the workflow run of the first attempt', async () => {
    const first = await run(FLAKY);
    const second = await run(FLAKY, { rerun: { of: first, jobs: 'failed' }, event: { name: 'push', sha: 'other' } });
    expect([second.runId, second.attempt, second.facts.sha]).toEqual([first.runId, 2, first.facts.sha]);
    expect(github.runs.get(first.runId)).toMatchObject({ attempt: 2, status: 'completed', conclusion: 'success' });
  });
});
