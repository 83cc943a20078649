import type { ActionWorld } from '../action-world.js';
import type { CacheDeps } from './cache-store.js';

/** What the cache needs of a job. */
export function cacheDeps({ facts, env, output }: Pick<ActionWorld, 'facts' | 'env' | 'output'>): CacheDeps {
  // The only place where the environment is more than read: the client of the cache starts tar with it.
  const environment = env as Record<string, string | undefined>;
  return { workspace: facts.workspace, temp: facts.temp, environment, overhear: output.overhear };
}
