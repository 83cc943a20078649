import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { commandBackend } from '../../src/agents/command.js';
import { findAgent, type AgentSearch } from '../../src/agents/find-agent.js';
import { runProcess } from '../../src/process/spawn.js';
import { probeBackend } from '../support/agent-backend.js';

let root: string;
let search: AgentSearch;
const at = (...names: string[]): string => join(root, ...names);

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'find-agent-')));
  const PATH = [at('bin'), dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter);
  const env = { PATH, HOME: at('home'), ANTHROPIC_API_KEY: 'canary-key-value' };
  search = { path: null, install: false, cacheDir: at('cache'), env, runProcess, now: Date.now };
});

function program(path: string, text = '#!/bin/sh\necho "probe-agent 1.2.3 (build 4.5.6)"\n'): string {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
  chmodSync(at(path), 0o755);
  return at(path);
}

/** A native program: it is no script. */
function native(path: string): string {
  return program(path, '\x7fELF');
}

describe('findAgent', () => {
  test('a program on PATH: its path and its version', async () => {
    const path = program('bin/probe-agent');
    expect(await findAgent(probeBackend(), search)).toMatchObject({ ok: true, value: { path, version: '1.2.3' } });
  });

  test('the program that the user named wins over the one on PATH', async () => {
    program('bin/probe-agent', '#!/bin/sh\nexit 1\n');
    const path = program('own/agent');
    expect(await findAgent(probeBackend(), { ...search, path })).toMatchObject({ ok: true, value: { path } });
  });

  test('a link is started by its own name, and what it names can be read', async () => {
    const target = program('lib/shim', '#!/bin/sh\necho "$(basename "$0") 1.2.3"\n');
    mkdirSync(at('bin'));
    symlinkSync(target, at('bin/probe-agent'));
    const found = await findAgent(probeBackend(), search);
    const readable = expect.arrayContaining([target]) as unknown;
    expect(found).toMatchObject({ ok: true, value: { path: at('bin/probe-agent'), version: '1.2.3', readable } });
  });

  test.each([
    ['none is there', () => null, {}, /npm install --global probe-agent/],
    ['the named one is not there', () => at('none'), {}, /none is no executable file.*npm install/],
    ['the named one is relative', () => 'bin/probe-agent', {}, /no executable file/],
    [
      'it does not run',
      () => program('a', '#!/bin/sh\necho broken >&2\nexit 3\n'),
      {},
      /does not run.*exit code 3, broken/,
    ],
    ['its interpreter is missing', () => program('a', '#!/nowhere/sh\n'), {}, /does not run/],
    ['it is too old', () => program('a'), { oldestVersion: '1.2.4' }, /is 1\.2\.3; at least 1\.2\.4/],
    ['it is too old by ten', () => program('a'), { oldestVersion: '1.10.0' }, /at least 1\.10\.0/],
  ])('%s: a failure that says what to do', async (_, path, backend, expected) => {
    const result = await findAgent(probeBackend(backend), { ...search, path: path() });
    expect(result).toMatchObject({ ok: false, error: { reason: 'agent-backend-missing', backend: 'probe' } });
    expect(JSON.stringify(result)).toMatch(expected);
  });

  test.each(['1.2.3', '1.1.9', '0.99.99'])('1.2.3 is not too old for %s', async (oldestVersion) => {
    program('bin/probe-agent');
    expect((await findAgent(probeBackend({ oldestVersion }), search)).ok).toBe(true);
  });

  test('a program without a version in its answer has none', async () => {
    program('bin/probe-agent', '#!/bin/sh\necho hello\n');
    expect(await findAgent(probeBackend({ oldestVersion: '1.0.0' }), search)).toMatchObject({
      value: { version: null },
    });
  });

  test('when its version is asked, it sees no secret and an empty HOME, and leaves nothing', async () => {
    program('bin/probe-agent', `#!/bin/sh\nenv > ${at('seen')}; touch "$HOME/litter"\n`);
    mkdirSync(at('home'));
    await findAgent(probeBackend(), search);
    expect(readFileSync(at('seen'), 'utf8')).not.toContain('canary');
    expect(readdirSync(at('home'))).toEqual([]);
    expect(readdirSync(at('cache'))).toEqual([]);
  });
});

describe('what a program may read in a cage', () => {
  const readable = async (path: string, backend = probeBackend()): Promise<readonly string[]> => {
    const result = await findAgent(backend, { ...search, path });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value.readable;
  };
  const node = realpathSync(process.execPath);
  const script = '#!/usr/bin/env node\nconsole.log("1.2.3");\n';

  test('a script of an npm package: all packages beside it, and Node', async () => {
    const path = program('lib/node_modules/@a/agent/node_modules/b/cli.js', script);
    const paths = await readable(path);
    expect(paths).toContain(at('lib/node_modules'));
    expect(paths.map((one) => realpathSync(one))).toContain(node);
    expect(paths).not.toContain(path);
  });

  test('a native program of an npm package: its own package alone', async () => {
    const path = native('lib/node_modules/@a/agent-linux/vendor/bin/agent');
    expect(await readable(path, commandBackend(path))).toEqual([at('lib/node_modules/@a/agent-linux')]);
  });

  test('any other program: its file and its interpreter', async () => {
    const path = program('tool/agent');
    expect(await readable(path)).toEqual(expect.arrayContaining([path, '/bin/sh']));
    expect(await readable(path)).not.toContain(at('tool'));
  });

  test('a program of `command:`: the folder that it is in', async () => {
    const path = program('tool/agent');
    expect(await readable(path, commandBackend(path))).toContain(at('tool'));
  });

  test.each(['home/agent', 'agent'])('never HOME or what is above it: of %s the file alone', async (place) => {
    mkdirSync(at('home'), { recursive: true });
    const path = program(place);
    const paths = await readable(path, commandBackend(path));
    expect(paths).toContain(path);
    expect(paths).not.toContain(dirname(path));
  });

  test('never HOME where a link leads there', async () => {
    mkdirSync(at('real/home'), { recursive: true });
    symlinkSync(at('real/home'), at('linked-home'));
    const path = program('real/home/agent');
    const env = { ...search.env, HOME: at('linked-home') };
    const found = await findAgent(commandBackend(path), { ...search, env, path });
    expect(found.ok && found.value.readable).toContain(path);
    expect(found.ok && found.value.readable).not.toContain(at('real/home'));
  });
});

test('a relative program of `command:` is in the workspace: it is neither looked for nor started', async () => {
  const found = await findAgent(commandBackend('./agent.mjs'), search);
  expect(found).toEqual({ ok: true, value: { path: './agent.mjs', version: null, readable: [] } });
});

test('a program of `command:` is not started to be found', async () => {
  const path = program('tool/agent', `#!/bin/sh\ntouch ${at('started')}\n`);
  expect((await findAgent(commandBackend(path), search)).ok).toBe(true);
  expect(readdirSync(root)).not.toContain('started');
});
