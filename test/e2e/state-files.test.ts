import { afterAll, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { metricsSchema } from '../../src/report/metrics-schema.js';
import { progressSchema } from '../../src/report/progress-schema.js';
import { stateSchema } from '../../src/report/state-schema.js';
import { removeFolders } from '../support/git-repository.js';
import { RunnerRepository } from '../support/runner-repository.js';

/* state.json, progress.json and metrics.json: always whole, and with the published fields, while a run goes and after it. */

afterAll(removeFolders);

const steps = Array.from({ length: 12 }, (_, at) => `  - { id: s${at}, run: "sleep 0.1; echo ${at} > f${at}" }\n`);
const WORKFLOW = `workflow: w\ntype: sequential\nsteps:\n${steps.join('')}`;

describe('the files of a run', () => {
  test('are whole and of their schema whenever they are read', async () => {
    const repository = RunnerRepository.make({ w: WORKFLOW });
    const started = repository.start('w');
    const over = started.ended.then(() => true);
    const wrong: unknown[] = [];
    const seen = new Set<unknown>();
    let reads = 0;
    const read = (
      file: string,
      schema: { safeParse: (value: unknown) => { success: boolean; error?: unknown } },
    ): void => {
      const path = repository.stateFile('w', file);
      if (!existsSync(path)) return;
      const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
      const checked = schema.safeParse(parsed);
      if (!checked.success) wrong.push(checked.error);
      if (file === 'state.json') seen.add((parsed as { current_step: number }).current_step);
      reads += 1;
    };
    while (!(await Promise.race([over, sleep(4, false)]))) {
      read('state.json', stateSchema);
      read('progress.json', progressSchema);
    }
    read('state.json', stateSchema);
    read('progress.json', progressSchema);
    expect([(await started.ended).code, wrong]).toEqual([0, []]);
    expect([reads > 200, seen.size > 2]).toEqual([true, true]);
  });

  test('say what a completed run was, metrics too, and none of them is in git status', async () => {
    const repository = RunnerRepository.make({
      w: 'workflow: w\ntype: sequential\nsteps:\n  - { id: a, run: echo a > a }\n',
    });
    expect((await repository.run('w')).code).toBe(0);
    expect((await repository.run('w')).code).toBe(0);
    const metrics = metricsSchema.parse(
      JSON.parse(readFileSync(repository.path('.claude/workflows/metrics.json'), 'utf8')),
    );
    expect(metrics.workflows).toMatchObject([{ name: 'w', executions: 2, success_rate: 1 }]);
    expect(repository.state('w')).toMatchObject({ status: 'completed', current_step: 1, total_steps: 1, errors: [] });
    expect(repository.git('status', '--porcelain', '--untracked-files=all')).toBe('');
  });

  test.each([
    ['nobody but a person', {}, 'manual'],
    ['an event of GitHub', { GITHUB_EVENT_NAME: 'push' }, 'push'],
    ['a timer of systemd', { TRIGGER_UNIT: 'w.timer', TRIGGER_TIMER_REALTIME_USEC: '1795347830537000' }, 'schedule'],
  ])('say that %s started the run', async (_who, env, trigger) => {
    const repository = RunnerRepository.make({
      w: 'workflow: w\ntype: sequential\nsteps:\n  - { id: a, run: echo a > a }\n',
    });
    expect((await repository.runWith(env, 'w')).code).toBe(0);
    expect(repository.state('w')).toMatchObject({ metadata: { triggered_by: trigger } });
  });
});
