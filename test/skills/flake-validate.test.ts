import { describe, expect, test } from '@jest/globals';
import { nixEnvironment, realNix } from '../support/nix-environment.js';
import { commitAll, exampleFlake, replaceIn, treeOf } from '../support/nix-tree-on-disk.js';
import { findings, runSkill } from '../support/run-skill.js';
import { NixFile } from '../../src/nix/nix-tree.js';
import { readFlakeFile } from '../../src/skills/flake-validate/flake-file.js';
import { lockFindings } from '../../src/skills/flake-validate/lock-findings.js';

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
    expect(lockFindings(lock(locked), null)).toMatchObject([
      { severity: 'warning', code: 'local-input', location: { file: 'flake.lock', line: 3 } },
    ]);
  });

  test.each<[string, Record<string, unknown>, { message: string; location: object }]>([
    [
      'an input at its line in flake.nix, by the name that it has there',
      { root: { inputs: { mine: 'node_2' } } },
      { message: 'input "mine" is the path /x', location: { file: 'flake.nix', line: 2 } },
    ],
    [
      'an input of an input by the names that lead to it',
      { root: { inputs: { other: 'one', mine: ['other', 'deep'] } }, one: { locked: {}, inputs: { deep: 'node_2' } } },
      { message: 'input "other/deep" is the path /x', location: { file: 'flake.lock' } },
    ],
    [
      'a node that no input leads to by its own name',
      { root: { inputs: { node_2: ['mine'] } } },
      { message: 'input "node_2" is the path /x', location: { file: 'flake.lock' } },
    ],
  ])('names %s', (_, nodes, { message, location }) => {
    const text = '{ inputs = {\n mine.url = "path:/x"; other.url = "x"; }; outputs = _: { }; }';
    const flake = readFlakeFile(new NixFile('flake.nix', Buffer.from(text)));
    const all = { ...nodes, node_2: { locked: { type: 'path', path: '/x' } } };
    const found = lockFindings(JSON.stringify({ nodes: all, root: 'root', version: 7 }), flake);
    expect(found).toMatchObject([{ code: 'local-input', location }]);
    expect(found[0]?.message).toContain(message);
  });

  test.each([
    ['GitHub', { type: 'github', owner: 'NixOS', repo: 'nixpkgs' }],
    ['a tarball', { type: 'tarball', url: 'https://example.org/x.tar.gz' }],
    ['a path inside the repository', { type: 'path', path: './sub' }],
  ])('says nothing of %s', (_, locked) => {
    expect(lockFindings(lock(locked), null)).toEqual([]);
  });

  test.each(['', 'null', '[]', '{}', '{"nodes":{"a":null}}', '{"nodes":[]}'])(
    'names a lock file that is none: %s',
    (text) => {
      expect(lockFindings(text, null)).toMatchObject([{ severity: 'error', code: 'lock-unreadable' }]);
    },
  );
});

/** What is found without Nix, as `code file:line`. */
const staticFindings = async (files: Readonly<Record<string, string>>): Promise<string[]> =>
  findings(await runSkill('flake-validate', treeOf(files), { options: { static: true } }));

/** A lock file of these nodes; each has the inputs that it is given. */
const lockOf = (inputsOf: Readonly<Record<string, object>>): string => {
  const nodes = Object.entries(inputsOf).map(([name, inputs]) => [
    name,
    name === 'root' ? { inputs } : { inputs, locked: {} },
  ]);
  return JSON.stringify({ nodes: Object.fromEntries(nodes) as object, root: 'root', version: 7 }, null, 2);
};

describe('flake-validate without Nix', () => {
  test('finds nothing wrong in the example', async () => {
    expect(findings(await runSkill('flake-validate', exampleFlake(), { options: { static: true } }))).toEqual([]);
  });

  test.each<[string, string, string[]]>([
    ['does not parse', '{\n  outputs = ;\n}', ['nix-syntax flake.nix:2']],
    ['is computed', '\nlet a = 1; in { outputs = _: { }; }', ['flake-no-set flake.nix:2']],
    ['has no outputs', '{ description = "a"; }', ['flake-no-outputs flake.nix:1']],
    ['has outputs that are no function', '{\n outputs = import ./o.nix; }', ['flake-outputs flake.nix:2']],
    ['has an attribute of another name', '{\n output = _: { };\n outputs = _: { }; }', ['flake-attribute flake.nix:2']],
    ['has a list of inputs', '{\n inputs = [ ];\n outputs = _: { }; }', ['flake-input flake.nix:2']],
    ['has an input that is a string', '{\n inputs.a = "github:a/b"; outputs = _: { }; }', ['flake-input flake.nix:2']],
    ['has a computed address', '{\n inputs.a.url = "a" + "b"; outputs = _: { }; }', ['flake-input flake.nix:2']],
    [
      'has an address with a computed part',
      '{ inputs.a.url = "a${b}"; outputs = _: { }; }',
      ['flake-input flake.nix:1'],
    ],
    [
      'has an input of an input that is a string',
      '{\n inputs = { a = {\n inputs.b = "a"; }; }; outputs = _: { }; }',
      ['flake-input flake.nix:3'],
    ],
  ])('is wrong when flake.nix %s', async (_, flake, expected) => {
    expect(await staticFindings({ 'flake.nix': flake })).toEqual(expected);
  });

  test.each([
    '({ outputs = ({ self }: { }); })',
    'rec { description = "a"; nixConfig.sandbox = true; outputs = _: { }; }',
    '{ inputs = { }; outputs = import: import ./x.nix; }',
    '{ inputs.self.submodules = true; outputs = { self, ... }@inputs: { }; }',
    '{ inherit ({ outputs = _: { }; }) outputs; }',
  ])('accepts %s', async (flake) => {
    expect(await staticFindings({ 'flake.nix': flake, 'x.nix': '_: { }' })).toEqual([]);
  });

  test.each<[string, string, object, string[]]>([
    ['an input that is not locked', 'inputs = {\n a.url = "x"; };', {}, ['input-not-locked flake.nix:2']],
    ['an input that only outputs name', 'outputs = { self,\n a }: { };', {}, ['input-not-locked flake.nix:2']],
    ['a locked input', 'inputs.a.url = "x";', { root: { a: 'a' }, a: {} }, []],
    ['an input that is no longer declared', '', { root: { a: 'a' }, a: {} }, ['lock-not-needed flake.lock:3']],
    ['a node that nothing leads to', '', { root: {}, a: {} }, ['lock-not-needed flake.lock:6']],
    [
      'a node that an input of an input leads to',
      'inputs.a.url = "x";',
      { root: { a: 'a' }, a: { b: 'b', c: ['a', 'b'] }, b: {} },
      [],
    ],
    [
      'follows that name no input',
      'inputs.a = { url = "x";\n inputs.b.follows = "c/d"; };',
      { root: { a: 'a' }, a: {} },
      ['follows-missing flake.nix:2'],
    ],
    [
      'an input that is taken away',
      'inputs.a = { url = "x"; inputs.b.follows = ""; };',
      { root: { a: 'a' }, a: {} },
      [],
    ],
    [
      'follows of an input of an input',
      'inputs = { b.url = "x"; a.follows = "b/c"; };',
      { root: { a: ['b', 'c'], b: 'b' }, b: { c: 'c' }, c: {} },
      [],
    ],
  ])('judges %s', async (_, attributes, nodes, expected) => {
    const outputs = attributes.includes('outputs') ? '' : 'outputs = _: { };';
    const files = { 'flake.nix': `{ ${attributes} ${outputs} }`, 'flake.lock': lockOf({ root: {}, ...nodes }) };
    expect(await staticFindings(files)).toEqual(expected);
  });

  test('names missing imports and circles of what the flake reaches, and no others', async () => {
    const files = {
      'flake.nix': '{ outputs = _: { a = ./hosts + "/${name}"; m = import ./modules; }; }',
      'hosts/one.nix': '{\n imports = [ ./no.nix ]; }',
      'modules/default.nix': '{ imports = [\n ./a.nix ]; }',
      'modules/a.nix': '{ imports = [ ./. ]; }',
      'old/a.nix': '{ imports = [ ./no.nix ]; }',
    };
    expect(await staticFindings(files)).toEqual([
      'import-missing hosts/one.nix:2',
      'import-cycle modules/default.nix:2',
    ]);
  });
});

describe('flake-validate with Nix', () => {
  test('needs no Nix when flake.nix itself is wrong', async () => {
    expect(findings(await runSkill('flake-validate', treeOf({ 'flake.nix': '{ outputs = 1; }' })))).toEqual([
      'flake-outputs flake.nix:1',
    ]);
  });

  test('tells once what Nix says too', async () => {
    const root = treeOf({ 'flake.nix': '{\n outputs = _: import ./no.nix; }' });
    commitAll(root);
    expect(findings(await validate(root))).toEqual(['import-missing flake.nix:2']);
  });

  test('finds an import that is missing where Nix passes', async () => {
    const root = treeOf({ 'flake.nix': '{ outputs = _: {\n lib.a = { }: import ./no.nix; }; }' });
    commitAll(root);
    expect(findings(await validate(root))).toEqual(['import-missing flake.nix:2']);
  });
});
