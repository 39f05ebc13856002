/**
 * An atlas that is seen before, and without, its script: the default layout in declarative shadow DOM. Styles come from a
 * sheet of their own, for a strict policy refuses those within the page.
 */
import type { RegionCode } from '../../data/types.js';
import type { ClassMethod } from '../../scene/classes/breaks.js';
import type { Scheme } from '../../scene/classes/ramp.js';
import type { Theme } from '../../scene/picture/tokens.js';
import { layoutPart, type AsidePart, type LayoutPart } from '../../scene/parts/layout.js';
import { mapLabel, mapNote } from '../../scene/parts/map.js';
import { plainText } from '../../scene/parts/plain.js';
import { timelinePart, type TimelinePart } from '../../scene/parts/timeline.js';
import { fitCamera, type Size } from '../../scene/geometry/mercator.js';
import { labelNodes } from '../../scene/picture/map-labels.js';
import { node, picture, type PictureNode } from '../../scene/picture/picture.js';
import type { Scene } from '../../scene/picture/scene.js';
import type { SheetContent, SheetMap } from '../../scene/sheet/content.js';
import { inLanguage, say, type Language } from '../../scene/words/index.js';
import { div, el, span, toHtml, when, type HtmlNode } from './html.js';
import { detailsHtml } from './details.js';
import { ledgerHtml, legendHtml, summaryHtml, switchesHtml, tableHtml } from './parts.js';

export const STATIC_SHEET = 'pair-atlas-static.css';

/** What was asked for, which the live atlas is asked for too. */
export interface PageChoices {
  /** Addresses, as the page asks for them; undefined for the built-in files. */
  readonly feed: string | undefined;
  readonly geometry: string | undefined;
  readonly language: Language;
  readonly metric: string | undefined;
  readonly per: string | undefined;
  readonly period: string | undefined;
  readonly selected: readonly RegionCode[];
  readonly theme: Theme;
  readonly method: ClassMethod | undefined;
  readonly classes: number | undefined;
  readonly scheme: Scheme | undefined;
  readonly textures?: boolean;
  /** Further attributes of the live atlas; `theme`, where light was asked for, and is not merely what it is drawn in. */
  readonly others?: Readonly<Record<string, string>>;
}

export interface StaticPage {
  readonly choices: PageChoices;
  readonly snapshot: SheetContent;
  readonly scripts: readonly string[];
  /** CSS pixels that the atlas will be wide. */
  readonly width: number;
}

/** Below this the layout is a phone's. */
export const NARROW = 600;
/** The other width at which it changes, and its measures, as the live atlas has them. */
const WIDE = 960,
  GAP = 28,
  NARROW_GAP = 16,
  /** The pivot's column, and the three beside it. */
  PIVOT_TRACK = 1.5,
  TRACKS = PIVOT_TRACK + 3,
  PADDING = 6;

export function staticPage(page: StaticPage): string {
  const { choices, snapshot, scripts } = page;
  const title = inLanguage(snapshot.dataset.feed.title, choices.language);
  const head = [
    el('meta', { charset: 'utf-8' }),
    el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    el('title', {}, title),
    // Here too, so that it is there when the atlas is first painted.
    el('link', { rel: 'stylesheet', href: STATIC_SHEET }),
    ...scripts.map((src) => el('script', { type: 'module', src })),
  ];
  return `<!doctype html>\n<html lang="${choices.language}">\n<head>\n${head.map(toHtml).join('\n')}\n</head>\n<body class="s-page">\n${toHtml(
    el('h1', {}, title),
  )}\n${staticFragment(page, false)}</body>\n</html>\n`;
}

/** The tag alone, for a page that is there already. */
export function staticFragment({ choices, snapshot, width, scripts }: StaticPage, isFragment = true): string {
  const template = el(
    'template',
    { shadowrootmode: 'open' },
    el('link', { rel: 'stylesheet', href: STATIC_SHEET }),
    // A fragment is for a page that has its script, or will have it.
    layoutHtml(choices.theme, snapshot, width, scripts.length > 0 || isFragment),
  );
  return `${toHtml(el('pair-atlas', attributesOf(choices), template))}\n`;
}

/** The live atlas shows the same. */
function attributesOf(choices: PageChoices): PictureNode['attributes'] {
  const { metric, per, period, selected, theme, language, method, classes, scheme, textures, others } = choices;
  const all = {
    src: choices.feed,
    geometry: choices.geometry,
    metric,
    per,
    period,
    selected: selected.join(' ') || undefined,
    method,
    classes,
    scheme,
    textures: textures ? '' : undefined,
    lang: language,
    theme: theme === 'light' ? undefined : theme,
    ...others,
  };
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string | number] => entry[1] !== undefined),
  );
}

function layoutHtml(theme: Theme, snapshot: SheetContent, width: number, awaitsScript: boolean): HtmlNode {
  const { dataset, language, legends } = snapshot;
  const [{ scale }] = legends;
  const provinces = snapshot.maps.map(({ named }) => named[0] ?? '');
  const layout = layoutPart(provinces);
  const { kind, top, pivot, columns } = layout;
  const aside = (parts: readonly AsidePart[]): HtmlNode[] =>
    parts.map((part) => (part === 'legend' ? legendHtml(snapshot) : detailsHtml(snapshot, awaitsScript)));
  const mapOf = (code: string): HtmlNode[] =>
    snapshot.maps.flatMap((map, i) =>
      map.named[0] === code
        ? [mapHtml(map, snapshot, widthOf(code, width, layout), code === pivot, i, awaitsScript)]
        : [],
    );
  const bar = [switchesHtml(snapshot, awaitsScript), ...(awaitsScript ? laterHtml(snapshot) : [])];
  return el(
    'div',
    { class: 'static', lang: snapshot.language, 'data-theme': theme, ...(theme === 'light' ? {} : { theme }) },
    el('p', { class: 'only-spoken', part: 'plain', role: 'note' }, plainText(dataset, scale, language)),
    div(
      `layout ${kind}${snapshot.dataset.feed.periods.length > 1 ? ' has-periods' : ''}`,
      div('top', summaryHtml(snapshot), div('bar', ...bar), ...aside(top)),
      ...columns.map(({ maps, below }) => div('column', ...maps.flatMap(mapOf), ...aside(below))),
      tableHtml(snapshot, awaitsScript),
      ledgerHtml(snapshot),
    ),
  );
}

/** The room of what comes with script alone. */
function laterHtml({ dataset, language, legends: [{ scale }] }: SheetContent): HtmlNode[] {
  const timeline = timelinePart(dataset, scale.metric, scale.period);
  return [
    // The space stands before the button's arrow.
    div('pair-export later', el('button', { class: 'opener', disabled: '' }, `${say(language, 'export.label')} `)),
    div('pair-timeline later', ...when(timeline, timelineHtml)),
    div('pair-search later', el('input', { disabled: '' })),
  ];
}

function timelineHtml({ periods, period, isFixed, isNamed }: TimelinePart): HtmlNode {
  const output = el('output', {}, period);
  if (isFixed) return div('line', output);
  const names = isNamed ? [el('ol', {}, ...periods.map((each) => el('li', {}, each)))] : [];
  const track = div('track', el('input', { type: 'range', disabled: '' }), ...names);
  return div('line', el('button', { disabled: '' }, '▶'), track, output);
}

/** How wide a map will be. */
function widthOf(code: string, width: number, { kind, pivot }: LayoutPart): number {
  if (width < NARROW) return code === pivot || kind === 'flow' ? width : (width - NARROW_GAP) / 2;
  if (width < WIDE) return (width - GAP) / 2;
  if (kind === 'flow') return (width - 2 * GAP) / 3;
  return ((width - 3 * GAP) * (code === pivot ? PIVOT_TRACK : 1)) / TRACKS;
}

function mapHtml(
  { title, count, map, named, fills, emphasis }: SheetMap,
  snapshot: SheetContent,
  width: number,
  isPivot: boolean,
  index: number,
  awaitsScript: boolean,
): HtmlNode {
  const { dataset, language, legends } = snapshot;
  const { scale, palette } = legends.find((legend) => legend.scale.level === map.level) ?? legends[0];
  // Per hundred of the width, to the digit that the live map has it.
  const shape = ((100 * (map.box[3] - map.box[1])) / (map.box[2] - map.box[0])).toFixed(3);
  const size: Size = { width: Math.round(width), height: Math.round((width * Number(shape)) / 100) };
  const scene: Scene = { map, fills, emphasis, palette, size, camera: fitCamera(map.box, size, PADDING) };
  const drawn = picture(scene, `static-${index}`);
  const box = { width: 100, height: shape };
  // Names too in the whole pixels of the map: the live ones stand in a box of that view.
  const names = node('g', { class: 'labels' }, labelNodes(dataset, scene, language));
  const surface = node('svg', { ...drawn.attributes, ...box }, [...drawn.children, names]);
  const frame = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 100 ${shape}`, role: 'img' };
  const button = el('button', { disabled: '' }, '+');
  const own = named.join(' ') === map.regions.join(' ') ? [] : [say(language, 'map.fitted')];
  return div(
    isPivot ? 'pair-map pivot' : 'pair-map',
    el(
      'figure',
      {},
      el('figcaption', {}, title, span('count', count)),
      ...(awaitsScript ? [div('controls later', button, button, button)] : []),
      div('stage', node('svg', { ...frame, 'aria-label': mapLabel(title, scale.metric, language) }, [surface])),
      el('p', { class: 'note' }, ...mapNote(dataset, scale, language, map, own).map((note) => span('', note))),
    ),
  );
}
