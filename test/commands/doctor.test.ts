import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namedBackends } from '../../src/agents/registry.js';
import type { DoctorDocument } from '../../src/report/doctor-document.js';
import { runCommandLine } from '../support/command-door.js';
import { Machine, workflowFile, workflowText } from '../support/machine.js';

const machines: Machine[] = [];
afterAll(() => {
  for (const machine of machines) machine.remove();
});

const ASKING = { [workflowFile('w')]: workflowText('w', '{ id: a, agent: writer, task: write-it }') };
const PLAIN = { [workflowFile('w')]: workflowText('w', '{ id: a, run: "true" }') };
const CANARY = 'sk-ant-canary-123456789';

function machine(files: Readonly<Record<string, string>>, programs?: readonly string[]): Machine {
  const made = new Machine(files, programs);
  machines.push(made);
  return made;
}

interface Answer {
  readonly exitCode: number;
  readonly document: DoctorDocument;
  readonly text: string;
}

async function doctor(
  on: Machine,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { exitCode, stdout } = await runCommandLine(on.root, ['doctor', '--json', ...args], {
    env: { ...on.env, ...env },
  });
  return { exitCode, document: JSON.parse(stdout) as DoctorDocument, text: stdout };
}

describe('doctor', () => {
  test('says of an agent CLI where it is, its version, and the variable with its key, never the key', async () => {
    const here = machine(ASKING);
    const path = here.addProgram('claude', 'echo "2.1.330 (Claude Code)"');
    const { exitCode, document, text } = await doctor(here, [], { ANTHROPIC_API_KEY: CANARY });
    expect(document.agents[0]).toMatchObject({
      backend: 'claude',
      needed: true,
      ready: true,
      path,
      found_by: 'path',
      version: '2.1.330',
      key_variable: 'ANTHROPIC_API_KEY',
    });
    expect([exitCode, text.includes(CANARY)]).toEqual([0, false]);
  });

  test('lists every backend with the command that installs it, the chosen one first', async () => {
    const { document } = await doctor(machine(PLAIN), ['--agent-backend', 'gemini']);
    expect(document.agents.map(({ backend }) => backend).sort()).toEqual(namedBackends.map(({ name }) => name).sort());
    expect(document.agents[0]?.backend).toBe('gemini');
    expect(document.agents.filter(({ install }) => install === '')).toEqual([]);
  });

  test('exits with 1 and says how to get it when a workflow here asks an agent that is not there', async () => {
    const here = machine(ASKING);
    const { exitCode, stdout } = await runCommandLine(here.root, ['doctor'], { env: here.env });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^claude +missing +not found\n {4}.*npm install/m);
    expect(stdout).toContain('Missing for the workflows here: claude.');
  });

  test('exits with 1 when the CLI is there and its key is not', async () => {
    const here = machine(ASKING);
    here.addProgram('claude', 'echo "2.1.330 (Claude Code)"');
    const { exitCode, document } = await doctor(here);
    expect([exitCode, document.agents[0]?.ready, document.agents[0]?.help]).toEqual([
      1,
      false,
      expect.stringContaining('ANTHROPIC_API_KEY'),
    ]);
  });

  test('exits with 0 where no workflow needs what is missing, which is then optional', async () => {
    const here = machine(PLAIN);
    const { exitCode, stdout } = await runCommandLine(here.root, ['doctor'], { env: here.env });
    expect([exitCode, stdout]).toEqual([0, expect.stringMatching(/^nix +optional +not found/m)]);
  });

  test('needs Nix where there is a flake', async () => {
    const { exitCode, document } = await doctor(machine({ ...PLAIN, 'flake.nix': '{ outputs = _: { }; }\n' }));
    expect([exitCode, document.nix]).toMatchObject([1, { needed: true, ready: false }]);
  });

  test('needs the sandbox only where agents are asked and it is required', async () => {
    const here = machine(ASKING);
    const needed = async (...args: readonly string[]): Promise<boolean> =>
      (await doctor(here, args)).document.sandbox.needed;
    expect([await needed(), await needed('--sandbox', 'require')]).toEqual([false, true]);
  });

  test('says why there is no sandbox, and what to do', async () => {
    const { document } = await doctor(machine(PLAIN));
    expect(document.sandbox).toMatchObject({
      ready: false,
      why: expect.stringMatching(/./),
      help: expect.stringMatching(/./),
    });
  });

  test('looks at the program that --agent-path names', async () => {
    const here = machine(ASKING);
    const path = here.addProgram('other', 'echo "2.1.331 (Claude Code)"');
    const { document } = await doctor(here, ['--agent-path', path]);
    expect(document.agents[0]).toMatchObject({ path, found_by: 'option', version: '2.1.331', newer_than_tested: true });
  });

  test('refuses a CLI that is too old', async () => {
    const here = machine(ASKING);
    here.addProgram('claude', 'echo "1.0.0 (Claude Code)"');
    const { exitCode, document } = await doctor(here, [], { ANTHROPIC_API_KEY: CANARY });
    expect([exitCode, document.agents[0]]).toMatchObject([
      1,
      { ready: false, status: 'unusable', help: expect.stringContaining('1.0.0') },
    ]);
  });

  test('counts workflows that are not valid, and looks at the others', async () => {
    const { document } = await doctor(machine({ ...ASKING, [workflowFile('broken')]: 'workflow: broken\n' }));
    expect(document.workflows).toEqual({ total: 2, asking_agents: 1, invalid: 1 });
  });

  test('without git says how to get it', async () => {
    const { exitCode, document } = await doctor(machine(PLAIN, ['sh']));
    expect([exitCode, document.git]).toMatchObject([1, { ready: false, help: expect.stringContaining('Install git') }]);
  });

  test('outside of a repository looks at the machine', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'workflow-runner-doctor-'));
    mkdirSync(join(folder, 'in'));
    const { exitCode, stdout } = await runCommandLine(join(folder, 'in'), ['doctor']);
    rmSync(folder, { recursive: true });
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('This is not a repository')]);
  });

  test('with a backend that does not exist: exit code 2 and what was meant', async () => {
    const here = machine(PLAIN);
    const { exitCode, stderr } = await runCommandLine(here.root, ['doctor', '--agent-backend', 'codx'], {
      env: here.env,
    });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("did you mean 'codex'?")]);
  });
});
