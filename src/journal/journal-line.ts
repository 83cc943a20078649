import type { RunEvent } from '../engine/event.js';

/** One line of `journal.jsonl`, parsed: for its readers. The first one names the format. */
export interface JournalLine {
  /** Counts from 0. */
  readonly seq: number;
  /** 16 hexadecimal digits, over the sum before it, the number and the bytes of the event. */
  readonly sum: string;
  readonly event: RunEvent | { readonly format: 1 };
}
