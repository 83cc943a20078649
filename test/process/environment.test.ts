import { describe, expect, test } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment, findProgram, secretsOf } from '../../src/process/environment.js';

describe('the environment of a child', () => {
  test('holds what the list allows and what is added', () => {
    const source = { PATH: '/bin', HOME: '/h', LC_ALL: 'C', XDG_CACHE_HOME: '/c', NIX_PATH: 'n', OTHER: 'x' };
    expect(childEnvironment(source, { ADDED: '1', HOME: '/empty' })).toEqual({
      PATH: '/bin',
      HOME: '/empty',
      LC_ALL: 'C',
      XDG_CACHE_HOME: '/c',
      NIX_PATH: 'n',
      ADDED: '1',
    });
  });

  test.each([
    'GITHUB_TOKEN',
    'GITHUB_ENV',
    'GITHUB_OUTPUT',
    'ACTIONS_RUNTIME_TOKEN',
    'RUNNER_TEMP',
    'INPUT_COMMAND',
    'GIT_DIR',
    'GIT_SSH_COMMAND',
    'NODE_OPTIONS',
    'LD_PRELOAD',
    'NIX_CONFIG',
    'ANTHROPIC_API_KEY',
    'AWS_SECRET_ACCESS_KEY',
    'BASH_ENV',
    'ENV',
    'SSH_AUTH_SOCK',
    'XDG_SESSION_TOKEN',
    'NIX_SSHOPTS',
    'DOCKER_HOST',
    'CLAUDE_CODE_OAUTH_TOKEN',
  ])('never inherits %s', (name) => {
    expect(childEnvironment({ [name]: 'canary' })).toEqual({});
  });

  test('has only absolute folders on PATH, each once', () => {
    const env = childEnvironment({ PATH: ':.:/usr/bin:node_modules/.bin:/bin:/usr/bin::../x' });
    expect(env['PATH']).toBe('/usr/bin:/bin');
  });

  test('keeps a hostile name as plain data', () => {
    const env = childEnvironment({}, JSON.parse('{"__proto__":"x"}') as Record<string, string>);
    expect(Object.getPrototypeOf(env)).toBe(Object.prototype);
  });
});

describe('a program', () => {
  const root = mkdtempSync(join(tmpdir(), 'path-'));
  for (const folder of ['a', 'b', 'b/tool']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'a/plain'), '');
  writeFileSync(join(root, 'b/plain'), '');
  chmodSync(join(root, 'a/plain'), 0o644);
  chmodSync(join(root, 'b/plain'), 0o755);
  const path = `.::${root}/a:${root}/b`;

  test('is the first executable file on PATH', () => {
    expect(findProgram('plain', path)).toBe(join(root, 'b/plain'));
  });

  test.each(['tool', 'missing', './plain', 'b/plain', '', 'a\0b'])('%j is not found', (name) => {
    expect(findProgram(name, path)).toBeNull();
  });

  test('given by its absolute path is checked', () => {
    expect(findProgram(join(root, 'b/plain'), '')).toBe(join(root, 'b/plain'));
    expect(findProgram(join(root, 'a/plain'), '')).toBeNull();
  });
});

describe('the secrets of an environment', () => {
  test('are the long values of names that look like secrets, each once', () => {
    const env = {
      GITHUB_TOKEN: 'token-value',
      ANTHROPIC_API_KEY: 'key-value-1',
      DB_PASSWORD: 'password-1',
      npm_config__auth: 'auth-value',
      COPY_SECRET: 'token-value',
      SHORT_TOKEN: 'abc',
      PWD: '/work/folder',
      OLDPWD: '/work/folder',
      MONKEY: 'banana-banana',
      AUTHOR: 'somebody-else',
      PATH: '/usr/bin:/bin',
      MYSECRET: 'my-secret-1',
    };
    expect(secretsOf(env).sort()).toEqual(['auth-value', 'key-value-1', 'my-secret-1', 'password-1', 'token-value']);
  });
});
