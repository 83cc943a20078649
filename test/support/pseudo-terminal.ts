import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { program } from './program.js';
import type { RunnerRepository } from './runner-repository.js';

/** null when python3 can make terminals here; otherwise why not, which is printed: the tests on a terminal are skipped. */
export const terminalMissing: string | null = (() => {
  const tried = spawnSync('python3', ['-c', 'import pty, termios, os; os.waitstatus_to_exitcode'], {
    encoding: 'utf8',
  });
  return tried.status === 0 ? null : 'python3 >= 3.9 with pty is not installed';
})();
if (terminalMissing !== null) process.stderr.write(`skipped: ${terminalMissing}\n`);

export interface TerminalRequest {
  readonly args: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** The program on a real terminal, and what a person does there. */
export class PseudoTerminal {
  /** Everything that was written, with its escape sequences. */
  output = '';
  readonly ended: Promise<number | null>;
  readonly #child;

  constructor({ root, home }: RunnerRepository, { args, columns = 80, rows = 24, env = {} }: TerminalRequest) {
    const driver = [join(process.cwd(), 'test/support/pseudo-terminal.py'), String(columns), String(rows)];
    this.#child = spawn('python3', [...driver, process.execPath, program().cli, '--repo', root, ...args], {
      cwd: root,
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: home,
        XDG_CACHE_HOME: join(home, '.cache'),
        LC_ALL: 'C.UTF-8',
        TERM: 'xterm-256color',
        ...env,
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#child.stdout.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    this.ended = new Promise((done, fail) => {
      this.#child.on('error', fail);
      this.#child.on('close', done);
    });
  }

  /** Types characters, for example `\u0003` for Ctrl-C. */
  press(keys: string): void {
    this.#child.stdin.write(`press ${Buffer.from(keys).toString('hex')}\n`);
  }

  resize(columns: number, rows: number): void {
    this.#child.stdin.write(`resize ${columns} ${rows}\n`);
  }

  /** Resolves once `words` were written, whatever their colours, after the first `from` characters. */
  async shows(words: string, from = 0): Promise<void> {
    const isShown = (): boolean => stripVTControlCharacters(this.output.slice(from)).includes(words);
    while (!isShown()) {
      const more = new Promise((done) => this.#child.stdout.once('data', done));
      const isOver = await Promise.race([more.then(() => false), this.ended.then(() => true)]);
      if (isOver && !isShown()) throw new Error(`never shown: ${words}\n${this.output}`);
    }
  }

  /** The lines that were written, without escape sequences. */
  get lines(): string[] {
    return stripVTControlCharacters(this.output).replaceAll('\r', '').split('\n');
  }

  /** Whether the cursor can be seen after all that was written. */
  get hasCursor(): boolean {
    return this.output.lastIndexOf('\u001b[?25h') >= this.output.lastIndexOf('\u001b[?25l');
  }
}
