import type { Socket } from 'node:net';
import type { CageNetwork } from './cage.js';

/** What one request or tunnel is served with. */
export interface Passage {
  readonly network: CageNetwork;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly refuse: (target: string) => void;
  /** Remembers a connection outwards, to be ended with the gateway. */
  readonly keep: (socket: Socket) => void;
}
