import type { z } from 'zod';
import type { Problem } from '../base/problem.js';
import { err, type Result } from '../base/result.js';

/** Why GitHub did not do what was asked, after every retry that made sense. Texts are GitHub's: hostile as any other. */
export type RestFailure =
  /** The token is wrong, or has expired. */
  | { readonly reason: 'unauthorized'; readonly message: string }
  /** The token may not do it, or a setting of the repository forbids it. */
  | { readonly reason: 'forbidden'; readonly message: string }
  /** The server wants to be left alone longer than we wait. */
  | { readonly reason: 'rate-limited'; readonly message: string; readonly retryAfterMs: number | null }
  | { readonly reason: 'not-found'; readonly message: string }
  /** 422 and other 4xx: GitHub understood and refused; `messages` are its own. */
  | { readonly reason: 'invalid'; readonly status: number; readonly messages: readonly string[] }
  /** No answer, or 5xx. `outcomeUnknown`: the server may have done it all the same. */
  | { readonly reason: 'unreachable'; readonly message: string; readonly outcomeUnknown: boolean }
  /** The answer does not have the shape that the API documents. */
  | { readonly reason: 'unexpected'; readonly message: string }
  /** The run was told to stop. */
  | { readonly reason: 'cancelled' };

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

/** Opens the API with a token; sends nothing yet. Loads the client, which takes some 20 ms. */
export async function openRest(_options: RestOptions): Promise<GitHubRest> {
  const failure: RestFailure = { reason: 'unreachable', message: 'not there yet', outcomeUnknown: false };
  return { request: async () => err(failure), list: async () => err(failure) };
}

/** A failure for a person: `doing` completes "GitHub did not let us …", for example `open the pull request`. */
export function restProblem(failure: RestFailure, doing: string): Problem {
  return { code: `github-${failure.reason}`, message: `GitHub did not let us ${doing}`, help: '', exitCode: 1 };
}
