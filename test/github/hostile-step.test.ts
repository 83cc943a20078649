import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiledRooms } from '../support/compiled-rooms.js';
import { openGitHub, type FakeGitHub } from '../support/github/api-github.js';
import type { TokenRequest } from '../support/github/bed.js';
import { compiledProject, outcomes, type CompiledProject } from '../support/github/compiled-project.js';
import { FORGE_CHECKPOINT } from '../support/github/forge-checkpoint.js';
import { hostile, hostileFiles } from '../support/github/hostile-project.js';
import { isAlive } from '../support/github/runner-process.js';
import type { WorkflowRequest, WorkflowResult } from '../support/github/workflow-executor.js';
import { programFolder } from '../support/program.js';

/*
 * A hostile step changes nothing but the files of its own commit. There is no sandbox yet: what a step reaches on its own machine,
 * the read-only token of its job and the runtime token, it has; the tests say what that is worth to it.
 */

/** Jobs are whole processes with clones and uploads; this is a guard against hangs. */
const LONG_MS = 600_000;
const SECRET = 'canary-of-the-agent-47f1';

let github: FakeGitHub;
let lib: string;
/** What an attacker knows of us. */
let rooms: string;
let loot: string;
const projects: CompiledProject[] = [];
const folders: string[] = [];
/** Every token that a job got, and what for. */
const minted = new Map<string, TokenRequest>();

beforeAll(async () => {
  const real = await openGitHub();
  const mintToken = (request: TokenRequest): string => {
    const token = real.mintToken(request);
    minted.set(token, request);
    return token;
  };
  github = { ...real, mintToken };
  lib = programFolder();
  rooms = compiledRooms(['base', 'files', 'definition', 'plan', 'engine', 'journal', 'github']);
  writeFileSync(join(rooms, 'forge.mjs'), FORGE_CHECKPOINT);
});

afterAll(async () => {
  for (const project of projects) project.remove();
  for (const folder of [...folders, lib, rooms]) rmSync(folder, { recursive: true, force: true });
  await github.close();
});

interface Hostile {
  readonly name: string;
  readonly definition: string;
  readonly request?: Partial<WorkflowRequest>;
}

interface HostileRun {
  readonly project: CompiledProject;
  readonly result: WorkflowResult;
  readonly mainBefore: string;
}

/** A repository with that workflow and the scripts, and one run of it. */
async function run({ name, definition, request = {} }: Hostile): Promise<HostileRun> {
  loot = realpathSync(mkdtempSync(join(tmpdir(), 'workflow-runner-loot-')));
  folders.push(loot);
  const files = { [`.claude/workflows/${name}.yaml`]: definition, ...hostileFiles({ loot }) };
  const project = compiledProject(github, lib, { files, compile: [[name]] });
  projects.push(project);
  const forged = { '.github/workflows/forged.yml': 'forged\n' };
  github.people.commit(project.repository, { branch: 'feature', files: forged });
  const mainBefore = refsOf(project)['refs/heads/main'] ?? '';
  const result = await project.dispatch(name, { secrets: { ANTHROPIC_API_KEY: SECRET }, ...request });
  return { project, result, mainBefore };
}

function looted(name: string): string {
  return existsSync(join(loot, name)) ? readFileSync(join(loot, name), 'utf8') : '';
}

function refsOf({ repository }: CompiledProject): Record<string, string> {
  const lines = github.bare(repository).run(['for-each-ref', '--format=%(refname) %(objectname)']);
  return Object.fromEntries(lines.split('\n').map((line) => line.split(' ') as [string, string]));
}

/** Files that the branch of the pull request changes. */
function publishedFiles({ repository }: CompiledProject, workflow: string): string[] {
  const range = `refs/heads/main...refs/heads/workflow-runner/${workflow}`;
  return github.bare(repository).run(['diff', '--name-only', range]).split('\n');
}

/** Everything that the runner believes of the jobs, and what people see of it besides the log. */
function believed({ jobs }: WorkflowResult): string {
  const runs = Object.values(jobs).flatMap((job) => job.runs);
  return JSON.stringify(
    runs.map(({ outputs, annotations, summary, steps }) => {
      const ends = steps.map(({ end, outputs: own }) => [
        own,
        end?.commands,
        end?.env,
        end?.path,
        end?.state,
        end?.masks,
      ]);
      return [outputs, annotations, summary, ends];
    }),
  );
}

/** What the actions themselves printed: the masks of the runner are not counted on. */
function printed({ jobs }: WorkflowResult): string {
  const ends = Object.values(jobs).flatMap((job) => job.runs.flatMap(({ steps }) => steps.map(({ end }) => end)));
  return ends.map((end) => `${end?.stdout ?? ''}${end?.stderr ?? ''}`).join('\n');
}

const everything = `workflow: hostile
type: sequential
steps:
  - { id: files, run: "mkdir out; echo 1 > out/files; ${hostile('files')}" }
  - { id: steal, run: "echo 1 > out/steal; ${hostile('steal')}" }
  - { id: stay, run: "echo 1 > out/stay; ${hostile('stay')}" }
  - { id: plant, run: "echo 1 > out/plant; ${hostile('plant')}" }
  - { id: print, run: "echo 1 > out/print; ${hostile('print')}" }
validation: ["${hostile('files')}; ${hostile('steal')}"]
`;

function expectNothingForged({ project, result, mainBefore }: HostileRun): void {
  expect(looted('reached').split('\n')).toEqual(expect.arrayContaining(['stdout', 'stderr']));
  expect(looted('written').match(/set_output|save_state|set_env|add_path|step_summary/g)?.length).toBeGreaterThan(4);
  expect(looted('variables-files')).toBe('');
  expect(believed(result)).not.toContain('forged');
  expect(believed(result)).toContain('something wrote to the file of GITHUB_OUTPUT');
  expect([looted('planted') === '', looted('executed')]).toEqual([false, '']);
  const daemons = looted('daemons').split('\n').filter(Boolean).map(Number);
  expect([daemons.length, daemons.filter(isAlive)]).toEqual([3, []]);

  expect(publishedFiles(project, 'hostile')).toEqual([
    '.gitattributes',
    ...['files', 'plant', 'print', 'stay', 'steal'].map((name) => `out/${name}`),
  ]);
  const refs = refsOf(project);
  const [pull] = github.pulls(project.repository);
  expect(Object.keys(refs)).toEqual([
    'refs/heads/feature',
    'refs/heads/main',
    'refs/heads/workflow-runner/hostile',
    `refs/pull/${pull?.number ?? 0}/head`,
  ]);
  expect(refs['refs/heads/main']).toBe(mainBefore);
  const history = ['log', '--format=%an %ae %cn %B', 'refs/heads/main..refs/heads/workflow-runner/hostile'];
  expect(github.bare(project.repository).run(history)).not.toContain('forged');

  const shown = `${printed(result)}${pull?.body ?? ''}`;
  expect([...minted.keys()].filter((token) => shown.includes(token))).toEqual([]);
  const runtime = looted('tokens-steal').match(/(?<=^ACTIONS_RUNTIME_TOKEN=).*/gm) ?? [];
  expect([runtime.length > 0, runtime.filter((token) => shown.includes(token))]).toEqual([true, []]);
}

describe('a hostile step', () => {
  test(
    'of a compiled workflow is believed nothing, changes its own files only, and reaches no token that may write',
    async () => {
      const ran = await run({ name: 'hostile', definition: everything });
      expect([ran.result.conclusion, outcomes(ran.result)]).toEqual([
        'success',
        expect.objectContaining({ validate: 'success', publish: 'success' }),
      ]);
      expectNothingForged(ran);
      const tokens = looted('tokens-steal').match(/(?<=^INPUT_TOKEN=).*/gm) ?? [];
      const rights = tokens.flatMap((token) => minted.get(token) ?? []);
      expect(rights.length).toBeGreaterThan(0);
      expect(rights.filter(({ permissions }) => Object.values(permissions).includes('write'))).toEqual([]);
      expect(looted('tokens-steal')).not.toContain(SECRET);
    },
    LONG_MS,
  );

  test(
    'of a run in one job is believed nothing and changes its own files only',
    async () => {
      const text = `on: workflow_dispatch
jobs:
  run:
    runs-on: ubuntu-latest
    permissions: { contents: write, pull-requests: write }
    steps:
      - uses: actions/checkout@v6
        with: { persist-credentials: false, fetch-depth: 0 }
      - uses: ./
        with: { workflow: hostile, publish: pull-request }
`;
      const request = { workflow: { path: '.github/workflows/single.yml', text } };
      const ran = await run({ name: 'hostile', definition: everything, request });
      expect(ran.result.conclusion).toBe('success');
      expectNothingForged(ran);
    },
    LONG_MS,
  );

  test(
    'that edits protected paths and leaves a token in a file: each is named, and nothing is pushed',
    async () => {
      const definition = `workflow: edit\ntype: sequential\nsteps: [{ id: a, run: "${hostile('edit')}" }]\n`;
      const { project, result } = await run({ name: 'edit', definition });
      expect(outcomes(result)).toMatchObject({ validate: 'success', publish: 'failure' });
      const said = result.jobs['publish']?.runs
        .map(({ annotations }) => annotations.map(({ message }) => message))
        .join();
      for (const path of [
        '.github/workflows/forged.yml',
        '.GitHub/forged.yml',
        'docs/CODEOWNERS',
        '.claude/agents/forged.md',
      ])
        expect(said).toContain(path);
      for (const path of ['.Claude/forged.md', '.mcp.json', 'leak']) expect(said).toContain(path);
      expect([github.pulls(project.repository), Object.keys(refsOf(project))]).toEqual([
        [],
        ['refs/heads/feature', 'refs/heads/main'],
      ]);
    },
    LONG_MS,
  );

  test(
    'that keeps what was done from being saved makes its job red, and nothing is published',
    async () => {
      const refs = '$(readlink /proc/$PPID/cwd)/.git/refs/workflow-runner';
      const command = `for run in ${refs}/*; do echo ${'1'.repeat(40)} > $run/forged; done`;
      const steps = `[{ id: a, run: "echo 1 > a" }, { id: b, run: "echo 1 > b; ${command}" }]`;
      const definition = `workflow: unsaved\ntype: sequential\nsteps: ${steps}\n`;
      const { project, result } = await run({ name: 'unsaved', definition });
      expect(outcomes(result)).toMatchObject({ plan: 'success', sequential: 'failure', publish: 'skipped' });
      expect(believed(result)).toContain('what this job did is not saved');
      expect(github.pulls(project.repository)).toEqual([]);
    },
    LONG_MS,
  );

  test(
    'that is an agent finds nothing of the runner and no secret, in its environment and in those of all processes in its reach',
    async () => {
      const agent = `#!/bin/sh
mkdir -p out
{ env; cat /proc/[0-9]*/environ 2>/dev/null | tr '\\0' '\\n'; cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' '\\n'; } > out/found
echo '{"status": "done", "summary": "looked"}'
`;
      const program = join(lib, 'thief');
      writeFileSync(program, agent, { mode: 0o755 });
      const definition = `workflow: thief\ntype: sequential\nsteps: [{ agent: thief, task: look }]\n`;
      const request = { inputs: { 'agent-backend': `command:${program}` } };
      const { project, result } = await run({ name: 'thief', definition, request });
      expect(outcomes(result)).toMatchObject({ publish: 'success' });
      const found = github.bare(project.repository).run(['show', 'refs/heads/workflow-runner/thief:out/found']);
      expect(found).toContain('WORKFLOW_RUNNER_AGENT=thief');
      expect(found).not.toMatch(/^(?:GITHUB|RUNNER|ACTIONS|INPUT|STATE|ANTHROPIC)_/m);
      expect([SECRET, ...minted.keys()].filter((secret) => found.includes(secret))).toEqual([]);
    },
    LONG_MS,
  );

  test.each([
    ['uploads checkpoints with the runtime token', 'upload'],
    ['puts a journal in the place of that of its job', 'replace'],
  ])(
    'that %s can have its result published only within what may be published',
    async (_, how) => {
      const command = `mkdir out; echo 1 > out/a; ${process.execPath} ${rooms}/forge.mjs $PPID ${how}`;
      const definition = `workflow: forge\ntype: sequential\nsteps: [{ id: a, run: "${command}" }]\n`;
      const { project, result } = await run({ name: 'forge', definition });
      const said = Object.values(result.jobs)
        .flatMap((job) => job.runs.map(({ log }) => log))
        .join('\n');
      expect(outcomes(result)).toMatchObject({ publish: 'failure' });
      if (how === 'upload') expect(said).toContain('was not used (other-workflow-run)');
      expect(said).toContain('protected paths: .github/workflows/forged.yml');
      expect([github.pulls(project.repository), Object.keys(refsOf(project))]).toEqual([
        [],
        ['refs/heads/feature', 'refs/heads/main'],
      ]);
    },
    LONG_MS,
  );
});
