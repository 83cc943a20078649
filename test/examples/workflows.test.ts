import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nixEnvironment } from '../support/nix-environment.js';
import { runCli, type CliResult } from '../support/runner-cli.js';
import { exampleRoot } from './example-copy.js';

/* Every workflow that ships, run for real, in an order in which their prerequisites hold. */
const ORDER = [
  'phase-1-critical',
  'phase-2-parallel',
  'phase-2-structural',
  'phase-3-docs-testing',
  'phase-4-advanced',
  'my-workflow',
  'my-parallel-workflow',
  'resilient-workflow',
  'meta-workflow',
  'complete-module-refactor',
];

let folder: string;
let root: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wr-workflows-'));
  root = join(folder, 'config');
  cpSync(exampleRoot, root, { recursive: true });
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('-c', 'user.name=t', '-c', 'user.email=t@t', 'commit', '-qm', 'base');
  // Only a machine with NixOS has the real one; the workflow is the seed's, word for word.
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin', 'nixos-rebuild'), '#!/bin/sh\n[ "$1" = test ]\n', { mode: 0o755 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(workflow: string): Promise<CliResult> {
  const env = nixEnvironment();
  const agent = `command:${join(root, '.claude', 'agents', 'scripted-agent.mjs')}`;
  return runCli({
    args: ['run', workflow, '--agent-backend', agent],
    cwd: root,
    home: folder,
    env: { ...env, PATH: `${join(folder, 'bin')}:${env['PATH'] ?? ''}` },
  });
}

test('the order names every workflow that ships', () => {
  const shipped = readdirSync(join(exampleRoot, '.claude', 'workflows'))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => file.replace('.yaml', ''));
  expect([...ORDER].sort()).toEqual(shipped.sort());
});

test.each(ORDER)('%s completes and lands on the example', async (workflow) => {
  const { code, stdout, stderr } = await run(workflow);
  expect({ code, stderr: code === 0 ? '' : stdout + stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/validated .*by `nix flake check`/);
  expect(execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' })).toBe('');
}, 300_000);
