import type { LocalText } from '../../../data/types.js';

/** A way to find class breaks. */
export interface Method {
  /**
   * Where the classes above the first begin. `sorted` ascends, is finite and holds at least two different values; `classes` is 2
   * or more. What is not ascending or not within the values is left out by the caller.
   */
  breaks(sorted: readonly number[], classes: number): readonly number[];
  /** Takes the publisher's own breaks as they are, where the feed has some; it is offered where it has. */
  readonly isPublishers: boolean;
  /** Its name, of a method that an author has registered; of the others it is a word `legend.method.…`. */
  readonly label?: LocalText;
}
