import type { OutputStream } from '../commands/console.js';
import { CommandConsole } from '../commands/console.js';
import { EXIT } from '../commands/world.js';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../base/problem.js';
import type { RunProcess } from '../process/process.js';
import { readInputs, type ActionInputs } from './runner/action-inputs.js';
import type { ActionWorld, RunnerOutput } from './action-world.js';
import { POST_STATE } from './runner/post-state.js';
import { readRunnerFacts } from './runner/read-runner-facts.js';
import type { RunnerFacts } from './runner/runner-facts.js';
import { tellProblem } from './tell-problem.js';

/** What the door gives in: the process, as values. */
export interface ActionDoor {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
  readonly runProcess: RunProcess;
  /** Opens the way to the runner. */
  readonly open: () => Promise<Opened>;
}

interface Opened {
  readonly output: RunnerOutput;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
}

/** Runs the command that the inputs ask for, or what is left to do after it. Resolves with the exit code; never throws. */
export async function main(door: ActionDoor): Promise<number> {
  const { env } = door;
  const facts = readRunnerFacts(env);
  const inputs = readInputs(env);
  const workspace = facts.ok ? facts.value.workspace : '/';
  const root = join(workspace, inputs.ok ? inputs.value.workingDirectory : '.');
  const { output, stdout, stderr } = await door.open();
  try {
    // The post step of a main step that left nothing to do has nothing to say either, whatever the inputs are.
    const left = env[`STATE_${POST_STATE}`] ?? '';
    if (left === '') output.saveState(POST_STATE, 'nothing');
    else if (left !== 'run') return EXIT.completed;
    if (!facts.ok) return await tellProblem(facts.error, output);
    if (!inputs.ok) return await tellProblem(inputs.error, output);
    const missing = missingFolder(inputs.value, root);
    if (missing !== null) return await tellProblem(missing, output);
    // What steps print is shown: the machine, and the log files on it, are gone after the job.
    const shown = { json: false, quiet: false, verbose: true, color: false };
    const console = new CommandConsole({ stdout, stderr, env, ...shown });
    const world = newWorld(door, { facts: facts.value, inputs: inputs.value, output, console, root });
    return await perform(inputs.value, world);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    output.error(`something went wrong inside. This is a bug of workflow-runner, please report it.\n${text}`);
    return EXIT.bug;
  }
}

function missingFolder({ workingDirectory }: ActionInputs, root: string): Problem | null {
  if (existsSync(root)) return null;
  return {
    code: 'invalid-input',
    message: `input working-directory: there is no folder '${workingDirectory}' in the workspace`,
    help: 'name a folder of the checkout; is there a step with actions/checkout before this one?',
    exitCode: EXIT.invalid,
  };
}

interface WorldParts {
  readonly facts: RunnerFacts;
  readonly inputs: ActionInputs;
  readonly output: RunnerOutput;
  readonly console: CommandConsole;
  readonly root: string;
}

function newWorld(door: ActionDoor, { facts, inputs, output, console, root }: WorldParts): ActionWorld {
  const { env, now, signal, sleep, runProcess } = door;
  const { serverUrl, owner, repo } = facts;
  const { token } = inputs;
  // What actions/checkout does: git knows a token as the password of a user whose name does not matter.
  const authorization = token === '' ? null : `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;
  const remote = { url: `${serverUrl}/${owner}/${repo}`, authorization };
  // Who reads the log of a job types it on a machine of their own.
  const local = { cwd: root, repo: null, ownCommand: 'workflow-runner' };
  return { console, env, ...local, now, signal, runProcess, facts, output, sleep, remote, token };
}

/** Each command is loaded only when it is the one: `plan` need not wait for the parts of `publish`. */
async function perform(inputs: ActionInputs, world: ActionWorld): Promise<number> {
  if (world.env[`STATE_${POST_STATE}`] === 'run') return (await import('./post-step.js')).runPost(inputs, world);
  switch (inputs.command) {
    case 'run':
      return (await import('./run-job.js')).runJob(inputs, world);
    case 'plan':
      return (await import('./plan-job.js')).planJob(inputs, world);
    case 'begin':
      return (await import('./begin-job.js')).beginJob(inputs, world);
    case 'validate':
      return (await import('./validate-job.js')).validateJob(inputs, world);
    case 'publish':
      return (await import('./publish-job.js')).publishJob(inputs, world);
    case 'revert':
      return (await import('./publish-job.js')).revertJob(inputs, world);
    case 'report':
      return (await import('./report-job.js')).reportJob(inputs, world);
    case 'notify':
      return (await import('./notify-job.js')).notifyJob(inputs, world);
    case 'continue':
      return (await import('./continue-job.js')).continueJob(world);
  }
}
