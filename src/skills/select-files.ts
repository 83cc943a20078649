import { lstatSync } from 'node:fs';
import { join, posix } from 'node:path';
import picomatch from 'picomatch';
import type { Diagnostic } from '../base/diagnostic.js';
import type { NixTree } from '../nix/nix-tree.js';
import { callProblem } from './define-skill.js';
import type { SkillContext } from './skill.js';

/** The folder whose direct subfolders are the categories. */
export const MODULES_FOLDER = 'modules';

export interface Selection {
  /** Folders and files that the targets name, from the root, existing and inside it; what globs match is listed. */
  readonly paths: readonly string[];
  readonly problems: readonly Diagnostic[];
}

/**
 * What `targets:` mean in this tree: `all` is everything, `all-categories` every category folder, else paths, and globs over
 * the `.nix` files and the folders. A path that is absolute, leaves the root, does not exist, or goes through a link is a
 * problem, as is a glob that matches nothing, and then nothing may be done.
 */
export function selectTargets(
  skill: string,
  { root, targets }: Pick<SkillContext, 'root' | 'targets'>,
  tree: NixTree,
): Selection {
  if (targets === 'all') return { paths: [''], problems: [] };
  if (targets === 'all-categories') return { paths: categories(tree), problems: [] };
  const checked = targets.map((target) => selectOne(root, target, tree));
  return {
    paths: [...new Set(checked.flatMap(({ paths }) => paths))],
    problems: checked.flatMap(({ target, problem }) =>
      problem === null
        ? []
        : [
            callProblem(
              skill,
              `target ${JSON.stringify(target)} ${problem}`,
              'targets are paths or globs of the repository, relative to its root',
            ),
          ],
    ),
  };
}

interface SelectedTarget {
  readonly target: string;
  readonly paths: readonly string[];
  readonly problem: string | null;
}

/** What exists by that very name is that, whatever signs are in it. */
function selectOne(root: string, target: string, tree: NixTree): SelectedTarget {
  const problem = targetProblem(root, target);
  if (problem !== 'does not exist' || !/[*?[{!]/.test(target)) return { target, paths: [normalize(target)], problem };
  const matches = picomatch(normalize(target), { dot: true });
  const paths = [...tree.folders, ...tree.files.keys()].filter((path) => matches(path));
  return { target, paths, problem: paths.length === 0 ? 'matches no folder and no .nix file' : null };
}

/** Every folder directly below `modules/` that has a `.nix` file somewhere in it, sorted. */
export function categories(tree: NixTree): string[] {
  const files = [...tree.files.keys()];
  return tree.folders.filter(
    (folder) => posix.dirname(folder) === MODULES_FOLDER && files.some((file) => file.startsWith(`${folder}/`)),
  );
}

/** Whether a path is one of the selected paths or below one. */
export function isSelected(path: string, { paths }: Pick<Selection, 'paths'>): boolean {
  return paths.some((selected) => selected === '' || path === selected || path.startsWith(`${selected}/`));
}

function normalize(target: string): string {
  const path = posix.normalize(target).replace(/\/$/, '');
  return path === '.' ? '' : path;
}

function targetProblem(root: string, target: string): string | null {
  if (target === '') return 'is empty';
  if (posix.isAbsolute(target)) return 'is an absolute path';
  const path = normalize(target);
  if (path === '..' || path.startsWith('../')) return 'is outside the repository';
  if (path.split('/')[0] === '.git') return 'is inside .git';
  let part = '';
  for (const name of path === '' ? [] : path.split('/')) {
    part = posix.join(part, name);
    const stats = lstatSync(join(root, part), { throwIfNoEntry: false });
    if (stats === undefined) return 'does not exist';
    if (stats.isSymbolicLink()) return 'goes through a symbolic link';
  }
  return null;
}
