// What a module says about itself.

/** What `lib.mkEnableOption` says the module is for, or null. */
export const purposeOf = (text) => /lib\.mkEnableOption "([^"$]+)"/.exec(text)?.[1] ?? null;

/** The first comment of a module as one line, or null. */
export function headerOf(text) {
  const lines = [];
  for (const line of text.split('\n')) {
    if (!line.startsWith('#')) break;
    lines.push(line.replace(/^#\s?/, ''));
  }
  return lines.length === 0 ? null : lines.join(' ');
}
