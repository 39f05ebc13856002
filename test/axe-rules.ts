/** What axe looks for everywhere: WCAG 2.2 at level AA, with the rules that are off unless they are asked for, and best practice. */
export const TAGS: readonly string[] = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
