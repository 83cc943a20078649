/** A parsed `condition:`. Opaque: made by `parseCondition`, asked by `evaluateCondition`. */
export interface Condition {
  readonly text: string;
  /** Ids of steps and names of phases that it mentions. */
  readonly mentions: readonly string[];
  /** True when it calls success(), failure(), always() or cancelled(): then no `success() &&` is put before it. */
  readonly callsStatusFunction: boolean;
}

export type ConclusionStatus = 'success' | 'failure' | 'skipped' | 'cancelled';

/** What a condition can see when it is its step's turn. */
export interface ConditionContext {
  /** Status and outputs of a step or phase by id or name; null while it has not ended. */
  readonly lookUp: (name: string) => {
    readonly status: ConclusionStatus;
    readonly outputs: Readonly<Record<string, unknown>>;
  } | null;
  /** An earlier step of the run failed (and does not have `continue_on_error`). */
  readonly failed: boolean;
  /** The run is being stopped. */
  readonly cancelled: boolean;
}
