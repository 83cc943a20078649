import type { AgentEvent } from '../agent-event.js';
import { amountOf, recordOf, recordsOf, textOf, type JsonRecord } from './claude-json.js';
import { toolDetail } from './claude-tool-detail.js';
import { resultMessage, troubleOf } from './claude-trouble.js';

/** The `result` event: what was spent, what was denied, the answer, and how it ended. A process may print more than one; the last counts. */
export function resultEvents(result: JsonRecord): AgentEvent[] {
  const trouble = troubleOf(result);
  return [
    { type: 'usage', costUsd: costOf(result), tokens: tokensOf(result) },
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
 * What this process has cost, US dollars. `total_cost_usd` counts all processes of a conversation since some version, so what was
 * used since the last result comes first; not with a second result, where it is a part only and the total the safe side.
 */
function costOf(result: JsonRecord): number | null {
  const costs = sinceLastResult(result)?.map((usage) => amountOf(usage['costUSD']));
  const total = amountOf(result['total_cost_usd']);
  if (costs === undefined) return total;
  return costs.reduce<number | null>((sum, cost) => (sum === null || cost === null ? null : sum + cost), 0) ?? total;
}

/** All tokens that went in, read from a cache or not, and came out. */
function tokensOf(result: JsonRecord): number | null {
  const models = sinceLastResult(result);
  if (models !== undefined)
    return sumOf(models, ['inputTokens', 'cacheCreationInputTokens', 'cacheReadInputTokens', 'outputTokens']);
  const usage = recordOf(result['usage']);
  if (usage === null) return null;
  return sumOf([usage], ['input_tokens', 'cache_creation_input_tokens', 'cache_read_input_tokens', 'output_tokens']);
}

/** By model; undefined where it is not told or not all of what this process has used. */
function sinceLastResult(result: JsonRecord): JsonRecord[] | undefined {
  const usage = recordOf(result['model_usage_since_last_result']);
  const isFirst = (amountOf(result['result_index']) ?? 0) === 0;
  return usage === null || !isFirst ? undefined : recordsOf(Object.values(usage));
}

const sumOf = (records: readonly JsonRecord[], names: readonly string[]): number =>
  records.flatMap((record) => names.map((name) => amountOf(record[name]) ?? 0)).reduce((sum, count) => sum + count, 0);
