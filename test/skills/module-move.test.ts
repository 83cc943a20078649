import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleFlake, treeOf } from '../support/nix-tree-on-disk.js';
import { findings, runSkill } from '../support/run-skill.js';
import { nixEnvironment } from '../support/nix-environment.js';

const MODULE = '{ ... }: { }\n';
const move = (root: string, from: string, to: string): ReturnType<typeof runSkill> =>
  runSkill('module-move', root, { options: { from, to } });
const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');

/** Moves `modules/x.nix` to `services/y.nix` under a flake.nix with this expression in it, and gives the expression back. */
async function mended(expression: string, more: Record<string, string> = {}): Promise<string> {
  const root = treeOf({ 'flake.nix': `{ self }: ${expression}`, 'modules/x.nix': MODULE, ...more });
  const result = await move(root, 'modules/x.nix', 'services/y.nix');
  return result.ok ? read(root, 'flake.nix').slice('{ self }: '.length) : findings(result).join(' ');
}

/** All files of a tree with their bytes. */
function bytesOf(root: string): Record<string, string> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    files
      .map((path): [string, string] => [path.slice(root.length), readFileSync(path, 'latin1')])
      .filter(([path]) => !/^\/\.(?:git|claude)\//.test(path))
      .sort(),
  );
}

/** The drvPath of every host of each of these copies of the example, as JSON. */
function derivations(roots: readonly string[]): string[] {
  const expression = `map (root: let o = (import (root + "/flake.nix")).outputs { self = o; };
    in builtins.mapAttrs (_: host: host.config.system.build.toplevel.drvPath) o.nixosConfigurations) [ ${roots.join(' ')} ]`;
  const file = join(treeOf({ 'all.nix': expression }), 'all.nix');
  const output = execFileSync('nix-instantiate', ['--eval', '--strict', '--json', file], {
    env: nixEnvironment(),
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return (JSON.parse(output.toString()) as unknown[]).map((hosts) => JSON.stringify(hosts));
}

describe('module-move mends', () => {
  test.each([
    ['an import', 'import ./modules/x.nix', 'import ./services/y.nix'],
    ['a path without ./', 'import modules/x.nix', 'import services/y.nix'],
    ['data', 'builtins.readFile ./modules/x.nix', 'builtins.readFile ./services/y.nix'],
    ['a string behind self', '"${self}/modules/x.nix"', '"${self}/services/y.nix"'],
    ['a sum with self', 'self + "/modules/x.nix"', 'self + "/services/y.nix"'],
    ['a sum with a path', 'self + /modules/x.nix', 'self + /services/y.nix'],
    ['a sum with a folder', './. + "/modules/x.nix"', './. + "/services/y.nix"'],
    ['a sum with its own folder', './modules + "/x.nix"', './services + "/y.nix"'],
    ['self behind inputs', '"${inputs.self.outPath}/modules/x.nix"', '"${inputs.self.outPath}/services/y.nix"'],
    [
      'a folder bound by let',
      'let m = "${self}"; in "${m}/modules/x.nix"',
      'let m = "${self}"; in "${m}/services/y.nix"',
    ],
    [
      'what a function of the tree appends to a folder',
      'let root = lib.path.append ./.; in map root [ "modules/x.nix" ]',
      'let root = lib.path.append ./.; in map root [ "services/y.nix" ]',
    ],
  ])('%s', async (_, before, after) => {
    expect(await mended(before)).toBe(after);
  });

  test.each([
    ['another file', 'import ./modules/z.nix'],
    ['a path of another flake', '"${inputs.other}/modules/x.nix"'],
    ['a computed path that cannot mean it', './modules/${name}/x.nix'],
  ])('not %s', async (_, expression) => {
    expect(await mended(expression)).toBe(expression);
  });

  test.each([
    ['a computed path that may mean it', './modules/${name}.nix'],
    ['a path whose beginning is not known', '"${root}/modules/x.nix"'],
    ['a text that spells its path', '[ "modules/x.nix" ]'],
    ['a folder that is read', 'builtins.readDir ./modules'],
    ['a folder that a function of the tree reads', 'let scan = p: builtins.readDir p; in scan ./modules'],
    ['a folder of its own given to something', 'builtins.path { path = ./modules; }'],
  ])('nothing and refuses at %s', async (_, expression) => {
    expect(await mended(expression)).toBe('reference-unclear flake.nix:1');
  });

  test('the paths inside the moved file', async () => {
    const root = treeOf({
      'modules/x.nix': '{ a = ./data.json; b = ../lib.nix; c = ./${d}/e.nix; }\n',
      'lib.nix': '{ }',
    });
    await move(root, 'modules/x.nix', 'services/');
    expect(read(root, 'services/x.nix')).toBe(
      '{ a = ../modules/data.json; b = ../lib.nix; c = ../modules/${d}/e.nix; }\n',
    );
  });

  test('an aggregator in place, and adds nothing to that of the new folder', async () => {
    const aggregator = '{\n  imports = [\n    ./x.nix # why\n    ./z.nix\n  ];\n}\n';
    const root = treeOf({
      'a/default.nix': aggregator,
      'a/x.nix': MODULE,
      'a/z.nix': MODULE,
      'b/default.nix': '{ imports = [ ]; }',
    });
    await move(root, 'a/x.nix', 'b/');
    expect([read(root, 'a/default.nix'), read(root, 'b/default.nix')]).toEqual([
      aggregator.replace('./x.nix', '../b/x.nix'),
      '{ imports = [ ]; }',
    ]);
  });

  test('imports of the folder whose default.nix is moved', async () => {
    const root = treeOf({ 'flake.nix': '{ modules = [ ./a ]; }', 'a/default.nix': MODULE, 'a/b.nix': MODULE });
    await move(root, 'a/default.nix', 'c/default.nix');
    expect(read(root, 'flake.nix')).toBe('{ modules = [ ./c ]; }');
  });

  test('all references to and from a moved folder, its computed ones too', async () => {
    const root = treeOf({
      'flake.nix': '{ modules = [ ./hosts/${name}/x.nix ./hosts/a/y.nix ]; }',
      'hosts/a/x.nix': '{ imports = [ ./y.nix ../../lib.nix ]; }',
      'hosts/a/y.nix': MODULE,
      'hosts/a/data': 'x',
      'lib.nix': MODULE,
    });
    await move(root, 'hosts', 'old/machines');
    expect([read(root, 'flake.nix'), read(root, 'old/machines/a/x.nix'), read(root, 'old/machines/a/data')]).toEqual([
      '{ modules = [ ./old/machines/${name}/x.nix ./old/machines/a/y.nix ]; }',
      '{ imports = [ ./y.nix ../../../lib.nix ]; }',
      'x',
    ]);
  });

  test('a path that Nix cannot write as a sum', async () => {
    const root = treeOf({ 'flake.nix': '{ modules = [ ./x.nix ]; }', 'x.nix': MODULE });
    await move(root, 'x.nix', 'my "modules" ${x}/');
    expect(read(root, 'flake.nix')).toBe('{ modules = [ (./. + "/my \\"modules\\" \\${x}/x.nix") ]; }');
  });

  test('bytes that are not UTF-8 and Windows line endings by leaving them', async () => {
    const text = Buffer.from('# caf\xe9\r\n{ modules = [ ./x.nix ]; }\r\n', 'latin1');
    const root = treeOf({ 'flake.nix': text, 'x.nix': MODULE });
    await move(root, 'x.nix', 'modules/');
    expect(readFileSync(join(root, 'flake.nix'), 'latin1')).toBe('# caf\xe9\r\n{ modules = [ ./modules/x.nix ]; }\r\n');
  });
});

describe('module-move', () => {
  test('warns where comments and documents name the old path', async () => {
    const root = treeOf({
      'flake.nix': '# see modules/x.nix\n{ }',
      'modules/x.nix': MODULE,
      'docs/a.md': 'The module\n[x](../modules/x.nix).\n',
    });
    expect(findings(await move(root, 'modules/x.nix', 'y.nix'))).toEqual([
      'path-mentioned docs/a.md:2',
      'path-mentioned flake.nix:1',
    ]);
  });

  test('has nothing to do the second time', async () => {
    const root = treeOf({ 'flake.nix': '{ modules = [ ./x.nix ]; }', 'x.nix': MODULE });
    await move(root, 'x.nix', 'modules/');
    const second = await move(root, 'x.nix', 'modules/');
    expect(second.ok && second.value.changed).toEqual([]);
  });

  test('says where a file that somebody moved by hand is still referred to', async () => {
    const root = treeOf({ 'flake.nix': '{ modules = [ ./x.nix ]; }', 'modules/x.nix': MODULE });
    expect(findings(await move(root, 'x.nix', 'modules/'))).toEqual(['reference-left flake.nix:1']);
  });

  test.each([
    ['a target that exists', 'x.nix', 'y.nix'],
    ['a target that differs in case alone', 'x.nix', 'Y.nix'],
    ['a source that is not there', 'z.nix', 'a.nix'],
    ['a target outside', 'x.nix', '../z.nix'],
    ['an absolute source', '/etc/passwd', 'z.nix'],
    ['flake.nix', 'flake.nix', 'nix/flake.nix'],
    ['a link', 'link.nix', 'z.nix'],
    ['a path through a link', 'x.nix', 'folder/x.nix'],
    ['a folder into itself', 'modules', 'modules/a/b'],
    ['a new folder without its slash', 'x.nix', 'services'],
    ['a name of 300 bytes', 'x.nix', `${'n'.repeat(300)}.nix`],
    ['the inside of .git', 'x.nix', '.git/x.nix'],
  ])('refuses %s', async (_, from, to) => {
    const root = treeOf({ 'flake.nix': '{ }', 'x.nix': MODULE, 'y.nix': MODULE, 'modules/m.nix': MODULE });
    symlinkSync('x.nix', join(root, 'link.nix'));
    symlinkSync('modules', join(root, 'folder'));
    const before = bytesOf(root);
    expect([findings(await move(root, from, to)), bytesOf(root)]).toEqual([['skill-call skill module-move'], before]);
  });

  test('refuses to take the default.nix from a folder that is loaded because it is listed', async () => {
    const root = treeOf({
      'a/default.nix': '{ x = builtins.readDir ./.; }',
      'a/b/default.nix': MODULE,
      'a/b/data': 'x',
    });
    expect(findings(await move(root, 'a/b/default.nix', 'c/'))).toEqual(['reference-unclear a/default.nix:1']);
  });

  test('is silent about a folder that only gets a name', async () => {
    const root = treeOf({ 'flake.nix': '{ modules = ./modules; src = ./modules; }', 'modules/x.nix': MODULE });
    const result = await move(root, 'modules/x.nix', 'modules/y.nix');
    expect(result.ok && result.value.diagnostics.map(({ location }) => location.column)).toEqual([30]);
  });

  test('refuses when a file that may refer to it does not parse', async () => {
    const root = treeOf({ 'a.nix': '{ imports = [ ./x.nix ; }', 'x.nix': MODULE });
    expect(findings(await move(root, 'x.nix', 'y.nix'))).toEqual(['nix-syntax a.nix:1']);
  });

  test('only says what it would do with check', async () => {
    const root = treeOf({ 'flake.nix': '{ modules = [ ./x.nix ]; }', 'x.nix': MODULE });
    const result = await runSkill('module-move', root, { options: { from: 'x.nix', to: 'y.nix', check: true } });
    expect([findings(result), existsSync(join(root, 'y.nix'))]).toEqual([
      ['would-change flake.nix', 'would-change x.nix'],
      false,
    ]);
  });

  test('keeps every host of the example bit-identical, and moving back every byte', async () => {
    const original = exampleFlake();
    const modules = Object.keys(bytesOf(original))
      .map((path) => path.slice(1))
      .filter((path) => /^(?:modules\/.*(?<!default)|checks|laptop-offload-client)\.nix$/.test(path));
    const roots: string[] = [];
    for (const [i, from] of modules.entries()) {
      const root = treeOf({});
      const copies = bytesOf(original);
      for (const [path, text] of Object.entries(copies)) {
        mkdirSync(join(root, path, '..'), { recursive: true });
        writeFileSync(join(root, path), Buffer.from(text, 'latin1'));
      }
      const to = ['other/deep/', './root-', 'hosts/new/default.nix'][i % 3] ?? '';
      const target = to.endsWith('-') ? `${to}${i}.nix` : to;
      const there = await move(root, from, target);
      if (!there.ok) throw new Error(`${from}: ${findings(there).join(' ')}`);
      roots.push(root);
      if (i % 8 > 0) continue;
      await move(root, there.value.outputs['to'] as string, from);
      expect(bytesOf(root)).toEqual(copies);
      await move(root, from, target);
    }
    const [wanted, ...found] = derivations([original, ...roots]);
    expect([...new Set(found)]).toEqual([wanted]);
  }, 120_000);
});
