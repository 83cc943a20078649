// Git repositories to measure on.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILES_PER_FOLDER = 20;

/** Runs git in a folder; throws with what it said when it fails. */
export function git(folder, ...args) {
  return execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

/** A repository with these files (path -> content) in its only commit, `main` checked out. */
export function makeRepository(folder, files) {
  mkdirSync(folder, { recursive: true });
  git(folder, 'init', '--quiet', '--initial-branch=main');
  for (const [key, value] of SETTINGS) git(folder, 'config', key, value);
  for (const [path, content] of files) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message=base');
  git(folder, 'repack', '-adq');
}

// Nothing of the person's own settings may decide who is faster.
const SETTINGS = [
  ['user.name', 'Bench'],
  ['user.email', 'bench@example.invalid'],
  ['commit.gpgSign', 'false'],
  ['core.hooksPath', '/dev/null'],
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
];

/** `count` small files, 20 a folder, two levels deep, no two the same. */
export function* manyFiles(count) {
  for (let number = 0; number < count; number += 1)
    yield [filePath(number), `# module ${number}\n${'{ }\n'.repeat(20)}`];
}

/** Path of the file with that number in `manyFiles`. */
export function filePath(number) {
  const folder = Math.floor(number / FILES_PER_FOLDER);
  return `modules/group-${folder % 50}/part-${folder}/file-${number}.nix`;
}
