import { describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claudeBackend } from '../../src/agents/claude/claude-backend.js';
import { codexBackend } from '../../src/agents/codex.js';
import type { AgentBackend } from '../../src/agents/backend.js';
import { agentEnvironment } from '../../src/cage/agent-environment.js';
import type { CageRequest } from '../../src/cage/cage.js';
import { cageRequest } from '../../src/commands/agent-tools.js';

const KEY = 'sk-ant-api03-canary-0123456789';

/** What a cage is asked for, with the runner's environment `source`. */
function requestOf(backend: AgentBackend, source: Readonly<Record<string, string>>): CageRequest {
  const variables = [...backend.keyVariables, ...backend.passedVariables];
  const env = agentEnvironment(source, { home: '/home/agent', variables });
  const paths = { workspace: '/w', home: '/home/agent', readable: ['/opt/cli'] };
  const asked = { backend, argv: ['/opt/cli'] as const, env, ...paths, onRefused: () => undefined };
  return cageRequest(asked, { allowHosts: ['cache.example:8080'], objectsDir: '/objects' });
}

describe('the cage of an agent whose API can be redirected', () => {
  test.each([
    ['its own address', {}, 'https://api.anthropic.com'],
    ['its own address where the variable is empty', { ANTHROPIC_BASE_URL: '' }, 'https://api.anthropic.com'],
    ["the user's address", { ANTHROPIC_BASE_URL: 'http://proxy:4000' }, 'http://proxy:4000'],
  ])('hands requests on to %s', (_, env, upstream) => {
    expect(requestOf(claudeBackend, env).network.api?.upstream).toBe(upstream);
  });

  test('holds a stand-in for the key, and reaches no other host than those that the user allowed', () => {
    const { env, network } = requestOf(claudeBackend, { ANTHROPIC_API_KEY: `${KEY}\n` });
    expect(Object.values(env).filter((value) => value.includes(KEY))).toEqual([]);
    expect(network.api?.secrets.get(env['ANTHROPIC_API_KEY'] ?? '')).toBe(KEY);
    expect(network.hosts).toEqual(['cache.example:8080']);
  });
});

test('the cage of an agent whose API cannot be redirected reaches the hosts of its backend, with the key', () => {
  const { env, network, readable } = requestOf(codexBackend, { CODEX_API_KEY: KEY });
  expect([env['CODEX_API_KEY'], network.api]).toEqual([KEY, null]);
  expect(network.hosts).toEqual(['api.openai.com', 'cache.example:8080']);
  expect(readable).toEqual(['/opt/cli', '/objects']);
});

test('the cage reads the object stores that the one of the repository refers to', () => {
  const folder = mkdtempSync(join(tmpdir(), 'objects-'));
  const [own, other] = [join(folder, 'own'), join(folder, 'other')];
  mkdirSync(join(own, 'info'), { recursive: true });
  mkdirSync(other);
  writeFileSync(join(own, 'info', 'alternates'), `# shared\n${other}\n../gone\n`);
  const env = agentEnvironment({}, { home: '/home/agent', variables: [] });
  const asked = { backend: codexBackend, argv: ['/opt/cli'] as const, env, workspace: '/w', home: '/h', readable: [] };
  const { readable } = cageRequest({ ...asked, onRefused: () => undefined }, { allowHosts: [], objectsDir: own });
  expect(readable).toEqual([own, other]);
  rmSync(folder, { recursive: true });
});
