/** Shares a whole number of units out in proportion to weights, so that the parts add up exactly. */

/**
 * The largest-remainder method (Hamilton, Hare-Niemeyer): everyone gets the whole units of the exact share, and what is left
 * goes one by one to the largest remainders; of equal remainders, to the one that comes first.
 */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((a, b) => a + b, 0);
  exact
    .map((share, i) => ({ i, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i)
    .slice(0, left)
    .forEach(({ i }) => {
      parts[i] = (parts[i] ?? 0) + 1;
    });
  return parts;
}
