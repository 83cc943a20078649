import type { OutputStream } from '../../commands/console.js';
import type { RedactionStream, Redactor } from '../../process/redact.js';
import { withoutCommands } from './workflow-command-text.js';

export interface RunnerStreamsOptions {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly redactor: Redactor;
  /** At least 16 random bytes as hex, new at each call. */
  readonly randomToken: () => string;
}

/** Warnings of toolkits that are kept while the runner is not listening. */
const maxKept = 50;

/** One command, as the toolkits write it: one line in one write, line ends in it escaped. */
const commandLine = /^::(debug|notice|warning|error|add-mask|group|endgroup)((?: [^\r\n]*?)?)::([^\r\n]*)\r?\n$/;

/**
 * Standard output and error of an action, taken over: whatever is written to them, by whomever in this process, is redacted and
 * holds no command; only a write that is one whole command of a toolkit stays one. Other words of toolkits (`Artifact name is
 * valid!`) are for those who debug.
 *
 *  G1  Text is written line by line, so a command of ours always begins a line. A line without an end is held back.
 *  G2  A command of ours is one write.
 *  G3  While guarded, the runner is told to honour nothing but a token, which is new each time and never in env or argv.
 *  G4  What toolkits say while guarded is not shown as text; warnings are shown afterwards, secrets are masked at once.
 */
export class RunnerStreams {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly #out: SafeStream;
  readonly #err: SafeStream;
  readonly #randomToken: () => string;
  readonly #kept = new Set<string>();
  /** What toolkits say while somebody overhears them; null: nobody does. */
  #overheard: string[] | null = null;
  #depth = 0;
  #token = '';

  constructor({ stdout, stderr, redactor, randomToken }: RunnerStreamsOptions) {
    this.#randomToken = randomToken;
    this.#out = new SafeStream(stdout, redactor, (command) => this.#hear(command));
    this.#err = new SafeStream(stderr, redactor, (command) => this.#hear(command));
    this.stdout = { write: (text) => this.#out.text(text), isTTY: false };
    this.stderr = { write: (text) => this.#err.text(text), isTTY: false };
  }

  /** Runs `work` while the runner honours no command; listens again also when it throws. May be nested. */
  async guard<T>(work: () => Promise<T>): Promise<T> {
    this.#stop();
    try {
      return await work();
    } finally {
      this.#resume();
    }
  }

  /** Runs `work`; what toolkits would warn of meanwhile is given back instead, redacted, a line each. Not to be nested. */
  async overhear<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly said: readonly string[] }> {
    const said: string[] = [];
    this.#overheard = said;
    try {
      return { value: await work(), said };
    } finally {
      this.#overheard = null;
    }
  }

  /** A command of ours: one line with its end, everything in it escaped and safe. While guarded it waits, or is left out. */
  command(line: string): void {
    if (this.#depth === 0) {
      this.#out.lines(line);
      return;
    }
    const name = commandLine.exec(line)?.[1];
    if (name === 'add-mask') {
      const token = this.#token;
      this.#token = this.#randomToken();
      this.#out.lines(`\n::${token}::\n${line}::stop-commands::${this.#token}\n`);
    } else if ((name === 'warning' || name === 'error' || name === 'notice') && this.#kept.size < maxKept) {
      this.#kept.add(line);
    }
  }

  /** Writes what is held back and gives the streams back as they were. */
  close(): void {
    this.#out.close();
    this.#err.close();
  }

  /** A command of a toolkit, redacted. */
  #hear(line: string): void {
    const [, name = '', , data = ''] = commandLine.exec(line) ?? [];
    const isWarning = name === 'warning' || name === 'error';
    if (this.#overheard === null || !isWarning) this.command(line);
    else if (this.#overheard.length < maxKept) this.#overheard.push(textOfData(data));
  }

  #stop(): void {
    this.#depth += 1;
    if (this.#depth > 1) return;
    this.#token = this.#randomToken();
    // A line of a stranger who writes to our standard output past us may be unfinished: hence the line end in front.
    this.#out.lines(`\n::stop-commands::${this.#token}\n`);
  }

  #resume(): void {
    this.#depth -= 1;
    if (this.#depth > 0) return;
    this.#err.endLine();
    this.#out.lines(`\n::${this.#token}::\n`);
    for (const command of this.#kept) this.#out.lines(command);
    this.#kept.clear();
  }
}

/** As `escapeData` of @actions/core 3.0.1 (command.js) escapes it; on one line. */
function textOfData(data: string): string {
  return data.replace(/(%0D|%0A)+/g, ' ').replaceAll('%25', '%');
}

type Written = (error?: Error | null) => void;

/** One of the two streams. */
class SafeStream {
  readonly #stream: NodeJS.WriteStream;
  readonly #redactor: Redactor;
  readonly #redaction: RedactionStream;
  readonly #original: NodeJS.WriteStream['write'];
  readonly #onCommand: (line: string) => void;
  #isOpen = true;
  #atLineStart = true;

  constructor(stream: NodeJS.WriteStream, redactor: Redactor, onCommand: (line: string) => void) {
    this.#stream = stream;
    this.#redactor = redactor;
    this.#redaction = redactor.stream(withoutCommands);
    // eslint-disable-next-line @typescript-eslint/unbound-method -- put back by close()
    this.#original = stream.write;
    this.#onCommand = onCommand;
    stream.on('error', this.#lost);
    stream.write = (chunk: string | Uint8Array, encoding?: BufferEncoding | Written, done?: Written) =>
      this.#intercept(chunk, typeof encoding === 'function' ? encoding : done);
  }

  /** Text of anybody. */
  text(chunk: string | Uint8Array, done?: Written): boolean {
    return this.#write(this.#redaction.push(chunk), done);
  }

  /** Lines of ours, as they are, after the line that is under way. */
  lines(lines: string): void {
    this.endLine();
    this.#write(lines);
  }

  endLine(): void {
    this.#write(this.#redaction.end());
    if (!this.#atLineStart) this.#write('\n');
  }

  close(): void {
    this.endLine();
    this.#stream.write = this.#original;
    this.#stream.off('error', this.#lost);
  }

  #intercept(chunk: string | Uint8Array, done: Written | undefined): boolean {
    const command = typeof chunk === 'string' ? commandLine.exec(chunk) : null;
    if (command === null) {
      this.#chatter(String(chunk));
      return this.#write('', done);
    }
    const [line, name = '', properties = '', data = ''] = command;
    const isMask = name === 'add-mask';
    this.#onCommand(isMask ? line : `::${name}${this.#redactor.redact(properties)}::${this.#redactor.redact(data)}\n`);
    return this.#write('', done);
  }

  #chatter(text: string): void {
    const lines = withoutCommands(this.#redactor.redact(text)).split('\n');
    for (const line of lines) if (line.trim() !== '') this.#onCommand(`::debug::${line.replaceAll('%', '%25')}\n`);
  }

  #write(text: string, done?: Written): boolean {
    if (!this.#isOpen) {
      done?.();
      return true;
    }
    if (text === '' && done === undefined) return true;
    if (text !== '') this.#atLineStart = text.endsWith('\n');
    return this.#original.call(this.#stream, text, undefined, done);
  }

  /** A reader that went away is nobody's failure. */
  readonly #lost = (): void => {
    this.#isOpen = false;
  };
}
