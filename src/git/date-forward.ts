import { lstatSync, lutimesSync, writeFileSync } from 'node:fs';
import { pathOnDisk } from './path-text.js';

/**
 * Gives files whose mtime was set back (`touch -r`, `cp -p`, `mv`, unpacking) the present as mtime, before git notes their times.
 *
 * Debian's git, as most builds, compares times in whole seconds. It makes up for that by reading a file again whose mtime is not
 * older than its index, so a second write in the same second is found, but only while mtime tells the time of the write. With a
 * mtime that was set back, a change of the same size in the second of the commit is never seen (measured, git 2.39.5).
 * `probe` is a file on the same disk that may be overwritten: its time is the disk's present.
 */
export function dateForward(root: string, paths: readonly string[], probe: string): void {
  for (const path of paths) {
    const onDisk = pathOnDisk(root, path);
    const stats = lstatSync(onDisk, { throwIfNoEntry: false });
    if (stats === undefined || seconds(stats.mtimeMs) >= seconds(stats.ctimeMs)) continue;
    writeFileSync(probe, '');
    const now = lstatSync(probe).mtimeMs / 1000;
    lutimesSync(onDisk, now, now);
  }
}

function seconds(timeMs: number): number {
  return Math.floor(timeMs / 1000);
}
