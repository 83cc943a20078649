import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { CheckpointFile } from './manifest.js';

/** Digest and size of a file. Rejects with the system's error. */
export async function fileDigest(path: string): Promise<CheckpointFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  return { sha256: hash.digest('hex'), bytes };
}
