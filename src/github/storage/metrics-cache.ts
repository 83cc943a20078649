import { basename, dirname, join } from 'node:path';
import { mkdir, rm } from 'node:fs/promises';
import { err, ok, type Result } from '../../base/result.js';
import { readFileBounded } from '../../files/read-file-bounded.js';
import { writeFileAtomic } from '../../files/write-file-atomic.js';
import type { ActionWorld } from '../action-world.js';
import { cacheDeps } from './cache-deps.js';
import { openCacheStore, type CacheStore } from './cache-store.js';

const ENTRY = 'metrics';
const PREFIX = 'workflow-runner-metrics-';
const MOST_BYTES = 16 * 1024 * 1024;

type MetricsWorld = Pick<ActionWorld, 'facts' | 'env' | 'output'>;

/**
 * Brings back what earlier workflow runs have counted: the files (absolute paths, of different names) are then the newest that
 * the cache has. A miss leaves them as they are. Whether their content is ours is looked at by who reads it. The error is one
 * line about why it cannot be told what the cache has: what is counted then must not be saved, it would hide what was counted
 * before.
 */
export async function restoreMetrics(files: readonly string[], world: MetricsWorld): Promise<Result<void, string>> {
  const folder = join(world.facts.temp, 'workflow-runner-metrics');
  await rm(folder, { recursive: true, force: true });
  const allowed = new Map(files.map((file) => [basename(file), MOST_BYTES]));
  const restored = await storeOf(world).restore({
    entry: ENTRY,
    key: keyOf(world),
    prefixes: [PREFIX],
    folder,
    allowed,
  });
  if (restored.kind === 'unavailable') return err(restored.detail);
  for (const file of restored.kind === 'restored' ? files : []) {
    const content = readFileBounded(join(folder, basename(file)), MOST_BYTES);
    await mkdir(dirname(file), { recursive: true });
    if (content.ok) writeFileAtomic(file, content.value);
  }
  await rm(folder, { recursive: true, force: true });
  return ok(undefined);
}

/** Leaves the files for later workflow runs. The error is one line about why the service did not take them. */
export async function saveMetrics(files: readonly string[], world: MetricsWorld): Promise<Result<void, string>> {
  const saved = await storeOf(world).save({ entry: ENTRY, key: keyOf(world), files });
  return saved.kind === 'not-saved' ? err(saved.detail) : ok(undefined);
}

function storeOf(world: MetricsWorld): CacheStore {
  return openCacheStore(cacheDeps(world));
}

/** An entry is never changed, so every job that counts has one of its own. */
function keyOf({ facts: { runId, attempt, job } }: MetricsWorld): string {
  return `${PREFIX}${runId}-${attempt}-${job}`;
}
