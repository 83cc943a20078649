import { safeTerminalLine } from '../process/terminal-text.js';

/**
 * A label for a Mermaid diagram: letters, digits and ` . _ / + -` only, so that nothing in it can end the label or the line, open a
 * comment, a link or the code block around it. `number` comes first: no keyword of Mermaid begins so.
 */
export function mermaidLabel(number: number | string, text: string, maxLength = 40): string {
  const words = safeTerminalLine(text)
    .replace(/[^\p{L}\p{N}._/+-]+/gu, ' ')
    .trim();
  const short =
    words.length > maxLength
      ? words
          .slice(0, maxLength)
          .replace(/[\ud800-\udbff]$/, '')
          .trim()
      : words;
  return `${number} ${short}`.trim();
}

/** A diagram as GitHub shows it. */
export function mermaidBlock(lines: readonly string[]): string {
  return ['```mermaid', ...lines, '```'].join('\n');
}
