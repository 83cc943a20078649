import type { AgentEvent } from './agent-event.js';

const MAX_TEXT = 4000;

/** An event as the log shows it; null for what says nothing to a person. The log makes it safe and takes secrets out. */
export function logLine(event: AgentEvent): string | null {
  switch (event.type) {
    case 'text':
      // Pieces are shown when the text is whole: a secret could lie across two of them.
      return event.isPiece === true ? null : shortened(event.text.trim());
    case 'tool':
      return shortened(`> ${event.name} ${event.detail}`.trimEnd());
    case 'tool-failed':
      return shortened(`! ${event.message.trim()}`);
    case 'denied':
      return shortened(`! denied: ${event.tool} ${event.detail}`.trimEnd());
    case 'retrying':
      return shortened(`! trying again: ${event.message}`);
    case 'trouble':
      return shortened(`! ${event.message}`);
    case 'session':
    case 'turn':
    case 'answer':
    case 'usage':
    case 'ended':
      return null;
  }
}

const shortened = (text: string): string | null =>
  text === '' ? null : text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)} …` : text;
