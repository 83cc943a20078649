import { err, ok, type Result } from '../base/result.js';
import type { RunProcess } from '../process/process.js';
import type { Notification } from '../report/notification.js';
import { showOnDesktop } from './desktop.js';
import { webFormats } from './formats/formats.js';
import { isOnGitHub, type Receiver } from './receiver.js';
import { sendMessage, type SendLimits } from './send-message.js';
import { terminalAlert } from './terminal-alert.js';

/** What became of one message. */
export interface Delivery {
  readonly receiver: Receiver;
  /** Why it did not arrive, one sentence with words of strangers in it; null when it did. */
  readonly trouble: string | null;
}

export interface DeliveryWorld {
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly runProcess: RunProcess;
  /** Shows the title to who sits at the terminal; `alert` is what makes the terminal call them. */
  readonly tellTerminal: (title: string, alert: string) => void;
  /** Tells GitHub; left out where there is none. */
  readonly tellGitHub?: (receiver: Receiver, notification: Notification) => Promise<Result<void, string>>;
  readonly limits?: SendLimits;
}

/** Tells all of them at once, each within bounded time. Those that do not want this event are the caller's to leave out. */
export function deliver(
  notification: Notification,
  receivers: readonly Receiver[],
  world: DeliveryWorld,
): Promise<readonly Delivery[]> {
  return Promise.all(
    receivers.map(async (receiver) => {
      const told = await tell(notification, receiver, world);
      return { receiver, trouble: told.ok ? null : told.error };
    }),
  );
}

async function tell(
  notification: Notification,
  receiver: Receiver,
  world: DeliveryWorld,
): Promise<Result<void, string>> {
  if (isOnGitHub(receiver)) return (await world.tellGitHub?.(receiver, notification)) ?? err('there is no GitHub here');
  switch (receiver.type) {
    case 'terminal':
      world.tellTerminal(notification.title, terminalAlert(notification, world.env));
      return ok(undefined);
    case 'desktop':
      return showOnDesktop(notification, world);
    case 'slack':
    case 'discord':
    case 'matrix':
    case 'ntfy':
    case 'webhook':
      return sendMessage(webFormats[receiver.type](notification, receiver), world);
  }
}
