import { beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DerivationMap } from '../../src/base/derivations.js';
import { openMemoFolder, type MemoFolder } from '../../src/files/memo-folder.js';
import { Git } from '../../src/git/git.js';
import { openRepository } from '../../src/git/repository.js';
import { openTrustedGit } from '../../src/git/trusted-git.js';
import { WorkspacePool } from '../../src/git/workspace-pool.js';
import type { NixProgram } from '../../src/nix/nix-program.js';
import { runProcess } from '../../src/process/spawn.js';
import { HostMaps } from '../../src/runner/host-maps.js';
import { TreeMemo } from '../../src/runner/tree-memo.js';
import { WorkspaceShelf } from '../../src/runner/workspace-shelf.js';
import type { StepTools } from '../../src/steps/step-kind.js';
import { nixEnvironment, realNix } from '../support/nix-environment.js';
import { commitAll, treeOf } from '../support/nix-tree-on-disk.js';

const env = nixEnvironment();
const host = (name: string, builder: string): string =>
  `nixosConfigurations.${name}.config.system.build.toplevel = derivation { name = "${name}"; system = "x86_64-linux"; builder = ${builder}; };`;
const SOUND = host('h', '"/bin/sh"');

let nix: NixProgram;
let cache: string;
let said: string;
beforeEach(async () => {
  nix = await realNix(env);
  cache = mkdtempSync(join(tmpdir(), 'host-maps-'));
  said = '';
});

/** The map of the flake, as a process that begins now makes it. */
async function mapOf(outputs: string, change: (map: DerivationMap) => unknown = (map) => map): Promise<unknown> {
  const root = treeOf({ 'flake.nix': `{ outputs = { self }: { ${outputs} }; }` });
  commitAll(root);
  const git = new Git({ runProcess, gitPath: '/usr/bin/git', env: process.env });
  const repository = await openRepository(root, git);
  if (!repository.ok) throw new Error(repository.error.message);
  const answer = { ok: true, value: nix } as const;
  const tools = { runProcess, env, nix: () => Promise.resolve(answer), redact: (text: string) => text };
  const trusted = await openTrustedGit(git, repository.value, cache);
  const folder = openMemoFolder(join(cache, 'memo'));
  const changing: MemoFolder = { ...folder, recall: (...of) => change(folder.recall(...of) as DerivationMap) };
  const memo = new TreeMemo({ folder: changing, trusted, tools });
  const shelf = new WorkspaceShelf(new WorkspacePool(git, repository.value, cache), 'check');
  const maps = new HostMaps(shelf, { tools: tools as unknown as StepTools }, memo);
  const onOutput = (chunk: Buffer): void => void (said += chunk.toString('utf8'));
  const map = await maps.of(repository.value.head, { signal: new AbortController().signal, onOutput });
  if (!map.ok) throw new Error(JSON.stringify(map.error));
  return map.value;
}

test('HostMaps gives the same map for the same tree of another commit and process, without evaluating it', async () => {
  const first = await mapOf(SOUND);
  said = '';
  expect(await mapOf(SOUND)).toEqual(first);
  expect(said).toBe('already evaluated: the derivations of this tree are known\n');
});

test('HostMaps does not keep a map in which a host failed', async () => {
  await mapOf(`${SOUND} ${host('broken', 'throw "no"')}`);
  expect(readdirSync(cache)).not.toContain('memo');
});

test('HostMaps evaluates again what the store has collected', async () => {
  const first = await mapOf(SOUND);
  said = '';
  const gone = { hosts: { h: { drvPath: '/nix/store/00000000000000000000000000000000-h.drv' } }, checks: {} };
  expect(await mapOf(SOUND, () => gone)).toEqual(first);
});
