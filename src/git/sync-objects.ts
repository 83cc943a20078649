import { open } from 'node:fs/promises';
import { join } from 'node:path';

/** As many as Node's thread pool takes at once: the file system joins syncs that run together into one write. */
const AT_ONCE = 4;

/**
 * Syncs loose objects to the disk after git wrote them unsynced. Cheaper than git's own one after another, and later than
 * its rename, so that the name is on the disk too. Ids that have no loose file are packed, hence older, and passed over.
 */
export async function syncObjects(objectsDir: string, ids: Iterable<string>): Promise<void> {
  const left = [...ids];
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (let id = left.pop(); id !== undefined; id = left.pop()) await syncObject(objectsDir, id);
  });
  await Promise.all(workers);
}

async function syncObject(objectsDir: string, id: string): Promise<void> {
  const file = await open(join(objectsDir, id.slice(0, 2), id.slice(2))).catch(() => null);
  if (file === null) return;
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
