import type { IncomingHttpHeaders } from 'node:http';

/** One message of a conversation: its role and its content, always as blocks. */
export interface ApiMessage {
  readonly role: string;
  readonly content: readonly Readonly<Record<string, unknown>>[];
}

/** A request to the Messages API, as a script decides from it. */
export interface ApiRequest {
  readonly headers: IncomingHttpHeaders;
  readonly model: string;
  /** All system texts, joined by line ends. */
  readonly system: string;
  readonly messages: readonly ApiMessage[];
  /** Text of the last message of the user that is not only results of tools: what was asked last. */
  readonly prompt: string;
  /** Text of everything in `messages`, results of tools included. */
  readonly text: string;
  /** Names of the tools that are offered. */
  readonly tools: readonly string[];
  /** How many messages of the assistant the history has. */
  readonly turns: number;
  /** The current folder that the CLI tells; null when it tells none. */
  readonly folder: string | null;
  readonly isStreaming: boolean;
  /** The whole document. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** A conversation that goes on in another folder tells the new one later, with the old one behind it. */
const FOLDER = /Primary working directory: (.+?)(?: \(was .*\))?$/gm;

/** Reads the JSON text of a request; throws on what a real CLI would not send. */
export function parseRequest(text: string, headers: IncomingHttpHeaders): ApiRequest {
  const body = JSON.parse(text) as Record<string, unknown>;
  const messages = (body['messages'] as { role: string; content: unknown }[]).map(({ role, content }) => ({
    role,
    content: blocksOf(content),
  }));
  const system = blocksOf(body['system'] ?? [])
    .map(textOf)
    .join('\n');
  const all = messages.map(textOfMessage).join('\n');
  const prompts = messages.filter(({ role, content }) => role === 'user' && content.some(isPrompt));
  const last = prompts.at(-1);
  return {
    headers,
    model: String(body['model']),
    system,
    messages,
    prompt: (last?.content ?? []).filter(isPrompt).map(textOf).join('\n'),
    text: all,
    tools: ((body['tools'] ?? []) as { name: string }[]).map(({ name }) => name),
    turns: messages.filter(({ role }) => role === 'assistant').length,
    folder: [...`${system}\n${all}`.matchAll(FOLDER)].at(-1)?.[1]?.trim() ?? null,
    isStreaming: body['stream'] === true,
    body,
  };
}

const blocksOf = (content: unknown): ApiMessage['content'] =>
  typeof content === 'string' ? [{ type: 'text', text: content }] : (content as ApiMessage['content']);

const textOf = (block: Readonly<Record<string, unknown>>): string =>
  typeof block['text'] === 'string' ? block['text'] : JSON.stringify(block);

const textOfMessage = ({ content }: ApiMessage): string => content.map(textOf).join('\n');

/** What the CLI adds by itself is a reminder, no prompt. */
const isPrompt = (block: Readonly<Record<string, unknown>>): boolean =>
  block['type'] === 'text' && !String(block['text']).trimStart().startsWith('<system-reminder>');
