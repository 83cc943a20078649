import { describe, expect, test } from '@jest/globals';
import { timeScale } from '../../../src/report/html/time-axis.js';

const minutes = (count: number): number => count * 60_000;
const span = (from: number, to: number): { from: number; to: number } => ({ from: minutes(from), to: minutes(to) });

describe('the axis of time', () => {
  test('spreads what happened over the whole width', () => {
    const { at, axis, activeMs } = timeScale([span(0, 4), span(2, 10)], 0);
    expect([at(0), at(minutes(5)), at(minutes(10))]).toEqual([0, 50, 100]);
    expect(axis.breaks).toEqual([]);
    expect(activeMs(span(0, 10))).toBe(minutes(10));
  });

  test('cuts a night out: both parts keep their share, and the pause says how long it was', () => {
    const { at, axis, activeMs } = timeScale([span(0, 10), span(600, 610)], 0);
    expect([at(0), at(minutes(10)), at(minutes(600)), at(minutes(610))]).toEqual([0, 48.5, 51.5, 100]);
    expect(axis.breaks).toEqual([{ from: 48.5, to: 51.5, label: '9 h 50 min without work' }]);
    expect(activeMs(span(0, 610))).toBe(minutes(20));
  });

  test('never goes back nor leaves the width, whatever times are asked for', () => {
    const { at } = timeScale([span(5, 6), span(100, 101), span(300, 302)], minutes(5));
    const places = Array.from({ length: 400 }, (_, minute) => at(minutes(minute - 20)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect([Math.min(...places), Math.max(...places)]).toEqual([0, 100]);
  });

  test.each([
    ['nothing', []],
    ['an instant', [span(0, 0)]],
    ['a clock that was set back', [{ from: minutes(5), to: minutes(3) }]],
    ['three hundred runs a day apart', Array.from({ length: 300 }, (_, day) => span(day * 1440, day * 1440 + 1))],
  ])('is finite and in order for %s', (_, spans) => {
    const { axis, at } = timeScale(spans, 0);
    const numbers = [
      ...axis.ticks.map((tick) => tick.at),
      at(minutes(2)),
      ...axis.breaks.flatMap(({ from, to }) => [from, to]),
    ];
    expect(numbers.filter((one) => !(one >= 0 && one <= 100))).toEqual([]);
    expect(axis.ticks.length).toBeLessThan(13);
  });

  test('has round ticks: elapsed time from the start', () => {
    const { axis } = timeScale([span(10, 16)], minutes(10));
    expect(axis.ticks.map(({ label }) => label)).toEqual(['0', '1m', '2m', '3m', '4m', '5m', '6m']);
  });
});
