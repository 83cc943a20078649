/**
 * Whether a link at `path` (in the tree, `/` between names) that points to `target` leaves the tree or reaches into a `.git`.
 * Judged by text alone, as git stores it: nothing on disk is asked, so it holds on every machine. Links on the way are
 * not resolved, they are judged themselves.
 */
export function linkEscapes(path: string, target: string): boolean {
  if (target.startsWith('/') || target === '') return true;
  const at = path.split('/').slice(0, -1);
  for (const name of target.split('/')) {
    if (name === '' || name === '.') continue;
    if (name === '..') {
      if (at.pop() === undefined) return true;
    } else if (isGitName(name)) return true;
    else at.push(name);
  }
  return false;
}

/** `.git` as a file system may also know it: without regard to case, with marks that HFS+ ignores, as an NTFS short name. */
function isGitName(name: string): boolean {
  const plain = name.replace(/[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g, '').toLowerCase();
  return /^(?:\.git|git~1)[ .]*(?::.*)?$/.test(plain);
}
