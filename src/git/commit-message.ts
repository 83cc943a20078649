/** What a commit of the runner says about where it comes from; the order is kept. */
export type Trailers = readonly (readonly [key: string, value: string])[];

/** Keys that only the runner may write: resume and publish read them. Matched without regard to case. */
const OWN_KEY = /^\s*workflow-[a-z0-9-]*\s*:/i;

/**
 * The bytes of a commit message: `message`, a blank line, the trailers. A line of the message that looks like a trailer of
 * ours is quoted with `> `, whatever line ending stands before it, so that nobody but the runner signs as the runner.
 */
export function commitMessage(message: string, trailers: Trailers): string {
  const lines = message
    .replaceAll('\0', '')
    .split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/)
    .map((line) => (OWN_KEY.test(line) ? `> ${line.trimStart()}` : line.trimEnd()));
  const body = lines.join('\n').trim();
  const signed = trailers.map(([key, value]) => `${key}: ${oneLine(value)}`);
  return `${[body === '' ? 'Change files' : body, signed.join('\n')].filter((part) => part !== '').join('\n\n')}\n`;
}

function oneLine(text: string): string {
  return text
    .replaceAll('\0', '')
    .replace(/[\s\u0085\u2028\u2029]+/g, ' ')
    .trim();
}
