import { durationText } from '../duration-text.js';
import type { Axis } from './run-report.js';

/** A stretch of time, ms since 1970. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where a time stands on the width of the page, in percent. */
export interface TimeScale {
  readonly axis: Axis;
  /** Percent from 0 to 100, at most three decimals. */
  readonly at: (time: number) => number;
  /** Milliseconds of a span without the pauses that are cut out. */
  readonly activeMs: (span: Span) => number;
}

/** What a pause that was cut out still takes of the width, percent. */
const BREAK_WIDTH = 3;
const SHORTEST_BREAK_MS = 60_000;
/** Ticks may stand so close to each other, percent. */
const TICK_DISTANCE = 9;

interface Piece extends Span {
  readonly start: number;
  readonly end: number;
  readonly isBreak: boolean;
}

/**
 * The scale for these stretches of time; `startedAt` is 0 on the labels. Where nothing happened for long (a run that was resumed
 * the next morning) time is cut out, so that what did happen can be seen.
 */
export function timeScale(spans: readonly Span[], startedAt: number): TimeScale {
  const pieces = layOut(busyPieces(spans, startedAt));
  const breaks = pieces.filter(({ isBreak }) => isBreak);
  const axis = {
    ticks: ticksOf(pieces, startedAt),
    breaks: breaks.map(({ from, to, start, end }) => ({
      from: start,
      to: end,
      label: `${durationText(to - from)} without work`,
    })),
  };
  const activeMs = (span: Span): number =>
    breaks.reduce(
      (rest, { from, to }) => rest - Math.max(0, Math.min(to, span.to) - Math.max(from, span.from)),
      span.to - span.from,
    );
  return { axis, activeMs, at: (time) => positionOf(time, pieces) };
}

/** Stretches that touch are one; so are those with a short pause between them. */
function busyPieces(spans: readonly Span[], startedAt: number): Span[] {
  const sorted = [{ from: startedAt, to: startedAt }, ...spans].sort((a, b) => a.from - b.from);
  const total = sorted.reduce((sum, { from, to }) => sum + (to - from), 0);
  const longest = Math.max(SHORTEST_BREAK_MS, total * 0.15);
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && from - last.to <= longest) last.to = Math.max(last.to, to);
    else merged.push({ from, to: Math.max(from, to) });
  }
  return merged;
}

function layOut(busy: readonly Span[]): Piece[] {
  const breakWidth = Math.min(BREAK_WIDTH, 40 / Math.max(1, busy.length - 1));
  const total = Math.max(
    1,
    busy.reduce((sum, { from, to }) => sum + (to - from), 0),
  );
  const perMs = (100 - breakWidth * (busy.length - 1)) / total;
  const pieces: Piece[] = [];
  let position = 0;
  let before: Span | null = null;
  for (const { from, to } of busy) {
    if (before !== null) {
      pieces.push({
        from: before.to,
        to: from,
        start: rounded(position),
        end: rounded(position + breakWidth),
        isBreak: true,
      });
      position += breakWidth;
    }
    const end = position + (to - from) * perMs;
    pieces.push({ from, to, start: rounded(position), end: rounded(end), isBreak: false });
    position = end;
    before = { from, to };
  }
  return pieces;
}

function positionOf(time: number, pieces: readonly Piece[]): number {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.from ?? 0) <= time) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  if (piece === undefined) return 0;
  const share = piece.to === piece.from ? 0 : (time - piece.from) / (piece.to - piece.from);
  return rounded(piece.start + (piece.end - piece.start) * Math.min(1, Math.max(0, share)));
}

const STEPS_SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400];

function ticksOf(pieces: readonly Piece[], startedAt: number): Axis['ticks'] {
  const busy = pieces.filter(({ isBreak }) => !isBreak);
  const total = busy.reduce((sum, { from, to }) => sum + (to - from), 0);
  const step =
    1000 * (STEPS_SECONDS.find((seconds) => seconds * 6000 >= total) ?? Math.ceil(total / 6000 / 86_400) * 86_400);
  const ticks: { at: number; label: string }[] = [{ at: 0, label: '0' }];
  for (const { from, to } of busy) {
    const first = Math.ceil((from - startedAt) / step) * step;
    for (let elapsed = first; elapsed <= to - startedAt; elapsed += step) {
      const at = positionOf(startedAt + elapsed, pieces);
      if (at - (ticks.at(-1)?.at ?? 0) >= TICK_DISTANCE) ticks.push({ at, label: tickText(elapsed / 1000) });
    }
  }
  return ticks;
}

/** `45s`, `2m`, `2m30s`, `1h05m`, `3d2h`. */
function tickText(seconds: number): string {
  const [days, hours, minutes, rest] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
  if (days > 0) return `${days}d${hours === 0 ? '' : `${hours}h`}`;
  if (hours > 0) return `${hours}h${minutes === 0 ? '' : `${String(minutes).padStart(2, '0')}m`}`;
  if (minutes > 0) return `${minutes}m${rest === 0 ? '' : `${String(rest).padStart(2, '0')}s`}`;
  return `${rest}s`;
}

function rounded(percent: number): number {
  return Math.round(percent * 1000) / 1000;
}
