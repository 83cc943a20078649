/**
 * Characters that JSON may hold as they are, but that a terminal obeys or does not show: C1 controls, bidirectional and
 * zero-width marks, line separators.
 */
const INVISIBLE = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/**
 * A document as JSON text with a newline at its end. Nothing is lost, and nothing in it can act on a terminal: what text of
 * steps may smuggle in is written as `\uXXXX`. `indent` in spaces; 0 for one line.
 */
export function jsonText(document: unknown, indent = 2): string {
  const text = JSON.stringify(document, null, indent);
  return `${text.replace(INVISIBLE, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
