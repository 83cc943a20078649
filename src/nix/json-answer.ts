import type { NixCommand } from './nix-command.js';

/** What a command of Nix printed as JSON; null when it failed, or printed something else or more than is kept. */
export function jsonAnswer({ result: { end, exitCode, stdout, stdoutTruncated } }: NixCommand): unknown {
  if (end !== 'exited' || exitCode !== 0 || stdoutTruncated) return null;
  try {
    return JSON.parse(stdout.toString('utf8'));
  } catch {
    return null;
  }
}

/** The same, where it is a list of texts. */
export function textsAnswer(command: NixCommand): readonly string[] | null {
  const answer = jsonAnswer(command);
  return Array.isArray(answer) && answer.every((one) => typeof one === 'string') ? answer : null;
}

/** The same, where it is an object; `__proto__` is a name like any other. */
export function entriesAnswer(command: NixCommand): readonly (readonly [string, unknown])[] | null {
  const answer = jsonAnswer(command);
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? Object.entries(answer) : null;
}
