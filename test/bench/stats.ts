/** The arithmetic of the report: pure, and tested by test/node/bench.test.ts. */

/** The middle value, or the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** By linear interpolation between the sorted values (type 7 of Hyndman and Fan 1996). NaN is no value; NaN of none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const place = part * (sorted.length - 1);
  const below = sorted[Math.floor(place)],
    above = sorted[Math.ceil(place)];
  return below === undefined || above === undefined ? NaN : below + (above - below) * (place - Math.floor(place));
}

export interface Standing {
  /** Everyone whose median is not worse than the best by more than the measurement can tell. */
  readonly first: readonly string[];
  readonly best: number;
}

/** Who is first among `entrants`, where less is better. `resolution` is what the measurement can tell apart. */
export function standing(
  medians: ReadonlyMap<string, number>,
  entrants: readonly string[],
  resolution: number,
): Standing {
  const known = entrants.flatMap((name) => {
    const value = medians.get(name);
    return value === undefined || Number.isNaN(value) ? [] : [{ name, value }];
  });
  const best = Math.min(...known.map(({ value }) => value));
  return { best, first: known.filter(({ value }) => value <= best + resolution).map(({ name }) => name) };
}

/** The order of round `round`: each entrant comes first, second and so on equally often. */
export function rotated<T>(list: readonly T[], round: number): T[] {
  const start = list.length > 0 ? round % list.length : 0;
  return [...list.slice(start), ...list.slice(0, start)];
}

/** Numbers in [0, 1) that are the same in every run (mulberry32, public domain). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
