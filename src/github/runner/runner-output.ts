import { sortDiagnostics, type Diagnostic } from '../../base/diagnostic.js';
import type { OutputStream } from '../../commands/console.js';
import { secretsOf } from '../../process/environment.js';
import { createRedactor, type Redactor } from '../../process/redact.js';
import { cutMarkdown, utf8Length } from '../../report/cut-markdown.js';
import { markdownText } from '../../report/markdown-text.js';
import type { Overhear, RunnerOutput } from '../action-world.js';
import { annotationCommand, type AnnotationLevel } from './annotation-command.js';
import { chooseAnnotations, cutMessage, maxAnnotations, type Annotation } from './annotations.js';
import { CommandFiles, namedValue } from './command-files.js';
import { RunnerStreams } from './runner-streams.js';
import { withoutCommands } from './workflow-command-text.js';

export interface RunnerOutputOptions {
  /** Standard output and error of the process. From now on everything that anybody writes to them is made safe. */
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** The environment of the process; the values of variables that look like secrets are redacted everywhere. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** At least 16 random bytes as hex, new at each call. */
  readonly randomToken: () => string;
}

/** The process's way to the runner: `output` for commands, the two streams for the console. */
export interface OpenedRunnerOutput {
  readonly output: RunnerOutput;
  /** For `CommandConsole`: neutralised and redacted, never a terminal. */
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** Writes what is held back and gives the two streams back as they were. At the end of the process. */
  readonly close: () => void;
}

/** What a runner takes as the summary of a step, in bytes (FileCommandManager.cs: AttachmentSizeLimit); a larger one is dropped whole. */
const maxSummaryBytes = 1024 * 1024 - 4096;
const summaryCut = '_The rest does not fit into the job summary; the log has all of it._';

/** Takes over the two streams of the process. Call once, before anything is printed. */
export function openRunnerOutput(options: RunnerOutputOptions): OpenedRunnerOutput {
  const { stdout, stderr, env, randomToken } = options;
  const secrets = secretsOf({ ...env });
  // Escaped for markdown a secret looks different.
  const redactor = createRedactor([
    ...secrets,
    ...secrets.map((secret) => markdownText(secret, { maxLength: 10_000 })),
  ]);
  const streams = new RunnerStreams({ stdout, stderr, redactor, randomToken });
  const files = new CommandFiles(env);
  return {
    output: new RunnerCommands({ files, redactor, streams }),
    stdout: streams.stdout,
    stderr: streams.stderr,
    close: () => {
      files.restore();
      streams.close();
    },
  };
}

interface CommandsOptions {
  readonly files: CommandFiles;
  readonly redactor: Redactor;
  readonly streams: RunnerStreams;
}

class RunnerCommands implements RunnerOutput {
  readonly #files: CommandFiles;
  readonly #redact: (text: string) => string;
  readonly #streams: RunnerStreams;
  /** How many annotations of each kind the runner still shows in this step. */
  readonly #room: Record<AnnotationLevel, number> = {
    error: maxAnnotations,
    warning: maxAnnotations,
    notice: maxAnnotations,
  };
  #summaryBytes = 0;
  #summaryIsFull = false;

  constructor({ files, redactor, streams }: CommandsOptions) {
    this.#files = files;
    this.#redact = redactor.redact;
    this.#streams = streams;
  }

  readonly setOutput = (name: string, value: string): void => {
    this.#files.append('GITHUB_OUTPUT', namedValue(name, this.#redact(value)));
  };

  readonly saveState = (name: string, value: string): void => {
    this.#files.append('GITHUB_STATE', namedValue(name, this.#redact(value)));
  };

  readonly annotate = (diagnostics: readonly Diagnostic[]): void => {
    // One error is left for what the command says at its end.
    const room = { error: this.#room.error - 1, warning: this.#room.warning };
    // Paths are relative to the top of the repository, as GitHub wants them, wherever in the workspace its checkout is.
    const chosen = chooseAnnotations(diagnostics, { room, folder: '' });
    for (const one of chosen) this.#issue(one.severity, one);
    if (chosen.length === diagnostics.length) return;
    for (const one of sortDiagnostics(diagnostics)) this.#streams.stdout.write(`${diagnosticLine(one)}\n`);
  };

  readonly notice = (message: string): void => this.#say('notice', message);
  readonly warning = (message: string): void => this.#say('warning', message);
  readonly error = (message: string): void => this.#say('error', message);

  readonly summary = (markdown: string): Promise<void> => {
    if (this.#summaryIsFull) return Promise.resolve();
    const text = `${this.#redact(markdown).trimEnd()}\n\n`;
    const cut = cutMarkdown(text, maxSummaryBytes - this.#summaryBytes, summaryCut);
    this.#summaryIsFull = cut !== text;
    this.#summaryBytes += utf8Length(cut);
    this.#files.append('GITHUB_STEP_SUMMARY', cut);
    return Promise.resolve();
  };

  readonly guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await this.#streams.guard(work);
    } finally {
      for (const variable of this.#files.restore())
        this.warning(`something wrote to the file of ${variable}: what it wrote was taken out`);
    }
  };

  readonly overhear: Overhear = (work) => this.#streams.overhear(work);

  #say(level: AnnotationLevel, message: string): void {
    if (this.#room[level] > 0) {
      this.#issue(level, { title: null, message: cutMessage(message), place: null });
    } else {
      this.#streams.stdout.write(`${level}: ${message}\n`);
    }
  }

  #issue(level: AnnotationLevel, { title, message, place }: Omit<Annotation, 'severity'>): void {
    this.#room[level] -= 1;
    const safe = (text: string): string => withoutCommands(this.#redact(text));
    const command = annotationCommand(level, {
      title: title === null ? null : safe(title),
      message: safe(message),
      place: place === null ? null : { ...place, file: this.#redact(place.file) },
    });
    this.#streams.command(command);
  }
}

function diagnosticLine({ severity, message, help, location: { file, line, column } }: Diagnostic): string {
  const place = [file, line, column].filter((part) => part !== undefined && part !== '').join(':');
  return `${severity}: ${place}: ${message}${help === undefined ? '' : ` (${help})`}`;
}
