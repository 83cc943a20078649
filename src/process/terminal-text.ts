/**
 * Makes text that a step printed safe to show on a terminal, in a log and in the log of a GitHub job. Pure.
 *
 * A GitHub runner obeys a line that begins with `::` once it is trimmed, and `##[` anywhere in a line; a lone carriage
 * return begins a line too (actions/runner, ActionCommand.cs). Both are broken up visibly here. Escape sequences go
 * first: they could hide a command or a secret until something else strips them.
 */

/** OSC, DCS, SOS, PM, APC up to their end; CSI; the two-character escapes. Each ends at a line end at the latest. */
const escapeSequence =
  // eslint-disable-next-line no-control-regex -- control characters are the subject
  /(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\r\n]*(?:\x07|\x1b\\|\x9c)?|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|\x1b[ -/]*[0-~]?/g;

/** Everything below a space but tab and line feed, and the second block of control characters. */
// eslint-disable-next-line no-control-regex -- control characters are the subject
const control = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/g;

/** Variation selectors after an emoji: dropped, because a mark for each would spoil honest text. */
const variationSelector = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

/** Characters that show nothing or turn the direction of the text around: a reader must see that they are there. */
const invisible =
  // eslint-disable-next-line no-misleading-character-class -- a set of single characters, not a sequence
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e007f}]/gu;

/** Space within the line only: else a text of nothing but line ends is looked through once for each of them. */
const commandAtLineStart = /^([^\S\n]*):(?=:)/gm;
const commandAnywhere = /##(?=\[)/g;

/**
 * Text in, text out: line ends become `\n`, escapes and control characters go, invisible characters are written as
 * `<U+202E>`, workflow commands are broken up as `: :error::` and `# #[error]`. Doing it twice changes nothing more.
 */
export function safeTerminalText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\p{Surrogate}/gu, '\ufffd');
  const plain = lines.replace(escapeSequence, '').replace(control, '').replace(variationSelector, '');
  return plain.replace(invisible, nameOf).replace(commandAtLineStart, '$1: ').replace(commandAnywhere, '# #');
}

/** `safeTerminalText` in one line: line ends and tabs become spaces. For a status line or a table cell. */
export function safeTerminalLine(text: string): string {
  return safeTerminalText(text).replace(/[\n\t]+/g, ' ');
}

function nameOf(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}
