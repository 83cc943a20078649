import { ok } from '../base/result.js';
import type { Effects } from './effects.js';

/**
 * Effects that touch nothing and always succeed: `--dry-run` walks the real graph with the real engine and loop, and prints
 * what it was asked to do. `now` stands still, so that the same plan prints the same.
 */
export function dryEffects(): Effects {
  const result = { filesModified: 1, summary: '', outputs: {}, costUsd: null, tokens: null };
  return {
    now: () => 0,
    runStep: ({ step }) => Promise.resolve({ ok: true, result: { ...result, commit: `after ${step.id}` } }),
    merge: (group) => Promise.resolve({ ok: true, commit: `merge of ${group.path}` }),
    validate: ({ commands }) => Promise.resolve({ checks: commands, failure: null }),
    mapDerivations: () => Promise.resolve(ok({ hosts: {}, checks: {} })),
    compareHosts: () => Promise.resolve(ok([])),
    judge: () => Promise.resolve(null),
    replay: (onto, changes) =>
      Promise.resolve({
        ok: true,
        tree: onto,
        steps: changes.map(({ step, commit }) => ({ step, commit, tree: commit, conflicts: false })),
      }),
    treeOf: (commit) => Promise.resolve(commit),
    diff: () => Promise.resolve({ stat: '', patch: '', isCut: false }),
    keep: () => Promise.resolve(),
    runHooks: ({ commit }) => Promise.resolve({ commit, failure: null }),
    land: ({ mode, from, to, beforeTouching }) => {
      if (mode === 'merge') beforeTouching(from, to);
      const how = mode === 'merge' ? 'fast-forward' : mode === 'branch' ? 'branch' : 'kept';
      return Promise.resolve({ outcome: 'landed', how, branch: null });
    },
  };
}
