import { dirname, join } from 'node:path';
import { runProcess } from '../../src/process/spawn.js';
import { nixEnvironment, realNix } from './nix-environment.js';

/** Asks the machine's `nix-instantiate --parse` about files. */
export class NixParser {
  private constructor(
    private readonly program: string,
    private readonly env: Record<string, string>,
  ) {}

  static async find(): Promise<NixParser> {
    const env = nixEnvironment();
    return new NixParser(join(dirname((await realNix(env)).path), 'nix-instantiate'), env);
  }

  /** Of each file one line with its tree; Nix stops at the first file that it rejects. */
  async parse(paths: readonly string[]): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
    const { exitCode, stdout, stderrTail } = await runProcess({
      argv: [this.program, '--parse', ...paths],
      cwd: '/',
      env: this.env,
    });
    return { exitCode, stdout: stdout.toString('utf8'), stderr: stderrTail };
  }
}

/** The message of an error of Nix. */
export const errorMessage = (stderr: string): string => /^error: (.+)$/m.exec(stderr)?.[1] ?? '';

/** The line of the first place that an error of Nix names; null without one. */
export function errorLine(stderr: string): number | null {
  const line = /^\s+at \/.+:(\d+):\d+:?$/m.exec(stderr)?.[1];
  return line === undefined ? null : Number(line);
}

/** Whether a message is about names rather than grammar. */
export const isScope = (text: string): boolean =>
  /undefined variable|already defined|duplicate formal|dynamic attributes not allowed/.test(text);
