import type { Problem } from '../../base/problem.js';

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

/**
 * A failure for a person. `doing` completes "GitHub did not let us …" and "We could not …", for example `open the pull request`.
 * GitHub's own words are in the message: clean it as any other text of strangers. `rights`: what the job needs for it.
 */
export function restProblem(failure: RestFailure, doing: string, rights?: string): Problem {
  const { said, help } = wordsOf(failure, rights);
  const reason = said === '' ? '' : `: ${said.replace(/\s+/g, ' ')}`;
  return { code: `github-${failure.reason}`, message: `Could not ${doing}${reason}`, help, exitCode: 1 };
}

function wordsOf(failure: RestFailure, rights: string | undefined): { said: string; help: string } {
  switch (failure.reason) {
    case 'unauthorized':
      return {
        said: failure.message,
        help: 'The token is wrong or has expired. Give another one in the input `token`.',
      };
    case 'forbidden':
      return {
        said: failure.message,
        help:
          rights === undefined
            ? 'Give the job the `permissions:` that it needs, or a token that has them.'
            : `Give the job ${rights}, or a token with these rights in the input \`token\`.`,
      };
    case 'rate-limited':
      return { said: failure.message, help: 'Re-run the failed job later; nothing is lost.' };
    case 'not-found':
      return { said: failure.message, help: 'GitHub also says this to a token that may not see it: check its rights.' };
    case 'invalid':
      return { said: failure.messages.join('; '), help: 'GitHub refused it; see its message.' };
    case 'unreachable':
      return { said: failure.message, help: 'Re-run the failed job; nothing is lost.' };
    case 'unexpected':
      return { said: failure.message, help: 'Is the address of the API right? Re-run the job; nothing is lost.' };
    case 'cancelled':
      return { said: 'the job was told to stop', help: 'Re-run the failed job; nothing is lost.' };
  }
}
