import type { AgentTrouble } from '../base/failure.js';

/** What an agent CLI tells while it works, in our words. Text in it is hostile: it is cleaned where it is shown. */
export type AgentEvent =
  /** The conversation has this id; said at its beginning, and possibly again. */
  | { readonly type: 'session'; readonly id: string }
  /** The model was asked once more. `id`: of what it answered; told again with the same one it is the same turn. */
  | { readonly type: 'turn'; readonly id?: string }
  /** `isPiece`: it goes on with the text before; a text that begins anew comes after one that is empty. */
  | { readonly type: 'text'; readonly text: string; readonly isPiece?: true }
  /** It uses a tool: `detail` is a file, a command or the like, one line. */
  | { readonly type: 'tool'; readonly name: string; readonly detail: string }
  | { readonly type: 'tool-failed'; readonly message: string }
  /** The CLI's own rules kept it from using a tool. */
  | { readonly type: 'denied'; readonly tool: string; readonly detail: string }
  /** The CLI tries a request again by itself. */
  | { readonly type: 'retrying'; readonly message: string }
  /** Trouble that did not end the CLI yet, or the reason why it will. The last one counts. */
  | { readonly type: 'trouble'; readonly trouble: AgentTrouble; readonly message: string }
  /** The structured answer, not checked yet. */
  | { readonly type: 'answer'; readonly value: unknown }
  /** What this process has spent so far, in all, or since the last time (`isPart`); null: not told. */
  | { readonly type: 'usage'; readonly costUsd: number | null; readonly tokens: number | null; readonly isPart?: true }
  /** The CLI's own word on how it ended; the last one counts. Not believed without the rest. */
  | { readonly type: 'ended'; readonly well: boolean };
