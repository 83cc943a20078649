import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { readFileBounded } from '../files/read-file-bounded.js';
import { writeFileAtomic } from '../files/write-file-atomic.js';
import { GENERATOR } from '../report/html/document.js';
import type { CommandError } from './console.js';

const MAX_PAGE_BYTES = 64 * 1024 * 1024;

/** A mistyped name must not cost a file: only a page that this program wrote is written over. null when that is so. */
export function notOurs(path: string): CommandError | null {
  const there = readFileBounded(path, MAX_PAGE_BYTES);
  if (!there.ok && there.error.reason === 'missing') return null;
  const isOurs = there.ok && (there.value.length === 0 || there.value.subarray(0, 4096).includes(GENERATOR));
  if (isOurs) return null;
  return {
    code: 'not-a-report',
    message: `${path} is there already and is not a report of workflow-runner: it is left as it is`,
    help: 'Give --html another name.',
  };
}

/** Writes a page, and the folder that it is in. null when it is there. */
export function writePage(path: string, page: string): CommandError | null {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      code: 'not-written',
      message: `the folder of ${path} cannot be made: ${why}`,
      help: 'Give --html another name.',
    };
  }
  const written = writeFileAtomic(path, page);
  if (written.ok) return null;
  const message = `${path} cannot be written (${written.error.code})`;
  return { code: 'not-written', message, help: 'Check the permissions of the folder, and the space on the disk.' };
}
