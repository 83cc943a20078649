import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { git, removeFolders, temporaryFolder } from '../support/git-repository.js';
import { RunnerRepository } from '../support/runner-repository.js';

/* Checkouts as they really are: made by CI, linked, with submodules, odd names, modes, links and line endings. */

afterAll(removeFolders);

const WORKFLOW = 'workflow: w\ntype: sequential\nsteps:\n  - { id: a, run: "echo a > a; echo more >> base.txt" }\n';
const make = (): RunnerRepository => RunnerRepository.make({ w: WORKFLOW });

describe('a shallow, detached clone without an identity', () => {
  test('is fast-forwarded and stays detached', async () => {
    const origin = make();
    origin.git('commit', '-q', '--allow-empty', '-m', 'second');
    const root = join(temporaryFolder(), 'repository');
    git('/', 'clone', '-q', '--depth', '1', `file://${origin.root}`, root);
    git(root, 'checkout', '-q', '--detach');
    const clone = new RunnerRepository(root);
    const { code, stdout } = await clone.run('w');
    expect([code, code === 0 ? '' : stdout]).toEqual([0, '']);
    expect([clone.git('rev-list', '--count', 'HEAD'), clone.git('status', '--porcelain')]).toEqual(['2', '']);
    expect(readFileSync(join(root, '.git/HEAD'), 'utf8')).toBe(`${clone.git('rev-parse', 'HEAD')}\n`);
  });
});

describe('a linked worktree', () => {
  test('gets the result on its own branch, and the main one stays', async () => {
    const main = make();
    const before = main.git('rev-parse', 'main');
    const root = join(temporaryFolder(), 'linked');
    main.git('worktree', 'add', '-q', '-b', 'side', root);
    const linked = new RunnerRepository(root);
    expect((await linked.run('w')).code).toBe(0);
    expect([main.git('rev-parse', 'main'), linked.git('status', '--porcelain')]).toEqual([before, '']);
    expect([linked.git('symbolic-ref', 'HEAD'), readFileSync(join(root, 'a'), 'utf8')]).toEqual([
      'refs/heads/side',
      'a\n',
    ]);
  });
});

describe('a repository with a submodule', () => {
  test('keeps it as it is', async () => {
    const other = make();
    const repository = make();
    repository.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other.root, 'sub');
    repository.git('commit', '-qm', 'submodule');
    const before = repository.git('submodule', 'status');
    expect((await repository.run('w')).code).toBe(0);
    expect([repository.git('submodule', 'status'), repository.git('status', '--porcelain')]).toEqual([before, '']);
  });
});

describe('names of any bytes', () => {
  const names = ['new\nline', '"quotes"', "it's", '--flag', 'üñï', '-', ' space ', 'back\\slash', '\u{1f600}', 'tab\t'];

  test('are added, changed and removed like others', async () => {
    const repository = RunnerRepository.make(
      { w: 'workflow: w\ntype: sequential\nsteps:\n  - id: a\n    run: sh "$WORK"\n' },
      Object.fromEntries(names.map((name) => [`old/${name}`, 'old\n'])),
    );
    const script = `${repository.home}/work`;
    const text = `workflow: w\ntype: sequential\nsteps:\n  - { id: a, run: "sh ${script}" }\n`;
    writeFileSync(repository.path('.claude/workflows/w.yaml'), text);
    repository.git('commit', '-qam', 'workflow');
    const quoted = (path: string): string => `'${path.replaceAll("'", `'\\''`)}'`;
    const lines = names.map((name, at) =>
      at % 2 === 0 ? `echo new > ${quoted(`old/${name}`)}` : `mv ${quoted(`old/${name}`)} ${quoted(`./${name}`)}`,
    );
    const bytes = `printf 'raw\\n' > "$(printf 'raw-\\377\\376')"`;
    writeFileSync(script, [...lines, bytes, ''].join('\n'));
    const { code, stdout } = await repository.run('w');
    expect([code, code === 0 ? '' : stdout, repository.git('status', '--porcelain')]).toEqual([0, '', '']);
    const moved = names.filter((_, at) => at % 2 === 1);
    expect(moved.map((name) => readFileSync(repository.path(name), 'utf8'))).toEqual(moved.map(() => 'old\n'));
    expect(repository.git('-c', 'core.quotePath=true', 'ls-files')).toContain('raw-\\377\\376');
  });
});

describe('modes and links', () => {
  test('arrive in the checkout', async () => {
    const repository = RunnerRepository.make(
      {
        w: 'workflow: w\ntype: sequential\nsteps:\n  - { id: a, run: "chmod +x tool; ln -s tool link; rm old; mkdir old; echo x > old/x" }\n',
      },
      { tool: '#!/bin/sh\n', 'base.txt': 'base\n' },
    );
    symlinkSync('tool', repository.path('old'));
    repository.git('add', '-A');
    repository.git('commit', '-qm', 'link');
    expect((await repository.run('w')).code).toBe(0);
    const listed = repository.git('ls-files', '-s', 'tool', 'link', 'old').split('\n');
    expect(listed.map((line) => [line.slice(0, 6), line.split('\t')[1]])).toEqual([
      ['120000', 'link'],
      ['100644', 'old/x'],
      ['100755', 'tool'],
    ]);
    expect(repository.git('status', '--porcelain')).toBe('');
  });
});

describe('a checkout with CRLF line endings', () => {
  test('gets CRLF files, a clean status, and LF in the commit', async () => {
    const repository = RunnerRepository.make(
      { w: WORKFLOW },
      { 'base.txt': 'base\n', '.gitattributes': '* text=auto eol=crlf\n' },
    );
    repository.git('rm', '-q', '--cached', '-r', '.');
    repository.git('reset', '-q', '--hard');
    expect(readFileSync(repository.path('base.txt'), 'utf8')).toBe('base\r\n');
    expect((await repository.run('w')).code).toBe(0);
    expect(readFileSync(repository.path('base.txt'), 'utf8')).toBe('base\r\nmore\r\n');
    expect([repository.git('cat-file', '-p', 'HEAD:base.txt'), repository.git('status', '--porcelain')]).toEqual([
      'base\nmore',
      '',
    ]);
  });
});

describe('a folder that is no repository', () => {
  test('is refused with exit code 2', async () => {
    const root = join(temporaryFolder(), 'plain');
    mkdirSync(root);
    const { code, stderr } = await new RunnerRepository(root).run('w');
    expect([code, stderr.includes('    at ')]).toEqual([2, false]);
  });
});
