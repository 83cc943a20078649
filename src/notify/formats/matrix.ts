import { createHash } from 'node:crypto';
import type { Notification } from '../../report/notification.js';
import { cutText, EVENT_SIGNS, inertText } from '../inert-text.js';
import type { WebReceiver } from '../receiver.js';
import { jsonMessage, type WebMessage } from './web-message.js';

/** An event has at most 64 KiB (Matrix specification, Size limits), with both forms of the text in it. */
const MAX_TEXT = 4000;

/**
 * For a room of Matrix, with the client-server API: `PUT …/send/m.room.message/TRANSACTION`, where a repeated request with the same
 * transaction is one message. A success is an `m.notice`, for which no phone rings by default; the rest is an `m.text`.
 * `m.mentions` is empty, so that nobody is mentioned whatever the text says.
 */
export function matrixMessage(notification: Notification, { url, token, room, details }: WebReceiver): WebMessage {
  const { event, runId, endedAt } = notification;
  const transaction = createHash('sha256').update(`${runId}\n${event}\n${endedAt}`).digest('hex').slice(0, 32);
  const path = `/_matrix/client/v3/rooms/${encodeURIComponent(room ?? '')}/send/m.room.message/${transaction}`;
  const content = {
    msgtype: event === 'success' ? 'm.notice' : 'm.text',
    body: plainBody(notification, details),
    format: 'org.matrix.custom.html',
    formatted_body: htmlBody(notification, details),
    'm.mentions': {},
  };
  return { ...jsonMessage(new URL(path, url), content, token), method: 'PUT' };
}

function plainBody(
  { event, title, lines, details, place, figures, links }: Notification,
  withDetails: boolean,
): string {
  const said = [`${EVENT_SIGNS[event]} ${title}`, ...lines, ...(withDetails ? details : []), `${place} · ${figures}`];
  return [cutText(said.map(inertText).join('\n'), MAX_TEXT), ...links.map(({ label, url }) => `${label}: ${url}`)].join(
    '\n',
  );
}

/** In `code` and `pre` clients make no links of what looks like a name of a host (`check.sh`). */
function htmlBody({ event, title, lines, details, place, figures, links }: Notification, withDetails: boolean): string {
  const html = (text: string): string => escaped(inertText(cutText(text, MAX_TEXT)));
  return [
    `<p>${EVENT_SIGNS[event]} <strong><code>${html(title)}</code></strong></p>`,
    ...(lines.length === 0 ? [] : [`<p>${lines.map((line) => `<code>${html(line)}</code>`).join('<br>')}</p>`]),
    ...(withDetails && details.length > 0 ? [`<pre><code>${html(details.join('\n'))}</code></pre>`] : []),
    `<p><code>${html(`${place} · ${figures}`)}</code></p>`,
    ...links.map(({ label, url }) => `<p><a href="${escaped(url)}">${escaped(label)}</a></p>`),
  ].join('');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
