import type { Diagnostic } from '../../base/diagnostic.js';
import { at } from '../finding.js';
import { declaredInputs, plainString, type FlakeFile } from './flake-file.js';

/** Errors about `follows` that name an input which this flake does not have; Nix says so only when it locks anew. */
export function followsFindings(flake: FlakeFile): Diagnostic[] {
  const names = declaredInputs(flake);
  if (!flake.isComplete) return [];
  return flake.attributes.flatMap(({ path, value }) => {
    const target = path[0] === 'inputs' && path.at(-1) === 'follows' && path.length > 2 ? plainString(value) : null;
    const first = target?.split('/')[0] ?? '';
    // an empty one takes the input away
    if (first === '' || first === 'self' || names.has(first)) return [];
    const message = `${path.slice(0, -1).join('.')} follows ${JSON.stringify(first)}, which is no input of this flake`;
    const help = `inputs are: ${[...names.keys()].join(', ')}`;
    return [at(flake.file, value, { severity: 'error', code: 'follows-missing', message, help })];
  });
}
