// The files of the workspace. Never follows a symbolic link: the repository might point one outside.
import { lstatSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Paths are relative to `root`, with forward slashes. */
export function openWorkspace(root) {
  const changed = new Set();

  const kind = (path) => {
    let at = root;
    let stat = null;
    for (const part of path.split('/')) {
      if (part === '..' || part === '') throw new Error(`not a path inside the workspace: ${path}`);
      at = join(at, part);
      stat = lstatSync(at, { throwIfNoEntry: false });
      if (stat === undefined) return 'missing';
      if (stat.isSymbolicLink()) return 'link';
    }
    return stat.isDirectory() ? 'folder' : 'file';
  };

  const read = (path) => (kind(path) === 'file' ? readFileSync(join(root, path), 'utf8') : null);

  const write = (path, text) => {
    if (kind(path) === 'link') throw new Error(`${path} is or lies behind a symbolic link`);
    if (read(path) === text) return;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    changed.add(path);
  };

  /** Names in a folder, sorted; [] when there is none. */
  const entries = (folder, wanted) =>
    kind(folder) !== 'folder'
      ? []
      : readdirSync(join(root, folder))
          .filter((name) => kind(`${folder}/${name}`) === wanted)
          .sort();

  const files = (folder) => entries(folder, 'file');
  const folders = (folder) => entries(folder, 'folder');

  const exists = (path) => ['file', 'folder'].includes(kind(path));

  return { read, write, files, folders, exists, changed: () => [...changed].sort() };
}

/** The folders directly below modules/. */
export const categories = (workspace) => workspace.folders('modules');

/** The modules of a category that are files of their own: not its default.nix, not parts in deeper folders. */
export const modulesOf = (workspace, category) =>
  workspace
    .files(`modules/${category}`)
    .filter((name) => name.endsWith('.nix') && name !== 'default.nix')
    .map((name) => `modules/${category}/${name}`);
