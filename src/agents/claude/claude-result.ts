import type { AgentEvent } from '../agent-event.js';
import { amountOf, recordOf, recordsOf, textOf, type JsonRecord } from '../json-record.js';
import { toolDetail } from '../tool-detail.js';
import { resultMessage, troubleOf } from './claude-trouble.js';

/** The `result` event: what was spent, what was denied, the answer, and how it ended. A process may print more than one; the last counts. */
export function resultEvents(result: JsonRecord): AgentEvent[] {
  const trouble = troubleOf(result);
  return [
    usageEvent(result),
    ...recordsOf(result['permission_denials']).map((denial): AgentEvent => ({
      type: 'denied',
      tool: textOf(denial['tool_name']),
      detail: toolDetail(denial['tool_input']),
    })),
    ...answerEvents(result),
    ...(trouble === null ? [] : [{ type: 'trouble', trouble, message: resultMessage(result) } as const]),
    { type: 'ended', well: result['subtype'] === 'success' && result['is_error'] === false && trouble === null },
  ];
}

/** When the CLI gave up on the model's attempts at an answer, what it says about them is in the answer's place: no check accepts it. */
function answerEvents(result: JsonRecord): AgentEvent[] {
  if (result['subtype'] === 'error_max_structured_output_retries')
    return [{ type: 'answer', value: new RangeError(resultMessage(result)) }];
  const answer = result['structured_output'];
  return answer === undefined || answer === null ? [] : [{ type: 'answer', value: answer }];
}

/**
 * What was spent since the last result of this process. `total_cost_usd` is a fallback for old versions: in newer ones it counts
 * all processes of a conversation (seen: 2.1.197 does not, 2.1.330 does).
 */
function usageEvent(result: JsonRecord): AgentEvent {
  const models = recordOf(result['model_usage_since_last_result']);
  if (models === null) {
    const usage = recordOf(result['usage']);
    const tokens = usage === null ? null : sumOf([usage], OLD_TOKENS);
    return { type: 'usage', costUsd: amountOf(result['total_cost_usd']), tokens };
  }
  const used = recordsOf(Object.values(models));
  const isTold = used.every((usage) => amountOf(usage['costUSD']) !== null);
  return {
    type: 'usage',
    costUsd: isTold ? sumOf(used, ['costUSD']) : null,
    tokens: sumOf(used, TOKENS),
    isPart: true,
  };
}

/** All that went in, read from a cache or not, and came out. */
const TOKENS = ['inputTokens', 'cacheCreationInputTokens', 'cacheReadInputTokens', 'outputTokens'];
const OLD_TOKENS = ['input_tokens', 'cache_creation_input_tokens', 'cache_read_input_tokens', 'output_tokens'];

const sumOf = (records: readonly JsonRecord[], names: readonly string[]): number =>
  records.flatMap((record) => names.map((name) => amountOf(record[name]) ?? 0)).reduce((sum, count) => sum + count, 0);
