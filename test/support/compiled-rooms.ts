import { transformFileSync } from '@swc/core';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/**
 * Compiles rooms of src/ into a new temporary folder, so that a test can start them in a process of their own (under strace, ten at
 * once, killed). Gives the folder; modules are at `<folder>/<room>/<name>.js`.
 */
export function compiledRooms(rooms: readonly string[]): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'rooms-')));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  for (const room of rooms) {
    for (const file of readdirSync(join('src', room), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const target = join(folder, room, file.replace(/ts$/, 'js'));
      mkdirSync(dirname(target), { recursive: true });
      const { code } = transformFileSync(join('src', room, file), {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'es6' },
      });
      writeFileSync(target, code);
    }
  }
  return folder;
}
