/** Long work in steps: run through at once, or with rests in which the page can answer its reader (`state/rests.ts`). */

/** Work that says after each piece that it can be interrupted. */
export type Steps<Result> = Generator<undefined, Result>;

/** Items after which a loop may rest. */
export const PIECE = 2_000;

export function runThrough<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
