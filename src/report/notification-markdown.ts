import { codeBlock, markdownText } from './markdown-text.js';
import type { Notification, NotificationLink } from './notification.js';

const SIGNS = { success: '✅', failure: '❌', paused: '⏸️', test: '🔔' } as const;
const MAX_LINE = 500;

/** A message for an issue or a comment on GitHub, where the logs are seen by the same people: what was printed is part of it. */
export function renderNotification(notification: Notification): string {
  const { event, title, lines, details, place, figures, links, endedAt } = notification;
  const said = lines.map((line) => `- ${markdownText(line, { maxLength: MAX_LINE })}`);
  const when = new Date(endedAt).toISOString().slice(0, 16).replace('T', ' ');
  return [
    `### ${SIGNS[event]} ${markdownText(title)}`,
    ...(said.length === 0 ? [] : [said.join('\n')]),
    ...(details.length === 0 ? [] : [codeBlock(details.join('\n'), 'text')]),
    [...links.map(linkTo), markdownText(`${place} · ${figures} · ${when} UTC`)].join(' · '),
  ].join('\n\n');
}

/** Only an address without anything that markdown could take for its end becomes a link. */
function linkTo({ label, url }: NotificationLink): string {
  return /^https?:\/\/[\w./:%?=&-]+$/.test(url) ? `[${markdownText(label)}](${url})` : markdownText(label);
}
