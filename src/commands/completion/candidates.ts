import type { Argument, Command, Option } from 'commander';
import type { TerminalWorld } from '../world.js';
import { nextArgument, readTyping, type Typing } from './command-words.js';
import { namedValues, type Candidate } from './named-values.js';

/** What can be typed: these words, or what the shell itself knows best. */
export type Candidates =
  { readonly kind: 'files' | 'folders' } | { readonly kind: 'words'; readonly candidates: readonly Candidate[] };

/** More would be no help to anybody. */
const MAX = 500;
/** A name that a shell would read as more than a word is left out: files of a repository are hostile. */
const PLAIN = /^[\w@%+:,./=-]+$/;

/**
 * What can stand in the place of the last of `words`, those behind the program's name. All of it is read off the program: its
 * commands, flags and choices; names are looked up in the repository.
 */
export async function candidatesFor(
  program: Command,
  words: readonly string[],
  world: TerminalWorld,
): Promise<Candidates> {
  const typing = readTyping(program, words);
  const found = await everyCandidate(program, typing, world);
  if (found.kind !== 'words') return found;
  const { begun, before } = typing;
  const fitting = found.candidates.filter(({ word }) => word.startsWith(begun) && PLAIN.test(word));
  const candidates = fitting.slice(0, MAX).map(({ word, about }) => ({ word: `${before}${word}`, about }));
  return { kind: 'words', candidates };
}

async function everyCandidate(program: Command, typing: Typing, world: TerminalWorld): Promise<Candidates> {
  const { command, option, begun } = typing;
  if (option !== null) return await values(option, typing, world);
  if (begun.startsWith('-')) return { kind: 'words', candidates: flags(program, typing) };
  if (command !== program) {
    const argument = nextArgument(typing);
    return argument === null ? { kind: 'words', candidates: [] } : await values(argument, typing, world);
  }
  const visible = program.createHelp().visibleCommands(program);
  const commands = visible.map((one) => ({ word: one.name(), about: one.summary() }));
  const workflows = await namedValues('workflow', typing, world);
  return { kind: 'words', candidates: [...commands, ...(workflows ?? [])] };
}

/** Choices that the program declares, names that are looked up, or files where its placeholder says so. */
async function values(taker: Option | Argument, typing: Typing, world: TerminalWorld): Promise<Candidates> {
  const choices = taker.argChoices;
  if (choices !== undefined) return { kind: 'words', candidates: choices.map((word) => ({ word, about: '' })) };
  const isOption = 'flags' in taker;
  const named = await namedValues(isOption ? (taker.long ?? '') : taker.name(), typing, world);
  if (named !== null) return { kind: 'words', candidates: named };
  const placeholder = isOption ? (/[<[](\w+)/.exec(taker.flags)?.[1] ?? '') : taker.name();
  if (placeholder === 'dir') return { kind: 'folders' };
  return placeholder === 'file' || placeholder === 'path' ? { kind: 'files' } : { kind: 'words', candidates: [] };
}

function flags(program: Command, { command, given }: Typing): Candidate[] {
  const help = program.createHelp();
  const commands = command === program ? [program] : [command, program];
  const known = commands.flatMap((one) => help.visibleOptions(one));
  const open = known.filter(
    ({ long, description }) => !given.includes(long ?? '') || /\(repeatable\)/.test(description),
  );
  const named = new Map(open.map(({ long, short, description }) => [long ?? short ?? '', description]));
  return [...named].map(([word, about]) => ({ word, about }));
}
