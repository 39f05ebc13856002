/**
 * The curves from what the reader points at, or has selected, to its partners: one drawing above all maps of an atlas,
 * wherever they stand and whatever draws them. Fetched after the first picture.
 */
import type { RegionCode } from '../../data/types.js';
import { toElement } from '../../render/svg/elements.js';
import { LINK_DASHES, linkPath, linksOf, type Link, type LinkEnd } from '../../scene/picture/links.js';
import { node, type PictureNode } from '../../scene/picture/picture.js';
import { leadingOf, paletteAt, periodOf } from '../../state/derive.js';
import type { AtlasKey } from '../../state/values.js';
import { mapsOf, type AtlasHost, type AtlasMap, type Spot } from '../shared/atlas-host.js';

const KEYS: readonly AtlasKey[] = [
  'dataset',
  'active',
  'selected',
  'period',
  'level',
  'drills',
  'drawnLevels',
  'theme',
  'readToken',
  'spotlight',
];
/**
 * Pixels: a curve's width for all of a county, for none that is known, and what its halo adds. Together less than half of the
 * smallest county, so that a curve on its way hides no fill.
 */
const WIDEST = 1.9,
  THINNEST = 1,
  HALO = 1;
/** Pixels that a curve keeps from a region's box, and the most that it keeps from its middle. */
const CLEAR = 2,
  FARTHEST = 40;

/** Draws the links of `atlas` into `surface`, a box over it, until `signal` is aborted. */
export function drawLinks(atlas: AtlasHost, surface: HTMLElement, signal: AbortSignal): void {
  let waiting = 0;
  let drawn = '';
  const draw = (): void => {
    waiting = 0;
    const picture = linkPicture(atlas, surface);
    // Most changes of state leave the curves as they are.
    const text = JSON.stringify(picture);
    if (text === drawn) return;
    drawn = text;
    surface.replaceChildren(...(picture ? [toElement(picture)] : []));
  };
  const ask = (): void => {
    waiting ||= requestAnimationFrame(draw);
  };
  atlas.state.subscribe((changed) => KEYS.some((key) => changed.has(key)) && ask(), signal);
  atlas.addEventListener('pair-view', ask, { signal });
  const resize = new ResizeObserver(ask);
  resize.observe(atlas);
  // Scrolling moves maps and curves together, but for maps that stand in a box of their own.
  addEventListener('scroll', ask, { signal, capture: true, passive: true });
  signal.addEventListener('abort', () => {
    resize.disconnect();
    cancelAnimationFrame(waiting);
    surface.replaceChildren();
  });
  ask();
}

function linkPicture(atlas: AtlasHost, surface: HTMLElement): PictureNode | undefined {
  const { values } = atlas.state;
  const { dataset } = values;
  const leading = leadingOf(values);
  if (!dataset || leading.length === 0 || values.spotlight) return undefined;
  const box = surface.getBoundingClientRect();
  const scale = surface.offsetWidth > 0 ? box.width / surface.offsetWidth : 1;
  const maps = mapsOf(atlas);
  const palette = paletteAt(values, 'county');
  const end = (code: RegionCode, kind: Link['kind']): LinkEnd[] =>
    spotsOf(maps, code).map((spot) => ({
      x: (spot.x - box.left) / scale,
      y: (spot.y - box.top) / scale,
      // A whole city has no one colour to hide: its curve ends at its name.
      clearX: kind === 'city' && !spot.isOne ? 4 : Math.min(FARTHEST, spot.width / scale / 2 + CLEAR),
      clearY: kind === 'city' && !spot.isOne ? 4 : Math.min(FARTHEST, spot.height / scale / 2 + CLEAR),
    }));
  const curves = linksOf(dataset, leading, periodOf(values)).flatMap(({ from, to, kind, share }) =>
    end(from, kind).flatMap((start) =>
      end(to, kind).flatMap((finish) => {
        const curve = linkPath(start, finish);
        if (!curve) return [];
        const width = THINNEST + (WIDEST - THINNEST) * (kind === 'city' ? 0.5 : Math.min(1, share));
        const line = { d: curve.path, fill: 'none', 'stroke-linecap': 'round' };
        return [
          node('path', { ...line, stroke: palette.halo, 'stroke-width': (width + HALO).toFixed(2), opacity: 0.6 }),
          node('path', {
            ...line,
            stroke: palette.accent,
            'stroke-width': width.toFixed(2),
            'stroke-dasharray': LINK_DASHES[kind] || 'none',
            'data-link': kind,
            'data-from': from,
            'data-to': to,
          }),
          node('circle', {
            cx: curve.tip[0].toFixed(1),
            cy: curve.tip[1].toFixed(1),
            r: 2.2,
            fill: kind === 'confirmed' ? palette.accent : palette.halo,
            stroke: palette.accent,
          }),
        ];
      }),
    ),
  );
  const { offsetWidth: width, offsetHeight: height } = surface;
  return curves.length > 0 ? node('svg', { viewBox: `0 0 ${width} ${height}`, width, height }, curves) : undefined;
}

/** Where a code stands on the maps that show it. */
function spotsOf(maps: readonly AtlasMap[], code: RegionCode): Spot[] {
  return maps.flatMap((map) => map.spotOf(code) ?? []);
}
