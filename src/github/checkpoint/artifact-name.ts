import { createHash } from 'node:crypto';
import type { CheckpointLine, CheckpointManifest } from './manifest.js';

/** What the name of a checkpoint's artifact says. */
export interface ArtifactName {
  /** As `workflowSlug` makes it. */
  readonly workflow: string;
  /** As `lineSlug` makes it: `main`, or `step.<child>`. */
  readonly line: string;
  readonly attempt: number;
  readonly sequence: number;
  /** From 2 when the same name was taken by something else; 1 is not written. */
  readonly copy: number;
}

/** The highest that is tried. */
export const MOST_COPIES = 9;

const LONGEST_SLUG = 60;
const PATTERN =
  /^workflow-runner\.([a-z0-9_-]{1,70})\.(main|step\.[a-z0-9_-]{1,70})\.([1-9][0-9]{0,8})\.([1-9][0-9]{0,8})(?:\.([2-9]))?$/;

/** Name of a checkpoint's artifact: nothing in it that GitHub does not allow, and no two workflows or lines share one. */
export function artifactName(of: Pick<CheckpointManifest, 'workflow' | 'workflowRun' | 'line' | 'sequence'>): string {
  const { workflow, workflowRun, line, sequence } = of;
  return ['workflow-runner', workflowSlug(workflow), lineSlug(line), workflowRun.attempt, sequence].join('.');
}

/** The name for a copy: see `ArtifactName.copy`. */
export function nameOfCopy(name: string, copy: number): string {
  return copy === 1 ? name : `${name}.${copy}`;
}

/** null for every name that `artifactName` does not make. */
export function parseArtifactName(name: string): ArtifactName | null {
  const match = PATTERN.exec(name);
  if (match === null) return null;
  const [, workflow = '', line = '', attempt, sequence, copy = '1'] = match;
  return { workflow, line, attempt: Number(attempt), sequence: Number(sequence), copy: Number(copy) };
}

/** A name that reads well stays; any other gets a digest, and so does one that looks as if it had one. */
export function workflowSlug(workflow: string): string {
  const isSlug = /^[a-z0-9_-]+$/.test(workflow) && workflow.length <= LONGEST_SLUG && !/-[0-9a-f]{8}$/.test(workflow);
  return isSlug ? workflow : slugWithDigest(workflow);
}

export function lineSlug(line: CheckpointLine): string {
  return line.kind === 'main' ? 'main' : `step.${slugWithDigest(line.child)}`;
}

function slugWithDigest(text: string): string {
  const readable = text
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .slice(0, LONGEST_SLUG);
  return `${readable}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
}
