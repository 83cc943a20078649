import type { Command } from 'commander';
import { EXIT, type TerminalWorld } from '../world.js';
import { candidatesFor, type Candidates } from './candidates.js';
import { SHELL_SCRIPTS, type Shell } from './shell-scripts.js';

/** `completion SHELL`: prints the script by which a shell completes command lines of this program. */
export function completionCommand(shell: Shell, { console }: TerminalWorld): Promise<number> {
  const script = SHELL_SCRIPTS[shell];
  console.json({ shell, script });
  console.print(script.trimEnd());
  return Promise.resolve(EXIT.completed);
}

/**
 * What those scripts ask: the words behind the program's name, the last one being typed. Prints what there is, `words`, `files` or
 * `folders`, and then each word with what it is, a tab between them. Never an error: a shell would show it in the line.
 */
export async function candidatesCommand(
  program: Command,
  words: readonly string[],
  world: TerminalWorld,
): Promise<number> {
  const found = await candidatesFor(program, words, world);
  world.console.json(found);
  world.console.print([found.kind, ...linesOf(found)].join('\n'));
  return EXIT.completed;
}

const linesOf = (found: Candidates): string[] =>
  found.kind === 'words' ? found.candidates.map(({ word, about }) => (about === '' ? word : `${word}\t${about}`)) : [];
