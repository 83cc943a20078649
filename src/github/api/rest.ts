import type { z } from 'zod';
import { err, ok, type Result } from '../../base/result.js';
import type { ActionWorld } from '../action-world.js';
import { failureOfAnswer, rateLimitMs, type AnswerFacts } from './rest-answer.js';
import type { RestFailure } from './rest-failure.js';
import { retry, type Attempt } from './retry.js';

export { restProblem, type RestFailure } from './rest-failure.js';

export interface RestRequest<T> {
  /** For example `GET /repos/{owner}/{repo}/pulls`; owner and repo are filled in when `parameters` has none. */
  readonly route: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** What is taken from the answer; anything else in it is dropped. */
  readonly answer: z.ZodType<T>;
  /**
   * What happens after an attempt whose outcome is unknown. `repeat` where doing it twice does no harm (the default but
   * for POST); `give-up` (the default for POST); or a look whether it was done: its value is the answer, null means repeat.
   */
  readonly whenUnknown?: 'repeat' | 'give-up' | (() => Promise<Result<T | null, RestFailure>>);
}

export interface RestListRequest<T> {
  readonly route: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Of one element. */
  readonly element: z.ZodType<T>;
  /** The property of the answer that holds the list; left out where the answer is the list. */
  readonly property?: string;
  /** At most this many elements are read; default 1000. */
  readonly limit?: number;
}

/** The REST API of one repository. Nothing rejects but for our own bugs. */
export interface GitHubRest {
  readonly request: <T>(request: RestRequest<T>) => Promise<Result<T, RestFailure>>;
  /** All pages, up to the limit, in order. */
  readonly list: <T>(request: RestListRequest<T>) => Promise<Result<readonly T[], RestFailure>>;
}

export interface RestOptions {
  readonly owner: string;
  readonly repo: string;
  readonly apiUrl: string;
  readonly token: string;
  readonly sleep: (ms: number) => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly signal: AbortSignal;
  /** Bound of one attempt; default 60 s. */
  readonly timeoutMs?: number;
}

type RestWorld = Pick<ActionWorld, 'facts' | 'token' | 'sleep' | 'now' | 'signal'>;

/** Five attempts with pauses of 1, 2, 4 and 8 s, or what GitHub asks for up to two minutes. */
const RETRY = { attempts: 5, firstDelayMs: 1000, maxDelayMs: 120_000 } as const;
const TIMEOUT_MS = 60_000;
const PAGE_SIZE = 100;
const LIST_LIMIT = 1000;

/** The API of the repository that the job is of, with its token. */
export function restOf({ facts, token, sleep, now, signal }: RestWorld): Promise<GitHubRest> {
  const { owner, repo, apiUrl } = facts;
  return openRest({ owner, repo, apiUrl, token, sleep, now, signal });
}

/** Opens the API with a token; sends nothing yet. Loads the client, which takes some 20 ms. */
export async function openRest(options: RestOptions): Promise<GitHubRest> {
  const { getOctokit } = await import('@actions/github');
  const silent = (): void => undefined;
  const octokit = getOctokit(options.token, {
    baseUrl: options.apiUrl,
    userAgent: 'workflow-runner',
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  return new RetryingRest(options, async (route, parameters) => await octokit.request(route, parameters));
}

interface Answer {
  readonly data: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
}

type Send = (route: string, parameters: Record<string, unknown>) => Promise<Answer>;

/** Carries a failure through `retry`, which rejects with the error of the last attempt. */
class Failed extends Error {
  readonly failure: RestFailure;

  constructor(failure: RestFailure) {
    super(failure.reason);
    this.failure = failure;
  }
}

class RetryingRest implements GitHubRest {
  readonly #options: RestOptions;
  readonly #send: Send;

  constructor(options: RestOptions, send: Send) {
    this.#options = options;
    this.#send = send;
  }

  async request<T>(request: RestRequest<T>): Promise<Result<T, RestFailure>> {
    const answer = await this.#retried(request, (data) => read(request.answer, data));
    return answer.ok ? ok(answer.value.value) : answer;
  }

  async list<T>(request: RestListRequest<T>): Promise<Result<readonly T[], RestFailure>> {
    const { route, element, property, limit = LIST_LIMIT } = request;
    const found: T[] = [];
    for (let page = 1; found.length < limit; page += 1) {
      const parameters = { ...request.parameters, per_page: Math.min(PAGE_SIZE, limit), page };
      const answer = await this.#retried({ route, parameters }, (data) => readList(element, data, property));
      if (!answer.ok) return answer;
      found.push(...answer.value.value);
      if (!answer.value.hasNext) break;
    }
    return ok(found.slice(0, limit));
  }

  async #retried<T>(
    request: Pick<RestRequest<T>, 'route' | 'parameters' | 'whenUnknown'>,
    readData: (data: unknown) => Result<T, RestFailure>,
  ): Promise<Result<Page<T>, RestFailure>> {
    let isUnknown = false;
    const attempt = async (): Promise<Attempt<Result<Page<T>, RestFailure>>> => {
      const look = request.whenUnknown;
      if (isUnknown && typeof look === 'function') {
        const done = await look();
        if (!done.ok) return { done: true, value: done };
        if (done.value !== null) return { done: true, value: ok({ value: done.value, hasNext: false }) };
      }
      const tried = await this.#once(request);
      if (tried.kind === 'answer') {
        const value = readData(tried.answer.data);
        const hasNext = /\brel="?next"?/.test(textOf(tried.answer.headers['link']));
        return { done: true, value: value.ok ? ok({ value: value.value, hasNext }) : value };
      }
      isUnknown = tried.failure.reason === 'unreachable' && tried.failure.outcomeUnknown;
      if (!mayRepeat(request, tried.failure)) return { done: true, value: err(tried.failure) };
      return { done: false, error: new Failed(tried.failure), afterMs: rateLimitMs(tried.failure) };
    };
    try {
      return await retry(attempt, { ...RETRY, sleep: this.#options.sleep });
    } catch (error) {
      if (error instanceof Failed) return err(error.failure);
      throw error;
    }
  }

  async #once(request: Pick<RestRequest<unknown>, 'route' | 'parameters'>): Promise<Tried> {
    const { owner, repo, signal, timeoutMs = TIMEOUT_MS, now } = this.#options;
    if (isAborted(signal)) return { kind: 'failed', failure: { reason: 'cancelled' } };
    const repository = request.route.includes('{owner}') ? { owner, repo } : {};
    const timeOut = AbortSignal.timeout(timeoutMs);
    const parameters = {
      ...repository,
      ...request.parameters,
      headers: { 'x-github-api-version': '2022-11-28' },
      request: { signal: AbortSignal.any([signal, timeOut]) },
    };
    let facts: AnswerFacts;
    try {
      const answer = await this.#send(request.route, parameters);
      // A body that is cut off by an abort is given as if it were the answer.
      if (!isAborted(signal) && !isAborted(timeOut)) return { kind: 'answer', answer };
      facts = { status: null, headers: {}, data: null, message: '', code: null };
    } catch (error) {
      facts = factsOf(error);
    }
    if (isAborted(signal)) return { kind: 'failed', failure: { reason: 'cancelled' } };
    const timedOut = `no answer within ${Math.round(timeoutMs / 1000)} s`;
    const told = isAborted(timeOut) ? { ...facts, message: timedOut } : facts;
    return { kind: 'failed', failure: failureOfAnswer(told, now()) };
  }
}

interface Page<T> {
  readonly value: T;
  readonly hasNext: boolean;
}

type Tried =
  { readonly kind: 'answer'; readonly answer: Answer } | { readonly kind: 'failed'; readonly failure: RestFailure };

function mayRepeat(request: Pick<RestRequest<unknown>, 'route' | 'whenUnknown'>, failure: RestFailure): boolean {
  if (failure.reason === 'rate-limited') return true;
  if (failure.reason !== 'unreachable') return false;
  const whenUnknown = request.whenUnknown ?? (request.route.startsWith('POST ') ? 'give-up' : 'repeat');
  return !failure.outcomeUnknown || whenUnknown !== 'give-up';
}

/** What octokit rejects with: a RequestError with the response, or with none when there was no answer. */
function factsOf(error: unknown): AnswerFacts {
  if (!(error instanceof Error)) throw error;
  const { response, cause } = error as {
    response?: { status: number; headers: Answer['headers']; data: unknown };
  } & Error;
  if (response !== undefined) {
    const { status, headers, data } = response;
    return { status, headers, data, message: error.message, code: null };
  }
  if (!('status' in error)) throw error;
  const reason = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const code = reason instanceof Error && 'code' in reason ? textOf(reason.code) : null;
  return { status: null, headers: {}, data: null, message: error.message, code };
}

function read<T>(schema: z.ZodType<T>, data: unknown): Result<T, RestFailure> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const where = issue === undefined ? '' : ` (${issue.path.join('.')}: ${issue.message})`;
  return err({ reason: 'unexpected', message: `its answer is not what its API documents${where}` });
}

function readList<T>(
  element: z.ZodType<T>,
  data: unknown,
  property: string | undefined,
): Result<readonly T[], RestFailure> {
  const list = property === undefined ? data : (data as Readonly<Record<string, unknown>> | null)?.[property];
  if (!Array.isArray(list)) return err({ reason: 'unexpected', message: 'its answer is not a list' });
  const all: T[] = [];
  for (const one of list) {
    const parsed = read(element, one);
    if (!parsed.ok) return parsed;
    all.push(parsed.value);
  }
  return ok(all);
}

/** A function, so that the compiler does not take an earlier answer for granted. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
