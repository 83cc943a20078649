import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { DEFAULT_OPTIONS, type CompileOptions } from '../../src/compile/compile-options.js';
import { agentSetup } from '../../src/compile/agent-setup.js';
import { compileWorkflow } from '../../src/compile/compile-workflow.js';
import type { GitHubJob, GitHubWorkflow } from '../../src/compile/workflow-tree.js';
import { parseCondition } from '../../src/definition/parse-condition.js';
import type { Workflow } from '../../src/definition/workflow.js';
import { auditWorkflow } from '../support/audit-workflow.js';
import { agentStep, commandStep, nestedStep, phase, planOf, workflow } from '../support/workflow.js';
import { whichJobsRun } from './which-jobs-run.js';

function textOf(top: Workflow, options: Partial<CompileOptions> = {}, ...others: readonly Workflow[]): string {
  const compiled = compileWorkflow(top, planOf(top, ...others), { ...DEFAULT_OPTIONS, ...options });
  if (!compiled.ok) throw new Error(compiled.error.message);
  return compiled.value;
}

const treeOf = (...args: Parameters<typeof textOf>): GitHubWorkflow => parse(textOf(...args)) as GitHubWorkflow;

function jobOf(tree: GitHubWorkflow, id: string): GitHubJob {
  const job = tree.jobs[id];
  if (job === undefined) throw new Error(`no job ${id} among ${Object.keys(tree.jobs).join(', ')}`);
  return job;
}

const refactor = workflow('refactor', [
  phase('validation', 'sequential', [commandStep('look')]),
  phase('work', 'parallel', [agentStep('split'), commandStep('format')], { maxConcurrent: 2 }),
  phase('final', 'sequential', [commandStep('check')]),
]);
const tree = treeOf(refactor);

describe('a compiled workflow', () => {
  test('has plan, a job for each phase, validate, publish, verify and continue, in this order', () => {
    expect(Object.keys(tree.jobs)).toEqual([
      'plan',
      'validation',
      'work',
      'final',
      'validate',
      'publish',
      'verify',
      'continue',
    ]);
  });

  test('has a job that joins and validates when the last phase is parallel', () => {
    const last = treeOf(workflow('parallel', [phase('parallel', 'parallel', [commandStep('a'), commandStep('b')])]));
    expect(jobOf(last, 'result').needs).toEqual(['plan', 'parallel']);
    expect(jobOf(last, 'validate').needs).toEqual(['plan', 'result']);
    expect(jobOf(last, 'result').steps.at(-1)?.with).toMatchObject({ command: 'run', checkpoint: 'required' });
  });

  test('runs the children of a parallel phase as a matrix, as many at once as the definition says', () => {
    const { strategy, steps } = jobOf(tree, 'work');
    expect(strategy).toEqual({ 'fail-fast': false, 'max-parallel': 2, matrix: { step: ['split', 'format'] } });
    expect(steps.at(-1)?.with).toMatchObject({ phase: 'work', step: '${{ matrix.step }}' });
  });

  test('names a nested workflow in a matrix by its path, as one child', () => {
    const inner = workflow('inner', [phase('sequential', 'sequential', [commandStep('x'), commandStep('y')])]);
    const outer = workflow('outer', [phase('both', 'parallel', [nestedStep('n', 'inner'), commandStep('z')])]);
    expect(jobOf(treeOf(outer, {}, inner), 'both').strategy?.matrix).toEqual({ step: ['n', 'z'] });
  });

  test('passes the security audit, also when it may push and revert', () => {
    expect(auditWorkflow(textOf(refactor))).toEqual([]);
    expect(auditWorkflow(textOf(refactor, { publish: 'push', onFailure: 'revert', tokenSecret: 'BOT' }))).toEqual([]);
  });

  test('G2: may write in publish, revert and continue alone, and these install no Nix and get no secret of agents', () => {
    const all = treeOf(refactor, { publish: 'push', onFailure: 'revert' });
    const writers = Object.entries(all.jobs).filter(([, job]) => Object.values(job.permissions).includes('write'));
    expect(writers.map(([id, job]) => [id, job.permissions])).toEqual([
      ['publish', { contents: 'write', 'pull-requests': 'write' }],
      ['revert', { contents: 'write', 'pull-requests': 'write' }],
      ['continue', { actions: 'write' }],
    ]);
    expect(JSON.stringify(writers)).not.toMatch(/nix-installer|secrets\./);
  });

  test('tells people in one last job, which alone has the secret and the rights that are asked for', () => {
    const all = treeOf(refactor, { notify: ['github-issue', 'github-comment', 'PEOPLE'], onFailure: 'revert' });
    const { needs, permissions, steps } = jobOf(all, 'notify');
    expect(needs).toEqual(Object.keys(all.jobs).slice(0, -1));
    expect(permissions).toEqual({ contents: 'read', issues: 'write', 'pull-requests': 'write' });
    expect(steps.at(-1)?.with?.['notify']).toBe('- type: github-issue\n- type: github-comment\n${{ secrets.PEOPLE }}');
    const { notify, ...others } = all.jobs;
    expect([JSON.stringify(notify), JSON.stringify(others)].map((text) => text.includes('PEOPLE'))).toEqual([
      true,
      false,
    ]);
    expect(JSON.stringify(notify)).not.toMatch(/nix-installer|ANTHROPIC/);
    expect(auditWorkflow(textOf(refactor, { notify: ['PEOPLE'] }))).toEqual([]);
    expect(jobOf(treeOf(refactor, { notify: ['PEOPLE'] }), 'notify').permissions).toEqual({ contents: 'read' });
  });

  test.each([
    { of: 'success', story: {}, told: true },
    { of: 'a failed phase', story: { failing: ['work'] }, told: true },
    { of: 'a failed plan', story: { failing: ['plan'] }, told: true },
    { of: 'a failed publication', story: { failing: ['publish'] }, told: true },
    { of: 'a deadline, after which it goes on by itself', story: { paused: { work: 'deadline' } }, told: false },
    {
      of: 'a deadline, where nothing goes on',
      story: { paused: { work: 'deadline' }, failing: ['continue'] },
      told: true,
    },
    { of: 'a dry run', story: { inputs: { 'dry-run': true } }, told: false },
  ])('tells people of $of: $told', ({ story, told }) => {
    const jobs = whichJobsRun(treeOf(refactor, { notify: ['PEOPLE'] }), story);
    expect(jobs.includes('notify')).toBe(told);
  });

  test('G3: gives the secrets of agents to jobs with agents, nested ones too, and to the job that joins them', () => {
    const inner = workflow('inner', [phase('sequential', 'sequential', [agentStep('deep')])]);
    const outer = workflow('outer', [
      phase('one', 'sequential', [commandStep('a')]),
      phase('two', 'parallel', [nestedStep('n', 'inner'), commandStep('b')]),
      phase('three', 'sequential', [commandStep('c')]),
      phase('four', 'sequential', [commandStep('d')]),
    ]);
    const jobs = Object.entries(treeOf(outer, { agentSecrets: ['KEY', 'OTHER'] }, inner).jobs);
    const withEnv = jobs.flatMap(([id, job]) => job.steps.flatMap(({ env }) => (env === undefined ? [] : [[id, env]])));
    const env = { KEY: '${{ secrets.KEY }}', OTHER: '${{ secrets.OTHER }}' };
    expect(withEnv).toEqual([
      ['two', env],
      ['three', env],
    ]);
  });

  test('G3: a phase whose agents are all bound to code gets neither secrets nor a sandbox', () => {
    const plan = planOf(refactor);
    for (const step of plan.steps) Object.assign(step, { asksAgent: false });
    const compiled = compileWorkflow(refactor, plan, DEFAULT_OPTIONS);
    expect(compiled.ok && compiled.value).toContain('Secrets: none.');
    expect(compiled.ok && compiled.value).not.toMatch(/secrets\.ANTHROPIC|bubblewrap|sandbox:/);
  });

  test('confines agents: where one may be asked, and nowhere else, bubblewrap is installed and required', () => {
    const jobs = Object.entries(tree.jobs).filter(([, job]) => JSON.stringify(job).includes('bubblewrap'));
    expect(jobs.map(([id]) => id)).toEqual(['work', 'final']);
    for (const [, { steps }] of jobs) {
      expect(steps.map(({ name }) => name)).toEqual([
        'Check out',
        'Install Nix',
        'Install bubblewrap',
        expect.stringMatching(/^Run the/),
      ]);
      expect(steps.at(-1)?.with).toMatchObject({ sandbox: 'require' });
    }
    const sandboxes = Object.values(tree.jobs).flatMap(({ steps }) =>
      steps.flatMap((step) => step.with?.['sandbox'] ?? []),
    );
    expect(sandboxes).toEqual(['require', 'require']);
  });

  test('runs where the phase says, or else the workflow; a list stays a list', () => {
    const placed = treeOf(
      workflow(
        'placed',
        [
          phase('own', 'sequential', [commandStep('a')], {
            runsOn: ['self-hosted', 'nixos'],
            environment: 'production',
          }),
          phase('inherited', 'sequential', [commandStep('b')]),
        ],
        { runsOn: ['big'], environment: 'staging' },
      ),
    );
    const places = Object.entries(placed.jobs).map(([id, job]) => [id, job['runs-on'], job.environment ?? null]);
    expect(places).toEqual([
      ['plan', 'ubuntu-latest', null],
      ['own', ['self-hosted', 'nixos'], 'production'],
      ['inherited', 'big', 'staging'],
      ['validate', 'big', null],
      ['publish', 'ubuntu-latest', null],
      ['verify', 'big', null],
      ['continue', 'ubuntu-latest', null],
    ]);
  });

  test('lets plan alone begin the run: every job after it needs a checkpoint', () => {
    const wide = treeOf(workflow('w', [phase('wide', 'parallel', [commandStep('a'), commandStep('b')])]));
    const runs = Object.values(wide.jobs).flatMap(({ steps }) =>
      steps.filter((step) => step.with?.['command'] === 'run'),
    );
    expect(runs.map((step) => step.with?.['checkpoint'])).toEqual(['required', 'required']);
  });

  test('has Nix in plan only where a prerequisite is that the flake passes', () => {
    const withNix = (text: string): boolean => {
      const asking = { ...refactor, prerequisites: [{ text, location: refactor.location }] };
      return jobOf(treeOf(asking), 'plan').steps.some(({ uses }) => uses?.includes('nix-installer'));
    };
    expect([withNix('flake-check-passing'), withNix('clean-tree')]).toEqual([true, false]);
  });

  test('waits for another run of the same workflow and branch instead of ending it', () => {
    expect(tree.concurrency).toEqual({
      group: 'workflow-runner-refactor-${{ github.ref }}',
      'cancel-in-progress': false,
    });
  });

  test('starts weekly at a minute of its own, at a given time, or by hand alone', () => {
    const cronOf = (name: string, options: Partial<CompileOptions> = {}): unknown =>
      treeOf(workflow(name, [phase('p', 'sequential', [commandStep('a')])]), options).on['schedule'];
    expect(cronOf('one')).not.toEqual(cronOf('two'));
    expect(JSON.stringify(cronOf('one'))).toMatch(/^\[\{"cron":"[1-5]?[0-9] [3-6] \* \* 1"\}\]$/);
    expect(cronOf('one', { schedule: { kind: 'cron', cron: '0 0 1 * *' } })).toEqual([{ cron: '0 0 1 * *' }]);
    expect(cronOf('one', { schedule: { kind: 'none' } })).toBeUndefined();
  });

  test('takes every flag of run as an input, ten at most', () => {
    const { inputs } = tree.on['workflow_dispatch'] as { inputs: object };
    expect(Object.keys(inputs)).toEqual([
      'phase',
      'dry-run',
      'skip-step',
      'rollback-to-checkpoint',
      'resume-from',
      'accept-changes',
      'agent-backend',
      'max-concurrent',
      'budget-usd',
      'publish',
    ]);
  });

  test('checks out what it compiles with the local action before using it, in every job', () => {
    const jobs = Object.values(treeOf(refactor, { action: './' }).jobs);
    expect(jobs.filter(({ steps }) => !(steps[0]?.uses ?? '').startsWith('actions/checkout@'))).toEqual([]);
    expect(jobs.every(({ steps }) => steps.at(-1)?.uses === './')).toBe(true);
  });

  test('G4: is the same text every time', () => {
    expect(textOf(refactor)).toBe(textOf(refactor));
  });
});

describe('the sandbox of a job with agents', () => {
  const installs = (...args: Parameters<typeof agentSetup>): readonly [boolean, string | undefined] => {
    const { steps, inputs } = agentSetup(...args);
    return [steps.length > 0, inputs['sandbox']];
  };

  test.each([[[]], [['ubuntu-latest']], [['ubuntu-24.04']], [['ubuntu-22.04-arm']]])(
    'on %j of GitHub is installed and required',
    (labels) => {
      expect(installs(labels, DEFAULT_OPTIONS)).toEqual([true, 'require']);
    },
  );

  test.each([
    [['self-hosted', 'nixos']],
    [['self-hosted']],
    [['ubuntu-latest', 'gpu']],
    [['ubuntu-latest-8-cores']],
    [['ubuntu-slim']],
    [['macos-latest']],
    [['Ubuntu-latest\nx']],
  ])('on %j, which may be any machine, is preferred, and nothing is installed', (labels) => {
    expect(installs(labels, DEFAULT_OPTIONS)).toEqual([false, 'prefer']);
  });

  test.each([
    ['require', [true, 'require'], [false, 'require']],
    ['prefer', [true, 'prefer'], [false, 'prefer']],
    ['off', [false, 'off'], [false, 'off']],
  ] as const)('with --sandbox %s is that everywhere', (sandbox, hosted, own) => {
    expect(installs(['ubuntu-latest'], { ...DEFAULT_OPTIONS, sandbox })).toEqual(hosted);
    expect(installs(['self-hosted'], { ...DEFAULT_OPTIONS, sandbox })).toEqual(own);
  });
});

describe('job ids', () => {
  test('are phase names, made different from the jobs around them and from each other', () => {
    const names = ['plan', 'continue', '1st', 'phase-1st', 'a-b', 'a_b'];
    const ids = Object.keys(
      treeOf(
        workflow(
          'w',
          names.map((name) => phase(name, 'sequential', [commandStep(`s-${name}`)])),
        ),
      ).jobs,
    );
    expect(ids.slice(1, 7)).toEqual(['phase-plan', 'phase-continue', 'phase-1st', 'phase-phase-1st', 'a-b', 'a_b']);
  });
});

describe('which jobs run', () => {
  const parsed = parseCondition('failure()', { steps: [], phases: [], notYet: [] });
  if (!parsed.ok) throw new Error('the condition is valid');
  const rescued = treeOf(
    workflow('rescued', [
      phase('first', 'sequential', [commandStep('look')]),
      phase('second', 'sequential', [commandStep('work')]),
      phase('rescue', 'sequential', [commandStep('save')], { condition: parsed.value }),
    ]),
    { publish: 'push', onFailure: 'revert' },
  );
  const phases = ['plan', 'first', 'second', 'rescue'];

  test('when everything passes: all up to publish, and nothing after it', () => {
    expect(whichJobsRun(rescued, {})).toEqual([...phases, 'validate', 'publish']);
  });

  test('on a dry run: plan alone', () => {
    expect(whichJobsRun(rescued, { inputs: { 'dry-run': true } })).toEqual(['plan']);
  });

  test('when plan fails: nothing else', () => {
    expect(whichJobsRun(rescued, { failing: ['plan'] })).toEqual(['plan']);
  });

  test('with a phase asked for: plan and that phase; skipped ones before it do not skip it', () => {
    expect(whichJobsRun(rescued, { inputs: { phase: 'second' }, statuses: { second: 'paused' } })).toEqual([
      'plan',
      'second',
    ]);
  });

  test('after a failure: phases whose condition asks for the status, and no other, and no validation', () => {
    expect(whichJobsRun(rescued, { failing: ['first'], statuses: { rescue: 'failed' } })).toEqual([
      'plan',
      'first',
      'rescue',
    ]);
  });

  test('after a deadline: no later phase, but continue', () => {
    expect(whichJobsRun(rescued, { paused: { second: 'deadline' } })).toEqual(['plan', 'first', 'second', 'continue']);
  });

  test('after a budget is spent: no later phase and no continuation', () => {
    expect(whichJobsRun(rescued, { paused: { first: 'budget' } })).toEqual(['plan', 'first']);
  });

  test('when the last phase did not complete the run: no validation', () => {
    expect(whichJobsRun(rescued, { statuses: { rescue: 'paused' } })).toEqual(phases);
  });

  test('when the result is not valid: no publishing', () => {
    expect(whichJobsRun(rescued, { failing: ['validate'] })).toEqual([...phases, 'validate']);
  });

  test('with publish: none: all up to validate', () => {
    expect(whichJobsRun(rescued, { inputs: { publish: 'none' } })).toEqual([...phases, 'validate']);
  });

  test('after a push: verify; and revert when that fails', () => {
    const landed = { landed: true };
    expect(whichJobsRun(rescued, landed)).toEqual([...phases, 'validate', 'publish', 'verify']);
    expect(whichJobsRun(rescued, { ...landed, failing: ['verify'] })).toEqual([
      ...phases,
      'validate',
      'publish',
      'verify',
      'revert',
    ]);
  });
});

describe('what GitHub has no room for', () => {
  const many = (count: number): Workflow =>
    workflow('w', [
      phase(
        'wide',
        'parallel',
        Array.from({ length: count }, (_, index) => commandStep(`s${index}`)),
      ),
    ]);

  test('a matrix of 257 is refused, of 256 is not', () => {
    const refused = compileWorkflow(many(257), planOf(many(257)), DEFAULT_OPTIONS);
    expect(refused).toMatchObject({ ok: false, error: { code: 'matrix-too-large', exitCode: 2 } });
    expect(textOf(many(256))).toContain('s255');
  });

  test('a file of more than 500 kB is refused', () => {
    const long = workflow(
      'w',
      Array.from({ length: 400 }, (_, index) => phase(`p${index}`, 'sequential', [commandStep(`s${index}`)])),
    );
    const refused = compileWorkflow(long, planOf(long), DEFAULT_OPTIONS);
    expect(refused).toMatchObject({ ok: false, error: { code: 'workflow-too-large', exitCode: 2 } });
  });
});
