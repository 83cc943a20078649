import { createHash } from 'node:crypto';
import type { HostComparison } from '../../src/base/derivations.js';
import type { Failure } from '../../src/base/failure.js';
import { foldEvents } from '../../src/engine/apply-event.js';
import type { RunEvent } from '../../src/engine/event.js';
import type { Plan } from '../../src/plan/plan.js';
import { buildReport } from '../../src/report/html/build-report.js';
import { renderReportPage } from '../../src/report/html/render-report.js';
import type { ReportSource } from '../../src/report/html/report-source.js';
import type { DiffReport, LogReport, RunReport } from '../../src/report/html/run-report.js';
import { BASE, result, START, started } from './run-story.js';
import { agentStep, commandStep, phase, planOf, workflow } from './workflow.js';

/** A run as a journal tells it, with what it printed and changed: what a page is made from. */
export interface ReportStory {
  readonly plan: Plan;
  readonly events: readonly RunEvent[];
  readonly logs?: Readonly<Record<string, readonly string[]>>;
  readonly diffs?: Readonly<Record<string, DiffReport>>;
  readonly isLive?: boolean;
  readonly notes?: readonly string[];
}

/** The id of a commit, made of a word. */
export const commitOf = (word: string): string => createHash('sha1').update(word).digest('hex');

export function sourceOf({
  plan,
  events,
  logs = {},
  diffs = {},
  isLive = false,
  notes = [],
}: ReportStory): ReportSource {
  const cut = Object.entries(logs).map(([name, lines]): [string, LogReport] => [name, { lines, dropped: 0 }]);
  return {
    state: foldEvents(plan, events),
    events,
    logs: new Map(cut),
    diffs: new Map(Object.entries(diffs)),
    isLive,
    notes,
    repo: null,
  };
}

export const reportOf = (story: ReportStory): RunReport => buildReport(sourceOf(story));

export const pageOf = (story: ReportStory): string =>
  renderReportPage(reportOf(story), (text) => createHash('sha256').update(text).digest('base64'));

const seconds = (count: number): number => START + count * 1000;

const step = (
  id: string,
  from: number,
  to: number,
  base = BASE,
  more: Parameters<typeof result>[0] = {},
): RunEvent[] => [
  { type: 'step-started', at: seconds(from), step: id, attempt: 1, base },
  { type: 'step-completed', at: seconds(to), step: id, attempt: 1, ...result({ commit: commitOf(id), ...more }) },
];

const byTime = (events: readonly RunEvent[]): RunEvent[] => [...events].sort((a, b) => a.at - b.at);

const host = (name: string, more: Partial<HostComparison> = {}): HostComparison => ({
  host: name,
  level: 'identical',
  what: '',
  derivations: [],
  derivationCount: 0,
  packages: { added: [], removed: [], changed: [], count: 0 },
  sizes: null,
  ...more,
});

const HOSTS: readonly HostComparison[] = [
  host('atlas'),
  host('kernelcore', {
    level: 'different',
    what: '2 packages changed',
    derivations: ['etc-sshd_config', 'unit-nginx.service', 'system-units'],
    derivationCount: 14,
    packages: {
      added: [{ name: 'htop', version: '3.3.0' }],
      removed: [],
      changed: [{ name: 'firefox', from: '120.0', to: '121.0' }],
      count: 2,
    },
    sizes: { before: 4_100_000_000, after: 4_180_000_000 },
  }),
  host('laptop', {
    level: 'reordered',
    what: 'reordered (sshd_config)',
    derivations: ['sshd_config'],
    derivationCount: 1,
  }),
];

const hybridPlan = planOf(
  workflow(
    'complete-module-refactor',
    [
      phase('analysis', 'parallel', [
        commandStep('module-validate', { command: 'workflow-runner skill module-validate --targets modules/services' }),
        agentStep('architecture-review', { agent: 'structure-validator' }),
        agentStep('security-review', { agent: 'security-auditor' }),
        commandStep('duplicate-detect'),
      ]),
      phase('restructuring', 'sequential', [
        agentStep('move-laptop-offload-client', { agent: 'structure-validator', writes: ['modules/**'] }),
        commandStep('default-nix-create', { expect: 'reordered' }),
        agentStep('split-large-modules', {
          agent: 'refactorer',
          retry: { times: 3, backoff: 'exponential', delayMs: 20_000, maxDelayMs: 60_000 },
        }),
      ]),
      phase('documentation', 'parallel', [
        commandStep('doc-gen'),
        agentStep('readme', { agent: 'doc-writer' }),
        commandStep('test-gen'),
      ]),
    ],
    {
      description: 'Moves modules into categories, makes aggregators, splits what is too large and documents it.',
      version: '2.1.3',
      validation: ['nix flake check', 'nix fmt -- --check .'],
      budgetUsd: 5,
    },
  ),
);

const PATCH = `diff --git a/modules/hardware/laptop-offload-client.nix b/modules/hardware/laptop-offload-client.nix
index 8f3c1aa..91b0c55 100644
--- a/modules/hardware/laptop-offload-client.nix
+++ b/modules/hardware/laptop-offload-client.nix
@@ -1,7 +1,8 @@
 { config, lib, pkgs, ... }:
 
 let
-  cfg = config.services.offload;
+  cfg = config.services.laptopOffload;
+  inherit (lib) mkEnableOption mkIf;
 in
 {
   options.services.laptopOffload.enable = mkEnableOption "building on the desktop";`;

const diff = (patch = PATCH): DiffReport => ({
  files: [
    { path: 'modules/hardware/laptop-offload-client.nix', added: 12, removed: 4 },
    { path: 'modules/hardware/default.nix', added: 1, removed: 0 },
    { path: 'docs/offload.png', added: null, removed: null },
  ],
  fileCount: 3,
  patch,
  rest: '',
});

const analysis: readonly RunEvent[] = [
  started(hybridPlan),
  {
    type: 'derivations-mapped',
    at: seconds(9),
    commit: BASE,
    map: { hosts: { atlas: { drvPath: '/nix/store/a.drv' } }, checks: {} },
  },
  { type: 'group-started', at: seconds(9), group: '', base: BASE },
  { type: 'group-started', at: seconds(9), group: 'analysis', base: BASE },
  ...byTime([
    ...step('module-validate', 9, 14, BASE, { filesModified: 0, commit: BASE }),
    ...step('architecture-review', 9, 96, BASE, {
      costUsd: 0.42,
      tokens: 81_200,
      summary:
        'Four modules belong to hardware/. The offload client is used by the laptop alone, so that it can move without a change for the other hosts.',
    }),
    ...step('security-review', 10, 71, BASE, { costUsd: 0.31, tokens: 60_100, filesModified: 1 }),
    ...step('duplicate-detect', 15, 23, BASE, { filesModified: 0, commit: BASE }),
  ]),
  { type: 'group-merged', at: seconds(97), group: 'analysis', commit: commitOf('analysis') },
  { type: 'group-started', at: seconds(97), group: 'restructuring', base: commitOf('analysis') },
  ...step('move-laptop-offload-client', 97, 168, commitOf('analysis'), {
    costUsd: 0.88,
    tokens: 142_000,
    filesModified: 3,
  }),
  ...step('default-nix-create', 168, 181, commitOf('move-laptop-offload-client'), { filesModified: 6, hosts: HOSTS }),
];

const notPassed: Failure = {
  reason: 'validation-failed',
  command: 'nix flake check',
  exitCode: 1,
  outputTail: '',
  diagnostics: [
    {
      severity: 'error',
      code: 'undefined-variable',
      message: "undefined variable 'mkIff'",
      location: { file: 'modules/services/web/nginx.nix', line: 14, column: 12, length: 5 },
      sourceLine: '  config = mkIff cfg.enable {',
      help: 'did you mean mkIf?',
    },
    {
      severity: 'error',
      code: 'missing-file',
      message: "path 'modules/services/web/tls.nix' does not exist in the flake: it is not known to git",
      location: { file: 'modules/services/web/default.nix', line: 3, column: 5, length: 9 },
      sourceLine: '    ./tls.nix',
      help: 'git add modules/services/web/tls.nix',
    },
  ],
};

const tries: readonly RunEvent[] = [
  {
    type: 'step-started',
    at: seconds(181),
    step: 'split-large-modules',
    attempt: 1,
    base: commitOf('default-nix-create'),
  },
  {
    type: 'step-failed',
    at: seconds(232),
    step: 'split-large-modules',
    attempt: 1,
    failure: notPassed,
    retryAt: seconds(252),
    costUsd: 0.61,
    tokens: 91_000,
  },
  {
    type: 'step-started',
    at: seconds(252),
    step: 'split-large-modules',
    attempt: 2,
    base: commitOf('default-nix-create'),
  },
];

const LOGS = {
  'module-validate': ['modules/services: 14 files, no findings'],
  'architecture-review': Array.from(
    { length: 60 },
    (_, index) => `10:0${index % 10} reads modules/services/web/module-${index}.nix`,
  ),
  'split-large-modules': [
    'reads modules/services/web/nginx.nix',
    'writes modules/services/web/tls.nix',
    "error: undefined variable 'mkIff'",
  ],
  result: ['warning: Git tree has 2 uncommitted changes', 'checking NixOS configuration nixosConfigurations.atlas'],
};

/** A hybrid run that landed: parallel phases, a retry with a wait, hosts compared. */
export const landedStory: ReportStory = {
  plan: hybridPlan,
  events: [
    ...analysis,
    ...tries,
    {
      type: 'step-completed',
      at: seconds(301),
      step: 'split-large-modules',
      attempt: 2,
      ...result({
        commit: commitOf('split'),
        filesModified: 5,
        costUsd: 0.4,
        tokens: 52_000,
        summary: 'Split nginx.nix into three modules.',
      }),
    },
    { type: 'group-started', at: seconds(301), group: 'documentation', base: commitOf('split') },
    ...byTime([
      ...step('doc-gen', 301, 309, commitOf('split')),
      ...step('readme', 301, 352, commitOf('split'), { costUsd: 0.22, tokens: 31_000 }),
      ...step('test-gen', 302, 316, commitOf('split')),
    ]),
    { type: 'group-merged', at: seconds(353), group: 'documentation', commit: commitOf('all') },
    {
      type: 'result-validated',
      at: seconds(402),
      commit: commitOf('all'),
      checks: ['nix flake check', 'nix fmt -- --check .'],
      failure: null,
    },
    { type: 'hosts-compared', at: seconds(411), commit: commitOf('all'), hosts: HOSTS },
    { type: 'landing-started', at: seconds(411), from: BASE, to: commitOf('all') },
    { type: 'landed', at: seconds(412), commit: commitOf('all'), how: 'fast-forward', branch: 'refs/heads/main' },
    { type: 'run-ended', at: seconds(412), status: 'completed', failure: null },
  ],
  logs: LOGS,
  diffs: { 'move-laptop-offload-client': diff() },
};

/** A hybrid run that failed in its second phase, with findings at their places. */
export const failedStory: ReportStory = {
  plan: hybridPlan,
  events: [
    ...analysis,
    ...tries,
    {
      type: 'step-failed',
      at: seconds(290),
      step: 'split-large-modules',
      attempt: 2,
      failure: notPassed,
      retryAt: null,
      costUsd: 0.55,
      tokens: 70_100,
    },
    { type: 'group-skipped', at: seconds(290), group: 'documentation', why: 'earlier-failure' },
    { type: 'step-skipped', at: seconds(290), step: 'doc-gen', why: 'earlier-failure' },
    { type: 'step-skipped', at: seconds(290), step: 'readme', why: 'earlier-failure' },
    { type: 'step-skipped', at: seconds(290), step: 'test-gen', why: 'earlier-failure' },
    { type: 'hooks-ran', at: seconds(292), hooks: 'on_failure', commit: commitOf('default-nix-create'), failure: null },
    { type: 'run-ended', at: seconds(292), status: 'failed', failure: null },
  ],
  logs: LOGS,
  diffs: { 'move-laptop-offload-client': diff() },
};

/** A run that was stopped in the evening, went on in the morning and is paused again. */
export const pausedStory: ReportStory = {
  plan: hybridPlan,
  events: [
    ...analysis,
    ...tries.slice(0, 1),
    { type: 'run-paused', at: seconds(215), why: 'interrupted' },
    {
      type: 'run-resumed',
      at: seconds(50_000),
      choices: { land: 'merge', phase: null, skip: [], maxConcurrent: null, budgetUsd: null, agentBackend: null },
      definition: null,
    },
    { type: 'group-started', at: seconds(50_001), group: '', base: BASE },
    { type: 'group-started', at: seconds(50_001), group: 'restructuring', base: commitOf('default-nix-create') },
    {
      type: 'step-started',
      at: seconds(50_001),
      step: 'split-large-modules',
      attempt: 2,
      base: commitOf('default-nix-create'),
    },
    { type: 'run-paused', at: seconds(50_090), why: 'budget' },
  ],
  logs: LOGS,
  notes: ['The definition has changed since this run: steps are shown as they are defined now.'],
};

/** 1,000 steps in ten phases, each tenth step failed and borne. */
export function longStory(count = 1000): ReportStory {
  const size = Math.ceil(count / 10);
  const phases = Array.from({ length: 10 }, (_, at) =>
    phase(
      `part-${at}`,
      'sequential',
      Array.from({ length: size }, (_, index) =>
        commandStep(`step-${at * size + index}`, { continueOnError: true, command: `nix build .#host-${index}` }),
      ),
    ),
  );
  const plan = planOf(workflow('long', phases));
  const failure: Failure = {
    reason: 'command-failed',
    command: 'nix build',
    exitCode: 1,
    signal: null,
    outputTail: 'error: builder failed\n',
  };
  const events: RunEvent[] = [started(plan), { type: 'group-started', at: START, group: '', base: BASE }];
  let at = 0;
  for (const [part, { path }] of plan.root.children
    .flatMap((child) => (child.node === 'group' ? [child] : []))
    .entries()) {
    events.push({ type: 'group-started', at: seconds(at), group: path, base: BASE });
    for (let index = 0; index < size; index += 1, at += 3) {
      const id = `step-${part * size + index}`;
      const attempt = 1;
      events.push({ type: 'step-started', at: seconds(at), step: id, attempt, base: BASE });
      if (index % 10 === 9)
        events.push({
          type: 'step-failed',
          at: seconds(at + 3),
          step: id,
          attempt,
          failure,
          retryAt: null,
          costUsd: null,
          tokens: null,
        });
      else
        events.push({
          type: 'step-completed',
          at: seconds(at + 2),
          step: id,
          attempt,
          ...result({ commit: BASE, filesModified: 0 }),
        });
    }
  }
  events.push({ type: 'run-ended', at: seconds(at), status: 'completed', failure: null });
  const logs = Object.fromEntries(
    plan.steps.map(({ id }) => [id, Array.from({ length: 20 }, (_, line) => `${id}: line ${line} of what it printed`)]),
  );
  return { plan, events, logs };
}

/** Names and texts of somebody who wants to be more than text. */
export const ATTACK = `"'><script>window.attacked = 1</script><img src=x onerror="window.attacked = 1">&amp;\u202e\u001b[31m</pre></summary></details>`;

/** A run in which every text that a stranger can write is an attack. */
export const hostileStory: ReportStory = (() => {
  const plan = planOf(
    workflow(
      'hostile',
      [
        phase('sequential', 'sequential', [
          commandStep('one', { command: ATTACK }),
          agentStep('two', { agent: 'writer', config: { note: ATTACK } }),
          commandStep('three'),
        ]),
      ],
      {
        description: ATTACK,
        validation: [ATTACK],
      },
    ),
  );
  const failure: Failure = {
    reason: 'validation-failed',
    command: ATTACK,
    exitCode: 1,
    outputTail: ATTACK,
    diagnostics: [
      {
        severity: 'error',
        code: 'bad',
        message: ATTACK,
        location: { file: ATTACK, line: 1, column: 2 },
        sourceLine: ATTACK,
        help: ATTACK,
      },
    ],
  };
  return {
    plan,
    events: [
      { ...started(plan), base: { commit: BASE, branch: `refs/heads/${ATTACK}` }, triggeredBy: ATTACK } as RunEvent,
      { type: 'group-started', at: START, group: '', base: BASE },
      { type: 'group-started', at: START, group: 'sequential', base: BASE },
      ...step('one', 0, 2, BASE, {
        summary: ATTACK,
        outputs: { [ATTACK]: ATTACK },
        hosts: [host(ATTACK, { level: 'different', what: ATTACK, derivations: [ATTACK], derivationCount: 9 })],
      }),
      { type: 'step-started', at: seconds(2), step: 'two', attempt: 1, base: commitOf('one') },
      {
        type: 'step-failed',
        at: seconds(3),
        step: 'two',
        attempt: 1,
        failure,
        retryAt: null,
        costUsd: null,
        tokens: null,
      },
      { type: 'step-skipped', at: seconds(3), step: 'three', why: 'earlier-failure' },
      { type: 'run-ended', at: seconds(4), status: 'failed', failure },
    ],
    logs: { one: [ATTACK, `</pre>${ATTACK}`], [ATTACK]: [ATTACK] },
    diffs: {
      one: {
        files: [{ path: ATTACK, added: 1, removed: 0 }],
        fileCount: 1,
        patch: `+${ATTACK}\n-${ATTACK}`,
        rest: ATTACK,
      },
    },
    notes: [ATTACK],
  };
})();
