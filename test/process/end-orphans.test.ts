import { afterAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endOrphans } from '../../src/process/end-orphans.js';
import { treeVariable } from '../../src/process/spawn.js';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'wr-orphans-')));
mkdirSync(join(folder, 'step1'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Sleeper {
  readonly cwd: string;
  readonly env: Record<string, string>;
}

async function afterEnding({ cwd, env }: Sleeper): Promise<{ count: number; killed: boolean }> {
  const child = spawn('sleep', ['30'], { cwd, env: { PATH: process.env['PATH'] ?? '', ...env }, stdio: 'ignore' });
  await once(child, 'spawn');
  const exited = once(child, 'exit') as Promise<[number | null, string | null]>;
  const count = await endOrphans(folder);
  child.kill('SIGTERM');
  const [, signal] = await exited;
  return { count, killed: signal === 'SIGKILL' };
}

test('endOrphans ends a marked process that works below the folder', async () => {
  const left = { cwd: join(folder, 'step1'), env: { [treeVariable]: 'x' } };
  expect(await afterEnding(left)).toEqual({ count: 1, killed: true });
});

test('endOrphans ends a marked process that went elsewhere but knows the folder', async () => {
  const left = { cwd: '/', env: { [treeVariable]: 'x', PWD: join(folder, 'step1') } };
  expect(await afterEnding(left)).toEqual({ count: 1, killed: true });
});

test('endOrphans leaves a person’s own process in the folder alone', async () => {
  expect(await afterEnding({ cwd: join(folder, 'step1'), env: {} })).toEqual({ count: 0, killed: false });
});

test('endOrphans leaves steps of other repositories alone', async () => {
  const other = { cwd: '/', env: { [treeVariable]: 'x', PWD: `${folder}-other/step1` } };
  expect(await afterEnding(other)).toEqual({ count: 0, killed: false });
});
