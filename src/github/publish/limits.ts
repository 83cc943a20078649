/** A file that a result adds or changes; deletions have no size. */
export interface SizedChange {
  readonly path: string;
  readonly bytes: number | null;
}

export interface Limits {
  readonly maxFiles: number;
  readonly maxKilobytes: number;
}

export type LimitExceeded =
  | { readonly limit: 'files'; readonly count: number; readonly max: number }
  | {
      readonly limit: 'size';
      readonly kilobytes: number;
      readonly max: number;
      /** The largest files, largest first, at most five. */
      readonly largest: readonly { readonly path: string; readonly kilobytes: number }[];
    };

/** Which limits the changes of a result exceed. Deletions count as files. A kilobyte is 1024 bytes, rounded up. */
export function exceededLimits(changes: readonly SizedChange[], limits: Limits): LimitExceeded[] {
  const exceeded: LimitExceeded[] = [];
  if (changes.length > limits.maxFiles) {
    exceeded.push({ limit: 'files', count: changes.length, max: limits.maxFiles });
  }
  const bytes = changes.reduce((sum, change) => sum + (change.bytes ?? 0), 0);
  if (bytes > limits.maxKilobytes * 1024) {
    const largest = [...changes]
      .sort((a, b) => (b.bytes ?? 0) - (a.bytes ?? 0))
      .slice(0, 5)
      .map(({ path, bytes: size }) => ({ path, kilobytes: kilobytes(size ?? 0) }));
    exceeded.push({ limit: 'size', kilobytes: kilobytes(bytes), max: limits.maxKilobytes, largest });
  }
  return exceeded;
}

function kilobytes(bytes: number): number {
  return Math.ceil(bytes / 1024);
}
