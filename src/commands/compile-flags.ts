import type { Problem } from '../base/problem.js';
import { err, ok, type Result } from '../base/result.js';
import type { CompileOptions } from '../compile/compile-options.js';
import { optionOf } from '../compile/generated-header.js';

/** What each flag takes, for the message about a wrong one. */
const EXPECTED: Readonly<Record<string, string>> = {
  '--action': 'OWNER/REPO@ and a commit of 40 hexadecimal digits, or ./ for the action of this repository',
  '--publish': 'pull-request or push',
  '--on-failure': 'keep or revert',
  '--cron': "five fields of numbers, for example '30 4 * * 1', or weekly",
  '--deadline-minutes': 'a whole number of minutes from 10 to 9999',
  '--agent-secrets': 'names of secrets separated by commas, or none',
  '--sandbox': 'require, prefer or off for all agents, or by-runner',
  '--token-secret': 'the name of a secret, or none',
  '--notify': 'github-issue, github-comment and names of secrets, separated by commas, or none',
};

/** The flags of `compile` as options. `flags` is by name as the parser gives it: `onFailure` for `--on-failure`. */
export function compileOptions(flags: Readonly<Record<string, unknown>>): Result<Partial<CompileOptions>, Problem> {
  let options: Partial<CompileOptions> = {};
  for (const [name, given] of Object.entries(flags)) {
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    const argument = typeof given === 'string' ? given : '';
    const option = optionOf(flag, argument);
    if (option === null) {
      const message = `${flag} does not take '${argument}'`;
      return err({ code: 'invalid-flag', message, help: `Expected ${EXPECTED[flag] ?? 'no argument'}.`, exitCode: 2 });
    }
    options = { ...options, ...option };
  }
  return ok(options);
}
