/** What of a page cannot be reached by hand or read: what scrolls sideways, is cut, is covered, or too small to be hit (WCAG 2.2 AA). */
import type { Page } from 'playwright-core';

/** WCAG 2.5.8, in CSS pixels. */
const TARGET = 24;

/** A place in the page that has the focus. */
export interface Focus {
  readonly name: string;
  /** Tag of the element that it stands in. */
  readonly host: string;
  readonly x: number;
  readonly y: number;
  /** Of nine points of what should be seen of it, how many are; and whether all of it is in the window. */
  readonly seen: number;
  readonly of: number;
}

/** To be called before a page is opened: what the compiler puts around functions is not there. */
export const withNames = (page: Page): Promise<unknown> =>
  page.addInitScript({ content: 'globalThis.__name ??= (made) => made;' });

/** WCAG 1.4.12, as a reader's style sheet that reaches into every shadow root. */
export async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`);
    const roots: (Document | ShadowRoot)[] = [document];
    for (let root = roots.pop(); root; root = roots.pop()) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
    }
  });
}

/** All of a page is laid out, as it is when a reader has come there. */
export const layOut = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelector<HTMLElement>('pair-atlas')!.style.setProperty('--_lazy', 'visible'));

/** What is wrong in the page as it stands, a line each. */
export const faultsOf = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.scrollingElement!;
    if (scrollWidth > clientWidth) found.push(`scrolls sideways: ${scrollWidth} of ${clientWidth}`);

    const around = (node: Node): Element | null =>
      node instanceof Element && node.assignedSlot
        ? node.assignedSlot
        : (node.parentElement ?? (node.parentNode instanceof ShadowRoot ? node.parentNode.host : null));
    const pathOf = (element: Element): Element[] => {
      const path: Element[] = [];
      for (let at: Element | null = element; at; at = around(at)) path.push(at);
      return path;
    };
    const all: Element[] = [];
    const roots: (Document | ShadowRoot)[] = [document];
    for (let root = roots.pop(); root; root = roots.pop())
      for (const element of root.querySelectorAll('*')) {
        all.push(element);
        if (element.shadowRoot) roots.push(element.shadowRoot);
      }
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true }) && !element.closest('.only-spoken');
    const nameOf = (element: Element): string => {
      const hosts = pathOf(element).filter((each) => each.localName.includes('-'));
      const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
      return `${hosts[0]?.localName ?? 'page'} ${element.localName}${element.getAttribute('class') ? `.${element.getAttribute('class')}` : ''} “${text.slice(0, 24)}”`;
    };

    /** What of a box is within the boxes that scroll around it; what hides the rest for good. */
    const clipped = (path: readonly Element[], box: DOMRect): { box: DOMRect; by?: Element } => {
      let { left, right, top, bottom } = box;
      let by: Element | undefined;
      for (const each of path) {
        const { overflowX, overflowY, display, position } = getComputedStyle(each);
        if (!/^(inline|contents)$/.test(display) && (overflowX !== 'visible' || overflowY !== 'visible')) {
          const edge = each.getBoundingClientRect();
          // The space at the end of a line hangs over it.
          const slack = overflowX === 'clip' ? 8 : 1.5;
          // A line is higher than its letters.
          const high = (bottom - top) * 0.2;
          if (/hidden|clip/.test(overflowX) && (left < edge.left - slack || right > edge.right + slack)) by = each;
          if (/hidden|clip/.test(overflowY) && (top < edge.top - slack - high || bottom > edge.bottom + slack + high))
            by = each;
          if (/auto|scroll/.test(overflowX)) {
            left = Math.max(left, edge.left);
            right = Math.min(right, edge.right);
          }
          if (/auto|scroll/.test(overflowY)) {
            top = Math.max(top, edge.top);
            bottom = Math.min(bottom, edge.bottom);
          }
        }
        if (right <= left || bottom <= top) return { box: new DOMRect() };
        if (position !== 'fixed') continue;
        if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) by = document.documentElement;
        break;
      }
      if (left + scrollX < -1 || top + scrollY < -0.2 * (bottom - top)) by = document.documentElement;
      return { box: new DOMRect(left, top, right - left, bottom - top), by };
    };

    // Targets: of a control with a label, both together.
    const targets = all
      .filter(
        (element) =>
          element.matches(
            'a[href], button:not(:disabled), input:not([type="hidden"]), select, textarea, summary, [role="slider"], [role="option"], [role="columnheader"], tbody tr[data-code]',
          ) && isShown(element),
      )
      .map((element) => {
        const whole = (element.closest('label') ?? element).getBoundingClientRect();
        return { element, box: whole, shown: clipped(pathOf(element), whole).box };
      })
      .filter(({ shown }) => shown.width > 0 && shown.height > 0);
    // A link within a sentence is as high as its line.
    const isInSentence = (element: Element): boolean => {
      const line = element.closest('p, li, dd, td');
      if (!line || !element.matches('a') || element.closest('pair-atlas') || element.getRootNode() !== document)
        return false;
      const rest = [...line.querySelectorAll('a')].reduce(
        (text, { textContent }) => text.replace(textContent, ''),
        line.textContent,
      );
      return rest.replace(/[^\p{L}]/gu, '').length > 3;
    };
    const isSmall = ({ box }: { box: DOMRect }): boolean => box.width < least - 0.5 || box.height < least - 0.5;
    for (const target of targets) {
      if (!isSmall(target) || isInSentence(target.element)) continue;
      const { box } = target;
      const x = box.left + box.width / 2,
        y = box.top + box.height / 2;
      const meets = targets.find((other) => {
        if (pathOf(other.element).includes(target.element) || pathOf(target.element).includes(other.element))
          return false;
        const near = isSmall(other)
          ? Math.hypot(other.box.left + other.box.width / 2 - x, other.box.top + other.box.height / 2 - y) < least
          : Math.hypot(
              Math.max(other.box.left - x, 0, x - other.box.right),
              Math.max(other.box.top - y, 0, y - other.box.bottom),
            ) <
            least / 2;
        return near;
      });
      if (meets)
        found.push(
          `${Math.round(box.width)} × ${Math.round(box.height)}: ${nameOf(target.element)}, beside ${nameOf(meets.element)}`,
        );
    }

    // None lies on another.
    for (const [i, a] of targets.entries())
      for (const b of targets.slice(i + 1)) {
        if (pathOf(a.element).includes(b.element) || pathOf(b.element).includes(a.element)) continue;
        if (!a.element.matches('[role="slider"]') || !b.element.matches('[role="slider"]')) continue;
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (wide > 1 && high > 1) found.push(`on ${nameOf(b.element)} lies ${nameOf(a.element)}`);
      }

    // Letters: each line of text, where it is cut by what is around it, or by the page.
    const lines: { element: Element; box: DOMRect; height: number; layer: Element | undefined }[] = [];
    for (const element of all) {
      if (!isShown(element) || element.closest('svg, option, select, script, style')) continue;
      const texts = [...element.childNodes].filter(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '',
      );
      if (texts.length === 0) continue;
      const path = pathOf(element);
      const layer = path.find((each) => /fixed|absolute|sticky/.test(getComputedStyle(each).position));
      for (const text of texts) {
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const box of range.getClientRects()) {
          if (box.width < 1 || box.height < 1) continue;
          const { box: seen, by } = clipped(path, box);
          if (by) found.push(`cut by ${nameOf(by)}: ${nameOf(element)}`);
          else if (seen.width > 0) lines.push({ element, box: seen, height: box.height, layer });
        }
      }
    }
    // Of one layer no letters lie on others.
    for (const [i, a] of lines.entries())
      for (const b of lines.slice(i + 1)) {
        if (a.layer !== b.layer || a.element === b.element) continue;
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (wide > 2 && high > 0.35 * Math.min(a.height, b.height))
          found.push(`one on the other: ${nameOf(a.element)}, ${nameOf(b.element)}`);
      }
    return [...new Set(found)];
  }, TARGET);

/** Where the focus is, and how much of it is seen. */
export const focusOf = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    let at = document.activeElement,
      host = 'page';
    while (at?.shadowRoot?.activeElement) {
      host = at.localName;
      at = at.shadowRoot.activeElement;
    }
    if (!at || at === document.body) return { name: 'body', host, x: 0, y: 0, seen: 9, of: 9 };
    const shown = at.closest('label') ?? at;
    const box = shown.getBoundingClientRect();
    const left = Math.max(box.left, 0),
      right = Math.min(box.right, innerWidth),
      top = Math.max(box.top, 0),
      bottom = Math.min(box.bottom, innerHeight);
    let seen = 0;
    for (const i of [0.1, 0.5, 0.9])
      for (const j of [0.1, 0.5, 0.9]) {
        const x = left + (right - left) * i,
          y = top + (bottom - top) * j;
        let hit = document.elementFromPoint(x, y);
        while (hit?.shadowRoot) {
          const inner = hit.shadowRoot.elementFromPoint(x, y);
          if (!inner || inner === hit) break;
          hit = inner;
        }
        for (
          let each: Element | null = hit;
          each;
          each = each.parentElement ?? (each.getRootNode() as ShadowRoot).host ?? null
        )
          if (each === shown || each === at) {
            seen++;
            break;
          }
      }
    const name = (at.getAttribute('aria-label') ?? at.textContent ?? '').replace(/\s+/g, ' ').trim();
    return {
      name: `${at.localName} “${name.slice(0, 24)}”`,
      host,
      x: Math.round(box.left + scrollX),
      y: Math.round(box.top + scrollY),
      seen: right > left && bottom > top ? seen : 0,
      of: 9,
    };
  });
