/**
 * The curves from what the reader points at, or has selected, to its partners: one drawing above all maps of an atlas,
 * wherever they stand and whatever draws them. Fetched after the first picture.
 */
import type { RegionCode } from '../../data/types.js';
import { toElement } from '../../render/svg/elements.js';
import {
  LINK_DASHES,
  linkPath,
  linkWidth,
  linksOf,
  sharedBend,
  type Link,
  type LinkEnd,
} from '../../scene/picture/links.js';
import { node, type PictureNode } from '../../scene/picture/picture.js';
import { linkWords } from '../../scene/text/link-words.js';
import { leadingOf, paletteAt, periodOf } from '../../state/derive.js';
import type { AtlasKey } from '../../state/values.js';
import { adopt } from '../shared/adopt.js';
import { mapsOf, type AtlasHost, type AtlasMap } from '../shared/atlas-host.js';
import { styles } from './later.styles.js';

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

/** Pixels that a halo adds to a curve, and around it in which a pointer means it. */
const HALO = 1,
  NEAR = 9;
/** The head of a curve: an arrow that ends at its tip. */
const HEAD = 'M0 0L-8 -3.6L-6.4 0L-8 3.6Z';

/** Draws the links of `atlas` into `surface`, a box over it, until `signal` is aborted. */
export function drawLinks(atlas: AtlasHost, surface: HTMLElement, signal: AbortSignal): void {
  const root = surface.getRootNode();
  if (root instanceof ShadowRoot) adopt(root, styles);
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
  const ends = (code: RegionCode): End[] =>
    maps.flatMap((map): End[] => {
      const spot = map.spotOf(code);
      if (!spot) return [];
      const covers = (x: number, y: number): boolean => spot.covers(x * scale + box.left, y * scale + box.top);
      return [{ map, x: (spot.x - box.left) / scale, y: (spot.y - box.top) / scale, covers }];
    });
  const ways = linksOf(dataset, leading, periodOf(values)).flatMap((link) =>
    ends(link.from).flatMap((start) => ends(link.to).map((finish): Way => ({ link, start, finish }))),
  );
  const isPinned = values.active === undefined;
  // Read from afar, lines are as much thicker as letters are larger.
  const times = atlas.arrangement?.times ?? 1;
  const dashes = (kind: Link['kind']): string =>
    LINK_DASHES[kind] &&
    LINK_DASHES[kind]
      .split(' ')
      .map((length) => Number(length) * times)
      .join(' ');
  const curves = bundled(ways).flatMap(({ link, start, finish, bend }) => {
    const curve = linkPath(start, finish, bend);
    if (!curve) return [];
    const { from, to, kind, share } = link;
    const width = linkWidth(kind, share) * times;
    const line = { d: curve.path, fill: 'none', 'stroke-linecap': 'round' };
    const [x, y] = curve.tip.map((value) => value.toFixed(1)) as [string, string];
    return [
      node('path', { ...line, stroke: palette.halo, 'stroke-width': (width + HALO * times).toFixed(2), opacity: 0.6 }),
      node('path', {
        ...line,
        stroke: palette.accent,
        'stroke-width': width.toFixed(2),
        'stroke-dasharray': dashes(kind) || 'none',
        'data-link': kind,
        'data-from': from,
        'data-to': to,
      }),
      node('path', {
        class: 'head',
        d: HEAD,
        transform: `translate(${x} ${y}) rotate(${curve.angle.toFixed(1)})${times === 1 ? '' : ` scale(${times})`}`,
        fill: kind === 'confirmed' ? palette.accent : palette.halo,
        stroke: palette.accent,
        'stroke-linejoin': 'round',
      }),
      // Only what stays: a curve that goes with the pointer would go when the pointer comes to it.
      ...(isPinned
        ? [
            node('path', { ...line, class: 'near', stroke: 'transparent', 'stroke-width': NEAR * times }, [
              node('title', {}, [linkWords(dataset, link, values.language)]),
            ]),
          ]
        : []),
    ];
  });
  const { offsetWidth: width, offsetHeight: height } = surface;
  return curves.length > 0 ? node('svg', { viewBox: `0 0 ${width} ${height}`, width, height }, curves) : undefined;
}

interface End extends LinkEnd {
  readonly map: AtlasMap;
}

interface Way {
  readonly link: Link;
  readonly start: End;
  readonly finish: End;
}

/** Ways between the same two maps that have an end in common share their bend, and so run as one for most of it. */
function bundled(ways: readonly Way[]): (Way & { readonly bend?: readonly [number, number] })[] {
  const groups = new Map<AtlasMap, Map<AtlasMap, Way[]>>();
  for (const way of ways) {
    const to = groups.get(way.start.map) ?? new Map<AtlasMap, Way[]>();
    groups.set(way.start.map, to);
    to.set(way.finish.map, [...(to.get(way.finish.map) ?? []), way]);
  }
  return [...groups.values()]
    .flatMap((to) => [...to.values()])
    .flatMap((group) => {
      const bend = sharedBend(
        group.map(({ start, finish }) => [[start.x, start.y] as const, [finish.x, finish.y] as const]),
      );
      return group.map((way) => ({ ...way, bend }));
    });
}
