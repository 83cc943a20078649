import type { Notification } from '../../report/notification.js';
import { cutText, inertText } from '../inert-text.js';
import type { WebReceiver } from '../receiver.js';
import { jsonMessage, type WebMessage } from './web-message.js';

// docs.ntfy.sh/publish, Limitations: a message of more than 4,096 bytes becomes an attachment. A character has at most 4 bytes here.
const MAX_MESSAGE = 1000;
const MAX_TITLE = 200;

// docs.ntfy.sh/emojis and Message priority: 3 is the default, 4 is high.
const LOOKS = {
  success: { tags: ['white_check_mark'], priority: 3 },
  failure: { tags: ['x'], priority: 4 },
  paused: { tags: ['pause_button'], priority: 4 },
  test: { tags: ['bell'], priority: 3 },
} as const;

/** For a topic of ntfy, published as JSON at the root of its server: headers could hold no UTF-8. */
export function ntfyMessage(notification: Notification, { url, token, details }: WebReceiver): WebMessage {
  const { event, title, lines, place, figures, links } = notification;
  const said = [...lines, ...(details ? notification.details : []), `${place} · ${figures}`];
  const [link] = links;
  const body = {
    topic: url.pathname.slice(1),
    title: cutText(inertText(title), MAX_TITLE),
    message: cutText(said.map(inertText).join('\n'), MAX_MESSAGE),
    ...LOOKS[event],
    ...(link === undefined ? {} : { click: link.url }),
  };
  return jsonMessage(new URL('/', url), body, token);
}
