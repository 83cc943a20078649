import type { ApiRequest } from './messages-api-request.js';

/** One block of what the model says. */
export type ReplyBlock =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'tool_use'; readonly name: string; readonly input: Readonly<Record<string, unknown>> };

/** Tokens that a reply counts; they make the cost that a CLI tells. */
export interface ReplyUsage {
  readonly input: number;
  readonly output: number;
}

/** What the scripted API does with one request. */
export type Reply =
  | {
      readonly kind: 'message';
      readonly content: readonly ReplyBlock[];
      readonly usage?: ReplyUsage;
      readonly stopReason?: string;
      /** Milliseconds before the first byte. */
      readonly delayMs?: number;
    }
  /** `type` and `message` as in the API's error document. */
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly type: string;
      readonly message: string;
      readonly headers: Readonly<Record<string, string>>;
    }
  /** Accepts the request and never sends a byte. */
  | { readonly kind: 'hang' }
  /** Sends the headers and the beginning of a text, and then nothing more. */
  | { readonly kind: 'silence'; readonly text: string }
  /** Sends the beginning of a text and closes the connection. */
  | { readonly kind: 'cut'; readonly text: string }
  /** One text of that many bytes, in pieces. */
  | { readonly kind: 'flood'; readonly bytes: number };

/** A reply, or how it follows from the request. */
export type ReplyOf = Reply | ((request: ApiRequest) => Reply | Promise<Reply>);

export type MessageReply = Extract<Reply, { kind: 'message' }>;

/** The model says a text and ends its turn. */
export const say = (text: string): MessageReply => ({ kind: 'message', content: [{ type: 'text', text }] });

/** The model uses a tool. */
export const use = (name: string, input: Readonly<Record<string, unknown>>): MessageReply => ({
  kind: 'message',
  content: [{ type: 'tool_use', name, input }],
});

/** Tools by name; a relative path is meant from the agent's current folder, as it was told to the API. */
export const write = (path: string, content: string): MessageReply => use('Write', { file_path: path, content });
export const read = (path: string): MessageReply => use('Read', { file_path: path });
export const bash = (command: string): MessageReply => use('Bash', { command, description: 'run it' });
/** The file must have been read before: Claude Code refuses otherwise. */
export const edit = (path: string, from: string, to: string): MessageReply =>
  use('Edit', { file_path: path, old_string: from, new_string: to });

/** The structured answer of an agent of ours, by Claude Code's own tool for it. */
export const answer = (
  status: 'done' | 'no-op' | 'blocked',
  summary = 'it is so',
  followUps: readonly string[] = [],
): MessageReply => use('StructuredOutput', { status, summary, follow_ups: followUps });

/** Several blocks in one message: several tools at once, or a text and a tool. */
export const together = (...replies: readonly MessageReply[]): MessageReply => ({
  kind: 'message',
  content: replies.flatMap(({ content }) => content),
});

/** The same reply, with other usage than the default of 1000 tokens in and 50 out. */
export const costing = (usage: ReplyUsage, reply: MessageReply): MessageReply => ({ ...reply, usage });

/** The same reply, after a while. */
export const late = (delayMs: number, reply: MessageReply): MessageReply => ({ ...reply, delayMs });

/** The model refuses (`stop_reason: refusal`). */
export const refuse = (text: string): MessageReply => ({ ...say(text), stopReason: 'refusal' });

const ERROR_TYPES: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  429: 'rate_limit_error',
  529: 'overloaded_error',
};

/** An HTTP error, with the API's error document for that status. */
export const fail = (
  status: number,
  message = `scripted ${status}`,
  headers: Readonly<Record<string, string>> = {},
): Reply => ({
  kind: 'error',
  status,
  type: ERROR_TYPES[status] ?? 'api_error',
  message,
  headers,
});

export const HANG: Reply = { kind: 'hang' };
