import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nixEnvironment, realNix } from '../support/nix-environment.js';
import { exampleFlake, replaceIn, treeOf } from '../support/nix-tree-on-disk.js';
import { findings, runSkill } from '../support/run-skill.js';

const generate = (
  root: string,
  options: Record<string, unknown>,
  input: string | null = null,
): ReturnType<typeof runSkill> => runSkill('nix-module-gen', root, { options, input });

const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');

const GITEA = `{ config, lib, ... }:
{
  options.my.services.gitea.enable = lib.mkEnableOption "gitea";
}
`;

/** What `nix flake check` and the evaluation of all hosts say. */
async function hosts(root: string): Promise<unknown> {
  execFileSync('git', ['add', '-A'], { cwd: root });
  const result = await runSkill('flake-validate', root, { nix: await realNix(nixEnvironment()) });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.outputs['hosts'];
}

const EVERYTHING = {
  name: 'widget',
  description: 'the widget "server" for ${HOME}',
  package: 'git',
  options: [
    { name: 'port', type: 'port', default: 8080, description: 'Port that it listens on.' },
    { name: 'offset', type: 'types.int', default: -5, description: 'Seconds.' },
    { name: 'hosts', type: 'listOf str', default: ['a', 'b"c'], description: 'Names.' },
    { name: 'mode', type: 'enum [ "fast" "safe" ]', default: 'safe', description: 'How.' },
    { name: 'limits', type: 'attrsOf (nullOr int)', default: { 'a b': 1, or: null }, description: 'By name.' },
    { name: 'tool', type: 'lib.types.package', default: 'git', description: 'Tool.' },
    { name: 'secretFile', type: 'path', description: 'Must be set.' },
  ],
};

describe('nix-module-gen', () => {
  test('writes a service as the tree writes them', async () => {
    const root = treeOf({ 'modules/services/gitea.nix': GITEA });
    await generate(root, {
      name: 'services/metrics',
      options: [{ name: 'port', type: 'port', default: 9100, description: 'Port.' }],
    });
    expect(read(root, 'modules/services/metrics.nix')).toBe(`# The service metrics.
{ config, lib, ... }:

let
  cfg = config.my.services.metrics;
in
{
  options.my.services.metrics = {
    enable = lib.mkEnableOption "the service metrics";

    package = lib.mkOption {
      type = lib.types.package;
      description = "Package that provides metrics.";
    };

    port = lib.mkOption {
      type = lib.types.port;
      default = 9100;
      description = "Port.";
    };
  };

  config = lib.mkIf cfg.enable {
    systemd.services.metrics = {
      description = "the service metrics";
      wantedBy = [ "multi-user.target" ];
      serviceConfig = {
        ExecStart = lib.getExe cfg.package;
        DynamicUser = true;
        Restart = "on-failure";
      };
    };
  };
}
`);
  });

  test('uses with lib where the tree does', async () => {
    const module = GITEA.replace('{\n  options', 'with lib;\n{\n  options').replace('lib.mkEnable', 'mkEnable');
    const root = treeOf({ 'modules/services/gitea.nix': module });
    await generate(root, { name: 'metrics', category: 'services', kind: 'plain' });
    expect(read(root, 'modules/services/metrics.nix')).toContain('with lib;\n\nlet\n  cfg');
    expect(read(root, 'modules/services/metrics.nix')).not.toContain('lib.mk');
  });

  test('modules of each kind in the example are imported, valid, and change no host', async () => {
    const root = exampleFlake((dir) => {
      replaceIn(dir, 'flake.nix', ['./modules/network/wireguard.nix', './modules/network']);
      const kinds = ['service', 'program', 'plain'];
      const modules = kinds.map((kind) => ({ ...EVERYTHING, name: `widget-${kind}`, category: 'network', kind }));
      writeFileSync(join(dir, 'new.json'), JSON.stringify({ modules }));
    });
    const before = await hosts(root);
    const result = await generate(root, {}, 'new.json');
    const paths = ['plain', 'program', 'service'].map((kind) => `modules/network/widget-${kind}.nix`);
    expect(result.ok && result.value.changed).toEqual(['modules/network/default.nix', ...paths]);
    expect(await hosts(root)).toEqual(before);
    const nix = await realNix(nixEnvironment());
    expect(findings(await runSkill('module-validate', root, { targets: paths, nix }))).toEqual([]);
  });

  test('what is enabled takes effect', async () => {
    const root = exampleFlake();
    const before = await hosts(root);
    await generate(root, { ...EVERYTHING, category: 'network', kind: 'service', options: [] });
    writeFileSync(
      join(root, 'hosts/atlas/hardware-configuration.nix'),
      read(root, 'hosts/atlas/hardware-configuration.nix').replace(
        /^\{/m,
        '{ imports = [ ../../modules/network/widget.nix ]; kernelcore.network.widget.enable = true;',
      ),
    );
    const after = (await hosts(root)) as Record<string, unknown>;
    expect(after).toEqual({
      ...(before as object),
      atlas: expect.not.stringMatching(String((before as typeof after)['atlas'])),
    });
  });

  test('a second run changes nothing', async () => {
    const root = exampleFlake();
    await generate(root, { ...EVERYTHING, category: 'network' });
    const again = await generate(root, { ...EVERYTHING, category: 'network' });
    expect(again.ok && again.value.changed).toEqual([]);
  });

  test('an input file describes several modules', async () => {
    const root = treeOf({
      'modules/services/gitea.nix': GITEA,
      'new.yaml': 'modules:\n  - name: services/a\n  - { name: b, category: web, prefix: my.web, kind: plain }\n',
    });
    const result = await generate(root, {}, 'new.yaml');
    expect(result.ok && result.value.changed).toEqual(['modules/services/a.nix', 'modules/web/b.nix']);
  });

  test('says what to add where nothing can be added', async () => {
    const root = treeOf({
      'flake.nix': '{\n  outputs = { ... }: { x.modules = [\n    ./modules/services/gitea.nix\n  ]; };\n}\n',
      'modules/services/gitea.nix': GITEA,
    });
    const result = await generate(root, { name: 'services/a' });
    expect(findings(result)).toEqual(['module-not-imported flake.nix:3']);
    expect(result.ok && result.value.diagnostics[0]?.help).toBe('add ./modules/services/a.nix to the list of modules');
  });

  test('import: false leaves the imports of the category alone', async () => {
    const root = treeOf({
      'modules/services/gitea.nix': GITEA,
      'modules/services/default.nix': '{ imports = [ ./gitea.nix ]; }\n',
    });
    const result = await generate(root, { name: 'services/a', import: false });
    expect(result.ok && result.value.changed).toEqual(['modules/services/a.nix']);
    expect(findings(result)).toEqual(['module-not-imported modules/services/default.nix:1']);
  });

  test.each<readonly [string, Record<string, unknown>]>([
    ['no name', {}],
    ['no category', { name: 'a' }],
    ['a name that is none', { name: 'services/a b' }],
    ['a path outside', { path: '../a.nix' }],
    ['a path that is no Nix file', { path: 'modules/services/a.txt' }],
    ['an option that another module declares', { name: 'services/gitea', path: 'modules/services/g.nix' }],
    ['a type that does not exist', { name: 'services/a', options: [{ name: 'x', type: 'string', description: 'X.' }] }],
    [
      'a type that runs code',
      { name: 'services/a', options: [{ name: 'x', type: 'enum [ (throw "x") ]', description: 'X.' }] },
    ],
    [
      'a default of another type',
      { name: 'services/a', options: [{ name: 'x', type: 'port', default: 70000, description: 'X.' }] },
    ],
    ['an option twice', { name: 'services/a', options: [{ name: 'enable', type: 'bool', description: 'X.' }] }],
    ['a description of two lines', { name: 'services/a', description: 'a\n}; x = {' }],
    ['an unknown key', { name: 'services/a', descripton: 'a' }],
  ])('refuses %s', async (_, options) => {
    const root = treeOf({ 'modules/services/gitea.nix': GITEA });
    expect(findings(await generate(root, options))).toEqual(['skill-call skill nix-module-gen']);
  });

  test.each([
    ['that does not exist', 'none.yaml'],
    ['outside the repository', '../x.yaml'],
    ['that is a link', 'link.yaml'],
    ['that is no list', 'a.yaml'],
    ['that is no YAML', 'b.yaml'],
    ['that nests without end', 'c.yaml'],
    ['with two modules of one name', 'd.yaml'],
  ])('refuses an input %s', async (_, input) => {
    const root = treeOf({
      'modules/services/gitea.nix': GITEA,
      'a.yaml': 'a: 1\n',
      'b.yaml': '[\n',
      'c.yaml': `[{ name: a, options: [{ name: x, type: raw, description: X., default: ${'['.repeat(40)}${']'.repeat(40)} }] }]`,
      'd.yaml': '[{ name: services/a }, { name: services/a }]',
    });
    symlinkSync('d.yaml', join(root, 'link.yaml'));
    expect(new Set(findings(await generate(root, {}, input)))).toEqual(new Set(['skill-call skill nix-module-gen']));
  });

  test('refuses a file that is there with other content', async () => {
    const root = treeOf({ 'modules/services/gitea.nix': GITEA, 'modules/services/a.nix': '{ }' });
    expect(findings(await generate(root, { name: 'services/a' }))).toEqual(['file-exists modules/services/a.nix']);
    expect(read(root, 'modules/services/a.nix')).toBe('{ }');
  });

  test('needs a prefix where no module shows one', async () => {
    const root = treeOf({ 'modules/services/x.nix': '{ }' });
    expect(findings(await generate(root, { name: 'services/a' }))).toEqual(['skill-call skill nix-module-gen']);
    const result = await generate(root, { name: 'services/a', prefix: 'my.services' });
    expect(result.ok && result.value.summary).toContain('my.services.a.enable');
  });

  test('writes through no link', async () => {
    const root = treeOf({ 'modules/services/gitea.nix': GITEA });
    mkdirSync(join(root, 'elsewhere'));
    symlinkSync('../elsewhere', join(root, 'modules/web'));
    expect(findings(await generate(root, { name: 'web/a', prefix: 'my.web' }))).toContain(
      'file-exists modules/web/a.nix',
    );
  });
});
