/** Deeper values are not taken apart: they would be no configuration. */
const DEEPEST = 200;

/**
 * One text for all orders of the elements of every array (and of object keys) in a JSON text; null when it is no JSON array or object.
 * `ofText` gives that of a string in it.
 */
export function canonicalJson(text: string, ofText: (text: string) => string = JSON.stringify): string | null {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    return canonical(JSON.parse(text), 0, ofText);
  } catch {
    return null;
  }
}

function canonical(value: unknown, depth: number, ofText: (text: string) => string): string | null {
  if (depth > DEEPEST) return null;
  if (typeof value === 'string') return ofText(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const isArray = Array.isArray(value);
  const parts: string[] = [];
  for (const [key, item] of Object.entries(value)) {
    const inner = canonical(item, depth + 1, ofText);
    if (inner === null) return null;
    parts.push(isArray ? inner : `${JSON.stringify(key)}:${inner}`);
  }
  parts.sort();
  return isArray ? `[${parts.join(',')}]` : `{${parts.join(',')}}`;
}
