import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runScript } from './example-copy.js';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wr-scripts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `storeSays`: what the store answers; nothing when it can be used. */
function fakeNix(version: string, storeSays = ''): string {
  const path = mkdtempSync(join(folder, 'path-'));
  const store = storeSays === '' ? 'exit 0' : `echo '${storeSays}' >&2; exit 1`;
  writeFileSync(join(path, 'nix'), `#!/bin/sh\necho '${version}'\n`, { mode: 0o755 });
  writeFileSync(join(path, 'nix-store'), `#!/bin/sh\n${store}\n`, { mode: 0o755 });
  return path;
}

test.each(['nix (Nix) 2.8.0', 'nix (Nix) 2.34.8', 'nix (Lix, like Nix) 2.93.0', 'nix (Determinate Nix 3.6.0) 2.29.0'])(
  'ensure-nix is content with %s',
  (version) => {
    expect(runScript('ensure-nix.mjs', ['--check'], fakeNix(version)).exitCode).toBe(0);
  },
);

test('ensure-nix --check says how to get Nix when there is none', () => {
  const { exitCode, stderr } = runScript('ensure-nix.mjs', ['--check'], join(folder, 'empty'));
  expect(exitCode).toBe(1);
  expect(stderr).toContain('https://nixos.org/download');
});

test('ensure-nix --check calls Nix 2.3 too old', () => {
  const { exitCode, stderr } = runScript('ensure-nix.mjs', ['--check'], fakeNix('nix (Nix) 2.3.16'));
  expect(exitCode).toBe(1);
  expect(stderr).toContain('nix (Nix) 2.3.16 is too old');
});

test('ensure-nix --check says what to do when the store cannot be used', () => {
  const path = fakeNix('nix (Nix) 2.8.0', 'error: Operation not permitted');
  const { exitCode, stderr } = runScript('ensure-nix.mjs', ['--check'], path);
  expect(exitCode).toBe(1);
  expect(stderr).toContain('Operation not permitted');
  expect(stderr).toContain('sudo chown -R');
});

/** `says`: what it says when it cannot confine; nothing when it can. */
function fakeBubblewrap(says = ''): string {
  const path = mkdtempSync(join(folder, 'path-'));
  const end = says === '' ? 'exit 0' : `echo '${says}' >&2; exit 1`;
  writeFileSync(join(path, 'bwrap'), `#!/bin/sh\n${end}\n`, { mode: 0o755 });
  return path;
}

test('ensure-sandbox is content with a bubblewrap that works', () => {
  expect(runScript('ensure-sandbox.mjs', ['--check'], fakeBubblewrap()).exitCode).toBe(0);
});

test('ensure-sandbox --check says how to get bubblewrap when there is none', () => {
  const { exitCode, stderr } = runScript('ensure-sandbox.mjs', ['--check'], join(folder, 'empty'));
  expect(exitCode).toBe(1);
  expect(stderr).toContain('apt-get install -y --no-install-recommends bubblewrap');
});

test('ensure-sandbox --check says what to do when bubblewrap may confine nothing', () => {
  const path = fakeBubblewrap('bwrap: setting up uid map: Permission denied');
  const { exitCode, stderr } = runScript('ensure-sandbox.mjs', ['--check'], path);
  expect(exitCode).toBe(1);
  expect(stderr).toContain('setting up uid map: Permission denied');
  expect(stderr).toMatch(/sudo sysctl -w/);
});

test('quickstart leaves a folder alone that is not empty', () => {
  const used = mkdtempSync(join(folder, 'used-'));
  writeFileSync(join(used, 'thesis.txt'), 'mine');
  expect(runScript('quickstart.mjs', [used], process.env['PATH'] ?? '').exitCode).not.toBe(0);
  expect(readdirSync(used)).toEqual(['thesis.txt']);
});

test('quickstart refuses a flag that it does not know', () => {
  expect(runScript('quickstart.mjs', ['--fast'], process.env['PATH'] ?? '').exitCode).toBe(2);
});
