import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownCommand } from '../../src/commands/own-command.js';
import { removeFolders, temporaryFolder } from '../support/git-repository.js';

afterAll(removeFolders);

const bin = join(temporaryFolder(), 'bin');
mkdirSync(bin);
writeFileSync(join(bin, 'workflow-runner'), '#!/bin/sh\n', { mode: 0o755 });
const STORE = '/nix/store/abc-workflow-runner-0.1.0';

describe('what a person types to start the program again', () => {
  test.each([
    {
      how: 'installed, on PATH',
      env: { PATH: `/nowhere:${bin}` },
      programFile: '/usr/lib/node_modules/workflow-runner/dist/cli/index.js',
      typed: 'workflow-runner',
    },
    {
      how: 'by npx, which puts it on PATH for this call only',
      env: { PATH: bin, npm_command: 'exec' },
      programFile: '/home/a/.npm/_npx/1/node_modules/workflow-runner/dist/cli/index.js',
      typed: 'npx workflow-runner',
    },
    {
      how: 'by nix run',
      env: { PATH: '/nowhere' },
      programFile: `${STORE}/lib/workflow-runner/dist/cli/index.js`,
      typed: `${STORE}/bin/workflow-runner`,
    },
    {
      how: 'by its file, in a folder with a blank',
      env: {},
      programFile: "/home/a/it's mine/dist/cli/index.js",
      typed: `node '/home/a/it'\\''s mine/dist/cli/index.js'`,
    },
  ])('$how, is: $typed', ({ env, programFile, typed }) => {
    expect(ownCommand({ env, programFile })).toBe(typed);
  });
});
