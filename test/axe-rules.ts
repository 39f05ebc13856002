/** What axe looks for everywhere: WCAG 2.2 at level AA, with the rules that are off unless they are asked for, and best practice. */
export const TAGS: readonly string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * WCAG 2.5.8 excepts what has to stand where it stands, as pins on a map: the thumbs of class breaks lie at their values, which may be close
 * to each other; the same is reached by keyboard, and by method and number of classes.
 */
export const isExcepted = (rule: string, html: string): boolean =>
  rule === 'target-size' && html.includes('part="break"');
