import type { Diagnostic } from '../base/diagnostic.js';
import type { Receiver } from '../notify/receiver.js';
import { readUserConfig } from '../notify/user-config.js';
import type { CommandWorld } from './world.js';

/** What is configured of notifications, without a secret. Stable for `--json`. */
export interface NotificationReport {
  /** Where the configuration is, or would be. */
  readonly config: string;
  readonly exists: boolean;
  /** False when something is wrong with it, and nobody is told. */
  readonly valid: boolean;
  readonly receivers: readonly ReceiverReport[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface ReceiverReport {
  readonly name: string;
  readonly type: Receiver['type'];
  readonly when: readonly string[];
  /** Name of the server; the rest of an address is a secret. null for what is on this machine. */
  readonly host: string | null;
}

/** What is configured for a run on the repository at `root` (null: outside of one). Sends nothing. For `doctor` and `notify`. */
export function notificationReport(root: string | null, { env }: Pick<CommandWorld, 'env'>): NotificationReport {
  const { path, exists, receivers, diagnostics } = readUserConfig(env, root);
  return {
    config: path,
    exists,
    valid: diagnostics.every(({ severity }) => severity !== 'error'),
    receivers: receivers.map(reportOf),
    diagnostics,
  };
}

/** One of them as it may be shown. */
export function reportOf(receiver: Receiver): ReceiverReport {
  const { name, type, when } = receiver;
  return { name, type, when, host: 'url' in receiver ? receiver.url.host : null };
}
