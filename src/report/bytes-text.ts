const UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

/** `512 B`, `1.5 GiB`: three digits at the most after the first unit. */
export function bytesText(bytes: number): string {
  let size = Math.abs(bytes);
  let unit = 0;
  while (size >= 999.5 && unit < UNITS.length - 1) {
    size /= 1024;
    unit += 1;
  }
  const digits = unit === 0 || size >= 99.95 ? 0 : 1;
  return `${bytes < 0 ? '-' : ''}${size.toFixed(digits)} ${UNITS[unit] ?? ''}`;
}
