import type { AgentTrouble } from '../../base/failure.js';
import { recordOf, textOf, type JsonRecord } from '../json-record.js';

const LONGEST = 2000;

/** What a `result` says of its end, in short: its text, or its list of errors. */
export function resultMessage(result: JsonRecord): string {
  const { errors } = result;
  const listed = Array.isArray(errors) ? errors.map(errorText).filter((text) => text !== '') : [];
  const text = listed.length > 0 ? listed.join('\n') : textOf(result['result']);
  return (text === '' ? textOf(result['subtype']) : text).slice(0, LONGEST);
}

const errorText = (error: unknown): string =>
  typeof error === 'string' ? error : textOf(recordOf(error)?.['message']);

/**
 * In which way a conversation did not end well; null when it did, or when only its answer is missing. An error of the API is a
 * `success` with `is_error`, so neither is enough by itself.
 */
export function troubleOf(result: JsonRecord): AgentTrouble | null {
  switch (result['subtype']) {
    case 'success':
      return result['is_error'] === false ? null : apiTrouble(result);
    case 'error_max_turns':
      return 'turns';
    // The limit that the runner set itself; `concludeClaude` knows it and says so.
    case 'error_max_budget_usd':
      return 'policy';
    case 'error_max_structured_output_retries':
      return null;
    default:
      // A conversation that is not there will not be there the next time.
      return /^No conversation found/m.test(resultMessage(result)) ? 'input' : 'crashed';
  }
}

/** What the CLI's own texts tell where there is no status: it never reached the API, or gave up on the answer. */
const TEXTS: readonly (readonly [RegExp, AgentTrouble])[] = [
  [/not logged in|invalid (api key|auth token)|\/login|authenticat|credit balance|oauth token/i, 'auth'],
  [
    /prompt is too long|request too large|issue with the selected model|may not exist or you may not have access/i,
    'input',
  ],
  [/usage policy|legal\/aup/i, 'policy'],
  [
    /connect|network|time(d )?-?out|dns|socket|overloaded|rate limit|server error|stream|fetch failed|E[A-Z]{4,}\b/i,
    'transient',
  ],
];

function apiTrouble(result: JsonRecord): AgentTrouble {
  if (result['stop_reason'] === 'refusal') return 'policy';
  const text = resultMessage(result);
  const byText = TEXTS.find(([pattern]) => pattern.test(text))?.[1];
  const { api_error_status: status, api_error: kind } = result;
  if (typeof status === 'number') return byStatus(status, byText === 'auth');
  // Prose of a length that no limit allows: another attempt may be shorter.
  if (kind === 'max_output_tokens') return 'crashed';
  return kind === 'connection_failed' ? 'transient' : (byText ?? 'crashed');
}

/** 400 with a text on the account (no credit left) is not the request's fault. */
function byStatus(status: number, isAccount: boolean): AgentTrouble {
  if ([401, 402, 403].includes(status)) return 'auth';
  if ([408, 409, 429].includes(status) || status >= 500) return 'transient';
  return isAccount ? 'auth' : 'input';
}
