import { basename, dirname, join } from 'node:path';
import { mkdir, rm } from 'node:fs/promises';
import { readFileBounded } from '../files/read-file-bounded.js';
import { writeFileAtomic } from '../files/write-file-atomic.js';
import type { ActionWorld } from './action-world.js';
import { openCacheStore, type CacheStore } from './cache-store.js';

const ENTRY = 'metrics';
const PREFIX = 'workflow-runner-metrics-';
const MOST_BYTES = 16 * 1024 * 1024;

type MetricsWorld = Pick<ActionWorld, 'facts' | 'env'>;

/**
 * Brings back what earlier workflow runs have counted: `file` (absolute path of `metrics.json`) is then the newest that the
 * cache has. A miss leaves it as it is. Whether its content is one of ours is looked at by who reads it.
 */
export async function restoreMetrics(file: string, world: MetricsWorld): Promise<void> {
  const folder = join(world.facts.temp, 'workflow-runner-metrics');
  await rm(folder, { recursive: true, force: true });
  const name = basename(file);
  const allowed = new Map([[name, MOST_BYTES]]);
  const restored = await storeOf(world).restore({
    entry: ENTRY,
    key: keyOf(world),
    prefixes: [PREFIX],
    folder,
    allowed,
  });
  if (restored.kind === 'restored') {
    const content = readFileBounded(join(folder, name), MOST_BYTES);
    await mkdir(dirname(file), { recursive: true });
    if (content.ok) writeFileAtomic(file, content.value);
  }
  await rm(folder, { recursive: true, force: true });
}

/** Leaves `file` for later workflow runs. */
export async function saveMetrics(file: string, world: MetricsWorld): Promise<void> {
  await storeOf(world).save({ entry: ENTRY, key: keyOf(world), files: [file] });
}

function storeOf({ facts, env }: MetricsWorld): CacheStore {
  // The only place where the environment is more than read: the client of the cache starts tar with it.
  const environment = env as Record<string, string | undefined>;
  return openCacheStore({ workspace: facts.workspace, temp: facts.temp, environment });
}

/** An entry is never changed, so every job that counts has one of its own. */
function keyOf({ facts: { runId, attempt, job } }: MetricsWorld): string {
  return `${PREFIX}${runId}-${attempt}-${job}`;
}
