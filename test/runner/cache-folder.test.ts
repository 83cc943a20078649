import { afterAll, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../../src/runner/cache-folder.js';

const home = realpathSync(mkdtempSync(join(tmpdir(), 'wr-home-')));
afterAll(() => rmSync(home, { recursive: true, force: true }));

test('cacheFolder is below the home, made, and the same for the same repository', () => {
  const folder = cacheFolder('/srv/my config/.git', { HOME: home });
  expect(folder).toMatch(new RegExp(`^${home}/\\.cache/workflow-runner/my-config-[0-9a-f]{12}$`));
  expect(statSync(folder).isDirectory()).toBe(true);
  expect(cacheFolder('/srv/my config/.git', { HOME: home })).toBe(folder);
});

test('cacheFolder prefers XDG_CACHE_HOME, and ignores one that is not absolute', () => {
  expect(cacheFolder('/a/.git', { HOME: home, XDG_CACHE_HOME: join(home, 'x') })).toContain(join(home, 'x'));
  expect(cacheFolder('/a/.git', { HOME: home, XDG_CACHE_HOME: 'relative' })).toContain(join(home, '.cache'));
});

test('cacheFolder is a real path where the cache is a link to another disk', () => {
  const disk = join(home, 'disk');
  mkdirSync(disk);
  symlinkSync(disk, join(home, 'link'));
  const folder = cacheFolder('/a/.git', { HOME: home, XDG_CACHE_HOME: join(home, 'link') });
  expect(folder.startsWith(`${disk}/`)).toBe(true);
});

test.each(['/proc', '/dev/null', undefined])('cacheFolder goes to the temporary folder when the home is %s', (HOME) => {
  expect(cacheFolder('/a/.git', { HOME })).toContain(realpathSync(tmpdir()));
});
