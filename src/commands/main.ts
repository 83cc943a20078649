import { CommanderError } from 'commander';
import { closestName } from '../base/closest-name.js';
import { resolve } from 'node:path';
import { CommandConsole, type CommandError, type OutputStream } from './console.js';
import { buildProgram, type GlobalFlags } from './program.js';
import type { RunProcess } from '../process/process.js';
import type { Ask } from './ask-on-terminal.js';
import { ownCommand } from './own-command.js';
import { EXIT, type TerminalWorld } from './world.js';

/** What the door gives in: the process, as values. */
export interface Door {
  /** Arguments without node and the script. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly runProcess: RunProcess;
  /** The file that runs, absolute. */
  readonly programFile: string;
  /** Asks the person at the terminal; null where nobody can answer. */
  readonly ask: Ask | null;
}

const BUG_HELP = 'This is a bug of workflow-runner. Please report it with what you did and the output of --verbose.';

/** Runs the command that was asked for; the exit code is the answer. Never throws: our own bugs are exit code 70. */
export async function main(door: Door): Promise<number> {
  let exitCode: number = EXIT.completed;
  // Flags that decide how to say that the flags are wrong are looked for before the command line is understood.
  let console = newConsole(door, earlyFlags(door.argv));
  const program = buildProgram({
    cwd: door.cwd,
    world: (flags) => {
      console = newConsole(door, flags);
      return newWorld(door, flags, console);
    },
    done: (code) => (exitCode = code),
    write: (text) => door.stdout.write(text),
  });
  try {
    await program.parseAsync([...door.argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.completed;
      const commands = program.commands.map((command) => command.name());
      return console.fail(usageError(error, door, commands), EXIT.invalid);
    }
    return tellBug(console, error);
  }
}

/** What any write can meet, and no program mends. */
const FULL: ReadonlySet<string | undefined> = new Set(['ENOSPC', 'EDQUOT']);

const FULL_HELP =
  'Make room where the repository, the cache folder and TMPDIR are. What was begun goes on with --resume.';

/** The one place that says that an exception got away. */
function tellBug(console: CommandConsole, error: unknown): number {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && error.stack !== undefined) console.detail(error.stack);
  const isFull = FULL.has((error as NodeJS.ErrnoException | null)?.code);
  try {
    if (isFull)
      return console.fail({ code: 'disk-full', message: `a disk is full: ${message}`, help: FULL_HELP }, EXIT.failed);
    return console.fail(
      { code: 'internal', message: `something went wrong inside: ${message}`, help: BUG_HELP },
      EXIT.bug,
    );
  } catch {
    return EXIT.bug;
  }
}

function newWorld(door: Door, { repo }: GlobalFlags, console: CommandConsole): TerminalWorld {
  const { env, cwd, now, signal, runProcess, programFile } = door;
  // A job has a terminal at times, and nobody at it.
  const ask = (env['CI'] ?? '') === '' || env['CI'] === 'false' ? door.ask : null;
  return {
    ...{ console, env, cwd, now, signal, runProcess, programFile, ask },
    ownCommand: ownCommand(door),
    repo: repo === undefined ? null : resolve(cwd, repo),
  };
}

function newConsole({ stdout, stderr, env }: Door, flags: GlobalFlags): CommandConsole {
  const { json = false, quiet = false, verbose = false, color } = flags;
  return new CommandConsole({ stdout, stderr, env, json, quiet, verbose, color });
}

function earlyFlags(argv: readonly string[]): GlobalFlags {
  const has = (flag: string): boolean => argv.includes(flag);
  return { json: has('--json'), quiet: has('--quiet'), verbose: has('--verbose'), color: !has('--no-color') };
}

/** `error: unknown option '--dry'\n(Did you mean --dry-run?)` in our words. */
function usageError({ code, message }: CommanderError, door: Door, commands: readonly string[]): CommandError {
  const { argv } = door;
  const [first = '', ...rest] = message.replace(/^error: /, '').split('\n');
  const said = rest.join(' ').replace(/^\((.*)\)$/, '$1');
  const word = argv.find((argument) => !argument.startsWith('-'));
  const meant = word === undefined || commands.includes(word) ? null : closestName(word, commands);
  const command = word === undefined ? '' : commands.includes(word) ? `${word} ` : 'run ';
  const hints = [
    said,
    meant === null ? '' : `Did you mean the command '${meant}'?`,
    `See: ${ownCommand(door)} ${command}--help`,
  ];
  return {
    code: code.replace(/^commander\./, 'usage-'),
    message: first,
    help: hints.filter((hint) => hint !== '').join('\n'),
  };
}
