// What many figures have in common.

/** The figure that `percent` of them do not exceed; of 50, the median. Throws when there are none. */
export function percentile(figures: Iterable<number>, percent: number): number {
  const sorted = Float64Array.from(figures).sort();
  const figure = sorted[Math.floor(((sorted.length - 1) * percent) / 100)];
  if (figure === undefined) throw new Error("there are no figures");
  return figure;
}

export const median = (figures: Iterable<number>): number => percentile(figures, 50);

/** The medians of those properties that every one of `samples` has. */
export function medians<T extends object>(samples: readonly T[]): T {
  const keys = Object.keys(samples[0]!) as (keyof T)[];
  const known = keys.filter((key) => samples.every((sample) => key in sample));
  return Object.fromEntries(
    known.map((key) => [key, median(samples.map((sample) => Number(sample[key])))]),
  ) as T;
}
