// Takes a module apart by its layout. These modules are formatted by nixfmt, so indentation tells what belongs together;
// whoever has a module that is laid out differently gets null, never a guess.

/** A `#` comment at the very top. */
export const hasHeader = (text) => text.startsWith('#');

/** What `lib.mkEnableOption` says the module is for, or null. */
export const purposeOf = (text) => /lib\.mkEnableOption "([^"$]+)"/.exec(text)?.[1] ?? null;

/** The first comment of a module as one line, or null. */
export function headerOf(text) {
  const lines = [];
  for (const line of text.split('\n')) {
    if (!line.startsWith('#')) break;
    lines.push(line.replace(/^#\s?/, ''));
  }
  return lines.length === 0 ? null : lines.join(' ');
}

/**
 * The statements at one indentation: from a line that starts there to the line at that indentation which ends in `;`.
 * Comments and blank lines before a statement belong to it. null when the layout is another.
 */
function statements(lines, indent) {
  const margin = ' '.repeat(indent);
  const startsHere = (line) => line.startsWith(margin) && !line.startsWith(`${margin} `);
  const found = [];
  let current = [];
  for (const line of lines) {
    if (current.length === 0 && line === '') continue;
    if (line !== '' && !line.startsWith(margin)) return null;
    current.push(line);
    if (startsHere(line) && line.endsWith(';') && !line.startsWith(`${margin}#`)) {
      found.push(current.join('\n'));
      current = [];
    }
  }
  return current.length === 0 ? found : null;
}

const firstLine = (statement) => statement.split('\n').find((line) => !line.trimStart().startsWith('#')) ?? '';

/** The attribute path that a statement binds: `    systemd.services.x = {` gives `systemd.services.x`. */
export const boundPath = (statement) => /^\s*([^=]+?) =/.exec(firstLine(statement))?.[1] ?? '';

/** { header, bindings, options, guard, settings } of a module of the usual shape, else null. */
export function takeApart(text) {
  const lines = text.replace(/\n$/, '').split('\n');
  const start = lines.lastIndexOf('{');
  if (start === -1 || lines.at(-1) !== '}') return null;
  const letAt = lines.indexOf('let');
  const bindings = letAt === -1 ? [] : statements(lines.slice(letAt + 1, lines.indexOf('in')), 2);
  const body = statements(lines.slice(start + 1, -1), 2);
  if (bindings === null || body === null) return null;

  const config = body.find((statement) => statement.startsWith('  config = lib.mkIf '));
  const options = body.filter((statement) => boundPath(statement).startsWith('options'));
  if (config === undefined || options.length !== 1 || body.length !== 2) return null;
  const configLines = config.split('\n');
  const settings = statements(configLines.slice(1, -1), 4);
  if (settings === null) return null;
  return {
    header: lines.filter((line, at) => line.startsWith('#') && at < start && at < 5),
    bindings,
    options: options[0],
    guard: configLines[0],
    settings,
  };
}

/** The arguments of a module, as nixfmt writes them, for those that its text uses. */
export function argumentList(text) {
  const used = ['config', 'lib', 'pkgs'].filter((name) => new RegExp(`\\b${name}(\\.|;)`).test(text));
  if (used.length === 0) return '{ ... }:';
  return used.length < 3 ? `{ ${used.join(', ')}, ... }:` : '{\n  config,\n  lib,\n  pkgs,\n  ...\n}:';
}

/** Those bindings that `text` uses, or that one of them uses, in their order. */
export function usedBindings(bindings, text) {
  const kept = new Set();
  let reach = text;
  for (let grown = true; grown;) {
    grown = false;
    for (const binding of bindings) {
      if (kept.has(binding) || !new RegExp(`(?<![\\w.-])${boundPath(binding)}(?![\\w-])`).test(reach)) continue;
      kept.add(binding);
      reach += binding;
      grown = true;
    }
  }
  return bindings.filter((binding) => kept.has(binding));
}

/** A module from its parts. `body` are statements at indentation 2. */
export function putTogether({ header, bindings, body }) {
  const inner = body.join('\n\n');
  const used = usedBindings(bindings, inner);
  const letBlock = used.length === 0 ? '' : `let\n${used.join('\n\n')}\nin\n`;
  return `${header.join('\n')}${header.length > 0 ? '\n' : ''}${argumentList(used.join('\n') + inner)}\n\n${letBlock}{\n${inner}\n}\n`;
}
