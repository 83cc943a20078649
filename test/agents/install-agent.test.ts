import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { findAgent } from '../../src/agents/find-agent.js';
import { installAgent, installedAgent, type InstallTools } from '../../src/agents/install-agent.js';
import type { AgentBackend } from '../../src/agents/backend.js';
import type { PinnedArchive } from '../../src/agents/pinned-agent.js';
import { runProcess } from '../../src/process/spawn.js';
import { probeBackend } from '../support/agent-backend.js';
import { startRegistry, type PackageRegistry } from '../support/package-registry.js';

const NAME = '@probe/agent-here';
const platform = `${process.platform}-${process.arch}`;

let registry: PackageRegistry;
let cacheDir: string;
let tools: InstallTools;

beforeEach(async () => {
  registry = await startRegistry(NAME, '1.2.3', { 'bin/probe': '#!/bin/sh\necho "probe 1.2.3"\n' });
  cacheDir = mkdtempSync(join(tmpdir(), 'install-agent-'));
  const home = join(cacheDir, 'home');
  mkdirSync(home);
  const PATH = [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter);
  const env = { PATH, HOME: home, npm_config_registry: registry.url, npm_config_cache: join(cacheDir, 'npm') };
  tools = { cacheDir, env, runProcess, now: Date.now };
});

afterEach(() => {
  registry.close();
  rmSync(cacheDir, { recursive: true, force: true });
});

function pinned(more: Partial<PinnedArchive> = {}): AgentBackend {
  const archive = { package: NAME, version: '1.2.3', integrity: registry.integrity, executable: 'bin/probe', ...more };
  return probeBackend({ pinned: { package: NAME, version: '1.2.3', archives: { [platform]: archive } } });
}

const programs = (): string[] => readdirSync(join(cacheDir, 'programs'));

describe('installAgent', () => {
  test('an archive with our digest is installed, and its program runs', async () => {
    const installed = await installAgent(pinned(), tools);
    expect(installed).toEqual({
      ok: true,
      value: join(cacheDir, 'programs/probe-1.2.3/node_modules', NAME, 'bin/probe'),
    });
    expect(programs()).toEqual(['probe-1.2.3']);
    const found = await findAgent(pinned(), { ...tools, path: null, install: false });
    expect(found).toMatchObject({ ok: true, value: { version: '1.2.3' } });
  });

  test('what is installed is used again without asking the registry', async () => {
    await installAgent(pinned(), tools);
    const before = registry.downloads();
    registry.close();
    expect((await installAgent(pinned(), tools)).ok).toBe(true);
    expect(registry.downloads()).toBe(before);
  });

  test('an archive with another digest is refused, and nothing of it stays', async () => {
    const integrity = `sha512-${Buffer.alloc(64).toString('base64')}`;
    const refused = await installAgent(pinned({ integrity }), tools);
    expect(refused).toMatchObject({ ok: false, error: { reason: 'agent-backend-missing', backend: 'probe' } });
    expect(JSON.stringify(refused)).toMatch(/digest differs.*npm install --global probe-agent/);
    expect(programs()).toEqual([]);
  });

  test('one that is stopped half-way leaves nothing that is used, and the next one installs', async () => {
    const asked = registry.stall();
    const stop = new AbortController();
    const stopped = installAgent(pinned(), {
      ...tools,
      runProcess: (request) => runProcess({ ...request, signal: stop.signal }),
    });
    await asked;
    expect(installedAgent(pinned(), cacheDir)).toBeNull();
    stop.abort();
    expect((await stopped).ok).toBe(false);
    expect(programs()).toEqual([]);
    registry.goOn();
    expect((await installAgent(pinned(), tools)).ok).toBe(true);
  });

  test('what a killed one has left is removed when it is old, and not when it may be at work', async () => {
    for (const name of ['.new-old', '.new-fresh']) mkdirSync(join(cacheDir, 'programs', name), { recursive: true });
    utimesSync(join(cacheDir, 'programs', '.new-old'), 1, 1);
    await installAgent(pinned(), tools);
    expect(programs().sort()).toEqual(['.new-fresh', 'probe-1.2.3']);
  });

  test('two at once both end with the same program', async () => {
    const [one, other] = await Promise.all([installAgent(pinned(), tools), installAgent(pinned(), tools)]);
    expect(one.ok).toBe(true);
    expect(other).toEqual(one);
    expect(programs()).toEqual(['probe-1.2.3']);
  });

  test.each([
    ['no npm', () => ({ PATH: '/nowhere' }), {}, /program-missing.*npm/],
    ['a registry that is not there', () => ({ npm_config_registry: 'http://127.0.0.1:9/' }), {}, /cannot be reached/],
    ['a version that the registry does not have', () => ({}), { version: '9.9.9' }, /does not have it/],
    ['an archive without the program', () => ({}), { executable: 'bin/other' }, /has no bin\/other/],
  ])('%s is a failure that says so', async (_, env, archive, expected) => {
    const result = await installAgent(pinned(archive), { ...tools, env: { ...tools.env, ...env() } });
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).toMatch(expected);
  });

  test('a machine that is not in the table is told which ones are', async () => {
    const backend = probeBackend({ pinned: { package: NAME, version: '1.2.3', archives: {} } });
    expect(JSON.stringify(await installAgent(backend, tools))).toContain(`this is ${platform}`);
  });

  test('a cache folder that cannot be made is a failure', async () => {
    writeFileSync(join(cacheDir, 'programs'), '');
    expect(JSON.stringify(await installAgent(pinned(), tools))).toContain('cannot be written');
  });

  test('secrets of the environment, and install scripts, do not reach npm', async () => {
    let argv: readonly string[] = [];
    let env: Readonly<Record<string, string>> = {};
    await installAgent(pinned(), {
      ...tools,
      env: { ...tools.env, ANTHROPIC_API_KEY: 'canary-key', NPM_TOKEN: 'canary-token', NODE_OPTIONS: '--require x' },
      runProcess: (request) => {
        ({ argv, env } = request);
        return runProcess(request);
      },
    });
    expect(argv).toContain('--ignore-scripts');
    expect(JSON.stringify(env)).not.toContain('canary');
    expect(env['NODE_OPTIONS']).toBeUndefined();
    expect(existsSync(join(cacheDir, 'programs', 'probe-1.2.3'))).toBe(true);
  });
});
