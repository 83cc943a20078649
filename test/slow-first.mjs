import Sequencer from '@jest/test-sequencer';

/**
 * Files that take longest, the longest first. Where no run was before (CI) Jest knows only how large files are; whole jobs that are
 * started last would keep one worker busy when the others have nothing left.
 */
const SLOW = [
  'github/compiled-workflow',
  'github/deadline',
  'github/hostile-step',
  'github/phases',
  'docs/examples',
  'examples/workflows',
  'github/pull-request-jobs',
  'github/triggers',
  'github/notify/notified-run',
  'github/single-job',
  'github/restarts',
  'crash/git-kills',
  'crash/journal-kills',
  'crash/signals',
  'examples/scripted-tasks',
  'dist',
  'e2e/agent',
  'e2e/at-once',
  'e2e/inputs',
  'e2e/flags',
  'e2e/checkouts',
  'e2e/nothing-lands',
  'e2e/contracts',
  'e2e/steps',
  'nix/broken-flakes',
  'nix/flake-check',
  'github/checkpoint/restore-checkpoint',
  'github/revert/revert',
  'github/publish/publish-pull-request',
  'runner/landing',
  'runner/blame',
];

/** The order of Jest, but for these files. */
export default class SlowFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const at = SLOW.findIndex((name) => path.endsWith(`/test/${name}.test.ts`));
      return at < 0 ? SLOW.length : at;
    };
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
}
