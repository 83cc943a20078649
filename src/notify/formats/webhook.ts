import type { Notification } from '../../report/notification.js';
import { safeTerminalText } from '../../process/terminal-text.js';
import type { WebReceiver } from '../receiver.js';
import { jsonMessage, type WebMessage } from './web-message.js';

/** For programs: the facts as JSON, stable keys. Texts are without control characters, and not escaped for any markup. */
export function webhookMessage(notification: Notification, { url, token, details }: WebReceiver): WebMessage {
  const { startedAt, endedAt, event, workflow, version, runId, title, lines, place, figures } = notification;
  const body = {
    event,
    workflow,
    version,
    run_id: runId,
    title: safeTerminalText(title),
    lines: lines.map(safeTerminalText),
    details: details ? notification.details.map(safeTerminalText) : [],
    failures: notification.failures.map(({ where, reason, message }) => ({
      where: safeTerminalText(where),
      reason,
      message: safeTerminalText(message),
    })),
    place: safeTerminalText(place),
    figures,
    started_at: new Date(startedAt).toISOString(),
    ended_at: new Date(endedAt).toISOString(),
    duration_seconds: Math.round((endedAt - startedAt) / 1000),
    cost_usd: notification.costUsd,
    links: notification.links,
  };
  return jsonMessage(url, body, token);
}
