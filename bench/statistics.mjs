// Figures out of samples that were taken in turns.

/** Minimum and median of the samples. */
export function summary(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  return { min: sorted[0], median };
}

/** `ours` over `theirs`, of the minima and of the medians. null when one of them failed: then there is no ratio. */
export function ratio(ours, theirs) {
  if (ours.failure !== null || theirs.failure !== null) return null;
  const [a, b] = [summary(ours.samples), summary(theirs.samples)];
  return { min: a.min / b.min, median: a.median / b.median };
}

/**
 * Measures contestants in turns (A B C, A B C, …), so that a loaded moment hits all of them. A contestant is an async function
 * that answers a number, lower is better. One that throws is out: its `failure` says why.
 */
export async function interleave(contestants, rounds) {
  const results = Object.fromEntries(Object.keys(contestants).map((name) => [name, { samples: [], failure: null }]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, measure] of Object.entries(contestants)) {
      const result = results[name];
      if (result.failure !== null) continue;
      try {
        result.samples.push(await measure(round));
      } catch (error) {
        result.failure = error.message;
      }
    }
  }
  return results;
}

/** Of measurements that answer several figures at once: the same results with one figure each. */
export function figure(results, name) {
  const pick = ({ samples, failure }) => ({ samples: samples.map((sample) => sample[name]), failure });
  return Object.fromEntries(Object.entries(results).map(([key, result]) => [key, pick(result)]));
}
