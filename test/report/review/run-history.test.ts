import { describe, expect, test } from '@jest/globals';
import { addToHistory, runHistorySchema, type RunHistory } from '../../../src/report/review/run-history.js';
import { runRecord, stepRecord } from '../../support/run-records.js';

describe('the history of runs', () => {
  test('has a resumed run once, as it ended last', () => {
    const once = addToHistory(addToHistory(null, runRecord(1, { status: 'paused' })), runRecord(1));
    expect(once.runs.map(({ status }) => status)).toEqual(['completed']);
  });

  test('keeps runs of the same id in another workflow', () => {
    const both = addToHistory(addToHistory(null, runRecord(1)), runRecord(1, { workflow: 'other' }));
    expect(both.runs).toHaveLength(2);
  });

  test('has at most 2,000 runs: the oldest goes', () => {
    const many: RunHistory = { runs: Array.from({ length: 2000 }, (_, index) => runRecord(index)) };
    const full = addToHistory(many, runRecord(9999));
    expect([full.runs.length, full.runs[0]?.run_id, full.runs.at(-1)?.run_id]).toEqual([2000, 'run-1', 'run-9999']);
  });

  test('has at most 8 MiB: as many of the oldest go as are too much, and the newest stays', () => {
    const steps = Array.from({ length: 1000 }, (_, index) => stepRecord(`${index}`.padEnd(300, 'x')));
    let history: RunHistory | null = null;
    for (let index = 0; index < 30; index += 1) history = addToHistory(history, runRecord(index, { steps }));
    const kept = history?.runs ?? [];
    expect(kept.length).toBeLessThan(30);
    expect(kept.length).toBeGreaterThan(15);
    expect(kept.at(-1)?.run_id).toBe('run-29');
    expect(JSON.stringify(history).length).toBeLessThan(8 * 1024 * 1024 + 100);
    expect(runHistorySchema.safeParse(history).success).toBe(true);
  });

  test('of a later version is read without what is not known here', () => {
    const later = { format: 2, runs: [{ ...runRecord(1), weather: 'rain' }] };
    expect(runHistorySchema.parse(later)).toEqual({ runs: [runRecord(1)] });
  });
});
