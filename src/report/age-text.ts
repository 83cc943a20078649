const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago something was, for a person who decides by it: `just now`, `5 min ago`, `3 h ago`, `2 days ago`. Milliseconds in. */
export function ageText(ms: number): string {
  // Clocks are set back at times, and machines differ: what has not been yet was just now.
  if (ms < MINUTE) return 'just now';
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min ago`;
  if (ms < DAY) return `${Math.floor(ms / HOUR)} h ago`;
  const days = Math.floor(ms / DAY);
  return days === 1 ? 'yesterday' : `${days} days ago`;
}
