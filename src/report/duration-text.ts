/** A duration for a person: `3.2 s`, `42 s`, `2 min 5 s`, `1 h 3 min`. Milliseconds in; negative counts as 0. */
export function durationText(ms: number): string {
  const seconds = Math.max(0, ms) / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return joined([Math.floor(whole / 60), 'min'], [whole % 60, 's']);
  const minutes = Math.round(whole / 60);
  return joined([Math.floor(minutes / 60), 'h'], [minutes % 60, 'min']);
}

/** A duration that is known in whole seconds only: `<1 s`, `3 s`, then as `durationText`. */
export function secondsText(seconds: number): string {
  if (seconds < 1) return '<1 s';
  return seconds < 10 ? `${Math.floor(seconds)} s` : durationText(seconds * 1000);
}

function joined(first: [number, string], second: [number, string]): string {
  return [first, second]
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(' ');
}
