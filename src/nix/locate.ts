import type { Location } from '../base/diagnostic.js';
import type { NixFile } from './nix-tree.js';
import { positionAt } from './syntax/position.js';

/** The location of a range of a file. */
export function locate(file: Pick<NixFile, 'path' | 'text'>, start: number, end: number): Location {
  const { line, column } = positionAt(file.text, start);
  return { file: file.path, line, column, length: Math.max(1, end - start) };
}
