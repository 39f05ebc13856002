/**
 * What is ours on top of the methods: where a list may be parted so that equal values stay together, and the number that a
 * reader can remember there. A class break by a method and one moved by a reader come from the same `roundest`.
 */

/** The number with the fewest digits in (below, upTo]; of several, the one nearest to the middle. */
export function roundest(below: number, upTo: number): number {
  if (!(upTo > below)) return upTo;
  const middle = below + (upTo - below) / 2;
  const largest = Math.ceil(Math.log10(Math.max(Math.abs(below), Math.abs(upTo))));
  for (let exponent = largest; exponent >= largest - 15; exponent--) {
    const power = 10 ** Math.abs(exponent);
    for (const multiple of [5, 2, 1]) {
      // Divide by a whole power for small steps: 3 / 10 is 0.3, and 3 * 0.1 is not.
      const round =
        exponent < 0
          ? (Math.round((middle * power) / multiple) * multiple) / power
          : Math.round(middle / power / multiple) * multiple * power;
      if (round > below && round <= upTo) return round;
    }
  }
  return upTo;
}

/**
 * A break for each place at which a sorted list is to be parted: the index of the first value above it. A place within equal
 * values goes to the nearer end of them that leaves values on both sides, so that none is parted; where all are equal there is none.
 */
export function breaksAt(sorted: readonly number[], places: readonly number[]): number[] {
  return [...new Set(places.map((place) => tieEnd(sorted, place)))].flatMap((start) => {
    const below = sorted[start - 1],
      above = sorted[start];
    return below === undefined || above === undefined ? [] : [roundest(below, above)];
  });
}

/** The nearer end of the run of equal values that `index` falls into, as a place to part the list. */
function tieEnd(sorted: readonly number[], index: number): number {
  const value = sorted[Math.min(index, sorted.length - 1)];
  let first = Math.min(index, sorted.length - 1);
  while (first > 0 && sorted[first - 1] === value) first--;
  let next = index;
  while (next < sorted.length && sorted[next] === value) next++;
  const nearerEnd = next < sorted.length && next - index < index - first ? next : first;
  return nearerEnd === 0 && next < sorted.length ? next : nearerEnd;
}
