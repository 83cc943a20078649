/**
 * Makes text harmless for the reader of a GitHub job's output. Pure.
 *
 * The runner (actions/runner, ActionCommand.cs) honours a line that begins with `::` after .NET's TrimStart, and `##[` anywhere
 * in a line; `\r`, `\n` and `\r\n` end a line, on standard output and standard error alike. It compares by culture, so that
 * characters without weight (U+200B, controls, unassigned ones …) may stand before and inside of `::` and `##[`.
 */
import { safeTerminalText } from '../../process/terminal-text.js';

/** What a comparison by culture may skip, other than the end of a line. */
const weightless = String.raw`[^\P{C}\n\r]|\p{Mn}|\p{Me}|\p{Default_Ignorable_Code_Point}`;
const skipped = `(?:${weightless})*`;
const commandAtLineStart = new RegExp(`^((?:${weightless}|[^\\S\\n\\r])*):(?=${skipped}:)`, 'gmu');
const commandAnywhere = new RegExp(`#(?=${skipped}#${skipped}\\[)`, 'gu');

/**
 * Text in, text out, nothing of which a runner takes for a command: `: :error::`, `# #[error]`. Line ends become `\n`, escape
 * sequences go, invisible characters are named. Doing it twice changes nothing more.
 */
export function withoutCommands(text: string): string {
  return safeTerminalText(text).replace(commandAtLineStart, '$1: ').replace(commandAnywhere, '# ');
}
