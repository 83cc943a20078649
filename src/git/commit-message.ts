/** What a commit of the runner says about where it comes from; the order is kept. */
export type Trailers = readonly (readonly [key: string, value: string])[];

/** Keys that only the runner may write: resume and publish read them. Matched without regard to case. */
const OWN_KEY = /^\s*workflow-[a-z0-9-]*\s*:/i;

/** Whoever shows a commit prints it as it is: to a terminal, or into the log of a GitHub job, which obeys lines like these. */
const COMMAND = /^\s*::/;
// eslint-disable-next-line no-control-regex -- control characters are the subject
const CONTROL = /[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/g;

/**
 * The bytes of a commit message: `message`, a blank line, the trailers. A line of the message that looks like a trailer of
 * ours, or a command for a GitHub runner, is quoted with `> `, whatever line ending stands before it, so that nobody but the runner signs as the runner.
 */
export function commitMessage(message: string, trailers: Trailers): string {
  const lines = message
    .replace(CONTROL, '')
    .replaceAll('##[', '# #[')
    .split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/)
    .map((line) => (OWN_KEY.test(line) || COMMAND.test(line) ? `> ${line.trimStart()}` : line.trimEnd()));
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
