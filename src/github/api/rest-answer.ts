import type { RestFailure } from './rest-failure.js';

/** What came back from a request that did not succeed. */
export interface AnswerFacts {
  /** null: there was no answer at all. */
  readonly status: number | null;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The body, as it was parsed. */
  readonly data: unknown;
  /** What the client says. */
  readonly message: string;
  /** The system's code for trouble with the connection, for example `ECONNREFUSED`. */
  readonly code: string | null;
}

/** GitHub asks to wait a minute where a secondary limit names no time (docs.github.com, best practices for the REST API). */
const SECONDARY_LIMIT_MS = 60_000;

/** The server has not seen the request. */
const NOT_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

/** Judges an answer of 400 and more, or none. `nowMs`: the clock, milliseconds since 1970, for limits that name a moment. */
export function failureOfAnswer(answer: AnswerFacts, nowMs: number): RestFailure {
  const { status, code, message } = answer;
  if (status === null) {
    return { reason: 'unreachable', message, outcomeUnknown: code === null || !NOT_SENT.includes(code) };
  }
  const messages = messagesOf(answer);
  const said = messages.join('; ');
  if (status === 429 || (status === 403 && isRateLimit(answer, said))) {
    return { reason: 'rate-limited', message: said, retryAfterMs: askedWaitMs(answer, nowMs) };
  }
  if (status >= 500) return { reason: 'unreachable', message: `HTTP ${status} ${said}`.trim(), outcomeUnknown: true };
  if (status === 401) return { reason: 'unauthorized', message: said };
  if (status === 403) return { reason: 'forbidden', message: said };
  if (status === 404) return { reason: 'not-found', message: said };
  return { reason: 'invalid', status, messages };
}

/** How long to wait before another attempt; null: as backoff says. */
export function rateLimitMs(failure: RestFailure): number | null {
  return failure.reason === 'rate-limited' ? (failure.retryAfterMs ?? SECONDARY_LIMIT_MS) : null;
}

function isRateLimit({ headers }: AnswerFacts, said: string): boolean {
  return (
    headers['retry-after'] !== undefined ||
    String(headers['x-ratelimit-remaining']) === '0' ||
    /secondary rate limit|rate limit exceeded|abuse detection/i.test(said)
  );
}

function askedWaitMs({ headers }: AnswerFacts, nowMs: number): number | null {
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
  if (Number.isFinite(seconds)) return Math.max(0, seconds) * 1000;
  const reset = Number(headers['x-ratelimit-reset'] ?? Number.NaN);
  if (String(headers['x-ratelimit-remaining']) !== '0' || !Number.isFinite(reset)) return null;
  return Math.max(0, reset * 1000 - nowMs) + 1000;
}

/** GitHub's `message` and `errors`, whose elements are texts or objects with `message`, or `resource`, `field` and `code`. */
function messagesOf({ data, message }: AnswerFacts): string[] {
  if (typeof data !== 'object' || data === null) return [message];
  const body = data as Readonly<Record<string, unknown>>;
  const errors = Array.isArray(body['errors']) ? (body['errors'] as unknown[]) : [body['errors']];
  const all = [body['message'], ...errors.map(errorText)].flatMap((text) => (typeof text === 'string' ? [text] : []));
  return all.length === 0 ? [message] : all.map((text) => text.slice(0, 1000));
}

function errorText(error: unknown): string | null {
  if (typeof error === 'string') return error;
  if (typeof error !== 'object' || error === null) return null;
  const { message, resource, field, code } = error as Readonly<Record<string, unknown>>;
  if (typeof message === 'string') return message;
  const parts = [resource, field, code].filter((part) => typeof part === 'string');
  return parts.length === 0 ? null : parts.join(' ');
}
