import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const EXAMPLE = fileURLToPath(new URL('../../examples/nixos-config', import.meta.url));

/** A new folder with these files, by path. */
export function treeOf(files: Readonly<Record<string, string | Buffer>>): string {
  const root = mkdtempSync(join(tmpdir(), 'nix-tree-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** A copy of the example flake, with the edit made and everything committed. */
export function exampleFlake(edit: (root: string) => void = () => undefined): string {
  const root = exampleTree(edit);
  commitAll(root);
  return root;
}

/** The same as mere files, in no repository. */
export function exampleTree(edit: (root: string) => void): string {
  const root = mkdtempSync(join(tmpdir(), 'nix-flake-'));
  cpSync(EXAMPLE, root, { recursive: true });
  edit(root);
  return root;
}

/** Makes the folder a repository, if it is none, and commits all files. */
export function commitAll(root: string): void {
  const git = (...args: string[]): Buffer => execFileSync('git', args, { cwd: root });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('-c', 'user.name=test', '-c', 'user.email=test@example.org', 'commit', '-q', '-m', 'test');
}

/** Replaces the first occurrence; throws when there is none, so that a case cannot silently be no case. */
export function replaceIn(root: string, path: string, [from, to]: readonly [string, string]): void {
  const text = readFileSync(join(root, path), 'utf8');
  if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
  writeFileSync(
    join(root, path),
    text.replace(from, () => to),
  );
}
