/** An `::error::` and its like, as the runner takes it from the output of a step. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  /** As shown: at most 4096 characters. */
  readonly message: string;
  readonly title: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly endLine: number | null;
  readonly column: number | null;
  /** False for what is beyond the limit of 10 of its level. */
  readonly shown: boolean;
}

/** A workflow command that the runner obeys. */
export interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Runner: ExecutionContext.cs, _maxCountPerIssueType and _maxIssueMessageLength. */
const MAX_ANNOTATIONS_PER_LEVEL = 10;
const MAX_MESSAGE_LENGTH = 4096;

/** Runner: the command extensions that ActionCommandManager.cs registers. */
const KNOWN_COMMANDS = [
  'internal-set-repo-path',
  'set-env',
  'set-output',
  'save-state',
  'add-path',
  'add-mask',
  'add-matcher',
  'remove-matcher',
  'warning',
  'error',
  'notice',
  'debug',
  'echo',
  'group',
  'endgroup',
];

/** What .NET's TrimStart takes for white space: unlike JavaScript with U+0085 and without U+FEFF. */
const DOTNET_LEADING_SPACE = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/**
 * Reads the output of one step as the runner does (ActionCommandManager.cs, ActionCommand.cs): a line that is a command is obeyed, any
 * other goes to the log. Masks belong to the job and are shared by its steps.
 */
export class CommandReader {
  readonly masks: Set<string>;
  readonly annotations: Annotation[] = [];
  /** All that were obeyed, oldest first, but `stop-commands` and its end. */
  readonly commands: Command[] = [];
  readonly outputs: Record<string, string> = {};
  readonly state: Record<string, string> = {};
  readonly log: string[] = [];
  /** Set by a command that makes the step fail. */
  failed = false;
  #stopToken: string | null = null;

  constructor(masks: Set<string> = new Set<string>()) {
    this.masks = masks;
  }

  /** One line without its end. */
  read(line: string): void {
    const command = this.#commandIn(line);
    if (command === null) {
      this.#print(line);
      return;
    }
    if (this.#stopToken !== null) {
      if (command.name.toLowerCase() === this.#stopToken.toLowerCase()) this.#stopToken = null;
      else this.#print(line);
      return;
    }
    if (command.name.toLowerCase() === 'stop-commands') {
      this.#stop(command.data);
      return;
    }
    this.commands.push(command);
    this.#obey(command);
  }

  /** An annotation, whoever it comes from: a step or the runner itself. */
  annotate(level: Annotation['level'], message: string, properties: Command['properties'] = {}): void {
    const before = this.annotations.filter((one) => one.level === level).length;
    const number = (name: string): number | null =>
      /^\d+$/.test(properties[name] ?? '') ? Number(properties[name]) : null;
    this.annotations.push({
      level,
      message: message.slice(0, MAX_MESSAGE_LENGTH),
      title: properties['title'] ?? null,
      file: properties['file'] ?? null,
      line: number('line'),
      endLine: number('endline'),
      column: number('col'),
      shown: before < MAX_ANNOTATIONS_PER_LEVEL,
    });
    this.#print(`##[${level}]${message}`);
  }

  masked(text: string): string {
    let safe = text;
    for (const mask of [...this.masks].sort((a, b) => b.length - a.length)) safe = safe.replaceAll(mask, '***');
    return safe;
  }

  #commandIn(line: string): Command | null {
    const known = [...KNOWN_COMMANDS, 'stop-commands', ...(this.#stopToken === null ? [] : [this.#stopToken])];
    return parseNewSyntax(line, known) ?? parseOldSyntax(line, known);
  }

  #stop(token: string): void {
    if (token === '' || [...KNOWN_COMMANDS, 'stop-commands', 'pause-logging'].includes(token.toLowerCase())) {
      this.#fail(`Invalid stop-commands token '${token}'`);
      return;
    }
    this.#stopToken = token;
  }

  #obey({ name, properties, data }: Command): void {
    switch (name.toLowerCase()) {
      case 'error':
      case 'warning':
      case 'notice':
        this.annotate(name.toLowerCase() as Annotation['level'], data, properties);
        return;
      case 'add-mask':
        for (const part of [data, ...data.split(/\r\n|\r|\n/)]) if (part !== '') this.masks.add(part);
        return;
      case 'set-output':
        this.outputs[properties['name'] ?? ''] = data;
        return;
      case 'save-state':
        this.state[properties['name'] ?? ''] = data;
        return;
      case 'set-env':
      case 'add-path':
        this.#fail(`The \`${name}\` command is disabled.`);
        return;
      case 'group':
      case 'endgroup':
        this.#print(`##[${name}]${data}`);
        return;
      default:
        return;
    }
  }

  #fail(message: string): void {
    this.failed = true;
    this.annotate('error', message);
  }

  #print(line: string): void {
    this.log.push(this.masked(line));
  }
}

/** `::name key=value,key=value::data`, after leading white space. */
function parseNewSyntax(line: string, known: readonly string[]): Command | null {
  const trimmed = line.replace(DOTNET_LEADING_SPACE, '');
  const end = trimmed.startsWith('::') ? trimmed.indexOf('::', 2) : -1;
  if (end < 0) return null;
  const unescape = (text: string): string =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const data = trimmed.slice(end + 2);
  return commandOf({
    info: trimmed.slice(2, end),
    known,
    separator: ',',
    data: data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%'),
    unescape,
  });
}

/** `##[name key=value;key=value]data`, anywhere in the line. */
function parseOldSyntax(line: string, known: readonly string[]): Command | null {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return null;
  const unescape = (text: string): string =>
    text.replaceAll('%3B', ';').replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%5D', ']');
  const data = unescape(line.slice(end + 1));
  return commandOf({ info: line.slice(start + 3, end), known, separator: ';', data, unescape });
}

interface CommandParts {
  readonly info: string;
  readonly known: readonly string[];
  readonly separator: string;
  readonly data: string;
  readonly unescape: (text: string) => string;
}

function commandOf({ info, known, separator, data, unescape }: CommandParts): Command | null {
  const space = info.indexOf(' ');
  const name = space < 0 ? info : info.slice(0, space);
  if (!known.some((one) => one.toLowerCase() === name.toLowerCase())) return null;
  const properties: Record<string, string> = {};
  for (const pair of space < 0
    ? []
    : info
        .slice(space + 1)
        .trim()
        .split(separator)) {
    const equals = pair.indexOf('=');
    const value = pair.slice(equals + 1);
    if (equals > 0 && value !== '') properties[pair.slice(0, equals).toLowerCase()] = unescape(value);
  }
  return { name, properties, data };
}

/** Cuts a stream into lines as the runner's StreamReader does: `\n`, `\r\n` and a lone `\r` end one. */
export class LineSplitter {
  readonly #onLine: (line: string) => void;
  readonly #decoder = new TextDecoder();
  #rest = '';

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  write(chunk: Buffer): void {
    const text = this.#rest + this.#decoder.decode(chunk, { stream: true });
    // A `\r` at the very end may be the first half of `\r\n`.
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#onLine(line);
  }

  end(): void {
    const rest = (this.#rest + this.#decoder.decode()).replace(/\r$/, '');
    this.#rest = '';
    if (rest !== '') this.#onLine(rest);
  }
}
