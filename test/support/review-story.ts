import { buildReview } from '../../src/report/review/build-review.js';
import type { Review } from '../../src/report/review/review.js';
import type { RunRecord } from '../../src/report/review/run-history.js';
import { DAY, NOW, runRecord, stepRecord } from './run-records.js';

/** Two months of a repository with five workflows: one that is well, one that is flaky, one that is slow and costs, two that nobody needs. */
export function reviewStory(): Review {
  const runs = [...everyDay(), ...flaky(), ...restructuring(), ...abandoned()];
  const names = [
    'nightly-check',
    'format-modules',
    'complete-module-refactor',
    'old-migration',
    'never-worked',
    'brand-new',
  ];
  const defined = names.map((name) => ({
    name,
    nested: name === 'complete-module-refactor' ? ['format-modules'] : [],
  }));
  return buildReview({ metrics: null, runs, defined, workflow: null, now: NOW, windowMs: 30 * DAY });
}

const ids = (runs: readonly RunRecord[]): RunRecord[] => runs.map((run, index) => ({ ...run, run_id: `run-${index}` }));

function everyDay(): RunRecord[] {
  return ids(
    Array.from({ length: 58 }, (_, index) => {
      const isBad = index % 29 === 11;
      const seconds = 180 + ((index * 37) % 90);
      return runRecord(index + 0.3, {
        workflow: 'nightly-check',
        status: isBad ? 'failed' : 'completed',
        duration_seconds: seconds,
        cost_usd: 0,
        steps: [
          stepRecord('flake-validate', { seconds: seconds - 20, outcome: isBad ? 'failed' : 'completed' }),
          stepRecord('security-scan', { seconds: 9 }),
        ],
      });
    }),
  );
}

function flaky(): RunRecord[] {
  return ids(
    Array.from({ length: 16 }, (_, index) => {
      const isRescued = index % 3 === 0;
      return runRecord(index * 3.5 + 1, {
        workflow: 'format-modules',
        status: index === 5 ? 'failed' : index === 7 ? 'paused' : 'completed',
        duration_seconds: 40 + ((index * 13) % 30),
        cost_usd: 0,
        steps: [
          stepRecord('fetch-inputs', {
            seconds: 30,
            attempts: isRescued ? 3 : 1,
            retries: isRescued ? 2 : 0,
            failed_on: isRescued ? ['tree'] : [],
          }),
          stepRecord('nix-fmt', { seconds: 4, outcome: index === 5 ? 'failed' : 'completed' }),
        ],
      });
    }),
  );
}

function restructuring(): RunRecord[] {
  return ids(
    Array.from({ length: 8 }, (_, index) => {
      const cost = 0.4 + index * 0.15;
      const agent = (name: string, part: number) => ({
        name,
        asked: true,
        cost_usd: Math.round(cost * part * 100) / 100,
        tokens: 12_000,
        attempts_of_unknown_cost: 0,
      });
      return runRecord(index * 7 + 2, {
        workflow: 'complete-module-refactor',
        status: index === 2 ? 'failed' : 'completed',
        duration_seconds: 1500 + index * 220,
        cost_usd: cost,
        steps: [
          stepRecord('split-large-modules', {
            seconds: 900 + index * 150,
            agent: agent('module-refactoring', 0.7),
            retries: index % 2,
            attempts: 1 + (index % 2),
          }),
          stepRecord('generate-docs', {
            seconds: 300,
            agent: agent('documentation', 0.3),
            outcome: index === 2 ? 'failed' : 'completed',
          }),
        ],
      });
    }),
  );
}

function abandoned(): RunRecord[] {
  return [
    runRecord(75, { workflow: 'old-migration' }),
    runRecord(12, {
      workflow: 'never-worked',
      status: 'failed',
      steps: [stepRecord('impossible', { outcome: 'failed' })],
    }),
    runRecord(10, { workflow: 'never-worked', status: 'failed', run_id: 'again' }),
    runRecord(20, { workflow: 'no-file-any-more' }),
  ];
}
