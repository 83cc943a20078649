import { posix } from 'node:path';
import type { Diagnostic } from '../../base/diagnostic.js';
import type { FlakeModel } from '../../nix/model/flake-model.js';
import { MODULES_FOLDER } from '../select-files.js';

/** A custom is what so many follow; below it there is none, and nothing is said. */
const CUSTOM_SHARE = 0.95;
const CUSTOM_FILES = 20;

const KEBAB_CASE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Warnings about modules that are named in another way than nearly all others of this tree. */
export function namingFindings({ tree }: FlakeModel): Diagnostic[] {
  const named = [...tree.files.keys()].filter(
    (path) => path.startsWith(`${MODULES_FOLDER}/`) && posix.basename(path) !== 'default.nix',
  );
  const odd = named.filter((path) => !KEBAB_CASE.test(posix.basename(path, '.nix')));
  if (named.length < CUSTOM_FILES || odd.length > named.length * (1 - CUSTOM_SHARE)) return [];
  return odd.map((path) => ({
    severity: 'warning',
    code: 'file-name',
    message: `${posix.basename(path)} is not in kebab-case, as ${named.length - odd.length} of ${named.length} modules are`,
    location: { file: path },
    help: 'the skill module-move renames it, with all references',
  }));
}
