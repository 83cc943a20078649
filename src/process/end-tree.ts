import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { keyOf, type ProcessTree } from './process-tree.js';

export interface EndTreeOptions {
  /** How long members may take to obey SIGTERM. */
  readonly graceMs: number;
  /** Milliseconds since the child was started, now. */
  readonly ageMs: () => number;
}

/** How long SIGKILL is repeated; a process stuck in the kernel (state D) is given up after it. */
const killLimitMs = 1_500;

const pollMs = 10;

/**
 * SIGTERM to everything in the tree, then, after the grace, SIGKILL until nothing is left.
 * Resolves with true when the tree is empty, with false when something did not die within the grace and 1.5 s more.
 */
export async function endTree(tree: ProcessTree, options: EndTreeOptions): Promise<boolean> {
  tree.signal('SIGTERM', tree.members(options.ageMs()));
  if (await diesWithin(tree, options, options.graceMs)) return true;
  return killWithin(tree, options, killLimitMs);
}

async function killWithin(tree: ProcessTree, options: EndTreeOptions, limitMs: number): Promise<boolean> {
  const deadlineMs = options.ageMs() + limitMs;
  const killed = new Set<string>();
  while (options.ageMs() < deadlineMs) {
    const members = tree.kill(options.ageMs());
    const isGrowing = members.some((member) => !killed.has(keyOf(member)));
    for (const member of members) killed.add(keyOf(member));
    // Processes that fork as fast as they are killed are caught up with by giving them no pause.
    if (isGrowing) await nextTurn();
    else await sleep(pollMs);
    if (!isGrowing && !tree.isAlive(options.ageMs())) return true;
  }
  return false;
}

async function diesWithin(tree: ProcessTree, options: EndTreeOptions, limitMs: number): Promise<boolean> {
  const deadlineMs = options.ageMs() + limitMs;
  while (tree.isAlive(options.ageMs())) {
    if (options.ageMs() >= deadlineMs) return false;
    await sleep(pollMs);
  }
  return true;
}
