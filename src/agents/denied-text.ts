import type { Transcript } from './transcript.js';

/** What a CLI's own rules denied its agent, in one line: that line is what the agent is told of it. */
export function deniedText({ denied, denials }: Pick<Transcript, 'denied' | 'denials'>): string {
  const more = denials > denied.length ? `, and ${denials - denied.length} more` : '';
  return `${denied.join(', ')}${more}`;
}
