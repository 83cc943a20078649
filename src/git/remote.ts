/** A repository to fetch from and push to. */
export interface Remote {
  readonly url: string;
  /** Value of the `Authorization` header; null for none. Goes to git in its environment, never in its arguments. */
  readonly authorization: string | null;
}
