import { lstatSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { agentTools, type AgentSettings } from '../../src/commands/agent-tools.js';
import type { CommandWorld } from '../../src/commands/world.js';

test.each([
  ['a link that leads nowhere', (path: string) => symlinkSync('/nonexistent/x', path)],
  ['a link to another folder', (path: string) => symlinkSync('/etc', path)],
  ['a file', (path: string) => writeFileSync(path, 'x')],
])(
  'an agent that leaves %s in the place of its temporary folder has a folder there at its next attempt',
  async (_, leave) => {
    const cacheDir = mkdtempSync(join(tmpdir(), 'agent-home-'));
    const settings = { of: { cacheDir, workflow: 'w', runId: 'r' } } as AgentSettings;
    const tools = agentTools(settings, {} as CommandWorld);
    const temporary = join(await tools.home('step'), 'tmp');
    rmSync(temporary, { recursive: true });
    leave(temporary);
    await tools.home('step');
    expect(lstatSync(temporary).isDirectory()).toBe(true);
    rmSync(cacheDir, { recursive: true });
  },
);

test('an agent that leaves a link in the place of its HOME has a folder there at its next attempt', async () => {
  const cacheDir = mkdtempSync(join(tmpdir(), 'agent-home-'));
  const tools = agentTools({ of: { cacheDir, workflow: 'w', runId: 'r' } } as AgentSettings, {} as CommandWorld);
  const home = await tools.home('step');
  rmSync(home, { recursive: true });
  symlinkSync('/etc', home);
  expect([await tools.home('step'), lstatSync(home).isDirectory()]).toEqual([home, true]);
  rmSync(cacheDir, { recursive: true });
});
