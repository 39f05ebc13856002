/** Speaks the reader's words to an atlas: hover a place, choose it, switch a metric. Selectors live here and nowhere else. */
import type { PairAtlas, PairDetails, PairLedger, PairLegend, PairMap, PairMetrics, PairTable } from '../src/index.js';
import '../src/index.js';
// Names, gestures and what keys walk by come as soon as their files are there: here they are.
import '../src/scene/picture/map-labels.js';
import '../src/elements/map/explore.js';
import '../src/elements/map/gestures.js';
import { styles as withGestures } from '../src/elements/map/later.styles.js';
import { describe as describeRegion } from '../src/scene/text/description.js';
import { scaleAt } from '../src/state/derive.js';

/** Puts markup into the page and waits until the atlas is ready. The page is cleared after each test by `clearPage`. */
export async function showAtlas(
  markup = '<pair-atlas></pair-atlas>',
  set?: (atlas: PairAtlas) => void,
): Promise<PairAtlas> {
  const box = document.createElement('div');
  box.style.width = '1200px';
  box.dataset.test = '';
  document.body.append(box);
  const ready = new Promise<void>((resolve) => {
    box.addEventListener('pair-ready', () => resolve(), { once: true });
    box.addEventListener('pair-error', (event) => event.detail.isFatal && resolve(), { once: true });
  });
  const template = document.createElement('template');
  template.innerHTML = markup;
  const fragment = document.importNode(template.content, true);
  const atlas = fragment.querySelector('pair-atlas') as PairAtlas;
  set?.(atlas);
  box.append(fragment);
  await ready;
  await settled(atlas);
  await gestured(atlas);
  return atlas;
}

/** Until the maps that are drawn hear a pointer: gestures come after the first picture, and on a busy machine some frames after. */
const gestured = (atlas: Element): Promise<void> =>
  until(() =>
    mapsOf(atlas).every(
      ({ shadowRoot }) =>
        !shadowRoot?.querySelector('.fills path') ||
        shadowRoot.adoptedStyleSheets.some((sheet) => sheet === withGestures.styleSheet),
    ),
  );

export function clearPage(): void {
  for (const box of document.querySelectorAll('[data-test]')) box.remove();
}

/** Until every part of the atlas has drawn what it was told, and sizes have been measured. */
export async function settled(atlas: Element): Promise<void> {
  for (let i = 0; i < 3; i++) {
    await frame();
    await Promise.all(
      [atlas, ...parts(atlas, '*')].map((part) => (part as { updateComplete?: Promise<unknown> }).updateComplete),
    );
  }
  await frame();
}

export const frame = (): Promise<number> => new Promise(requestAnimationFrame);

/** Waits until `isSo`, frame by frame, for less than the runner's own limit: a busy machine is no fault. */
export async function until(isSo: () => unknown, patience = 50_000): Promise<void> {
  const end = performance.now() + patience;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`Waited ${patience} ms in vain for: ${String(isSo)}`);
    await frame();
  }
}

/** All elements below `root`, through shadow roots. */
export function parts<T extends Element = HTMLElement>(root: Element | ShadowRoot, selector: string): T[] {
  const found: T[] = [];
  const visit = (at: Element | ShadowRoot): void => {
    for (const element of at.querySelectorAll('*')) {
      if (element.matches(selector)) found.push(element as unknown as T);
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  if (root instanceof Element && root.shadowRoot) visit(root.shadowRoot);
  visit(root);
  return found;
}

export const mapsOf = (atlas: Element): PairMap[] => parts<PairMap>(atlas, 'pair-map');
export const mapOf = (atlas: Element, region: string): PairMap => {
  const map = mapsOf(atlas).find((candidate) => candidate.region === region);
  if (!map) throw new Error(`No map shows ${region}.`);
  return map;
};
export const part = <Tag extends 'pair-legend' | 'pair-details' | 'pair-ledger' | 'pair-metrics' | 'pair-table'>(
  atlas: Element,
  tag: Tag,
): {
  'pair-legend': PairLegend;
  'pair-details': PairDetails;
  'pair-ledger': PairLedger;
  'pair-metrics': PairMetrics;
  'pair-table': PairTable;
}[Tag] => parts(atlas, tag)[0] as never;

/** The map that shows `code`, by the code's province. */
export const mapWith = (atlas: Element, code: string): PairMap =>
  mapsOf(atlas).find((map) => regionPath(map, code)) ?? mapOf(atlas, `${code.slice(0, 2)}0000`);

/** The path that paints a region, and others of its colour: the region's place for a name lies inside it. */
export function regionPath(map: PairMap, code: string): SVGPathElement | null {
  const label = map.view?.map.byCode.get(code)?.label;
  const paths = map.renderRoot.querySelectorAll<SVGPathElement>('.fills path');
  return (label && [...paths].find((path) => path.isPointInFill(new DOMPoint(...label)))) ?? null;
}

/** Codes of the regions that the SVG of a map has painted. */
export const paintedRegions = (map: PairMap): string[] =>
  (map.view?.map.shapes ?? []).map(({ code }) => code).filter((code) => regionPath(map, code));

/** Client pixels around a region, as the SVG has it. */
export function regionBox(map: PairMap, code: string): DOMRect {
  const { box } = map.view!.map.byCode.get(code)!;
  const matrix = map.renderRoot.querySelector<SVGGElement>('.fills')!.getScreenCTM()!;
  const from = new DOMPoint(box[0], box[1]).matrixTransform(matrix),
    to = new DOMPoint(box[2], box[3]).matrixTransform(matrix);
  return new DOMRect(from.x, from.y, to.x - from.x, to.y - from.y);
}

export const fillOf = (atlas: Element, code: string): string =>
  regionPath(mapWith(atlas, code), code)?.getAttribute('fill') ?? '';
/** Codes that stand out on all maps, by how. */
export function standing(atlas: Element, how: 'active' | 'partner' | 'selected' | 'city-partner'): string[] {
  return parts<SVGPathElement>(atlas, `[data-standing="${how}"]`)
    .map((path) => path.dataset.emphasis ?? '')
    .sort();
}

let lastClick = -1_000;

const stageOf = (map: PairMap): HTMLElement => map.renderRoot.querySelector('.stage') as HTMLElement;

/** Client pixels of a place: where its name would stand. */
export function whereIs(atlas: PairAtlas, code: string): { map: PairMap; x: number; y: number } {
  const map = mapWith(atlas, code);
  const label = map.view?.map.byCode.get(code)?.label;
  const matrix = regionPath(map, code)?.getScreenCTM();
  if (!label || !matrix) throw new Error(`${code} is not on a map.`);
  const { x, y } = new DOMPoint(...label).matrixTransform(matrix);
  return { map, x, y };
}

function point(atlas: PairAtlas, code: string, type: string, init: PointerEventInit = {}): void {
  const { map, x, y } = whereIs(atlas, code);
  stageOf(map).dispatchEvent(
    new PointerEvent(type, {
      clientX: x,
      clientY: y,
      pointerType: 'mouse',
      pointerId: 1,
      bubbles: true,
      composed: true,
      ...init,
    }),
  );
}

export async function hover(atlas: PairAtlas, code: string): Promise<void> {
  await gestured(atlas);
  point(atlas, code, 'pointermove');
  await settled(atlas);
}

export async function leave(atlas: PairAtlas): Promise<void> {
  for (const map of mapsOf(atlas))
    stageOf(map).dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse', pointerId: 1 }));
  await settled(atlas);
}

/** A click, long enough after the last one not to be half of a double click. */
export async function choose(atlas: PairAtlas, code: string, init: PointerEventInit = {}): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, 400 - (performance.now() - lastClick))));
  await gestured(atlas);
  lastClick = performance.now();
  point(atlas, code, 'pointerdown', { button: 0, buttons: 1, ...init });
  point(atlas, code, 'pointerup', { button: 0, ...init });
  await settled(atlas);
}

export async function press(map: PairMap, key: string, init: KeyboardEventInit = {}): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...init });
  stageOf(map).dispatchEvent(event);
  await settled(map);
  return event;
}

export const focusMap = (map: PairMap): void => stageOf(map).focus();

export async function switchMetric(atlas: PairAtlas, id: string): Promise<void> {
  const input = parts<HTMLInputElement>(atlas, 'input[name="metric"]').find(({ value }) => value === id);
  if (!input) throw new Error(`No metric ${id} to switch to.`);
  input.click();
  await settled(atlas);
}

export const textOf = (element: Element | null | undefined): string =>
  (element?.shadowRoot ?? element)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** The panel's and the tooltip's words, apart. */
export const panelText = (atlas: Element): string => textOf(parts(atlas, '[part="panel"]')[0]);
export const tooltipText = (atlas: Element): string => textOf(parts(atlas, '[part="tooltip"]')[0]);

/** What the library would say of a region, for comparison with what stands on the screen. */
export function described(atlas: PairAtlas, code: string): ReturnType<typeof describeRegion> {
  const scale = scaleAt(atlas.state.values, 'county');
  return scale && describeRegion(atlas.state.values.dataset!, scale, code, atlas.state.values.language);
}

/** Waits for one event. */
export function once<Name extends keyof HTMLElementEventMap>(
  target: EventTarget,
  name: Name,
): Promise<HTMLElementEventMap[Name]> {
  return new Promise((resolve) =>
    target.addEventListener(name, (event) => resolve(event as HTMLElementEventMap[Name]), { once: true }),
  );
}
