import type { RunEvent } from '../../engine/event.js';

/**
 * The commits that a run goes on from: the newest result of every step and group in its journal, and what the steps that have not
 * completed had changed last. Earlier ones may be gone, as the ref of a step that ran again holds its newest commit.
 */
export function namedCommits(events: readonly RunEvent[]): Set<string> {
  const newest = new Map<string, string>();
  for (const event of events) {
    if (event.type === 'step-completed') newest.set(`step ${event.step}`, event.commit);
    if (event.type === 'step-completed' || event.type === 'step-failed') newest.delete(`work of ${event.step}`);
    if (event.type === 'step-failed' && event.work !== undefined) newest.set(`work of ${event.step}`, event.work);
    if (event.type === 'group-merged') newest.set(`group ${event.group}`, event.commit);
    if (event.type === 'result-rebuilt') newest.set('rebuilt', event.commit);
    if (event.type === 'landed') newest.set('landed', event.commit);
  }
  return new Set(newest.values());
}
