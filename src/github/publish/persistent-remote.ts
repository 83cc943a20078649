import type { Result } from '../../base/result.js';
import type { RemoteFailure } from '../../git/remote.js';
import type { ActionWorld } from '../action-world.js';

const DELAYS_MS = [1000, 4000, 16_000] as const;

/**
 * Asks a remote again after trouble with the network. Only for what does no harm when it is done twice: fetching and listing, and
 * pushes with a lease, which find that the branch is at the commit already.
 */
export async function persistently<T>(
  { sleep, signal }: Pick<ActionWorld, 'sleep' | 'signal'>,
  ask: () => Promise<Result<T, RemoteFailure>>,
): Promise<Result<T, RemoteFailure>> {
  for (const delayMs of DELAYS_MS) {
    const answer = await ask();
    const isNetwork = !answer.ok && answer.error.reason === 'remote-failed' && answer.error.trouble === 'network';
    if (!isNetwork || signal.aborted) return answer;
    await sleep(delayMs);
  }
  return await ask();
}
