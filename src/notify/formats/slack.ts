import type { Notification, NotificationLink } from '../../report/notification.js';
import { cutText, EVENT_SIGNS, inertText } from '../inert-text.js';
import type { WebReceiver } from '../receiver.js';
import { jsonMessage, type WebMessage } from './web-message.js';

// Limits: docs.slack.dev, Block Kit: header 150 characters, section 3000; rich text has no documented one.
const MAX_HEADER = 150;
const MAX_SECTION = 3000;
const MAX_FALLBACK = 2000;

/**
 * For an incoming webhook of Slack. Text of strangers is in `plain_text` and preformatted elements, where nothing is markup;
 * `text` is what a push message shows, and all that Mattermost and Rocket.Chat read.
 */
export function slackMessage(notification: Notification, { url, token, details }: WebReceiver): WebMessage {
  const { event, title, lines, place, figures, links } = notification;
  const shown = `${EVENT_SIGNS[event]} ${inertText(title)}`;
  const said = lines.map(inertText).join('\n');
  const blocks = [
    { type: 'header', text: plainText(shown, MAX_HEADER) },
    ...(said === '' ? [] : [{ type: 'section', text: plainText(said, MAX_SECTION) }]),
    ...(details && notification.details.length > 0 ? [preformatted(notification.details.join('\n'))] : []),
    { type: 'context', elements: [plainText(inertText(`${place} · ${figures}`), MAX_HEADER)] },
    ...(links.length === 0 ? [] : [linkSection(links)]),
  ];
  const text = escaped(cutText([shown, said].join('\n'), MAX_FALLBACK));
  return jsonMessage(url, { text, blocks, unfurl_links: false, unfurl_media: false }, token);
}

function plainText(text: string, limit: number): object {
  return { type: 'plain_text', text: cutText(text, limit), emoji: false };
}

function preformatted(text: string): object {
  const inside = { type: 'text', text: cutText(inertText(text), MAX_SECTION) };
  return { type: 'rich_text', elements: [{ type: 'rich_text_preformatted', elements: [inside] }] };
}

function linkSection(links: readonly NotificationLink[]): object {
  const text = links.map(({ label, url }) => `<${escaped(url).replaceAll('|', '%7C')}|${escaped(label)}>`).join(' · ');
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } };
}

/** docs.slack.dev, Formatting message text: these three, and no other. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
