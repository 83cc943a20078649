import { randomBytes } from 'node:crypto';
import { lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** The files by which a step tells the runner something, by the variables that name them. We never write to the first two. */
const VARIABLES = ['GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'] as const;

export type CommandFileVariable = (typeof VARIABLES)[number];
export type WrittenVariable = 'GITHUB_OUTPUT' | 'GITHUB_STATE' | 'GITHUB_STEP_SUMMARY';

/**
 * These files lie where every process of the machine finds them, and the runner believes what is in them: outputs that the next
 * jobs decide by, variables for the steps to come. So what is in them is kept here too, and put back in the place of anything
 * else. The runner gives them empty to every step.
 */
export class CommandFiles {
  readonly #paths: ReadonlyMap<CommandFileVariable, string>;
  readonly #texts = new Map<CommandFileVariable, string>();

  constructor(env: Readonly<Record<string, string | undefined>>) {
    const named = VARIABLES.map((variable) => [variable, env[variable] ?? ''] as const);
    // Outside of a job there are none.
    this.#paths = new Map(named.filter(([, path]) => path !== ''));
  }

  /** Adds to what we say; without such a file nothing happens. Throws the system's error. */
  append(variable: WrittenVariable, text: string): void {
    const path = this.#paths.get(variable);
    if (path === undefined) return;
    const whole = this.#textOf(variable) + text;
    this.#texts.set(variable, whole);
    replace(path, whole);
  }

  /** Puts back what we said. Gives the variables whose files said something else. Throws the system's error. */
  restore(): CommandFileVariable[] {
    const changed = [...this.#paths].filter(([variable, path]) => !holds(path, this.#textOf(variable)));
    for (const [variable, path] of changed) replace(path, this.#textOf(variable));
    return changed.map(([variable]) => variable);
  }

  #textOf(variable: CommandFileVariable): string {
    return this.#texts.get(variable) ?? '';
  }
}

/** A value of any text as one value, in the form that the runner reads (FileCommandManager.cs). */
export function namedValue(name: string, value: string): string {
  const delimiter = `ghadelimiter_${randomBytes(16).toString('hex')}`;
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

/** A file that is not there says the same as an empty one. */
function holds(path: string, text: string): boolean {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found === undefined) return text === '';
  return found.isFile() && found.size === Buffer.byteLength(text) && readFileSync(path, 'utf8') === text;
}

/** A new file: a step may have put a link, or a second name of somebody's file, in the place of the old one. */
function replace(path: string, text: string): void {
  rmSync(path, { recursive: true, force: true });
  writeFileSync(path, text, { flag: 'wx' });
}
