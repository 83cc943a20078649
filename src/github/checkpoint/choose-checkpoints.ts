import type { StoredArtifact } from '../storage/stored-artifact.js';
import { parseArtifactName, workflowSlug, type ArtifactName } from './artifact-name.js';

export interface Candidate {
  readonly artifact: StoredArtifact;
  readonly name: ArtifactName;
}

export interface ChosenCheckpoints {
  /** Newest first. */
  readonly main: readonly Candidate[];
  /** By `lineSlug`, in the order of those; newest first in each. */
  readonly steps: ReadonlyMap<string, readonly Candidate[]>;
}

/**
 * The artifacts that can be checkpoints of a workflow, by line. Newest is the highest attempt, then the highest sequence, then
 * the highest copy, then the one that the service made last. Names of anybody may be in the list.
 */
export function chooseCheckpoints(
  artifacts: readonly StoredArtifact[],
  wanted: { readonly workflow: string; readonly firstAttempt: number },
): ChosenCheckpoints {
  const slug = workflowSlug(wanted.workflow);
  const lines = new Map<string, Candidate[]>();
  for (const artifact of artifacts) {
    const name = parseArtifactName(artifact.name);
    if (name === null || name.workflow !== slug || name.attempt < wanted.firstAttempt) continue;
    const line = lines.get(name.line);
    if (line === undefined) lines.set(name.line, [{ artifact, name }]);
    else line.push({ artifact, name });
  }
  for (const line of lines.values()) line.sort(newestFirst);
  const main = lines.get('main') ?? [];
  lines.delete('main');
  return { main, steps: new Map([...lines].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function newestFirst(a: Candidate, b: Candidate): number {
  return (
    b.name.attempt - a.name.attempt ||
    b.name.sequence - a.name.sequence ||
    b.name.copy - a.name.copy ||
    b.artifact.id - a.artifact.id
  );
}
