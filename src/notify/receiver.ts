import type { NotifiedEvent } from '../report/notification.js';

/** Somewhere that a person wants to be told, with its secrets. From the person's own configuration, never from a repository. */
export type Receiver = ReceiverHead & (TerminalReceiver | DesktopReceiver | WebReceiver | GitHubReceiver);

interface ReceiverHead {
  /** How it is called in messages: its `name:`, or its type. */
  readonly name: string;
  readonly when: readonly NotifiedEvent[];
}

interface TerminalReceiver {
  readonly type: 'terminal';
}

interface DesktopReceiver {
  readonly type: 'desktop';
}

/** A service that takes messages over HTTP. `url` is https, or http on this machine. */
export interface WebReceiver {
  readonly type: 'slack' | 'discord' | 'matrix' | 'ntfy' | 'webhook';
  /** Of the webhook, the topic (ntfy) or the homeserver (matrix). */
  readonly url: URL;
  readonly token: string | null;
  /** Id of the room; for matrix only, else null. */
  readonly room: string | null;
  /** Whether the end of what a failed step has printed is sent along. */
  readonly details: boolean;
}

/** Told through the API of GitHub, by the action alone. */
export interface GitHubReceiver {
  readonly type: 'github-issue' | 'github-comment';
}

/** A receiver that the action alone can tell. */
export function isOnGitHub(receiver: Receiver): receiver is ReceiverHead & GitHubReceiver {
  return receiver.type === 'github-issue' || receiver.type === 'github-comment';
}

/** What must never be shown of these receivers; for `createRedactor`. */
export function secretsOfReceivers(receivers: readonly Receiver[]): string[] {
  const secrets = receivers.flatMap((receiver) => {
    if (!('url' in receiver)) return [];
    const { url, token, type } = receiver;
    // The name of a homeserver is public, and a short path is a word of everyday life.
    const path = `${url.pathname}${url.search}`;
    const address = type === 'matrix' ? [] : [url.href, ...(path.length >= LONG_PATH ? [path] : [])];
    return [...address, ...(token === null ? [] : [token])];
  });
  return [...new Set(secrets)];
}

const LONG_PATH = 24;
