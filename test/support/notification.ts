import { testNotification, type Notification } from '../../src/report/notification.js';
import type { Receiver } from '../../src/notify/receiver.js';
import { START } from './run-story.js';

/** A message about a failure, with what a test wants to be different. */
export function notification(more: Partial<Notification> = {}): Notification {
  return {
    ...testNotification('nixos-config on laptop', START),
    event: 'failure',
    workflow: 'phase-1',
    runId: 'run-1',
    title: 'phase-1 failed',
    lines: ['step 2 check: `nix fmt` failed with exit code 1'],
    details: ['error: bad', 'in flake.nix'],
    figures: '1 of 3 steps, 4.2 s',
    failures: [{ where: 'step 2 check', reason: 'command-failed', message: '`nix fmt` failed with exit code 1' }],
    endedAt: START + 4200,
    ...more,
  };
}

type WebType = 'slack' | 'discord' | 'matrix' | 'ntfy' | 'webhook';

/** A receiver of that type at this address. */
export function webReceiver(
  type: WebType,
  url: string,
  more: { readonly token?: string; readonly details?: boolean } = {},
): Extract<Receiver, { type: WebType }> {
  const { token = null, details = false } = more;
  const room = type === 'matrix' ? '!room:example.org' : null;
  return { type, name: type, when: ['success', 'failure', 'paused'], url: new URL(url), token, room, details };
}
