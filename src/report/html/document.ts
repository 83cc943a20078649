import { html, markup, type Html } from './html-text.js';
import { PAGE_STYLE } from './page-style.js';

/** A page around its content. */
export interface DocumentParts {
  readonly title: string;
  readonly body: Html;
  /** A script of ours, run at the end; null for none. */
  readonly script: string | null;
  /** What this kind of page adds to the style of all; left out for nothing. */
  readonly style?: string;
  /** SHA-256 of a text in base64: pure code has no digests of its own. */
  readonly sha256: (text: string) => string;
}

/** In the head of every page that we write: who writes a page over another one looks for it. */
export const GENERATOR = '<meta name="generator" content="workflow-runner">';

/**
 * A self-contained page: style and script are in it, and its policy allows these two and nothing else, so that no text in it can
 * run, load or send anything (Content Security Policy Level 3, hash sources).
 */
export function renderDocument({ title, body, script, style = '', sha256 }: DocumentParts): string {
  const css = `${PAGE_STYLE}${style}`;
  const scripts = script === null ? `'none'` : `'sha256-${sha256(script)}'`;
  const policy = `default-src 'none'; style-src 'sha256-${sha256(css)}'; script-src ${scripts}; base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${markup(policy)}" />
        ${markup(GENERATOR)}
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${markup(`<style>${css}</style>`)}
      </head>
      <body>
        ${body} ${script === null ? null : markup(`<script>${script}</script>`)}
      </body>
    </html> `.text;
}
