/** Axe in a page of a browser that a test drives. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { TAGS } from '../axe-rules.js';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export interface Violation {
  readonly id: string;
  readonly impact: string;
  /** Each element that it is of. */
  readonly html: readonly string[];
}

/** What axe finds in the page, or in the first element that `selector` names. The page's policy holds for its own scripts, and not for what a tester brings. */
export async function violationsOn(page: Page, selector = 'html'): Promise<Violation[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await readFile(AXE, 'utf8'));
  return page.evaluate(
    async ([root, runOnly]) => {
      const { axe } = window as unknown as {
        axe: {
          run(
            root: Element | Document,
            options: object,
          ): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
        };
      };
      // As a whole document it has rules of its own.
      const within = root === 'html' ? document : document.querySelector(root);
      // No rule that is on looks at what would be loaded before.
      const { violations } = await axe.run(within as Element, { runOnly, resultTypes: ['violations'], preload: false });
      return violations.map(({ id, impact, nodes }) => ({ id, impact, html: nodes.map(({ html }) => html) }));
    },
    [selector, TAGS] as const,
  );
}

/** What keeps people out. */
export const isGrave = ({ impact }: Violation): boolean => impact === 'serious' || impact === 'critical';

export const sentence = ({ id, html }: Violation): string => `${id}: ${html[0] ?? ''}`;
