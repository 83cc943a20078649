import { safeTerminalText } from '../../process/terminal-text.js';

/** A piece of a page that is markup already. Made by `html` and `markup` alone, so that a plain string is always text. */
export class Html {
  readonly text: string;

  /** @internal Use `html` or `markup`. */
  constructor(text: string) {
    this.text = text;
  }
}

export type HtmlValue = Html | string | number | null | readonly HtmlValue[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text of anybody as text of a page, in an element or in a quoted attribute: nothing in it is markup, no escape sequence or
 * control character stays, and invisible characters are named (`<U+202E>`).
 */
export function escapeHtml(text: string): string {
  return safeTerminalText(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** Template for markup: strings and numbers that are put in become text, `Html` stays markup, lists are joined, null is nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const parts: string[] = [];
  for (const [index, string] of withoutIndentation(strings).entries()) {
    parts.push(string);
    const value = values[index];
    if (value !== undefined) put(value, parts);
  }
  return new Html(parts.join(''));
}

/** Markup that we wrote ourselves: constants of this folder, never anything that came from outside. */
export function markup(text: string): Html {
  return new Html(text);
}

/** Text with what stands between backticks set as code, as messages write commands. */
export function withCode(text: string): Html[] {
  return text.split('`').map((part, index, parts) => {
    // A backtick without a second one is a character like any other.
    if (index % 2 === 1 && index === parts.length - 1) return html`${`\`${part}`}`;
    return index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`;
  });
}

/** At most `max` characters in one line, with `…` for the rest. */
export function shortened(text: string, max: number): string {
  const line = text.length > max * 4 ? text.slice(0, max * 4) : text;
  const one = line.replace(/\s+/g, ' ').trim();
  return one.length <= max ? one : `${one.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

const flat = new WeakMap<TemplateStringsArray, readonly string[]>();

/** How a template is laid out in our source would be a third of a page of a thousand steps. */
function withoutIndentation(strings: TemplateStringsArray): readonly string[] {
  const known = flat.get(strings);
  if (known !== undefined) return known;
  const lines = strings.map((string) => string.replace(/\n\s*/g, '\n'));
  flat.set(strings, lines);
  return lines;
}

function put(value: HtmlValue, parts: string[]): void {
  if (value === null) return;
  if (value instanceof Html) parts.push(value.text);
  else if (typeof value === 'object') for (const one of value) put(one, parts);
  else parts.push(escapeHtml(String(value)));
}
