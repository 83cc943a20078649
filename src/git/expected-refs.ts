import type { BundleHeader } from './bundle-header.js';
import { isCommitId } from './present-commit.js';
import { REFERENCE_ROOT } from './references.js';
import type { Repository } from './repository.js';

/**
 * Names among the expected that are not `refs/workflow-runner/<run>/<name>` of one run, spelled as `referenceName` does, or
 * that have no commit. Whoever wrote the list is not trusted.
 */
export function oddNames(repository: Repository, expected: ReadonlyMap<string, string>): string[] {
  const runs = new Set<string>();
  const odd = [...expected].filter(([name, commit]) => {
    const parts = name.startsWith(`${REFERENCE_ROOT}/`) ? name.slice(REFERENCE_ROOT.length + 1).split('/') : [];
    runs.add(parts[0] ?? '');
    return parts.length < 2 || !parts.every(isComponent) || runs.size > 1 || !isCommitId(repository, commit);
  });
  return odd.map(([name]) => name);
}

/** Names of the bundle that are not expected, or not at that commit, or there twice. */
export function oddRefs(header: BundleHeader, expected: ReadonlyMap<string, string>): string[] {
  const seen = new Set<string>();
  const odd = header.refs.filter(({ name, commit }) => {
    const isTwice = seen.has(name);
    seen.add(name);
    return isTwice || expected.get(name) !== commit;
  });
  return odd.map(({ name }) => name);
}

function isComponent(text: string): boolean {
  return /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,200}$/.test(text) && !/\.\.|\.$|\.lock$/.test(text);
}
