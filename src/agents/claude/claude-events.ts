import type { AgentEvent } from '../agent-event.js';
import { parseRecord, recordOf, recordsOf, textOf, type JsonRecord } from '../json-record.js';
import { toolDetail } from '../tool-detail.js';
import { resultEvents } from './claude-result.js';

/** Messages that the CLI writes itself, for example on an error of the API, bear this in place of a model. */
const NO_MODEL = '<synthetic>';

/** One line of `--output-format stream-json`. What is unknown or has another shape than expected is no event. */
export function readClaudeLine(line: string): readonly AgentEvent[] {
  const event = parseRecord(line);
  switch (event?.['type']) {
    case 'system':
      return systemEvents(event);
    case 'assistant':
      return assistantEvents(event);
    case 'user':
      return userEvents(event);
    case 'result':
      return resultEvents(event);
    default:
      return [];
  }
}

function systemEvents(event: JsonRecord): AgentEvent[] {
  switch (event['subtype']) {
    case 'init': {
      const id = textOf(event['session_id']);
      return id === '' ? [] : [{ type: 'session', id }];
    }
    case 'api_retry':
      return [{ type: 'retrying', message: retryMessage(event) }];
    case 'model_fallback': {
      const [from, to] = [textOf(event['original_model']), textOf(event['fallback_model'])];
      return [{ type: 'retrying', message: `${to} in place of ${from} (${textOf(event['trigger'])})` }];
    }
    default:
      return [];
  }
}

/** `rate_limit (429), retry 1 of 3`. */
function retryMessage({ error, error_status: status, attempt, max_retries: most }: JsonRecord): string {
  const what = textOf(error) === '' ? 'a request failed' : textOf(error);
  const code = typeof status === 'number' ? ` (${status})` : '';
  const count = typeof attempt === 'number' && typeof most === 'number' ? `, retry ${attempt} of ${most}` : '';
  return `${what}${code}${count}`;
}

/**
 * What the model said. The CLI prints each block of a message by itself; they bear the message's id. Texts of subagents are not
 * what the agent says.
 */
function assistantEvents(event: JsonRecord): AgentEvent[] {
  const message = recordOf(event['message']);
  if (message === null || message['model'] === NO_MODEL) return [];
  const isSubagent = typeof event['parent_tool_use_id'] === 'string';
  const blocks = recordsOf(message['content']).flatMap((block): AgentEvent[] => {
    if (block['type'] === 'text' && !isSubagent) return [{ type: 'text', text: textOf(block['text']) }];
    if (block['type'] !== 'tool_use') return [];
    return [{ type: 'tool', name: textOf(block['name']), detail: toolDetail(block['input']) }];
  });
  return isSubagent ? blocks : [{ type: 'turn', id: textOf(message['id']) }, ...blocks];
}

function userEvents(event: JsonRecord): AgentEvent[] {
  return recordsOf(recordOf(event['message'])?.['content']).flatMap((block): AgentEvent[] => {
    if (block['type'] !== 'tool_result' || block['is_error'] !== true) return [];
    return [{ type: 'tool-failed', message: contentText(block['content']) }];
  });
}

/** The content of a result: a text, or blocks of text. */
function contentText(content: unknown): string {
  const text =
    typeof content === 'string'
      ? content
      : recordsOf(content)
          .map((block) => textOf(block['text']))
          .join('\n');
  return text.replace(/^<tool_use_error>|<\/tool_use_error>$/g, '');
}
