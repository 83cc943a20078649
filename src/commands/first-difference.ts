/** Where two texts begin to differ, for a person: `line 12: was "…", would be "…"`; null when they are the same. */
export function firstDifference(before: string, after: string): string | null {
  if (before === after) return null;
  const [old, next] = [before.split('\n'), after.split('\n')];
  const at = old.findIndex((line, index) => line !== next[index]);
  const index = at < 0 ? old.length : at;
  return `line ${index + 1}: is ${shown(old[index])}, would be ${shown(next[index])}`;
}

function shown(line: string | undefined): string {
  if (line === undefined) return 'not there';
  const text = line.trim();
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
}
