import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { removeFolders } from '../support/git-repository.js';
import { runCli, straceMissing } from '../support/runner-cli.js';
import {
  aftermath,
  CRASH_WORKFLOW,
  crashCopy,
  crashTemplate,
  goOn,
  inParallel,
  isFullMatrix,
  type Aftermath,
} from '../support/runner-crash.js';
import type { RunnerRepository } from '../support/runner-repository.js';

/*
 * The runner is killed at every record of its journal: right before the record is written, and right after it was, before it
 * is synced and before anything else happens (of these every third; all with CRASH_MATRIX=full). Whatever the point, going on ends like a run that was never killed.
 */

let template: RunnerRepository;
let whole: Aftermath;
let records: number;
let syncs: number;

beforeAll(async () => {
  template = crashTemplate();
  const repository = crashCopy(template);
  const log = `${repository.home}/strace.log`;
  const under = straceMissing === null ? ['strace', '-o', log, ...tracing(repository)] : [];
  const args = [CRASH_WORKFLOW, '--allow-dirty'];
  const { code } = await runCli({ args, cwd: repository.root, home: repository.home, under });
  whole = aftermath(repository, code);
  const calls = straceMissing === null ? readFileSync(log, 'utf8') : '';
  records = calls.match(/pwrite64\(/g)?.length ?? 0;
  syncs = calls.match(/fdatasync\(/g)?.length ?? 0;
});
afterAll(removeFolders);

/** Only the thread that writes the journal: what a killed runner had started lives on, as it does for a user. */
function tracing(repository: RunnerRepository): string[] {
  const journal = repository.stateFile(CRASH_WORKFLOW, 'journal.jsonl');
  return ['-P', journal, '-e', 'trace=pwrite64,fdatasync'];
}

/** What was different after a kill at each point; empty when nothing ever was. */
async function differences(syscall: string, points: number, stride = 1): Promise<object[]> {
  const all = Array.from({ length: Math.ceil(points / stride) }, (_, at) => points - at * stride);
  const results = await inParallel(all, 4, async (k) => {
    const repository = crashCopy(template);
    const inject = ['-e', `inject=${syscall}:signal=KILL:when=${k}`];
    const under = ['strace', '-o', '/dev/null', ...tracing(repository), ...inject];
    const args = [CRASH_WORKFLOW, '--allow-dirty'];
    const killed = await runCli({ args, cwd: repository.root, home: repository.home, under });
    const resumed = await goOn(repository);
    const after = aftermath(repository, resumed.code);
    if (killed.code !== null) return [{ k, survived: killed }];
    return JSON.stringify(after) === JSON.stringify(whole) ? [] : [{ k, after, resumed }];
  });
  return results.flat();
}

describe('the run that is not killed', () => {
  test('completes, lands and leaves the changes of the user alone', () => {
    expect(whole).toMatchObject({ code: 0, commits: '10', fsck: '', locks: [], landed: '"completed"' });
    expect(whole.status).toBe(' M notes.md\nA  staged.txt\n?? scratch/untracked.txt');
  });
});

const withStrace = straceMissing === null ? test : test.skip;

describe(straceMissing === null ? 'a runner killed' : `a runner killed (left out: ${straceMissing})`, () => {
  withStrace('before it writes a record of the journal, any of them, ends the same when resumed', async () => {
    expect(records).toBeGreaterThan(20);
    expect(await differences('pwrite64', records)).toEqual([]);
  });

  withStrace('after it wrote a record of the journal ends the same when resumed', async () => {
    expect(syncs).toBeGreaterThan(10);
    expect(await differences('fdatasync', syncs, isFullMatrix ? 1 : 3)).toEqual([]);
  });
});
