import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createBundle, importBundle, type BundleImport, type ImportOutcome } from '../../src/git/bundle.js';
import { listReferences, updateReferences } from '../../src/git/references.js';
import { openTrustedGit, type TrustedGit } from '../../src/git/trusted-git.js';
import {
  AUTHORIZATION,
  checkout,
  closeServers,
  commitAt,
  newOrigin,
  serve,
  type Origin,
} from '../support/git-origin.js';
import {
  commitFiles,
  errorOf,
  git,
  GIT_PATH,
  productGit,
  removeFolders,
  temporaryFolder,
  valueOf,
} from '../support/git-repository.js';

afterEach(closeServers);
afterAll(removeFolders);

const product = productGit();
const PREFIX = 'refs/workflow-runner/run-1';

interface Made {
  file: string;
  refs: Map<string, string>;
  base: string;
  producer: TrustedGit;
}

/** A clone that made two commits for the run, and their bundle. */
async function made(origin: Origin, ...depth: string[]): Promise<Made> {
  const producer = await checkout(origin, ...depth);
  const { root, head: base } = producer.repository;
  const one = commitFiles(root, { b: 'one\n', 'modules/c.nix': '{}\n' }, 'one');
  const two = commitFiles(root, { b: 'two\n' }, 'two');
  const refs = new Map([
    [`${PREFIX}/one`, one],
    [`${PREFIX}/phase/two`, two],
  ]);
  const file = join(temporaryFolder(), 'commits.bundle');
  valueOf(await createBundle(product, producer, { file, base, refs }));
  return { file, refs, base, producer };
}

async function imported(
  into: TrustedGit,
  bundle: Partial<BundleImport> & Pick<BundleImport, 'file' | 'expected'>,
): Promise<ImportOutcome> {
  return valueOf(await importBundle(product, into, { remote: null, ...bundle }));
}

async function refsOf({ repository }: TrustedGit): Promise<Map<string, string>> {
  return valueOf(await listReferences(product, repository, 'refs'));
}

async function runRefs(trusted: TrustedGit): Promise<[string, string][]> {
  return [...(await refsOf(trusted))].filter(([name]) => name.startsWith('refs/workflow-runner/'));
}

describe('createBundle', () => {
  test('writes the commits of the refs that the base does not contain, and only these names', async () => {
    const { file, refs, base, producer } = await made(newOrigin(3));
    const heads = git(producer.repository.root, 'bundle', 'list-heads', file).split('\n');
    expect(heads.sort()).toEqual([...refs].map(([name, commit]) => `${commit} ${name}`).sort());
    expect(readFileSync(file, 'latin1')).toContain(`-${base} `);
    expect(readdirSync(dirname(file))).toEqual(['commits.bundle']);
  });

  test('writes no file when the base contains everything, and takes an old one away', async () => {
    const producer = await checkout(newOrigin(3));
    const file = join(temporaryFolder(), 'commits.bundle');
    writeFileSync(file, 'old');
    const { head: base, root } = producer.repository;
    const refs = new Map([[`${PREFIX}/a`, git(root, 'rev-parse', 'HEAD~1')]]);
    expect(valueOf(await createBundle(product, producer, { file, base, refs }))).toBe('empty');
    expect(existsSync(file)).toBe(false);
  });

  test('leaves nothing but the file behind', async () => {
    const { producer } = await made(newOrigin(2));
    expect(readdirSync(dirname(producer.gitDir))).toEqual(['git']);
    expect([...(await runRefs(producer))]).toEqual([]);
  });

  test('obeys no configuration of the repository', async () => {
    const origin = newOrigin(2);
    const producer = await checkout(origin);
    const canary = join(temporaryFolder(), 'canary');
    for (const key of ['uploadpack.packObjectsHook', 'core.fsmonitor', 'core.alternateRefsCommand']) {
      git(producer.repository.root, 'config', key, `touch ${canary};`);
    }
    const commit = commitFiles(producer.repository.root, { b: '1' });
    if (existsSync(canary)) execFileSync('rm', [canary]);
    const file = join(temporaryFolder(), 'commits.bundle');
    const bundle = { file, base: producer.repository.head, refs: new Map([[`${PREFIX}/a`, commit]]) };
    expect(valueOf(await createBundle(product, producer, bundle))).toBe('written');
    expect(existsSync(canary)).toBe(false);
  });

  test('fails when a commit is not here', async () => {
    const producer = await checkout(newOrigin(1));
    const file = join(temporaryFolder(), 'commits.bundle');
    const bundle = { file, base: producer.repository.head, refs: new Map([[`${PREFIX}/a`, '1'.repeat(40)]]) };
    expect(errorOf(await createBundle(product, producer, bundle)).reason).toBe('command-failed');
  });
});

describe('importBundle', () => {
  test('brings refs and commits into a fresh clone, and changes no other ref', async () => {
    const origin = newOrigin(3);
    const { file, refs } = await made(origin);
    const into = await checkout(origin);
    const before = await refsOf(into);
    expect(await imported(into, { file, expected: refs })).toEqual({ kind: 'imported' });
    expect(await refsOf(into)).toEqual(new Map([...before, ...refs]));
    expect(git(into.repository.root, 'show', `${PREFIX}/phase/two:b`)).toBe('two');
    git(into.repository.root, 'fsck', '--full', '--strict');
  });

  test('may be repeated', async () => {
    const origin = newOrigin(2);
    const { file, refs } = await made(origin);
    const into = await checkout(origin);
    await imported(into, { file, expected: refs });
    expect(await imported(into, { file, expected: refs })).toEqual({ kind: 'imported' });
  });

  test.each([true, false])('fetches a missing base into a shallow clone (protocol 2: %s)', async (protocol2) => {
    const origin = newOrigin(3);
    const { file, refs, base } = await made(origin);
    const moved = commitAt(origin, commitAt(origin, 'main', 'later'), 'still later');
    git(origin.bare, 'update-ref', 'refs/heads/main', moved);
    const into = await checkout(origin, '--depth=1');
    const { remote } = await serve(origin, { protocol2, authorization: AUTHORIZATION });
    expect(await imported(into, { file, expected: refs, remote })).toEqual({ kind: 'imported' });
    expect(git(into.repository.root, 'diff', '--stat', '--name-only', base, `${PREFIX}/phase/two`)).toBe(
      'b\nmodules/c.nix',
    );
    git(into.repository.root, 'fsck', '--full');
  });

  test('carries a base that moved and was merged in a shallow clone, whose history nobody has', async () => {
    const origin = newOrigin(3);
    const producer = await checkout(origin, '--depth=1');
    const { root, head: base } = producer.repository;
    const moved = commitAt(origin, commitAt(origin, 'main', 'later'), 'still later');
    git(origin.bare, 'update-ref', 'refs/heads/main', moved);
    git(root, 'fetch', '-q', '--depth=1', `file://${origin.bare}`, 'main');
    const tree = git(root, 'rev-parse', `${moved}^{tree}`);
    const merge = git(root, 'commit-tree', '-p', base, '-p', moved, '-m', 'merge', tree);
    const refs = new Map([[`${PREFIX}/merge`, merge]]);
    const file = join(temporaryFolder(), 'commits.bundle');
    valueOf(await createBundle(product, producer, { file, base, refs }));
    const into = await checkout(origin, '--depth=1');
    const { remote } = await serve(origin);
    expect(await imported(into, { file, expected: refs, remote })).toEqual({ kind: 'imported' });
    expect(git(into.repository.root, 'rev-parse', `${PREFIX}/merge^@`)).toBe(`${base}\n${moved}`);
  });

  test('obtains refs that the base contains from the remote, with or without a bundle', async () => {
    const origin = newOrigin(4);
    const { file, refs } = await made(origin);
    const into = await checkout(origin, '--depth=1');
    const { remote } = await serve(origin);
    const old = new Map([[`${PREFIX}/old`, origin.commits[1] ?? '']]);
    const expected = new Map([...refs, ...old]);
    expect(await imported(into, { file: null, expected: old, remote })).toEqual({ kind: 'imported' });
    expect(await imported(into, { file, expected, remote })).toEqual({ kind: 'imported' });
    expect(new Map(await runRefs(into))).toEqual(expected);
  });

  test('names commits that the remote does not have', async () => {
    const { file, refs, base } = await made(newOrigin(3));
    const other = newOrigin(1);
    git(other.bare, 'update-ref', 'refs/heads/main', commitAt(other, 'main', 'another repository'));
    const into = await checkout(other);
    const { remote } = await serve(other);
    const refusal = { kind: 'refused', why: 'missing-commits', commits: [base], failure: null };
    expect(await imported(into, { file, expected: refs, remote })).toEqual(refusal);
    expect(await imported(into, { file, expected: refs, remote: null })).toEqual(refusal);
    expect(await runRefs(into)).toEqual([]);
  });

  test('tells that the remote could not be asked', async () => {
    const origin = newOrigin(3);
    const { file, refs } = await made(origin);
    const other = newOrigin(1);
    git(other.bare, 'update-ref', 'refs/heads/main', commitAt(other, 'main', 'another repository'));
    const remote = { url: 'http://127.0.0.1:1/nobody.git', authorization: null };
    const outcome = await imported(await checkout(other), { file, expected: refs, remote });
    expect(outcome).toMatchObject({ why: 'missing-commits', failure: { trouble: 'network' } });
  });

  test('works with SHA-256 objects, and refuses the other format', async () => {
    const [one, other] = [newOrigin(2, 'sha256'), newOrigin(2)];
    const [long, short] = [await made(one), await made(other)];
    expect(await imported(await checkout(one), { file: long.file, expected: long.refs })).toEqual({ kind: 'imported' });
    expect(await imported(await checkout(one), { file: short.file, expected: long.refs })).toEqual({
      kind: 'refused',
      why: 'object-format',
      bundle: 'sha1',
      repository: 'sha256',
    });
  });

  test('refuses a ref that is there with another commit, unless it may replace it', async () => {
    const origin = newOrigin(2);
    const { file, refs, base } = await made(origin);
    const into = await checkout(origin);
    const name = `${PREFIX}/one`;
    valueOf(await updateReferences(product, into.repository, [{ name, to: base }]));
    const refusal = { kind: 'refused', why: 'moved-refs', names: [name] };
    expect(await imported(into, { file, expected: refs })).toEqual(refusal);
    expect(await runRefs(into)).toEqual([[name, base]]);
    expect(await imported(into, { file, expected: refs, replace: true })).toEqual({ kind: 'imported' });
    expect(new Map(await runRefs(into))).toEqual(refs);
  });
});

test('a full disk is a failure, and no fault of the bundle', async () => {
  const origin = newOrigin(2);
  const { file, refs } = await made(origin);
  const { repository } = await checkout(origin);
  const full = join(temporaryFolder(), 'git');
  const script = `case "$*" in *index-pack*) echo 'fatal: write error: No space left on device' >&2; exit 128;; esac`;
  writeFileSync(full, `#!/bin/sh\n${script}\nexec ${GIT_PATH} "$@"\n`, { mode: 0o755 });
  const into = await openTrustedGit(productGit(full), repository, temporaryFolder());
  const failure = errorOf(await importBundle(product, into, { file, expected: refs, remote: null }));
  expect(failure).toMatchObject({ reason: 'command-failed', exitCode: 128 });
  expect(readdirSync(repository.objectsDir).filter(isTemporary)).toEqual([]);
  expect(await runRefs(into)).toEqual([]);
});

function isTemporary(name: string): boolean {
  return name.startsWith('tmp_');
}

describe('a hostile bundle', () => {
  let origin: Origin;
  let honest: Made;
  beforeAll(async () => {
    origin = newOrigin(2);
    honest = await made(origin);
  });

  /** A bundle of an honest pack whose header names other refs. */
  function renamed(file: string, change: (header: string) => string): string {
    const bytes = readFileSync(file);
    const end = bytes.indexOf('\n\n') + 1;
    const header = Buffer.from(change(bytes.subarray(0, end).toString('latin1')), 'latin1');
    const path = join(temporaryFolder(), 'renamed.bundle');
    writeFileSync(path, Buffer.concat([header, bytes.subarray(end)]));
    return path;
  }

  test.each([
    'refs/replace/1111111111111111111111111111111111111111',
    'refs/heads/--upload-pack=x',
    'refs/heads/main',
    'HEAD',
    `${PREFIX}/../../heads/main`,
    `${PREFIX}/two`,
  ])('with the ref %s more is refused', async (name) => {
    const { file, refs } = honest;
    const into = await checkout(origin);
    const before = await refsOf(into);
    const odd = renamed(file, (header) => `${header}${refs.get(`${PREFIX}/one`) ?? ''} ${name}\n`);
    expect(await imported(into, { file: odd, expected: refs })).toEqual({
      kind: 'refused',
      why: 'odd-refs',
      names: [name],
    });
    expect(await refsOf(into)).toEqual(before);
  });

  test('and a list that agrees with it get no ref outside of one run', async () => {
    const { file, refs } = honest;
    const into = await checkout(origin);
    const commit = refs.get(`${PREFIX}/one`) ?? '';
    const names = [
      'refs/heads/main',
      'refs/replace/x',
      'refs/workflow-runner/run-1',
      'refs/workflow-runner/-x/y',
      'refs/workflow-runner/a/../../heads/x',
      'refs/workflow-runner/a/x.lock',
      'refs/workflow-runner/a/x\ny',
      'refs/workflow-runner/a//x',
    ];
    for (const name of names) {
      const outcome = await imported(into, { file, expected: new Map([[name, commit]]) });
      expect(outcome).toEqual({ kind: 'refused', why: 'odd-refs', names: [name] });
    }
    const [mixed, option] = [
      new Map([...refs, ['refs/workflow-runner/run-2/x', commit]]),
      new Map([[`${PREFIX}/x`, '--all']]),
    ];
    expect(await imported(into, { file, expected: mixed })).toMatchObject({ why: 'odd-refs' });
    expect(await imported(into, { file, expected: option })).toMatchObject({ why: 'odd-refs' });
  });

  test('whose ref is at another commit than the list says is refused', async () => {
    const { file, refs, base } = honest;
    const expected = new Map([...refs, [`${PREFIX}/one`, base]]);
    const outcome = await imported(await checkout(origin), { file, expected });
    expect(outcome).toEqual({ kind: 'refused', why: 'odd-refs', names: [`${PREFIX}/one`] });
  });

  test('without the commit that it names is refused', async () => {
    const { file, refs } = honest;
    const phantom = '2'.repeat(40);
    const two = refs.get(`${PREFIX}/phase/two`) ?? '';
    const odd = renamed(file, (header) => header.replace(two, phantom));
    const expected = new Map([...refs, [`${PREFIX}/phase/two`, phantom]]);
    const into = await checkout(origin);
    expect(await imported(into, { file: odd, expected })).toMatchObject({ why: 'missing-commits', commits: [phantom] });
    expect(await runRefs(into)).toEqual([]);
  });

  test('that hides what it builds on is refused', async () => {
    const { file, refs } = honest;
    const other = newOrigin(1);
    git(other.bare, 'update-ref', 'refs/heads/main', commitAt(other, 'main', 'another repository'));
    const into = await checkout(other);
    const odd = renamed(file, (header) => header.replace(/^-.*\n/m, ''));
    expect(await imported(into, { file: odd, expected: refs })).toMatchObject({ why: 'corrupt' });
    expect(await runRefs(into)).toEqual([]);
  });

  test('with a tree entry `.git` is refused', async () => {
    const producer = await checkout(origin);
    const { root, head } = producer.repository;
    const blob = git(root, 'rev-parse', 'HEAD:a');
    const entry = Buffer.concat([Buffer.from('100644 .git\0'), Buffer.from(blob, 'hex')]);
    const tree = execFileSync('git', ['hash-object', '-w', '-t', 'tree', '--literally', '--stdin'], {
      cwd: root,
      input: entry,
    });
    const commit = git(root, 'commit-tree', '-p', head, '-m', 'evil', tree.toString().trim());
    const file = join(temporaryFolder(), 'commits.bundle');
    const refs = new Map([[`${PREFIX}/evil`, commit]]);
    valueOf(await createBundle(product, producer, { file, base: head, refs }));
    const into = await checkout(origin);
    expect(await imported(into, { file, expected: refs })).toMatchObject({ why: 'corrupt' });
    expect(await runRefs(into)).toEqual([]);
    const { objectsDir } = into.repository;
    expect([...readdirSync(objectsDir), ...readdirSync(join(objectsDir, 'pack'))].filter(isTemporary)).toEqual([]);
  });

  test('cut or with a flipped byte anywhere is refused', async () => {
    const { file, refs } = honest;
    const into = await checkout(origin);
    const bytes = readFileSync(file);
    const path = join(temporaryFolder(), 'broken.bundle');
    const kinds = new Set<string>();
    const packAt = bytes.indexOf('\n\n') + 2;
    // Not the comment behind a prerequisite: nobody reads that.
    const places = [0, 20, 50, packAt - 2, packAt, packAt + 9, packAt + 20, bytes.length - 30, bytes.length - 1];
    for (const at of places) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 0x41;
      for (const broken of [bytes.subarray(0, at), flipped]) {
        writeFileSync(path, broken);
        const outcome = await imported(into, { file: path, expected: refs });
        kinds.add(outcome.kind === 'refused' ? outcome.why : `imported at ${at}`);
      }
    }
    expect([...kinds].filter((kind) => !['corrupt', 'odd-refs', 'missing-commits'].includes(kind))).toEqual([]);
    expect(await runRefs(into)).toEqual([]);
    expect(await imported(into, { file, expected: refs })).toEqual({ kind: 'imported' });
  });

  test('is not fooled by a replacement in the clone', async () => {
    const { file, refs, base } = honest;
    const into = await checkout(origin);
    git(into.repository.root, 'update-ref', `refs/replace/${refs.get(`${PREFIX}/one`) ?? ''}`, base);
    expect(await imported(into, { file, expected: refs })).toEqual({ kind: 'imported' });
    expect(new Map(await runRefs(into))).toEqual(refs);
  });

  test('that is missing, empty or a folder is refused', async () => {
    const into = await checkout(newOrigin(1));
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'empty'), '');
    for (const file of [join(folder, 'none'), join(folder, 'empty'), folder]) {
      expect(await imported(into, { file, expected: new Map() })).toMatchObject({ why: 'corrupt' });
    }
  });
});
