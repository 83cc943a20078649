import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownText, inlineCode, codeBlock } from '../../src/skills/doc-gen/markdown-text.js';
import { nixEnvironment, realNix } from '../support/nix-environment.js';
import { exampleFlake, replaceIn, treeOf } from '../support/nix-tree-on-disk.js';
import { findings, runSkill } from '../support/run-skill.js';

const generate = (root: string, options: Record<string, unknown> = {}): ReturnType<typeof runSkill> =>
  runSkill('doc-gen', root, { options });

const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');

async function hosts(root: string): Promise<unknown> {
  execFileSync('git', ['add', '-A'], { cwd: root });
  const result = await runSkill('flake-validate', root, { nix: await realNix(nixEnvironment()) });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.outputs['hosts'];
}

/** What a module becomes when only headers are written. */
async function headed(module: string | Buffer): Promise<Buffer> {
  const root = treeOf({ 'modules/a/x.nix': module });
  await generate(root, { reference: null });
  return readFileSync(join(root, 'modules/a/x.nix'));
}

const ENABLE = '{ lib, ... }: { options.my.x.enable = lib.mkEnableOption "a small server"; }\n';
const OPTION = (more: string): string =>
  `{ lib, ... }:\n{\n  options.my.x.port = lib.mkOption {\n    ${more}\n  };\n}\n`;

describe('doc-gen headers', () => {
  test('change no host of the example, and leave no module without one', async () => {
    const root = exampleFlake();
    const before = await hosts(root);
    await generate(root);
    expect(await hosts(root)).toEqual(before);
    expect(
      findings(await runSkill('module-validate', root)).filter((one) => one.startsWith('no-header modules')),
    ).toEqual([]);
  });

  test.each([
    ['what enable switches on', ENABLE, 'A small server.'],
    ['the options', OPTION('type = lib.types.port;'), 'Declares the option my.x.port.'],
    ['the settings', '{ services.a.enable = true; services.b.enable = true; }\n', 'Sets services.a and services.b.'],
    ['settings below a condition', '{ lib, config, ... }: { config = lib.mkIf true { a.b = 1; }; }\n', 'Sets a.b.'],
    ['imports', '{ imports = [ ./y.nix ]; }\n', 'Imports modules of modules/a.'],
    ['no more than there is room for', '{ a = 1; b = 2; c = 3; d = 4; e = 5; }\n', 'Sets a, b, c, d and more.'],
  ])('say %s', async (_, module, header) => {
    expect((await headed(module)).toString()).toBe(`# ${header}\n${module}`);
  });

  test.each([
    ['a comment at the top', `# There.\n${ENABLE}`],
    ['a block comment', `/* There. */\n${ENABLE}`],
    ['nothing to say', '{ }\n'],
    ['a package', '{ stdenv, fetchurl }: stdenv.mkDerivation { }\n'],
    ['a syntax error', '{ \n'],
    ['a byte order mark, which Nix refuses', `\uFEFF${ENABLE}`],
  ])('leave a file with %s alone', async (_, module) => {
    expect((await headed(module)).toString()).toBe(module);
  });

  test.each([
    [
      'Windows line endings',
      ENABLE.replaceAll('\n', '\r\n'),
      `# A small server.\r\n${ENABLE.replaceAll('\n', '\r\n')}`,
    ],
    ['a line for the kernel', `#!/x\n${ENABLE}`, `#!/x\n# A small server.\n${ENABLE}`],
  ])('keep %s', async (_, module, expected) => {
    expect((await headed(module)).toString()).toBe(expected);
  });

  test('keep bytes that are not UTF-8', async () => {
    const module = Buffer.from('{ a = "caf\xe9"; }\n', 'latin1');
    expect((await headed(module)).toString('latin1')).toBe('# Sets a.\n{ a = "caf\xe9"; }\n');
  });

  test('are one line, whatever a description contains', async () => {
    const text = await headed(
      '{ lib, ... }: { options.x.y.enable = lib.mkEnableOption "a b\\n}; evil = {\\r\\u2028"; }\n',
    );
    expect(text.toString().split(/[\n\r\u2028]/)).toHaveLength(3);
  });
});

describe('doc-gen reference', () => {
  test('tells of each option of the example where it is declared, after the headers', async () => {
    const root = exampleFlake();
    await generate(root);
    const page = read(root, 'docs/modules/services.md');
    const [, line] =
      /## `kernelcore\.services\.gitea\.port`\n\nPort on the loopback interface, behind the reverse proxy\.\n\nType: `port`\n\nDefault: `3000`\n\nDeclared in \[modules\/services\/gitea\.nix:(\d+)\]/.exec(
        page,
      ) ?? [];
    expect(read(root, 'modules/services/gitea.nix').split('\n')[Number(line) - 1]).toContain('port = lib.mkOption {');
  });

  test('a second run changes nothing, and --check fails when it is stale', async () => {
    const root = exampleFlake();
    await generate(root);
    const again = await generate(root, { check: true });
    expect(again.ok && again.value.changed).toEqual([]);
    replaceIn(root, 'modules/services/gitea.nix', ['default = 3000', 'default = 3001']);
    expect(findings(await generate(root, { check: true }))).toEqual(['would-change docs/modules/services.md']);
  });

  test('pages of categories that are gone are removed, pages of others are left', async () => {
    const root = treeOf({ 'modules/a/x.nix': ENABLE, 'modules/b/x.nix': ENABLE, 'docs/modules/own.md': '# Mine\n' });
    await generate(root);
    rmSync(join(root, 'modules/b'), { recursive: true });
    const result = await generate(root);
    expect(result.ok && result.value.changed).toEqual(['docs/modules/README.md', 'docs/modules/b.md']);
    expect([existsSync(join(root, 'docs/modules/b.md')), existsSync(join(root, 'docs/modules/own.md'))]).toEqual([
      false,
      true,
    ]);
  });

  test('of the example has what the task generate-docs asks for', async () => {
    const root = exampleFlake();
    await generate(root, { headers: false });
    const task =
      /### generate-docs[^]*?```bash\n([^]*?)```/.exec(read(root, '.claude/agents/documentation.md'))?.[1] ?? '';
    expect(task).toContain('docs/modules/README.md');
    expect(execFileSync('bash', ['-c', `{ ${task} } 2>&1`], { cwd: root, encoding: 'utf8' })).toBe('');
  });

  test.each([
    ['its header', `# For me.\n${ENABLE}`, 'For me. (1 option)'],
    ['what enable switches on', ENABLE, 'A small server. (1 option)'],
    ['its header and what it sets, without options', '# For me\n{ a.b = 1; }\n', 'For me. Sets a.b.'],
    ['what it sets once', '# Sets a.b.\n{ a.b = 1; }\n', 'Sets a.b.'],
    ['the first paragraph of a long header', '# One\n# two.\n#\n# Three.\n{ a = 1; }\n', 'One two. Sets a.'],
    ['a title in a frame', '# =====\n# Title\n# =====\n# More.\n{ a = 1; }\n', 'Title. Sets a.'],
    ['a block comment', '/*\n * One\n * two.\n */\n{ a = 1; }\n', 'One two. Sets a.'],
    ['an address inside of a sentence', '# See\n# https://x.org\n{ a = 1; }\n', 'See https://x.org. Sets a.'],
    ['nothing of licences', '# SPDX-License-Identifier: MIT\n\n# For me.\n{ a = 1; }\n', 'For me. Sets a.'],
    ['nothing of its own path', '# modules/a/x.nix\n# For me.\n{ a = 1; }\n', 'For me. Sets a.'],
    ['nothing of code that is commented out', '# { lib, ... }:\n{ a = 1; }\n', 'Sets a.'],
    ['no markup of strangers', '# <img src=x> [a](b) `c`\n{ a = 1; }\n', '\\<img src=x\\> \\[a\\](b) `c`. Sets a.'],
    ['the arguments of a function', '{ stdenv }: stdenv.mkDerivation { }\n', 'Function of stdenv.'],
  ])('tells of a module %s', async (_, module, expected) => {
    const root = treeOf({ 'modules/a/x.nix': module });
    await generate(root, { headers: false });
    expect(read(root, 'docs/modules/a.md').split('\n')[4]).toBe(`- [\`x.nix\`](../../modules/a/x.nix): ${expected}`);
  });

  test('names a module that does not parse', async () => {
    const root = treeOf({ 'modules/a/x.nix': '{ a = ; }\n' });
    await generate(root);
    expect(read(root, 'docs/modules/a.md')).toContain('- [`x.nix`](../../modules/a/x.nix): Cannot be read: ');
  });

  test('counts modules and options of each category, also where there is none', async () => {
    const root = treeOf({ 'modules/a/x.nix': ENABLE, 'modules/a/b/y.nix': '{ }\n', 'modules/none/x.nix': '{ }\n' });
    await generate(root);
    expect(read(root, 'docs/modules/README.md').split('\n').slice(4, 6)).toEqual([
      '- [a](a.md): 2 modules, 1 option',
      '- [none](none.md): 1 module',
    ]);
  });

  test('has an index without options when there are too many', async () => {
    const many = Array.from({ length: 501 }, (_, number) => `options.o${number} = lib.mkOption { };`).join(' ');
    const root = treeOf({ 'modules/a/x.nix': `{ lib, ... }: { ${many} }\n` });
    await generate(root);
    expect(read(root, 'docs/modules/README.md').split('\n').slice(4)).toEqual([
      '- [a](a.md): 1 module, 501 options',
      '',
    ]);
  });

  test('has a page of its own for each folder, whatever their names are', async () => {
    const names = ['A', 'a', 'README', 'a b', 'a?b', '_x', '\u00e9'.repeat(100)];
    const root = treeOf(Object.fromEntries(names.map((name) => [`modules/${name}/x.nix`, '{ }\n'])));
    const result = await generate(root);
    expect(result.ok && result.value.changed).toEqual(
      ['A', 'README', 'README~2', '_x', 'a b', 'a-b', 'a~2', '\u00e9'.repeat(60)].map(
        (name) => `docs/modules/${name}.md`,
      ),
    );
  });

  test('one file, when it is asked for', async () => {
    const root = treeOf({ 'modules/a/x.nix': ENABLE });
    const result = await generate(root, { reference: 'docs/OPTIONS.md', headers: false });
    expect(result.ok && result.value.changed).toEqual(['docs/OPTIONS.md']);
    expect(read(root, 'docs/OPTIONS.md')).toContain('](#opt-my.x.enable)');
  });

  test('overwrites nobody else’s file, and then writes no header either', async () => {
    const root = treeOf({ 'modules/a/x.nix': ENABLE, 'docs/modules/README.md': '# Mine\n' });
    expect(findings(await generate(root))).toEqual(['not-generated docs/modules/README.md']);
    expect(read(root, 'modules/a/x.nix')).toBe(ENABLE);
  });

  test.each(['../docs', '/docs', '.git/x', ''])('refuses the path %j', async (reference) => {
    expect(findings(await generate(treeOf({ 'modules/a/x.nix': ENABLE }), { reference }))).toEqual([
      'skill-call skill doc-gen',
    ]);
  });

  test('values of several lines stand in a block', async () => {
    const root = treeOf({ 'modules/a/x.nix': OPTION('default = {\n      a = 1;\n    };') });
    await generate(root);
    writeFileSync(join(root, 'x'), '');
    expect(read(root, 'docs/modules/a.md')).toContain('Default:\n\n```nix\n{\n  a = 1;\n}\n```\n');
  });
});

describe('text of strangers in markdown', () => {
  test.each([
    ['HTML', '<script>x</script>', '\\<script\\>x\\</script\\>'],
    ['a heading', '# Big', '\\# Big'],
    ['an underlined heading', 'a\n===', 'a\n\\==='],
    ['a link', '[a](javascript:b)', '\\[a\\](javascript:b)'],
    ['an image', '![a](b)', '\\!\\[a\\](b)'],
    ['a table', 'a | b', 'a \\| b'],
    ['code', 'use `<b>` here', 'use `<b>` here'],
    ['code with backticks', 'use `` a`b ``', 'use ``a`b``'],
    ['an unclosed backtick', 'a ` b <i>', 'a \\` b \\<i\\>'],
    ['a list', 'Either:\n- a\n- b', 'Either:\n\n- a\n- b'],
    ['an unclosed fence', '```\n<b>', '```\n<b>\n```'],
    ['indented code', 'a\n\n    <b>', 'a\n\n\\<b\\>'],
    ['the markup of manuals', 'see {option}`a.b`', 'see `a.b`'],
    ['signs that nobody sees', 'a\u202Eb\u0000', 'ab'],
  ])('%s', (_, text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });

  test('code in a line cannot end early', () => {
    expect(inlineCode('`a``b')).toBe('``` `a``b ```');
  });

  test('a block cannot end early', () => {
    expect(codeBlock('a\n````\nb', 'nix')).toBe('`````nix\na\n````\nb\n`````');
  });
});
