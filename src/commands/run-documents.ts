import { join } from 'node:path';
import type { FileTrouble } from '../files/trouble.js';
import { writeProjection } from '../files/write-file-atomic.js';
import type { RunState } from '../engine/run-state.js';
import { jsonText } from '../report/json-text.js';
import { buildProgress, type LiveProgress } from '../report/progress-document.js';
import { buildResults } from '../report/results-document.js';
import { buildState } from '../report/state-document.js';
import type { RunFiles } from '../runner/run-files.js';
import type { Result } from '../base/result.js';

/** Replaces the files that follow from the state, each only when its text is another one. Throws when one cannot be written. */
export function projection(
  files: RunFiles,
  now: () => number,
  percentOf: LiveProgress['percentOf'] = () => null,
): (state: RunState) => void {
  const written = new Map<string, string>();
  const write = (path: string, document: object): void => {
    const text = jsonText(document);
    if (written.get(path) === text) return;
    throwTrouble(writeProjection(path, text));
    written.set(path, text);
  };
  return (state) => {
    write(files.state, buildState(state));
    write(files.progress, buildProgress(state, { nowMs: now(), percentOf }));
    for (const [name, document] of buildResults(state)) write(join(files.results, `${name}.json`), document);
  };
}

function throwTrouble(written: Result<void, FileTrouble>): void {
  if (!written.ok) throw new Error(`${written.error.path}: ${written.error.code}`);
}
