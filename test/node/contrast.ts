/**
 * The contrast of all text that a page shows. Axe gives up on most of ours: it cannot tell what lies below a drawing that covers the atlas,
 * or in a box that scrolls. Names on maps have a halo, and are left out.
 */
import type { Page } from 'playwright-core';

/** "3.10 of 4.5: #777 on #fff: 年份", for each text that is too faint (WCAG 1.4.3), within the first element that `selector` names. */
export const faintTexts = (page: Page, selector = 'html'): Promise<string[]> =>
  page.evaluate((top) => {
    // No function here has a name: the compiler would ask for a helper that the page does not have.
    const found = new Set<string>();
    const roots: (Element | ShadowRoot)[] = [document.querySelector(top)!];
    for (let root = roots.pop(); root; root = roots.pop()) {
      if (root instanceof Element && root.shadowRoot) roots.push(root.shadowRoot);
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) roots.push(element.shadowRoot);
        const text = [...element.childNodes]
          .map((node) => (node.nodeType === 3 ? node.textContent!.trim() : ''))
          .join('');
        const { width, height } = element.getBoundingClientRect();
        if (!text || width <= 1 || height <= 1 || !(element instanceof HTMLElement)) continue;
        if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
        if (element.closest('.only-spoken, [disabled], option')) continue;
        // From the text to the ground: colours that let something through are mixed with what lies below.
        const layers: number[][] = [];
        let opacity = 1;
        for (let at: Element | null = element; at;) {
          const style = getComputedStyle(at);
          const [r = 0, g = 0, b = 0, a = 1] = style.backgroundColor.match(/[\d.]+/g)?.map(Number) ?? [];
          if (a > 0) layers.push([r, g, b, a]);
          opacity *= Number(style.opacity);
          if (a === 1) break;
          const above: Element | ParentNode | null = at.assignedSlot ?? at.parentNode;
          at = above instanceof ShadowRoot ? above.host : above instanceof Element ? above : null;
        }
        const canvas = matchMedia('(prefers-color-scheme: dark)').matches && getComputedStyle(document.documentElement).colorScheme.includes('dark') ? 18 : 255; // prettier-ignore
        let ground = [canvas, canvas, canvas];
        for (const [r = 0, g = 0, b = 0, a = 1] of layers.reverse())
          ground = [r, g, b].map((part, i) => part * a + ground[i]! * (1 - a));
        const style = getComputedStyle(element);
        const [r = 0, g = 0, b = 0, a = 1] = style.color.match(/[\d.]+/g)?.map(Number) ?? [];
        const ink = [r, g, b].map((part, i) => part * a * opacity + ground[i]! * (1 - a * opacity));
        const [dark, light] = [ink, ground]
          .map((colour) =>
            colour
              .map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
              .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i]!, 0.05),
          )
          .sort((one, other) => one - other) as [number, number];
        const size = parseFloat(style.fontSize);
        const least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
        if (light / dark < least)
          found.add(`${(light / dark).toFixed(2)} of ${least}: ${style.color} on ${ground.map(Math.round).join(' ')}: ${element.localName}.${element.className} ${text.slice(0, 20)}`); // prettier-ignore
      }
    }
    return [...found];
  }, selector);
