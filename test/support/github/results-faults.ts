/** What goes wrong. */
export type Fault =
  /** The connection is cut, before the work was done or after it. */
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
  /** An answer with that status; the work is not done. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfterSeconds?: number }
  /** The second half of an uploaded blob is lost, and nobody says so. */
  | { readonly kind: 'half-upload' }
  /** A byte in the middle of a downloaded blob is another. */
  | { readonly kind: 'corrupt-download' }
  /** The service tells another digest than that of the content. */
  | { readonly kind: 'wrong-digest' }
  | { readonly kind: 'delay'; readonly delayMs: number };

export interface FaultRule {
  /** Matches `ArtifactService/CreateArtifact` and so on, `blob PUT`, `blob GET`. */
  readonly method: RegExp;
  /** Matches the name of the artifact, or the key of the cache; any when left out. */
  readonly name?: RegExp;
  readonly fault: Fault;
  /** How often; default once. */
  readonly times?: number;
}

/** One request to the service and how it ended. */
export interface ResultsCall {
  readonly method: string;
  readonly name: string;
  /** Of the job whose token it came with; null for blobs, whose addresses are signed, and for unknown tokens. */
  readonly job: string | null;
  readonly runId: number | null;
  readonly attempt: number | null;
  /** null when the connection was cut. */
  status: number | null;
  readonly fault: Fault | null;
}

/** Rules that are used up as they match, oldest first. */
export class FaultPlan {
  readonly #rules: { readonly rule: FaultRule; left: number }[] = [];

  add(rule: FaultRule): void {
    this.#rules.push({ rule, left: rule.times ?? 1 });
  }

  clear(): void {
    this.#rules.length = 0;
  }

  take(method: string, name: string): Fault | null {
    const found = this.#rules.find(
      ({ rule, left }) => left > 0 && rule.method.test(method) && (rule.name?.test(name) ?? true),
    );
    if (found === undefined) return null;
    found.left -= 1;
    return found.rule.fault;
  }
}
