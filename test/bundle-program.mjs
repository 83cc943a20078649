import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * Jest's global set-up. A run of all tests starts the program a thousand times: it is bundled first, as it is shipped, and starts
 * in half the time. The tests find the bundles in the folder of BUNDLED_PROGRAM (test/support/program.ts). A run of some tests goes
 * without: to bundle takes half a minute.
 */
export default function bundleProgram({ testPathPatterns, testNamePattern, onlyChanged, findRelatedTests }) {
  const isWhole = testPathPatterns.patterns.length === 0 && !testNamePattern && !onlyChanged && !findRelatedTests;
  if (!isWhole) return;
  // The folder is ignored by git.
  mkdirSync('.cache', { recursive: true });
  const folder = resolve('.cache', `bundled-${process.pid}`);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const args = ['scripts/build.mjs', '--out', folder, '--unchecked'];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the program cannot be bundled\n${stderr}`);
  process.env.BUNDLED_PROGRAM = folder;
}
