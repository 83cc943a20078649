import { describe, expect, test } from '@jest/globals';
import { nixEnvironment, realNix } from '../support/nix-environment.js';
import { commitAll, exampleFlake, replaceIn, treeOf } from '../support/nix-tree-on-disk.js';
import { findings, runSkill } from '../support/run-skill.js';
import { lockFindings, missingLocks } from '../../src/skills/flake-validate/lock-findings.js';

const validate = async (root: string, more: Parameters<typeof runSkill>[2] = {}): ReturnType<typeof runSkill> =>
  runSkill('flake-validate', root, { nix: await realNix(nixEnvironment()), ...more });

const lock = (locked: unknown): string =>
  JSON.stringify({ nodes: { one: { locked }, root: { inputs: { one: 'one' } } }, version: 7 }, null, 2);

describe('flake-validate', () => {
  test('gives the systems of all hosts, the same each time', async () => {
    const root = exampleFlake();
    const first = await validate(root);
    expect(first.ok && Object.keys(first.value.outputs['hosts'] as object)).toEqual(['atlas', 'kernelcore']);
    expect(await validate(root)).toEqual(first);
  });

  test('fails with the place of an error', async () => {
    const root = exampleFlake((dir) =>
      replaceIn(dir, 'modules/security/ssh.nix', ['bantime = "1h";', 'bantime = nosuch;']),
    );
    expect(findings(await validate(root))).toEqual([
      expect.stringMatching(/^nix-undefined-variable modules\/security\/ssh\.nix:\d+$/),
    ]);
  });

  test('says that there is no flake.nix', async () => {
    expect(findings(await validate(treeOf({ 'a.nix': '{ }' })))).toEqual(['no-flake flake.nix']);
  });

  test('says that Nix is missing', async () => {
    expect(findings(await runSkill('flake-validate', exampleFlake()))).toEqual(['program-missing']);
  });

  test('refuses targets and options', async () => {
    const root = exampleFlake();
    expect(findings(await validate(root, { targets: ['modules'] }))).toEqual(['skill-call skill flake-validate']);
    expect(findings(await validate(root, { options: { impure: true } }))).toEqual(['skill-call skill flake-validate']);
  });

  test('does not accept settings that the flake asks for', async () => {
    const root = treeOf({ 'flake.nix': '{ nixConfig.sandbox = false; outputs = { self }: { }; }' });
    commitAll(root);
    let output = '';
    await validate(root, { onOutput: (text) => (output += text) });
    expect(output).toContain('the flake is valid');
    expect(output).not.toMatch(/do you want to allow/i);
  });
});

describe('lockFindings', () => {
  test.each([
    ['a path of this machine', { type: 'path', path: '/home/me/x' }],
    ['a repository by ssh', { type: 'git', url: 'ssh://git@example.org/x' }],
    ['a file', { type: 'git', url: 'file:///srv/x' }],
  ])('warns of %s at its line', (_, locked) => {
    expect(lockFindings(lock(locked))).toMatchObject([
      { severity: 'warning', code: 'local-input', location: { file: 'flake.lock', line: 3 } },
    ]);
  });

  test.each([
    ['GitHub', { type: 'github', owner: 'NixOS', repo: 'nixpkgs' }],
    ['a tarball', { type: 'tarball', url: 'https://example.org/x.tar.gz' }],
    ['a path inside the repository', { type: 'path', path: './sub' }],
  ])('says nothing of %s', (_, locked) => {
    expect(lockFindings(lock(locked))).toEqual([]);
  });

  test.each(['', 'null', '[]', '{}', '{"nodes":{"a":null}}', '{"nodes":[]}'])(
    'names a lock file that is none: %s',
    (text) => {
      expect(lockFindings(text)).toMatchObject([{ severity: 'error', code: 'lock-unreadable' }]);
    },
  );
});

describe('missingLocks', () => {
  test('warns of inputs that the lock file does not name', () => {
    expect(missingLocks(['one', 'two'], lock({}))).toMatchObject([
      { code: 'input-not-locked', message: expect.stringContaining('two') as unknown },
    ]);
  });
});
