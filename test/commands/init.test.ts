import { afterAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Ask } from '../../src/commands/ask-on-terminal.js';
import type { InitDocument } from '../../src/commands/init/init-text.js';
import { templateFiles, type Template } from '../../src/commands/init/template-folder.js';
import { runCommandLine, type CommandRun, type DoorOptions } from '../support/command-door.js';
import { git, newRepository, removeFolders, temporaryFolder, type Files } from '../support/git-repository.js';
import { program } from '../support/program.js';

afterAll(removeFolders);

const HOSTS = { 'flake.nix': '{ outputs = _: { nixosConfigurations.atlas = { }; }; }\n' };
const WORKFLOWS = '.claude/workflows';

const init = (root: string, args: readonly string[] = ['--yes'], options: DoorOptions = {}): Promise<CommandRun> =>
  runCommandLine(root, ['init', ...args], options);

async function initDocument(root: string, ...args: readonly string[]): Promise<InitDocument> {
  const { stdout } = await init(root, ['--yes', '--json', ...args]);
  return JSON.parse(stdout) as InitDocument;
}

/** Every file below a folder with its text, links as what they say; without git's own. */
function contents(root: string, folder = ''): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(join(root, folder)).sort()) {
    const path = folder === '' ? name : `${folder}/${name}`;
    const stats = lstatSync(join(root, path));
    if (path === '.git') continue;
    if (stats.isDirectory()) Object.assign(found, contents(root, path));
    else
      found[path] = stats.isSymbolicLink()
        ? `-> ${readlinkSync(join(root, path))}`
        : readFileSync(join(root, path), 'latin1');
  }
  return found;
}

function repository(files: Files = { 'a.txt': 'a\n' }): string {
  return newRepository(files);
}

/** Answers in order, and keeps what was asked. */
function person(...answers: readonly (string | null)[]): { readonly ask: Ask; readonly asked: string[] } {
  const asked: string[] = [];
  const left = [...answers];
  return { asked, ask: (question) => (asked.push(question), Promise.resolve(left.shift() ?? null)) };
}

describe('init --yes', () => {
  test('writes every file of the template and the schema, and nothing else', async () => {
    const root = repository();
    const { exitCode, stdout } = await init(root);
    const ours = templateFiles('templates', 'minimal').map(({ path }) => path);
    expect(Object.keys(contents(root)).sort()).toEqual(['a.txt', `${WORKFLOWS}/workflow.schema.json`, ...ours].sort());
    expect([exitCode, ours.every((path) => stdout.includes(`\n  ${path}\n`))]).toEqual([0, true]);
  });

  test('tells git nothing: index, configuration and exclude file are as they were', async () => {
    const root = repository();
    const before = ['index', 'config', 'info/exclude'].map((file) => readIfThere(join(root, '.git', file)));
    await init(root);
    const after = ['index', 'config', 'info/exclude'].map((file) => readIfThere(join(root, '.git', file)));
    expect(after).toEqual(before);
  });

  test.each<{ files: Files; template: Template }>([
    { files: {}, template: 'minimal' },
    { files: HOSTS, template: 'nixos-restructuring' },
    { files: { 'flake.nix': '{ outputs = _: { }; # no nixosConfigurations\n}\n' }, template: 'minimal' },
  ])('chooses $template where the files are $files', async ({ files, template }) => {
    expect((await initDocument(repository({ 'a.txt': 'a', ...files }))).template).toBe(template);
  });

  test('keeps what a repository has in .claude byte for byte, and says what it left alone', async () => {
    const own = {
      '.claude/settings.json': '{}\n',
      '.claude/agents/editor.md': '\uFEFFmine, without a last line',
      '.claude/commands/workflow.md': 'my own command\r\n',
      [`${WORKFLOWS}/hello.yaml`]: '',
      [`${WORKFLOWS}/own.js`]: 'export {}\n',
    };
    const root = repository(own);
    const before = contents(root);
    const { exitCode, stdout } = await init(root);
    expect(contents(root)).toMatchObject(before);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/Left alone:\n( {2}\S+ +it is there already, with a text of its own\n){3}/);
  });

  test('called again writes nothing and says so', async () => {
    const root = repository();
    await init(root);
    const before = contents(root);
    const { exitCode, stdout } = await init(root);
    expect([exitCode, stdout.split('\n')[0]]).toEqual([0, `Nothing to write in ${root}: all of it is there.`]);
    expect(contents(root)).toEqual(before);
  });

  test('takes a .yml twin for the workflow, so that none is there twice', async () => {
    const root = repository({
      [`${WORKFLOWS}/hello.yml`]: 'workflow: hello\ntype: sequential\nsteps: [{ run: "true" }]\n',
    });
    const { outcomes } = await initDocument(root);
    expect(existsSync(join(root, WORKFLOWS, 'hello.yaml'))).toBe(false);
    expect(outcomes).toContainEqual({
      path: `${WORKFLOWS}/hello.yaml`,
      kind: 'kept',
      because: `${WORKFLOWS}/hello.yml is that workflow`,
    });
  });

  test('leaves a link in the place of a file alone, wherever it leads', async () => {
    const root = repository();
    const outside = join(temporaryFolder(), 'victim');
    mkdirSync(join(root, WORKFLOWS), { recursive: true });
    symlinkSync(outside, join(root, WORKFLOWS, 'hello.yaml'));
    const { outcomes } = await initDocument(root);
    expect([existsSync(outside), outcomes.find(({ path }) => path.endsWith('hello.yaml'))?.kind]).toEqual([
      false,
      'kept',
    ]);
  });

  test.each([
    {
      what: 'a folder that is a link out of the repository',
      link: '.claude',
      said: '.claude is a link that leads out',
    },
    { what: 'a deeper one', link: WORKFLOWS, said: `${WORKFLOWS} is a link that leads out` },
  ])('writes nothing through $what', async ({ link, said }) => {
    const root = repository();
    const outside = temporaryFolder();
    mkdirSync(join(root, dirname(link)), { recursive: true });
    symlinkSync(outside, join(root, link));
    const { exitCode, stderr } = await init(root);
    expect([exitCode, readdirSync(outside), stderr]).toEqual([1, [], expect.stringContaining(said)]);
  });

  test('writes through a link that stays in the repository', async () => {
    const root = repository({ 'dotfiles/x': 'x' });
    symlinkSync('dotfiles', join(root, '.claude'));
    expect((await init(root)).exitCode).toBe(0);
    expect(existsSync(join(root, 'dotfiles/workflows/hello.yaml'))).toBe(true);
  });

  test('writes nothing where a file is in the place of the folder', async () => {
    const { exitCode, stderr } = await init(repository({ '.claude': 'a file' }));
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining('.claude is not a folder')]);
  });

  test('says of a folder that must not be written which file could not be, and what to do', async () => {
    const root = repository();
    chmodSync(dirname(root), 0o755);
    chmodSync(root, 0o555);
    const { exitCode, stderr } = await asNobody(() => init(root));
    expect([exitCode, stderr]).toEqual([
      1,
      expect.stringMatching(/workflow\.schema\.json could not be written \(EACCES\)\n {2}Check the permissions/),
    ]);
  });
});

function readIfThere(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'latin1') : null;
}

/** Root may write everywhere: what a person may not do is tried as one who is nobody. */
async function asNobody<T>(act: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return act();
  process.seteuid?.(65534);
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
  }
}

describe('init, as it is asked', () => {
  test.each([
    { args: ['--template', 'wrong'], said: 'Allowed choices are minimal, nixos-restructuring' },
    { args: [], said: 'To write the template minimal without being asked:' },
    { args: ['--json'], said: 'init --template minimal --yes' },
  ])('with $args and nobody to ask exits with 2 and says: $said', async ({ args, said }) => {
    const root = repository();
    const { exitCode, stdout, stderr } = await init(root, args);
    expect([exitCode, stdout + stderr]).toEqual([2, expect.stringContaining(said)]);
    expect(existsSync(join(root, '.claude'))).toBe(false);
  });

  test.each<{ answers: (string | null)[]; files: Files; template: Template }>([
    { answers: ['', ''], files: HOSTS, template: 'nixos-restructuring' },
    { answers: ['1', 'y'], files: HOSTS, template: 'minimal' },
    { answers: ['nix', 'YES'], files: {}, template: 'nixos-restructuring' },
    { answers: ['9', 'nothing', 'minimal', 'y'], files: {}, template: 'minimal' },
  ])('writes $template for the answers $answers', async ({ answers, files, template }) => {
    const root = repository({ 'a.txt': 'a', ...files });
    const { ask, asked } = person(...answers);
    const { exitCode } = await init(root, [], { ask, tty: true });
    const [workflow] = templateFiles('templates', template).filter(({ path }) => path.startsWith(WORKFLOWS));
    expect([exitCode, asked.length, existsSync(join(root, workflow?.path ?? ''))]).toEqual([0, answers.length, true]);
  });

  test('asks only whether to write where the template is named', async () => {
    const { ask, asked } = person('');
    await init(repository(), ['--template', 'minimal'], { ask, tty: true });
    expect(asked).toEqual(['Write them? [Y/n] ']);
  });

  test.each([{ answers: ['', 'n'] }, { answers: [null] }, { answers: ['', null] }])(
    'writes nothing and exits with 1 for the answers $answers',
    async ({ answers }) => {
      const root = repository();
      const { exitCode, stderr } = await init(root, [], { ask: person(...answers).ask, tty: true });
      expect([exitCode, stderr, existsSync(join(root, '.claude'))]).toEqual([
        1,
        expect.stringContaining('nothing was written'),
        false,
      ]);
    },
  );

  test('asks nobody in a job, which may have a terminal', async () => {
    const { ask, asked } = person('', '');
    const { exitCode } = await init(repository(), [], { ask, tty: true, env: { CI: 'true' } });
    expect([exitCode, asked]).toEqual([2, []]);
  });

  test('with --json tells what it did', async () => {
    const root = repository();
    const document = await initDocument(root);
    expect(document).toMatchObject({
      repository: root,
      template: 'minimal',
      first_workflow: 'hello',
      ignored: [],
      has_commit: true,
      is_dirty: false,
    });
    expect(new Set(document.outcomes.map(({ kind }) => kind))).toEqual(new Set(['written']));
  });

  test('outside of a repository says how to make one, and exits with 2', async () => {
    const { exitCode, stderr } = await init(temporaryFolder());
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/one: git init\n {2}then: .* init$/m)]);
  });
});

describe('what init says to type next', () => {
  test('names the commit that is missing first', async () => {
    const root = temporaryFolder();
    git(root, 'init', '-q');
    const { stdout } = await init(root);
    expect(stdout).toMatch(/^Next:\n {2}git add --all && git commit/m);
  });

  test('says that git ignores what was written, and how to keep it all the same', async () => {
    const root = repository({ '.gitignore': '.claude/\n' });
    const { stdout } = await init(root);
    expect(stdout).toContain('git add --force keeps them');
    expect(stdout).not.toMatch(/^ {2}git add \.claude/m);
  });

  test('allows for uncommitted changes, which a run refuses', async () => {
    const root = repository({ 'a.txt': 'a\n' });
    writeFileSync(join(root, 'a.txt'), 'b\n');
    expect((await init(root)).stdout).toMatch(/hello --allow-dirty +run it from the last commit/);
  });

  test('passes over a first workflow that is there already and is not valid', async () => {
    const root = repository({ [`${WORKFLOWS}/hello.yaml`]: 'workflow: [\n' });
    expect((await initDocument(root)).first_workflow).toBe('improve-readme');
  });

  test('is a `git add` that adds exactly what was written', async () => {
    const root = repository({ '.claude/agents/mine.md': 'mine', 'b.txt': 'b' });
    const { stdout } = await init(root);
    const [, add = ''] = /^ {2}(git add .*)$/m.exec(stdout) ?? [];
    execFileSync('sh', ['-c', add], { cwd: root });
    const added = git(root, 'diff', '--cached', '--name-only').split('\n');
    expect(added.sort()).toEqual(
      Object.keys(contents(root)).filter((path) => !['.claude/agents/mine.md', 'b.txt'].includes(path)),
    );
  });

  test.each([
    {
      where: 'a repository without a commit',
      make: (root: string) => void git(root, 'init', '-q', '-b', 'main'),
      landed: 'hello.txt',
    },
    {
      where: 'a NixOS flake with workflows of its own',
      make: (root: string) => {
        cpSync('examples/nixos-config', root, { recursive: true });
        git(root, 'init', '-q', '-b', 'main');
        git(root, 'add', '-A');
        git(root, 'commit', '-q', '-m', 'one');
      },
      landed: 'docs/modules/README.md',
    },
  ])('is done in $where, line for line, and the first run lands', ({ make, landed }) => {
    const root = join(temporaryFolder(), 'repository');
    mkdirSync(root);
    make(root);
    const typed = (line: string): string => typedIn(root, line);
    const screen = typed(`node ${program().cli} init --yes`);
    const lines = [...(screen.split('Next:\n')[1] ?? '').matchAll(/^ {2}(\S.*?)(?: {2,}.*)?$/gm)].map(
      ([, line = '']) => line,
    );
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) typed(line);
    expect(git(root, 'ls-tree', '-r', '--name-only', 'HEAD').split('\n')).toContain(landed);
  });
});

/** What the screen shows when a person types that; throws when it fails, but for `doctor`, which may find something missing. */
function typedIn(root: string, line: string): string {
  const home = dirname(root);
  const config = join(home, 'nix.conf');
  writeFileSync(config, 'substituters =\n');
  const env = {
    ...{ PATH: process.env['PATH'] ?? '', HOME: home, LC_ALL: 'C.UTF-8', NIX_USER_CONF_FILES: config },
    ...{ GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.org' },
    ...{ GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.org' },
  };
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd: root, env, encoding: 'utf8' });
  if (status !== 0 && !(status === 1 && line.endsWith(' doctor'))) throw new Error(`${line}\n${stdout}${stderr}`);
  return stdout;
}
