import { resolve } from 'node:path';
import type { MessageReply, ReplyBlock } from './messages-api-reply.js';
import type { ApiRequest } from './messages-api-request.js';

let count = 0;

/** A message as the API sends it without streaming. Relative paths of tools are resolved against the agent's folder. */
export function messageDocument(reply: MessageReply, request: ApiRequest): Record<string, unknown> {
  count += 1;
  const { input, output } = reply.usage ?? { input: 1000, output: 50 };
  const usesTool = reply.content.some(({ type }) => type === 'tool_use');
  return {
    id: `msg_scripted_${count}`,
    type: 'message',
    role: 'assistant',
    model: request.model,
    content: reply.content.map((block, index) => contentBlock(block, `toolu_scripted_${count}_${index}`, request)),
    stop_reason: reply.stopReason ?? (usesTool ? 'tool_use' : 'end_turn'),
    stop_sequence: null,
    usage: {
      input_tokens: input,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
      output_tokens: output,
    },
  };
}

/** The same message as server-sent events. */
export function* messageEvents(reply: MessageReply, request: ApiRequest): Generator<string> {
  const whole = messageDocument(reply, request);
  const {
    content,
    usage,
    stop_reason: stopReason,
  } = whole as {
    content: Record<string, unknown>[];
    usage: Record<string, number>;
    stop_reason: string;
  };
  const begun = { ...whole, content: [], stop_reason: null, usage: { ...usage, output_tokens: 1 } };
  yield event('message_start', { message: begun });
  for (const [index, block] of content.entries()) yield* blockEvents(index, block);
  yield event('message_delta', {
    delta: { stop_reason: stopReason, stop_sequence: null },
    usage: { output_tokens: usage['output_tokens'] },
  });
  yield event('message_stop', {});
}

/** One server-sent event. */
export function event(type: string, data: Record<string, unknown>): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`;
}

function* blockEvents(index: number, block: Record<string, unknown>): Generator<string> {
  const isText = block['type'] === 'text';
  yield event('content_block_start', {
    index,
    content_block: isText ? { ...block, text: '' } : { ...block, input: {} },
  });
  const delta = isText
    ? { type: 'text_delta', text: block['text'] }
    : { type: 'input_json_delta', partial_json: JSON.stringify(block['input']) };
  yield event('content_block_delta', { index, delta });
  yield event('content_block_stop', { index });
}

function contentBlock(block: ReplyBlock, id: string, { folder }: ApiRequest): Record<string, unknown> {
  if (block.type === 'text') return { ...block };
  const { file_path: path, ...rest } = block.input;
  const input = typeof path === 'string' ? { file_path: resolve(folder ?? '/', path), ...rest } : rest;
  return { type: 'tool_use', id, name: block.name, input };
}
