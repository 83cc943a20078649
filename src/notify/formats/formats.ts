import type { Notification } from '../../report/notification.js';
import type { WebReceiver } from '../receiver.js';
import { discordMessage } from './discord.js';
import { matrixMessage } from './matrix.js';
import { ntfyMessage } from './ntfy.js';
import { slackMessage } from './slack.js';
import type { WebMessage } from './web-message.js';
import { webhookMessage } from './webhook.js';

/** By type, what makes a request of a notification. */
export const webFormats: Readonly<
  Record<WebReceiver['type'], (notification: Notification, receiver: WebReceiver) => WebMessage>
> = {
  slack: slackMessage,
  discord: discordMessage,
  matrix: matrixMessage,
  ntfy: ntfyMessage,
  webhook: webhookMessage,
};
