import { Command } from 'commander';
import type { Act } from './command-line.js';
import { addContact } from './contact-commands.js';
import { addReading } from './reading-commands.js';
import { addRun } from './running-commands.js';
import { addTools } from './tool-commands.js';
import { VERSION } from './version.js';
import type { TerminalWorld } from './world.js';

/** What `buildProgram` needs of the door. */
export interface ProgramSetup {
  readonly cwd: string;
  /** The world for a command, made when its flags are known. */
  readonly world: (flags: GlobalFlags) => TerminalWorld;
  /** Called with the exit code of the command that ran. */
  readonly done: (exitCode: number) => void;
  readonly write: (text: string) => void;
}

export interface GlobalFlags {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color: boolean;
  readonly repo?: string;
}

const EXIT_CODES = `
Exit codes: 0 completed, 1 the workflow failed, 2 invalid usage or definition, 3 paused (resume it),
4 locked by another run, 70 a bug of workflow-runner.`;

const EXAMPLES = `
Examples:
  workflow-runner phase-1-critical --dry-run     what it would do; nothing is changed
  workflow-runner phase-1-critical               run it (a workflow named like a command: run NAME)
  workflow-runner phase-1-critical --resume      go on after a failure or an interrupt
  workflow-runner status --watch                 what is going on`;

/** The command line. Each command loads its code only when it is called. Throws `CommanderError` for wrong usage. */
export function buildProgram(setup: ProgramSetup): Command {
  const program = new Command('workflow-runner');
  program
    .description('Runs declarative YAML workflows over a git repository, each run as one transaction.')
    .version(VERSION, '-V, --version', 'print the version')
    .exitOverride()
    .configureOutput({ writeOut: setup.write, writeErr: () => undefined })
    .option('--repo <dir>', 'work on the repository in this folder')
    .option('--json', 'print one JSON document and nothing else')
    .option('--quiet', 'print results and errors only')
    .option('--verbose', 'print more about what is done')
    .option('--no-color', 'print without colours (so does NO_COLOR=1)')
    .addHelpText('after', EXAMPLES + '\n' + EXIT_CODES);
  const act: Act = async (handler) => {
    const flags = program.opts<GlobalFlags>();
    setup.done(await handler(setup.world(flags)));
  };
  addContact(program, act);
  addRun(program, act, setup.cwd);
  addReading(program, act);
  addTools(program, act, setup.cwd);
  return program;
}
