/** What a runner would do with the output of a step: a port of actions/runner (ActionCommand.cs, ActionCommandManager.cs, StreamReader). */
export interface HonouredCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

export interface ParsedOutput {
  readonly honoured: readonly HonouredCommand[];
  /** Lines that are shown as text. */
  readonly log: readonly string[];
}

const commands = new Set(
  'add-mask add-matcher add-path debug echo endgroup error group internal-set-repo-path notice remove-matcher save-state set-env set-output stop-commands warning'.split(
    ' ',
  ),
);

/** .NET's Char.IsWhiteSpace. */

const netSpace = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/** What a comparison by culture does not see (ICU: completely ignorable); a superset of what .NET skips. */
const ignorable = /[\p{Cc}\p{Cf}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * The commands that a runner honours in this text, one stream of a step. With `byCulture`, as a runner that compares by culture:
 * ignorable characters are not there.
 */
export function parseCommands(text: string, { byCulture = false } = {}): ParsedOutput {
  const honoured: HonouredCommand[] = [];
  const log: string[] = [];
  let stopped: string | null = null;
  for (const raw of text.split(/\r\n|\r|\n/)) {
    const line = byCulture ? raw.replace(netSpace, '').replace(ignorable, '') : raw;
    const command = parseLine(line, stopped);
    if (command === null) {
      log.push(raw);
      continue;
    }
    honoured.push(command);
    if (command.name === 'stop-commands') stopped = command.data;
    else if (command.name === stopped) stopped = null;
  }
  if (log.at(-1) === '') log.pop();
  return { honoured, log };
}

function parseLine(line: string, stopped: string | null): HonouredCommand | null {
  const command = parseNew(line) ?? parseOld(line);
  if (command === null) return null;
  if (stopped !== null) return command.name === stopped ? command : null;
  return commands.has(command.name) ? command : null;
}

function parseNew(line: string): HonouredCommand | null {
  const text = line.replace(netSpace, '');
  if (!text.startsWith('::')) return null;
  const end = text.indexOf('::', 2);
  if (end < 0) return null;
  return made(text.slice(2, end), text.slice(end + 2), [
    ',',
    [
      ['%0D', '\r'],
      ['%0A', '\n'],
      ['%3A', ':'],
      ['%2C', ','],
      ['%25', '%'],
    ],
  ]);
}

function parseOld(line: string): HonouredCommand | null {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return null;
  return made(line.slice(start + 3, end), line.slice(end + 1), [
    ';',
    [
      ['%3B', ';'],
      ['%0D', '\r'],
      ['%0A', '\n'],
      ['%5D', ']'],
      ['%25', '%'],
    ],
  ]);
}

function made(
  info: string,
  data: string,
  [separator, escapes]: readonly [string, readonly (readonly [string, string])[]],
): HonouredCommand {
  const unescape = (text: string): string => escapes.reduce((out, [from, to]) => out.replaceAll(from, to), text);
  const space = info.indexOf(' ');
  const name = space < 0 ? info : info.slice(0, space);
  const properties: Record<string, string> = {};
  for (const part of space < 0
    ? []
    : info
        .slice(space + 1)
        .trim()
        .split(separator)) {
    const equals = part.indexOf('=');
    if (equals > 0) properties[part.slice(0, equals).trim()] = unescape(part.slice(equals + 1));
  }
  return {
    name: name.toLowerCase(),
    properties,
    data: data.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%'),
  };
}
