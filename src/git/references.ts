import { createHash } from 'node:crypto';
import { ok, type Result } from '../base/result.js';
import type { Git, GitFailure } from './git.js';
import type { Repository } from './repository.js';

/** Everything of ours in the user's repository lies below this. */
export const REFERENCE_ROOT = 'refs/workflow-runner';

export interface ReferenceUpdate {
  readonly name: string;
  /** The commit, or null to delete. */
  readonly to: string | null;
  /** What the ref must hold now; null: it must not exist; left out: anything. */
  readonly from?: string | null;
}

/**
 * `refs/workflow-runner/<run>/<name>`; the name of a nested step has slashes. Run and name come from us (run id, step id), all
 * the same anything that git or a file system could take for something else is replaced, and two names stay two.
 */
export function referenceName(run: string, name: string): string {
  return [REFERENCE_ROOT, ...`${run}/${name}`.split('/').map(safeComponent)].join('/');
}

/** Writes all refs in one transaction, synced; either all or none change. No hook runs. */
export async function updateReferences(
  git: Git,
  repository: Repository,
  updates: readonly ReferenceUpdate[],
): Promise<Result<void, GitFailure>> {
  const zero = '0'.repeat(repository.objectFormat === 'sha256' ? 64 : 40);
  const lines = updates.map(({ name, to, from }) => {
    const old = from === null ? zero : (from ?? '');
    return to === null ? `delete ${name}\0${old}\0` : `update ${name}\0${to}\0${old}\0`;
  });
  const answer = await git.run({
    args: ['update-ref', '--stdin', '-z'],
    place: { kind: 'user', gitDir: repository.commonDir },
    cwd: repository.commonDir,
    input: lines.join(''),
  });
  return answer.ok ? ok(undefined) : answer;
}

/** Refs below `prefix` (no trailing slash) -> commit. */
export async function listReferences(
  git: Git,
  repository: Repository,
  prefix: string,
): Promise<Result<Map<string, string>, GitFailure>> {
  const answer = await git.run({
    args: ['for-each-ref', '--format=%(objectname) %(refname)', prefix],
    place: { kind: 'user', gitDir: repository.commonDir },
    cwd: repository.commonDir,
    readOnly: true,
  });
  if (!answer.ok) return answer;
  const lines = answer.value.text === '' ? [] : answer.value.text.split('\n');
  return ok(new Map(lines.map((line) => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))])));
}

const LONGEST_COMPONENT = 100;

/** See git-check-ref-format(1). What had to be changed gets a hash of what it was. */
function safeComponent(text: string): string {
  const isSafe = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(text) && !/\.\.|\.$|\.lock$/.test(text);
  if (isSafe && text.length <= LONGEST_COMPONENT) return text;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const readable = text
    .replace(/[^A-Za-z0-9_]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, LONGEST_COMPONENT);
  return `${readable === '' ? 'unnamed' : readable}-${hash}`;
}
