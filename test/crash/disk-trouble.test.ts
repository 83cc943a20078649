import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { removeFolders } from '../support/git-repository.js';
import { runCli, straceMissing, type CliResult } from '../support/runner-cli.js';
import {
  aftermath,
  CRASH_WORKFLOW,
  crashCopy,
  crashTemplate,
  goOn,
  inParallel,
  uninterrupted,
  type Aftermath,
} from '../support/runner-crash.js';
import type { RunnerRepository } from '../support/runner-repository.js';

/* The disk refuses a record of the journal, once or from then on: the run stops where it is and goes on later. */

let template: RunnerRepository;
let whole: Aftermath;

beforeAll(async () => {
  template = crashTemplate();
  ({ whole } = await uninterrupted(template));
});
afterAll(removeFolders);

function runWithTrouble(repository: RunnerRepository, inject: string): Promise<CliResult> {
  const journal = repository.stateFile(CRASH_WORKFLOW, 'journal.jsonl');
  const trace = ['-P', journal, '-e', 'trace=pwrite64,fdatasync', '-e', `inject=${inject}`];
  const under = ['strace', '-o', '/dev/null', ...trace];
  return runCli({ args: [CRASH_WORKFLOW, '--allow-dirty'], cwd: repository.root, home: repository.home, under });
}

const withStrace = straceMissing === null ? test : test.skip;

describe(
  straceMissing === null ? 'a journal that cannot be written' : `a full disk (left out: ${straceMissing})`,
  () => {
    withStrace.each([
      ['ENOSPC', 'pwrite64', [5, 24]],
      ['EIO', 'pwrite64', [2, 20]],
      ['EIO', 'fdatasync', [1, 14]],
    ] as const)('(%s of %s) pauses the run with exit code 3 and says why', async (error, call, times) => {
      const results = await inParallel(times, 3, async (when) => {
        const repository = crashCopy(template);
        const { code, stderr } = await runWithTrouble(repository, `${call}:error=${error}:when=${when}+`);
        const begun = repository.events(CRASH_WORKFLOW).length > 0;
        const status = begun ? repository.state(CRASH_WORKFLOW)['status'] : 'paused';
        const resumed = await goOn(repository);
        const same = JSON.stringify(aftermath(repository, resumed.code)) === JSON.stringify(whole);
        return { when, code, says: stderr.includes(`journal.jsonl: ${error}`), status, same, stderr, resumed };
      });
      expect(results.filter((one) => one.code !== 3 || one.status !== 'paused' || !one.says || !one.same)).toEqual([]);
    });
  },
);
