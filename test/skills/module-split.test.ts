import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nixEnvironment } from '../support/nix-environment.js';
import { commitAll, exampleFlake, treeOf } from '../support/nix-tree-on-disk.js';
import { findings, runSkill } from '../support/run-skill.js';

const split = (root: string, more: Parameters<typeof runSkill>[2] = {}): ReturnType<typeof runSkill> =>
  runSkill('module-split', root, { ...more, options: { max_lines: 20, ...more.options } });
const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');

const settings = (name: string, count = 12): string =>
  Array.from({ length: count }, (_, i) => `    ${name}.setting${i} = cfg.value;\n`).join('');

/** A module of 38 lines whose `let`, arguments and settings can be given. */
function moduleText({
  head = '{ config, lib, ... }:',
  bindings = '',
  inner = '',
  wrap = 'lib.mkIf cfg.enable {',
} = {}): string {
  return (
    `${head}\nlet\n  cfg = config.my.thing;\n${bindings}in\n{\n  options.my.thing.enable = lib.mkEnableOption "it";\n\n` +
    `  config = ${wrap}\n${settings('services')}\n${settings('systemd')}${inner}  };\n}\n`
  );
}

/** A tree whose flake imports the module as `modules/x.nix`. */
const treeWith = (text: string, more: Readonly<Record<string, string>> = {}): string =>
  treeOf({ 'flake.nix': '{ modules = [ ./modules/x.nix ]; }', 'modules/x.nix': text, ...more });

async function whyNot(text: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const root = treeWith(text, more);
  const result = await split(root, { targets: ['modules/x.nix'] });
  const found = !result.ok && result.error.reason === 'skill-failed' ? result.error.diagnostics : [];
  const finding = found.find(({ severity }) => severity === 'error');
  return existsSync(join(root, 'modules/x.nix'))
    ? (finding?.message ?? 'no finding').replace(/^.*?lines\): /, '')
    : 'divided';
}

describe('module-split', () => {
  test('divides the long modules of the example, and every host keeps its derivation', async () => {
    const derivations = (root: string): string =>
      execFileSync(
        'nix',
        [
          ...['--extra-experimental-features', 'nix-command flakes', 'eval', '--json', '.#nixosConfigurations'],
          ...['--apply', 'builtins.mapAttrs (_: host: host.config.system.build.toplevel.drvPath)'],
        ],
        { cwd: root, env: nixEnvironment(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
      );
    const root = exampleFlake();
    const before = derivations(root);
    const result = await runSkill('module-split', root);
    expect(result.ok && result.value.outputs['split']).toHaveLength(3);
    commitAll(root);
    expect(derivations(root)).toBe(before);
    const again = await runSkill('module-split', root);
    expect(again.ok && [again.value.changed, again.value.diagnostics]).toEqual([[], []]);
  }, 60_000);

  test('the module stays at its path, with its parts in a folder of its name', async () => {
    const root = treeWith(moduleText());
    const result = await split(root);
    expect(result.ok && result.value.changed).toEqual([
      'modules/x.nix',
      'modules/x/services.nix',
      'modules/x/systemd.nix',
    ]);
  });

  test('parts are merged where their settings stood', async () => {
    const root = treeWith(moduleText({ inner: '    # why\n    boot.a = 1; # behind\n' }));
    await split(root);
    expect(read(root, 'modules/x.nix')).toBe(
      `{ config, lib, ... }:
let
  cfg = config.my.thing;
in
{
  options.my.thing.enable = lib.mkEnableOption "it";

  config = lib.mkIf cfg.enable (
    lib.mkMerge [
      (import ./x/services.nix { inherit cfg; })
      (import ./x/systemd.nix { inherit cfg; })
      {
        # why
        boot.a = 1; # behind
      }
    ]
  );
}
`,
    );
  });

  test('a part gets the bindings that it alone uses, and its lines two columns from the left', async () => {
    const bindings = '  # of systemd\n  unit = "u";\n';
    const root = treeWith(
      moduleText({ bindings, inner: "    systemd.text = ''\n      ${unit}\n        a\n    '';\n" }),
    );
    await split(root);
    const part = read(root, 'modules/x/systemd.nix');
    expect(part).toContain('let\n  # of systemd\n  unit = "u";\nin\n{\n  systemd.setting0');
    expect(part).toContain("  systemd.text = ''\n    ${unit}\n      a\n  '';\n}\n");
    expect(read(root, 'modules/x.nix')).not.toContain('unit');
  });

  test('a string whose value would change keeps its lines', async () => {
    const inner = "    systemd.a = \"first\n      second\";\n    systemd.b = ''first\n      second'';\n";
    const root = treeWith(moduleText({ inner }));
    await split(root);
    expect(read(root, 'modules/x/systemd.nix')).toContain(inner.replaceAll('    systemd', '  systemd'));
  });

  test('paths in parts lead where they led', async () => {
    const inner = '    systemd.file = ./data/file;\n    services.file = ../other;\n';
    const root = treeWith(moduleText({ inner }), { 'modules/data/file': '', other: '' });
    await split(root);
    expect(read(root, 'modules/x/systemd.nix')).toContain('systemd.file = ../data/file;');
    expect(read(root, 'modules/x/services.nix')).toContain('services.file = ../../other;');
  });

  test('names that the module takes from its with are there in the part', async () => {
    const text = moduleText({ inner: '    systemd.x = mkDefault 1;\n' }).replace('let\n', 'with lib;\n\nlet\n');
    const root = treeWith(text);
    await split(root);
    expect(read(root, 'modules/x/systemd.nix')).toContain('{ lib, cfg }:\n\nwith lib;\n\n{');
    expect(read(root, 'modules/x/services.nix')).not.toContain('with lib');
  });

  test('a default.nix keeps its place', async () => {
    const root = treeOf({ 'flake.nix': '{ modules = [ ./m ]; }', 'm/default.nix': moduleText() });
    const result = await split(root);
    expect(result.ok && result.value.changed).toEqual(['m/default.nix', 'm/services.nix', 'm/systemd.nix']);
  });

  test('keeps Windows line endings', async () => {
    const root = treeWith(moduleText().replaceAll('\n', '\r\n'));
    await split(root);
    for (const path of ['modules/x.nix', 'modules/x/services.nix', 'modules/x/systemd.nix']) {
      expect(read(root, path)).not.toMatch(/[^\r]\n/);
    }
  });

  test('a file that was divided may be named again', async () => {
    const root = treeWith(moduleText());
    await split(root, { targets: ['modules/x.nix'] });
    const again = await split(root, { targets: ['modules/x.nix'] });
    expect(again.ok && again.value.changed).toEqual([]);
  });

  test('a module that is short enough is left alone without a word', async () => {
    expect(findings(await split(treeWith(moduleText()), { options: { max_lines: 100 } }))).toEqual([]);
  });

  test('goes on with the other modules where one cannot be divided', async () => {
    const root = treeWith(moduleText(), { 'modules/y.nix': moduleText().replace('in\n{', 'in\nrec {') });
    expect(findings(await split(root))).toEqual(['not-split modules/y.nix:5']);
    expect(existsSync(join(root, 'modules/x/services.nix'))).toBe(true);
  });

  test.each([
    ['a rec set', moduleText().replace('in\n{', 'in\nrec {'), 'its settings are a rec set: they may use each other'],
    [
      'a set that is computed',
      moduleText().replace('in\n{', 'in\nlib.id {'),
      'its settings are not written as one set',
    ],
    [
      'a computed name',
      moduleText().replace('in\n{', 'in\n{\n  ${cfg.name} = 1;'),
      'a computed or inherited name stands among its settings',
    ],
    [
      '__curPos',
      moduleText({ inner: '    boot.p = __curPos.file;\n' }),
      'what this gives depends on the file that it stands in',
    ],
    ['an undefined name', moduleText({ inner: '    systemd.p = nowhere;\n' }), 'nothing in the file binds nowhere'],
    [
      'one setting',
      `{ config, lib, ... }:\n{\n  config = lib.mkMerge [\n    {\n${settings('services', 40).replaceAll('cfg.value', '1')}    }\n  ];\n}\n`,
      'nearly all of it is one setting',
    ],
  ])('leaves alone what has %s, and says why', async (_, text, why) => {
    expect(await whyNot(text)).toBe(why);
  });

  test.each([
    ['is called as a function', { 'user.nix': 'import ./modules/x.nix { }' }, /^user\.nix calls it with import$/],
    [
      'lies in a folder that is read',
      { 'user.nix': '{ imports = map (n: ./modules + "/${n}") (builtins.attrNames (builtins.readDir ./modules)); }' },
      /^its folder may be read as a whole, and its parts with it$/,
    ],
    [
      'has a file in the place of a part',
      { 'modules/x/systemd.nix': '{ }' },
      /modules\/x\/systemd\.nix exists already$/,
    ],
  ])('leaves alone what %s', async (_, more, why) => {
    expect(await whyNot(moduleText(), more)).toMatch(why);
  });
});
