import type { AgentTrouble } from '../base/failure.js';
import type { AgentEvent } from './agent-event.js';

/** What one process of an agent CLI has told so far. Bounded, however much it says. */
export interface Transcript {
  readonly sessionId: string | null;
  readonly turns: number;
  /** What the last turn was called; null when turns have no names. */
  readonly turnId: string | null;
  /** The last thing that it said, at most `MAX_TEXT` characters of its end. */
  readonly lastText: string;
  /** Tools that its own rules denied it, at most `MAX_DENIED` of them, and how often that was in all. */
  readonly denied: readonly string[];
  readonly denials: number;
  readonly trouble: { readonly trouble: AgentTrouble; readonly message: string } | null;
  readonly answer: { readonly value: unknown } | null;
  /** null: never told. */
  readonly costUsd: number | null;
  readonly tokens: number | null;
  /** The CLI's own word; null when it said nothing. */
  readonly endedWell: boolean | null;
}

const MAX_TEXT = 256 * 1024;
const MAX_DENIED = 20;
const MAX_LINE = 500;

/** What no process can have spent: such a number is no amount, and sums of them are none. */
const MAX_USD = 1e6;
const MAX_TOKENS = 1e12;

export const EMPTY_TRANSCRIPT: Transcript = {
  sessionId: null,
  turns: 0,
  turnId: null,
  lastText: '',
  denied: [],
  denials: 0,
  trouble: null,
  answer: null,
  costUsd: null,
  tokens: null,
  endedWell: null,
};

/** The transcript after one more event. */
export function withEvent(before: Transcript, event: AgentEvent): Transcript {
  switch (event.type) {
    case 'session':
      return { ...before, sessionId: event.id };
    case 'turn':
      return withTurn(before, event.id ?? null);
    case 'text':
      return { ...before, lastText: `${event.isPiece === true ? before.lastText : ''}${event.text}`.slice(-MAX_TEXT) };
    case 'denied': {
      const denial = `${event.tool} ${event.detail}`.trim().slice(0, MAX_LINE);
      const denied = before.denied.length < MAX_DENIED ? [...before.denied, denial] : before.denied;
      return { ...before, denied, denials: before.denials + 1 };
    }
    case 'trouble':
      return { ...before, trouble: { trouble: event.trouble, message: event.message.slice(0, MAX_TEXT) } };
    case 'answer':
      return { ...before, answer: { value: event.value } };
    case 'usage':
      return { ...before, ...spent(before, event) };
    case 'ended':
      return { ...before, endedWell: event.well };
    case 'tool':
    case 'tool-failed':
    case 'retrying':
      return before;
  }
}

function withTurn(before: Transcript, id: string | null): Transcript {
  const isKnown = id !== null && id === before.turnId;
  return isKnown ? before : { ...before, turns: before.turns + 1, turnId: id };
}

function spent(
  before: Transcript,
  event: AgentEvent & { readonly type: 'usage' },
): Pick<Transcript, 'costUsd' | 'tokens'> {
  const costUsd = plausible(event.costUsd, MAX_USD);
  const tokens = plausible(event.tokens, MAX_TOKENS);
  if (event.isPart !== true) return { costUsd: costUsd ?? before.costUsd, tokens: tokens ?? before.tokens };
  const sum = (all: number | null, part: number | null): number | null => (part === null ? all : (all ?? 0) + part);
  return { costUsd: sum(before.costUsd, costUsd), tokens: sum(before.tokens, tokens) };
}

const plausible = (amount: number | null, most: number): number | null =>
  amount === null || amount > most ? null : amount;
