/** `text`: what git and the server said, without the token: data of strangers. */
export type PushRejection =
  /** The branch is not what it may be; `tip` is what it is now (null: it does not exist). */
  | { readonly kind: 'rejected'; readonly why: 'lease'; readonly tip: string | null; readonly text: string }
  | {
      readonly kind: 'rejected';
      /**
       * `protected-branch`: a branch protection or a rule set; `workflow-permission`: GitHub refuses a change of
       * `.github/workflows` with this token; `permission`: the token may not write here; `hook-declined`: another hook of the
       * server; `shallow`: the remote does not have the commits that this shallow checkout ends at; `bad-name`: not tried.
       */
      readonly why:
        'protected-branch' | 'workflow-permission' | 'permission' | 'hook-declined' | 'shallow' | 'bad-name' | 'other';
      readonly text: string;
    };

type Why = Exclude<PushRejection['why'], 'bad-name'>;

/**
 * What stands in the brackets of git's summary line. The client writes `[rejected]`, the server `[remote rejected]`; both
 * tell a lost race: the server when the branch moved after the client looked.
 */
const SUMMARIES: readonly (readonly [RegExp, Why])[] = [
  [/\((stale info|non-fast-forward|fetch first|needs force|already exists)\)/, 'lease'],
  [/cannot lock ref|failed to update ref|reference already exists|incorrect old value|failed to lock/, 'lease'],
  [/without [`'"]?workflows?[`'"]? (permission|scope)/, 'workflow-permission'],
  [/protected branch|repository rule violations|GH006|GH013/, 'protected-branch'],
  [/shallow update not allowed|missing necessary objects/, 'shallow'],
  [/permission|not allowed|denied/i, 'permission'],
  [/hook declined/, 'hook-declined'],
];

/** GitHub's own codes (docs.github.com: GH006 protected branch, GH013 rule sets), which a plain `hook declined` may hide. */
const REMARKS: readonly (readonly [RegExp, Why])[] = [
  [/^remote:.*without [`'"]?workflows?[`'"]? (permission|scope)/m, 'workflow-permission'],
  [/^remote:.*\b(GH006|GH013)\b/m, 'protected-branch'],
];

/** Why a server or git refused a push: from the summary of the ref, and what the server said before. */
export function rejectionOf(summary: string, stderr: string): Why {
  const found = SUMMARIES.find(([pattern]) => pattern.test(summary))?.[1] ?? 'other';
  if (found !== 'hook-declined' && found !== 'other') return found;
  return REMARKS.find(([pattern]) => pattern.test(stderr))?.[1] ?? found;
}
