import { afterAll, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommandLine, type CommandRun } from '../support/command-door.js';
import { Machine, workflowFile, workflowText } from '../support/machine.js';

/* The flags about agents: wrong ones are told, and what an agent needs is known before anything runs. */

const machines: Machine[] = [];
afterAll(() => {
  for (const machine of machines) machine.remove();
});

const AGENT = '{ id: a, agent: writer, task: write-it }';
const NO_OP = `cat > /dev/null\necho '{"status":"no-op","summary":"nothing"}'`;

function machine(...steps: readonly string[]): Machine {
  const made = new Machine({
    [workflowFile('w')]: workflowText('w', ...(steps.length === 0 ? [AGENT] : steps)),
    '.claude/agents/writer.md': '---\nname: writer\ndescription: writes\n---\n\nWrite.\n',
  });
  machines.push(made);
  return made;
}

const run = (on: Machine, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CommandRun> =>
  runCommandLine(on.root, ['w', ...args], { env: { ...on.env, ...env } });

const hasStarted = (on: Machine): boolean => existsSync(join(on.root, '.claude/workflows/w/journal.jsonl'));

describe('a flag with a wrong value is told, and nothing runs', () => {
  const here = machine();
  test.each([
    [['--agent-backend', 'cluade'], "there is no agent backend 'cluade'", "did you mean 'claude'?"],
    [['--agent-backend', 'command:'], "there is no agent backend 'command:'", 'expected one of: claude, codex'],
    [['--agent-backend', 'command:./x', '--agent-path', 'y'], '--agent-path does not go with', 'leave out'],
    [['--sandbox', 'always'], "'always' is invalid", 'require, prefer, off'],
    [['--allow-host', 'https://example.org'], "'https://example.org' is invalid", 'HOST or HOST:PORT'],
    [['--allow-host', '*.example.org'], "'*.example.org' is invalid", 'without scheme, path or wildcard'],
    [['--allow-host', 'example.org:70000'], "'example.org:70000' is invalid", 'HOST or HOST:PORT'],
    [['--agent-env', 'NAME=value'], "'NAME=value' is invalid", 'its value is taken from the environment'],
    [['--agent-env', 'HOME'], "'HOME' is invalid", 'a value of their own'],
    [['--agent-env', 'GITHUB_TOKEN'], "'GITHUB_TOKEN' is invalid", 'not for agents'],
    [['--agent-bakcend', 'claude'], "unknown option '--agent-bakcend'", '--agent-backend'],
  ])('%j', async (args, what, hint) => {
    const { exitCode, stdout, stderr } = await run(here, args);
    expect([exitCode, stdout, stderr.includes(what), stderr.includes(hint), hasStarted(here)]).toEqual([
      2,
      '',
      true,
      true,
      false,
    ]);
  });
});

describe('before anything is spent, a run says', () => {
  test('that the CLI is not there, and how to get it', async () => {
    const here = machine();
    const { exitCode, stderr } = await run(here, [], { ANTHROPIC_API_KEY: 'sk-ant-canary-1' });
    expect([exitCode, hasStarted(here)]).toEqual([2, false]);
    expect(stderr).toContain("step 1 (a) needs an agent, and the backend 'claude' is not available");
    expect(stderr).toContain('--install-agent');
  });

  test('that npm is needed to install it, and where it comes from', async () => {
    const { exitCode, stderr } = await run(machine(), ['--install-agent'], { ANTHROPIC_API_KEY: 'sk-ant-canary-1' });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('npm is needed to install an agent CLI')]);
    expect(stderr).not.toContain('--install-agent');
  });

  test('that there is no key, and which variables hold one', async () => {
    const here = machine();
    here.addProgram('claude', 'echo "2.1.330 (Claude Code)"');
    const { exitCode, stderr } = await run(here, []);
    expect([exitCode, hasStarted(here)]).toEqual([2, false]);
    expect(stderr).toContain('there is no key for claude');
    expect(stderr).toMatch(/ANTHROPIC_API_KEY[^]*claude setup-token[^]*CLAUDE_CODE_OAUTH_TOKEN/);
  });

  test.each(['not a url', 'ftp://api.example', 'localhost:4000'])(
    'that %j is no address of an API',
    async (address) => {
      const here = machine();
      here.addProgram('claude', 'echo "2.1.330 (Claude Code)"');
      const env = { ANTHROPIC_API_KEY: 'sk-ant-canary-1', ANTHROPIC_BASE_URL: address };
      const { exitCode, stderr } = await run(here, [], env);
      expect([exitCode, hasStarted(here)]).toEqual([2, false]);
      expect(stderr).toContain('ANTHROPIC_BASE_URL is no address of an API');
    },
  );

  test('that the required sandbox is not there, and what to do', async () => {
    const here = machine();
    const agent = here.addProgram('agent', NO_OP);
    const { exitCode, stderr } = await run(here, ['--agent-backend', `command:${agent}`, '--sandbox', 'require']);
    expect([exitCode, hasStarted(here), stderr]).toEqual([2, false, expect.stringContaining('bubblewrap')]);
  });

  test('once, that agents run without the preferred sandbox', async () => {
    const here = machine(AGENT, '{ id: b, agent: writer, task: write-more }');
    const agent = here.addProgram('agent', NO_OP);
    const { exitCode, stderr } = await run(here, ['--agent-backend', `command:${agent}`]);
    expect([exitCode, stderr.match(/agents run without a sandbox/g)?.length]).toEqual([0, 1]);
  });

  test('that a variable which agents are to get is not there', async () => {
    const here = machine();
    const agent = here.addProgram('agent', NO_OP);
    const { stderr } = await run(here, ['--agent-backend', `command:${agent}`, '--agent-env', 'NOT_THERE']);
    expect(stderr).toContain('--agent-env NOT_THERE: there is no such variable');
  });

  test('that a budget cannot hold a backend which tells no cost', async () => {
    const here = machine();
    here.addProgram('codex', 'echo "codex-cli 99.0.0"');
    const { stderr } = await run(here, ['--agent-backend', 'codex', '--budget-usd', '2', '--dry-run']);
    expect(stderr).toContain('codex does not tell what it costs: the budget of $2.00 cannot hold it');
  });
});

describe('nothing is said about agents', () => {
  test('when no step asks one', async () => {
    const here = machine('{ id: a, run: "true" }');
    expect(await run(here, ['--land', 'none'])).toMatchObject({ exitCode: 0, stderr: '' });
  });

  test('when the step that asks one is left out', async () => {
    const here = machine(AGENT, '{ id: b, run: "true" }');
    expect((await run(here, ['--skip-step', 'a', '--land', 'none'])).exitCode).toBe(0);
  });
});

test('a dry run says what is missing, and would run', async () => {
  const { exitCode, stderr } = await run(machine(), ['--dry-run', '--install-agent']);
  expect([exitCode, stderr]).toEqual([0, expect.stringContaining('it would not start now: step 1 (a) needs an agent')]);
});

test('--agent-path names the program of the backend, from where the user stands', async () => {
  const here = machine();
  const path = here.addProgram('my-claude', 'echo "2.1.330 (Claude Code)"');
  const relative = `../bin/${path.split('/').at(-1) ?? ''}`;
  const { stderr } = await run(here, ['--agent-path', relative]);
  expect(stderr).toContain('there is no key for claude');
});

test('a resume keeps what was chosen of the sandbox', async () => {
  const here = machine();
  const agent = here.addProgram('agent', 'cat > /dev/null; exit 1');
  await run(here, ['--agent-backend', `command:${agent}`, '--sandbox', 'off']);
  await run(here, ['--resume']);
  const journal = readFileSync(join(here.root, '.claude/workflows/w/journal.jsonl'), 'utf8');
  expect(journal.match(/"sandbox":"off"/g)).toHaveLength(2);
});
