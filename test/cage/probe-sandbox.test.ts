import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { probeSandbox } from '../../src/cage/probe-sandbox.js';
import type { RunProcess } from '../../src/process/process.js';
import { runProcess } from '../../src/process/spawn.js';

const folder = mkdtempSync(join(tmpdir(), 'wr-probe-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a machine with bubblewrap can confine (needs bubblewrap, fails without)', async () => {
  const found = await probeSandbox({ env: process.env, runProcess });
  expect(found).toMatchObject({ available: true, program: expect.stringMatching(/^\/.*\/bwrap$/) as unknown });
});

test('a machine without bubblewrap cannot, and is told how to get it', async () => {
  const found = await probeSandbox({ env: { PATH: folder }, runProcess });
  expect(found).toMatchObject({
    available: false,
    fix: expect.stringContaining('apt-get install bubblewrap') as unknown,
  });
});

test('a machine without a temporary folder cannot, and is told of that', async () => {
  const found = await probeSandbox({ env: process.env, runProcess, temporary: join(folder, 'nowhere') });
  expect(found).toMatchObject({
    available: false,
    why: expect.stringContaining('nowhere cannot be used (ENOENT)') as unknown,
  });
});

test('macOS cannot, and nothing is started there', async () => {
  const never: RunProcess = () => Promise.reject(new Error('started'));
  const found = await probeSandbox({ env: process.env, runProcess: never, platform: 'darwin' });
  expect(found).toMatchObject({ available: false, why: expect.stringContaining('macOS') as unknown });
});

test('an older bubblewrap does without the newer options', async () => {
  const old =
    '#!/bin/sh\ncase "$*" in *--disable-userns*) echo "bwrap: Unknown option --disable-userns" >&2; exit 1;; esac\n';
  writeFileSync(join(folder, 'bwrap'), old, { mode: 0o755 });
  const found = await probeSandbox({ env: { PATH: `${folder}:/bin` }, runProcess });
  expect(found).toEqual({ available: true, program: join(folder, 'bwrap'), options: [] });
});

test('a kernel that allows no more namespaces cannot, in its real words (needs bubblewrap and unshare, fails without)', async () => {
  const limited: RunProcess = (request) => {
    const script = 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"';
    return runProcess({ ...request, argv: ['unshare', '-Ur', 'sh', '-c', script, 'sh', ...request.argv] });
  };
  const found = await probeSandbox({ env: process.env, runProcess: limited });
  expect(found).toMatchObject({
    available: false,
    fix: expect.stringContaining('user.max_user_namespaces') as unknown,
  });
});
