declare const jobId: unique symbol;

/** Key of a job: letters, digits, `-` and `_`, safe in expressions. Made only here. */
export type JobId = string & { readonly [jobId]: true };

const fixed = (id: string): JobId => id as JobId;

/** The jobs that are not phases. */
export const JOBS = {
  plan: fixed('plan'),
  result: fixed('result'),
  validate: fixed('validate'),
  publish: fixed('publish'),
  verify: fixed('verify'),
  revert: fixed('revert'),
  continue: fixed('continue'),
  notify: fixed('notify'),
} as const;

const MAX_LENGTH = 90;

/**
 * A job id for each phase name, in order: the name itself where it can be one; `phase-` before it when it is taken by a job
 * of ours or begins with a digit; `-2`, `-3` … when two come out the same. GitHub compares without regard to case.
 */
export function phaseJobIds(names: readonly string[]): JobId[] {
  const taken = new Set<string>(Object.values(JOBS));
  return names.map((name) => idFor(name, taken));
}

/** A job id for the job that joins what the jobs of that phase did; none of `ids`. */
export function joinJobId(phase: JobId, ids: readonly JobId[]): JobId {
  let id = `${phase}-join`;
  for (let count = 2; ids.some((taken) => taken === id); count += 1) id = `${phase}-join-${count}`;
  return fixed(id);
}

function idFor(name: string, taken: Set<string>): JobId {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .slice(0, MAX_LENGTH);
  const base = /^[a-z_]/.test(slug) && !taken.has(slug) ? slug : `phase-${slug}`;
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
  taken.add(id);
  return fixed(id);
}
