/*
 * Text of strangers for messages: what services would make a mention or a link of is broken up by a character without width.
 * What a service reads as markup is escaped by its own format, besides.
 */
import { safeTerminalText } from '../process/terminal-text.js';

const GAP = '\u200b';

/** No mention (`@here`, `@everyone`, `@room`) and no link comes of it. Line ends stay. */
export function inertText(text: string): string {
  return safeTerminalText(text)
    .replaceAll('@', `@${GAP}`)
    .replace(/:(?=\/\/)/g, `:${GAP}`)
    .replace(/\b(www|mailto|xmpp|matrix|tel)(?=[.:])/gi, `$1${GAP}`);
}

/** `inertText` that nothing inside can end when it stands between lines of three backticks. */
export function inertBlock(text: string): string {
  return inertText(text).replaceAll('``', `\`${GAP}\``);
}

/** At most `limit` UTF-16 units, with a mark where something is left out. */
export function cutText(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The sign in front of a title. */
export const EVENT_SIGNS = {
  success: '\u2705',
  failure: '\u274c',
  paused: '\u23f8\ufe0f',
  test: '\ud83d\udd14',
} as const;
