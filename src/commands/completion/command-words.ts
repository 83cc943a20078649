import type { Argument, Command, Option } from 'commander';

/** What is being typed, as far as the words before it tell. */
export interface Typing {
  /** The command that is meant; the program itself until one is named. */
  readonly command: Command;
  /** The beginning of the word under the cursor; of `--flag=value` the value. */
  readonly begun: string;
  /** What stands before `begun` in that word: `--flag=` or nothing. */
  readonly before: string;
  /** The option whose value is being typed; null for any other word. */
  readonly option: Option | null;
  /** Flags that were given already, long names. */
  readonly given: readonly string[];
  /** Words of the command that are neither flags nor their values; the first one of `run` is a workflow. */
  readonly operands: readonly string[];
  /** Value of `--repo`; null without. */
  readonly repo: string | null;
}

/**
 * Understands a command line that is not finished: the words behind the program, the last one being typed. bash takes `--flag=value`
 * for three words, which is meant here too.
 */
export function readTyping(program: Command, words: readonly string[]): Typing {
  const fallback = program.commands.find((command) => command.name() === 'run') ?? program;
  const given: string[] = [];
  const operands: string[] = [];
  let command = program;
  let waiting: Option | null = null;
  let repo: string | null = null;
  const done = words.slice(0, -1).filter((word) => word !== '=');
  for (const word of done) {
    if (waiting !== null) {
      if (waiting.long === '--repo') repo = word;
      waiting = null;
      continue;
    }
    const [flag = '', value] = word.split('=', 2);
    const option = word.startsWith('-') ? optionOf(program, command, flag) : null;
    if (word.startsWith('-')) {
      given.push(option?.long ?? flag);
      if (option?.long === '--repo' && value !== undefined) repo = value;
      if (option !== null && takesValue(option) && value === undefined) waiting = option;
    } else if (command === program) {
      command = program.commands.find((one) => one.name() === word) ?? fallback;
      if (command.name() !== word) operands.push(word);
    } else operands.push(word);
  }
  const typed = words.at(-1) ?? '';
  const last = typed === '=' && waiting !== null ? '' : typed;
  return { command, given, operands, repo, ...value(program, command, { waiting, last }) };
}

/** Whether the word under the cursor is the value of an option, and what of it has been typed. */
function value(
  program: Command,
  command: Command,
  { waiting, last }: { waiting: Option | null; last: string },
): Pick<Typing, 'option' | 'begun' | 'before'> {
  if (waiting !== null) return { option: waiting, begun: last, before: '' };
  const equals = last.startsWith('--') ? last.indexOf('=') : -1;
  const option = equals < 0 ? null : optionOf(program, command, last.slice(0, equals));
  if (option === null || !takesValue(option)) return { option: null, begun: last, before: '' };
  return { option, begun: last.slice(equals + 1), before: last.slice(0, equals + 1) };
}

function optionOf(program: Command, command: Command, flag: string): Option | null {
  // Flags of a run may stand before the name of its workflow.
  const run = program.commands.find((one) => one.name() === 'run');
  const commands = command === program && run !== undefined ? [program, run] : [command, program];
  return commands.flatMap(({ options }) => options).find(({ long, short }) => flag === long || flag === short) ?? null;
}

const takesValue = ({ required, optional }: Option): boolean => required || optional;

/** The argument that the next operand would be; null when the command takes no more. */
export function nextArgument({ command, operands }: Typing): Argument | null {
  const { registeredArguments: known } = command;
  return known[operands.length] ?? (known.at(-1)?.variadic === true ? (known.at(-1) ?? null) : null);
}
