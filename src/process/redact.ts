import { secretForms } from './secret-forms.js';

/**
 * The one place where secrets are taken out of text.
 *
 * R1. A secret given is found in all its `secretForms`, also when two secrets overlap.
 * R2. Tokens that nobody told us about are found by their shape.
 * R3. The stream finds what the text form finds, wherever its chunks are cut.
 * R4. A line without an end takes bounded memory.
 */

/** What stands in the place of a secret. */
export const redactionMark = '***';

export interface Redactor {
  /** The whole text at once. */
  readonly redact: (text: string) => string;
  /**
   * For output that arrives in chunks, cut anywhere. `clean` is applied to whole lines before secrets are searched: pass
   * `safeTerminalText` there, and not afterwards, since an escape sequence inside a secret would hide it.
   */
  readonly stream: (clean?: (text: string) => string) => RedactionStream;
}

export interface RedactionStream {
  /** What may be shown now: all complete lines. Bytes are decoded as UTF-8, leniently. */
  push(chunk: Uint8Array | string): string;
  /** The rest, at the end of the output. */
  end(): string;
}

/** Without an end of line up to here, the line is shown in parts. */
const longestLine = 64 * 1024;

/** How much of such a line is held back, because a token may be cut there; secrets given may need more. */
const shortestHold = 4096;

/** A key block that never ends is swallowed up to here. */
const longestKeyBlock = 64 * 1024;

// Published formats: GitHub (ghs_ has a dotted one since 2026), Anthropic, OpenAI, AWS, Google, GitLab, npm, Slack; webhooks of Slack and
// Discord; JWT; credentials in a URL and in an Authorization header. Bounded, so that hostile text costs no quadratic time.
const tokenShapes = [
  String.raw`ghs_[A-Za-z0-9._-]{36,}`,
  String.raw`gh[opur]_[A-Za-z0-9]{36,}`,
  String.raw`github_pat_[A-Za-z0-9_]{22,}`,
  String.raw`sk-ant-[A-Za-z0-9_-]{16,}`,
  String.raw`\bsk-(?:proj-|svcacct-)?[A-Za-z0-9_-]{32,}`,
  String.raw`\b(?:AKIA|ASIA)[0-9A-Z]{16}\b`,
  String.raw`\bAIza[0-9A-Za-z_-]{35}`,
  String.raw`glpat-[A-Za-z0-9_-]{20,}`,
  String.raw`npm_[A-Za-z0-9]{36}`,
  String.raw`xox[abeoprs]-[A-Za-z0-9-]{10,}`,
  String.raw`hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9_\/-]{8,256}`,
  String.raw`discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/\d{5,30}\/[A-Za-z0-9_-]{8,128}`,
  // Not within a longer word: a text of nothing but `eyJ-` would be looked through from each of them.
  String.raw`(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,1024}\.eyJ[A-Za-z0-9_-]{10,1024}\.[A-Za-z0-9_-]{10,}`,
  String.raw`:\/\/[^\s\/:@]{1,64}:[^\s\/@]{1,256}@`,
  String.raw`(?:[Aa]uthorization|AUTHORIZATION)["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?:[Bb]asic|[Bb]earer|[Tt]oken)[ \t]{1,4}[A-Za-z0-9._~+\/=-]{8,}`,
] as const;

const tokens = new RegExp(tokenShapes.map((shape) => `(?:${shape})`).join('|'), 'g');
const tokenCharacters = /^[A-Za-z0-9._~+/=-]+/;
const keyBegin = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;
const keyMarks = /-----(?:BEGIN|END) [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const keyEnd = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/;

/** Makes a redactor for these secrets (values shorter than 4 characters are ignored) and for every known token shape. */
export function createRedactor(secrets: readonly string[]): Redactor {
  const forms = secretForms(secrets);
  const search: Search = {
    forms,
    any: forms.length === 0 ? null : new RegExp(forms.map(escapeRegExp).join('|')),
    hold: Math.max(shortestHold, (forms[0]?.length ?? 0) * 2),
  };
  const stream = (clean: (text: string) => string = (text) => text): RedactionStream => new LineStream(search, clean);
  const redact = (text: string): string => {
    // Secrets of several lines are whole here; the stream sees them line by line.
    const whole = replaceSpans(text, spansIn(text, search));
    const lines = stream();
    return lines.push(whole) + lines.end();
  };
  return { redact, stream };
}

interface Search {
  /** Longest first. */
  readonly forms: readonly string[];
  /** Answers quickly that there is nothing, which is nearly always. */
  readonly any: RegExp | null;
  readonly hold: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly isToken: boolean;
}

class LineStream implements RedactionStream {
  readonly #search: Search;
  readonly #clean: (text: string) => string;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #pending = '';
  #endsInReturn = false;
  /** Characters of an unfinished key block that were swallowed; null outside of one. */
  #inKey: number | null = null;
  #inToken = false;

  constructor(search: Search, clean: (text: string) => string) {
    this.#search = search;
    this.#clean = clean;
  }

  push(chunk: Uint8Array | string): string {
    const text = typeof chunk === 'string' ? chunk : this.#decoder.decode(chunk, { stream: true });
    // Only new text is searched for a line end: a long line may arrive byte by byte.
    const mayHoldLine = this.#endsInReturn || /[\r\n]/.test(text);
    this.#pending += text;
    this.#endsInReturn = text === '' ? this.#endsInReturn : text.endsWith('\r');
    const lines = mayHoldLine ? this.#takeLines() : '';
    return lines + (this.#pending.length > longestLine + this.#search.hold ? this.#takePart() : '');
  }

  end(): string {
    const rest = this.#pending + this.#decoder.decode();
    this.#pending = '';
    return this.#finish(this.#clean(rest));
  }

  #takeLines(): string {
    // A carriage return at the very end may be the first half of a line end.
    const cut =
      Math.max(this.#pending.lastIndexOf('\n'), this.#pending.lastIndexOf('\r', this.#pending.length - 2)) + 1;
    if (cut === 0) return '';
    const lines = this.#pending.slice(0, cut);
    this.#pending = this.#pending.slice(cut);
    return this.#finish(this.#clean(lines));
  }

  /** A line that does not end: all but the last `hold` characters, and nothing of a secret that reaches into them. */
  #takePart(): string {
    const text = this.#clean(this.#pending);
    let cut = Math.max(0, text.length - this.#search.hold);
    const spans = [...spansIn(text, this.#search), ...matchesIn(text, keyMarks, false)];
    const across = spans.find((span) => span.start < cut && span.end > cut);
    if (across !== undefined) cut = across.end;
    this.#pending = text.slice(cut);
    const part = this.#finish(text.slice(0, cut));
    if (across !== undefined && across.isToken && across.end === text.length) this.#inToken = true;
    return part;
  }

  #finish(text: string): string {
    let rest = text;
    if (this.#inToken && rest !== '') {
      rest = rest.replace(tokenCharacters, '');
      this.#inToken = rest === '';
    }
    const outside = this.#withoutKeys(rest);
    return replaceSpans(outside, spansIn(outside, this.#search));
  }

  #withoutKeys(text: string): string {
    if (this.#inKey === null && !text.includes('-----BEGIN ')) return text;
    let out = '';
    let rest = text;
    while (rest !== '') {
      if (this.#inKey === null) {
        const begin = keyBegin.exec(rest);
        if (begin === null) return out + rest;
        out += rest.slice(0, begin.index) + redactionMark;
        rest = rest.slice(begin.index + begin[0].length);
        this.#inKey = 0;
      }
      const end = keyEnd.exec(rest);
      if (end === null) {
        this.#inKey = this.#inKey + rest.length > longestKeyBlock ? null : this.#inKey + rest.length;
        return out;
      }
      rest = rest.slice(end.index + end[0].length);
      this.#inKey = null;
    }
    return out;
  }
}

/** Where something secret is, sorted; overlapping places are one. */
function spansIn(text: string, search: Search): Span[] {
  const spans = matchesIn(text, tokens, true);
  if (search.any?.test(text) === true) {
    for (const form of search.forms) {
      for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
        spans.push({ start: at, end: at + form.length, isToken: false });
      }
    }
  }
  return merge(spans.sort((a, b) => a.start - b.start || b.end - a.end));
}

function matchesIn(text: string, pattern: RegExp, isToken: boolean): Span[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    isToken,
  }));
}

function merge(sorted: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last === undefined || span.start >= last.end) merged.push(span);
    else if (span.end > last.end) merged[merged.length - 1] = { ...span, start: last.start };
  }
  return merged;
}

function replaceSpans(text: string, spans: readonly Span[]): string {
  if (spans.length === 0) return text;
  let out = '';
  let at = 0;
  for (const span of spans) {
    out += text.slice(at, span.start) + redactionMark;
    at = span.end;
  }
  return out + text.slice(at);
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
