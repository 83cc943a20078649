import { describe, expect, test } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { DEFAULT_OPTIONS } from '../../src/compile/compile-options.js';
import { compileWorkflow } from '../../src/compile/compile-workflow.js';
import { PINS, pinned } from '../../src/compile/pins.js';
import { loadPlanFrom } from '../../src/commands/load-workflows.js';
import { WorkflowFolder } from '../../src/commands/workflow-folder.js';
import { auditWorkflow } from '../support/audit-workflow.js';
import { lintWorkflows, type WorkflowFile } from '../support/lint-workflow.js';

const filesOf = (folder: string): WorkflowFile[] =>
  readdirSync(folder).map((name) => ({ path: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, 'utf8') }));

const files = [...filesOf('.github/workflows'), ...filesOf('examples/workflows')];
const actionFile = { path: 'action.yml', text: readFileSync('action.yml', 'utf8') };

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** Steps of a workflow that use this action. */
function ownSteps(text: string): Step[] {
  const { jobs } = parse(text) as { jobs: Record<string, { steps: Step[] }> };
  const own = ['./', pinned(PINS.workflowRunner)];
  return Object.values(jobs).flatMap(({ steps }) => steps.filter(({ uses = '' }) => own.includes(uses)));
}

describe('the workflows of this project, the examples of workflows, and action.yml', () => {
  test('pass the official language service and actionlint', async () => {
    expect(await lintWorkflows([...files, actionFile])).toEqual([]);
  });

  test('are seen by the linters: a wrong key, a wrong expression and a wrong runtime of an action are found', async () => {
    const text =
      'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    neds: []\n    steps:\n      - run: ${{ foo.bar }}\n';
    const findings = await lintWorkflows([
      { path: 'wrong.yml', text },
      { path: 'action.yml', text: 'runs: {using: node1}' },
    ]);
    expect([...new Set(findings.map(({ path, tool }) => `${path} ${tool}`))].sort()).toEqual([
      'action.yml language service',
      'wrong.yml actionlint',
      'wrong.yml language service',
    ]);
  });

  test.each(files)('$path passes the security audit', ({ text }) => {
    expect(auditWorkflow(text)).toEqual([]);
  });

  test.each(files)('$path pins actions as compiled workflows do, so that there is one list of versions', ({ text }) => {
    const known = Object.values(PINS).map((pin) => `${pinned(pin)} # ${pin.version}`);
    const used = [...text.matchAll(/uses: (?!\.\/)(.+)/g)].map(([, reference = '']) => reference);
    expect(used.filter((reference) => !known.includes(reference))).toEqual([]);
  });

  test.each(files)('$path gives inputs that action.yml has', ({ text }) => {
    const { inputs } = parse(actionFile.text) as { inputs: object };
    const given = ownSteps(text).flatMap((step) => Object.keys(step.with ?? {}));
    expect(given.filter((name) => !(name in inputs))).toEqual([]);
  });

  test('examples/workflows/phases.yml is what compile makes of the main workflow of the example', () => {
    const name = 'complete-module-refactor';
    const folder = new WorkflowFolder('examples/nixos-config');
    const planned = loadPlanFrom('examples/nixos-config', folder, name);
    const workflow = folder.load(name)?.workflow ?? null;
    if (!planned.ok || workflow === null) throw new Error('the example is not valid');
    const compiled = compileWorkflow(workflow, planned.value.plan, DEFAULT_OPTIONS);
    expect(compiled).toEqual({ ok: true, value: readFileSync('examples/workflows/phases.yml', 'utf8') });
  });
});

describe('the security audit', () => {
  const clean = files.find(({ path }) => path.endsWith('examples/workflows/single-job.yml'))?.text ?? '';

  test.each([
    ['an action at a tag', /@[0-9a-f]{40} # v7\.0\.1/, '@v7'],
    ['a pin without its version', ' # v7.0.1', ''],
    ['permissions of the whole workflow', 'permissions: {}', 'permissions: write-all'],
    ['credentials left by checkout', 'persist-credentials: false', 'persist-credentials: true'],
    ['a trusted user of the runner', 'trust-runner-user: false', 'trust-runner-user: true'],
    ['a missing timeout', '    timeout-minutes: 350\n', ''],
    ['a dangerous trigger', 'workflow_dispatch:', 'pull_request_target:'],
    ['a missing concurrency', /concurrency:\n.*\n.*\n/, ''],
    ['an expression in a script', '    steps:\n', '    steps:\n      - run: echo ${{ inputs.workflow }}\n'],
    ['inherited secrets', '    steps:\n', '    secrets: inherit\n    steps:\n'],
  ])('finds %s', (_what, from, to) => {
    expect(auditWorkflow(clean.replace(from, to)).length).toBeGreaterThan(0);
  });
});
