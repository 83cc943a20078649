import { describe, expect, test } from '@jest/globals';
import { chooseBranch, branchNames, type BranchCandidate } from '../../../src/github/publish/choose-branch.js';
import { findSecrets } from '../../../src/github/publish/find-secrets.js';
import { exceededLimits } from '../../../src/github/publish/limits.js';
import { protectedPaths } from '../../../src/git/protected-paths.js';
import { SETTINGS } from './publish-bed.js';

describe('protectedPaths', () => {
  const isProtected = (path: string, actsAsFolder = false): boolean =>
    protectedPaths([{ path, actsAsFolder }], SETTINGS.protectedPaths).length > 0;

  test.each([
    '.github/workflows/ci.yml',
    '.GitHub/workflows/ci.yml',
    '.github./workflows/ci.yml',
    '.github /dependabot.yml',
    '.github::$INDEX_ALLOCATION/workflows/x.yml',
    '.git\u200chub/workflows/x.yml',
    '.ＧitHub/workflows/x.yml',
    '.github\\workflows\\x.yml',
    'GITHUB~1/workflows/x.yml',
    '.claude/settings.json',
    'CLAUDE~1/settings.json',
    '.mcp.json',
    '.MCP.json',
    'MCP~1.JSO',
    'CODEOWNERS',
    'docs/CodeOwners',
    'codeow~1',
    '.gitmodules',
    'GITMOD~1',
    '.git~1/config',
    'GIT~1/config',
    '.gitlab/ci.yml',
  ])('holds for %j', (path) => {
    expect(isProtected(path)).toBe(true);
  });

  test.each(['flake.nix', 'github/x.nix', 'hosts/.github.nix', '.gitignore', '.gitattributes', 'docs/CODEOWNERS.md'])(
    'lets %j pass',
    (path) => {
      expect(isProtected(path)).toBe(false);
    },
  );

  test('holds for a link with the name of a protected folder', () => {
    expect(isProtected('.github', true)).toBe(true);
    expect(isProtected('.github', false)).toBe(false);
  });

  test('takes out what a later !GLOB names, by the exact name only', () => {
    const patterns = ['.github/**', '!.github/dependabot.yml'];
    const changes = ['.github/dependabot.yml', '.GITHUB/dependabot.yml', '.github/x.yml'];
    const found = protectedPaths(
      changes.map((path) => ({ path, actsAsFolder: false })),
      patterns,
    );
    expect(found).toEqual(['.GITHUB/dependabot.yml', '.github/x.yml']);
  });
});

describe('exceededLimits', () => {
  test('is empty at exactly the limits', () => {
    const changes = [
      { path: 'a', bytes: 1024 },
      { path: 'b', bytes: null },
    ];
    expect(exceededLimits(changes, { maxFiles: 2, maxKilobytes: 1 })).toEqual([]);
  });

  test('tells count and size with the largest files first', () => {
    const changes = [
      { path: 'a', bytes: 10 },
      { path: 'b', bytes: 2000 },
    ];
    expect(exceededLimits(changes, { maxFiles: 1, maxKilobytes: 1 })).toMatchObject([
      { limit: 'files', count: 2, max: 1 },
      { limit: 'size', kilobytes: 2, max: 1, largest: [{ path: 'b' }, { path: 'a' }] },
    ]);
  });
});

describe('findSecrets', () => {
  const secret = 'canary-47f1-value';
  const found = (text: string, values: readonly string[] = []): string[] =>
    findSecrets([{ place: 'p', text }], values).map(({ what }) => what);

  test.each([
    ['as it is', secret],
    ['in base64', Buffer.from(`x${secret}y`).toString('base64')],
    ['in hex', Buffer.from(secret).toString('hex')],
    ['in a URL', encodeURIComponent(secret)],
  ])('finds a value %s', (_, text) => {
    expect(found(`before ${text} after`, [secret])).toEqual(['a secret of this job']);
  });

  test.each([
    ['ghp_', `ghp_${'a'.repeat(36)}`],
    ['ghs_ in the newer form', `ghs_123_eyJ${'a'.repeat(20)}.eyJ${'b'.repeat(20)}.c-_d`],
    ['github_pat_', `github_pat_${'a'.repeat(30)}`],
    ['sk-ant-', `sk-ant-oat01-${'a'.repeat(30)}`],
    ['AWS', `AKIA${'A'.repeat(16)}`],
    ['a key block', '-----BEGIN OPENSSH PRIVATE KEY-----'],
  ])('finds %s by its look', (_, text) => {
    expect(found(`x = "${text}";`)).toHaveLength(1);
  });

  test('never tells the secret itself', () => {
    const findings = findSecrets([{ place: 'p', text: secret }], [secret]);
    expect(JSON.stringify(findings)).not.toContain(secret);
  });

  test('lets hashes, words and placeholders pass', () => {
    const text =
      'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= https://user:password@host sk-learn-something-with-many-words';
    expect(found(text)).toEqual([]);
  });
});

describe('chooseBranch', () => {
  const candidate = (name: string, kind: BranchCandidate['kind']): BranchCandidate => ({
    name,
    kind,
    tip: kind === 'absent' ? null : 'tip',
    openPullRequest: null,
  });

  test.each(['absent', 'ours', 'merged'] as const)('takes the first that is %s', (kind) => {
    const chosen = chooseBranch([candidate('a', 'foreign'), candidate('b', kind), candidate('c', 'absent')]);
    expect(chosen).toMatchObject({ name: 'b', expected: kind === 'absent' ? null : 'tip', leftAlone: [{ name: 'a' }] });
  });

  test('takes none when all have commits of others', () => {
    expect(chooseBranch([candidate('a', 'foreign')])).toBeNull();
  });

  test('counts names from 2', () => {
    expect(branchNames('b', 3)).toEqual(['b', 'b-2', 'b-3']);
  });
});
