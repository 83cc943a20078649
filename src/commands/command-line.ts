import type { TerminalWorld } from './world.js';

/** What a command does when its arguments are known: gives back the exit code. */
export type Handler = (world: TerminalWorld) => Promise<number>;

/** Runs a handler in the world that the flags of all commands make. */
export type Act = (handler: Handler) => Promise<void>;

/** The examples at the end of a command's help: its lines as they are typed, without the program. */
export const examples = (...lines: string[]): string =>
  `\nExamples:\n${lines.map((line) => `  workflow-runner ${line}`).join('\n')}`;

/** For a flag that may be given several times: its values in order. */
export const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];
