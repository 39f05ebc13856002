/**
 * An atlas that is seen before, and without, its script: the default layout in declarative shadow DOM. Styles come from a
 * sheet of their own, for a strict policy refuses those within the page.
 */
import { dirname, relative, sep } from 'node:path';
import { LEVELS, type RegionCode } from '../../data/types.js';
import type { ClassMethod } from '../../scene/classes/breaks.js';
import type { Scheme } from '../../scene/classes/ramp.js';
import type { Theme } from '../../scene/picture/tokens.js';
import { COMPASS, LEGEND_COLUMN, isCompass } from '../../scene/parts/layout.js';
import { fitCamera, type Size } from '../../scene/geometry/mercator.js';
import { labelNodes } from '../../scene/picture/map-labels.js';
import { mapNotes } from '../../scene/text/notes.js';
import { node, picture, type PictureNode } from '../../scene/picture/picture.js';
import type { Scene } from '../../scene/picture/scene.js';
import type { SheetContent, SheetMap } from '../../scene/sheet/content.js';
import { inLanguage, say, type Language } from '../../scene/words/index.js';
import { div, el, span, toHtml, type HtmlNode } from './html.js';
import { legendPart, ledgerPart, summaryPart, switchPart, tablePart, detailsPart } from './parts.js';

export const STATIC_SHEET = 'pair-atlas-static.css';

/** What was asked for, which the live atlas is asked for too. */
export interface PageChoices {
  /** Files as the author named them; undefined for the built-in ones. */
  readonly feed: string | undefined;
  readonly geometry: string | undefined;
  readonly language: Language;
  readonly metric: string | undefined;
  readonly period: string | undefined;
  readonly selected: readonly RegionCode[];
  readonly theme: Theme;
  readonly method: ClassMethod | undefined;
  readonly classes: number | undefined;
  readonly scheme: Scheme | undefined;
}

export interface StaticPage {
  readonly choices: PageChoices;
  readonly snapshot: SheetContent;
  /** Where the page is written. */
  readonly output: string;
  readonly script: string | undefined;
  /** CSS pixels that the atlas will be wide. */
  readonly width: number;
}

/** Widths at which the layout changes, and its measures, as the live atlas has them. */
const MEDIUM = 600,
  WIDE = 960,
  GAP = 28,
  COMPASS_TRACKS = [1.1, 1.1, 1] as const,
  SMALLER = 0.78,
  PADDING = 6;

export function staticPage(page: StaticPage): string {
  const { choices, snapshot, script } = page;
  const title = inLanguage(snapshot.dataset.feed.title, choices.language);
  const head = [
    el('meta', { charset: 'utf-8' }),
    el('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    el('title', {}, title),
    // Here too, so that it is there when the atlas is first painted.
    el('link', { rel: 'stylesheet', href: STATIC_SHEET }),
    ...(script === undefined ? [] : [el('script', { type: 'module', src: script })]),
  ];
  return `<!doctype html>\n<html lang="${choices.language}">\n<head>\n${head.map(toHtml).join('\n')}\n</head>\n<body class="s-page">\n${toHtml(
    el('h1', {}, title),
  )}\n${staticFragment(page)}</body>\n</html>\n`;
}

/** The tag alone, for a page that is there already. */
export function staticFragment({ choices, snapshot, width, output }: StaticPage): string {
  const template = el(
    'template',
    { shadowrootmode: 'open' },
    el('link', { rel: 'stylesheet', href: STATIC_SHEET }),
    layout(choices.theme, snapshot, width),
  );
  return `${toHtml(el('pair-atlas', attributesOf(choices, output), template))}\n`;
}

/** The live atlas shows the same. */
function attributesOf(choices: PageChoices, output: string): PictureNode['attributes'] {
  const { metric, period, selected, theme, language, method, classes, scheme } = choices;
  const from = (file: string | undefined): string | undefined =>
    file && relative(dirname(output), file).split(sep).map(encodeURIComponent).join('/');
  const all = {
    src: from(choices.feed),
    geometry: from(choices.geometry),
    metric,
    period,
    selected: selected.join(' ') || undefined,
    method,
    classes,
    scheme,
    lang: language,
  };
  const theirs = { ...all, theme: theme === 'light' ? undefined : theme };
  return Object.fromEntries(
    Object.entries(theirs).filter((entry): entry is [string, string | number] => entry[1] !== undefined),
  );
}

function layout(theme: Theme, snapshot: SheetContent, width: number): HtmlNode {
  const { dataset, language, legends } = snapshot;
  const provinces = snapshot.maps.map(({ map }) => map.regions[0] ?? '');
  const onCompass = isCompass(provinces);
  const metrics = dataset.feed.metrics.map(({ id, label }) => ({ id, text: inLanguage(label, language) }));
  const levels = LEVELS.map((id) => ({ id, text: say(language, `level.${id}`) }));
  const [{ scale }] = legends;
  const legend = legends.map((each) => legendPart(snapshot, each));
  const mapOf = (code: string): HtmlNode[] =>
    snapshot.maps.flatMap((map, i) =>
      map.map.regions[0] === code ? [mapPart(map, snapshot, widthOf(code, width, onCompass), i)] : [],
    );
  const head = div(
    's-head',
    summaryPart(dataset, language),
    div(
      's-controls',
      div(
        's-switches',
        ...(metrics.length > 1 ? [switchPart(metrics, scale.metric.id)] : []),
        switchPart(levels, scale.level),
      ),
      span('s-choice s-export s-later', say(language, 'export.label')),
      span('s-search'),
      span('s-timeline'),
    ),
    ...(onCompass ? [] : legend),
  );
  const body = onCompass
    ? COMPASS.map((codes, i) =>
        div('s-column', ...codes.flatMap(mapOf), ...(i === LEGEND_COLUMN ? [...legend, detailsPart(snapshot)] : [])),
      )
    : [...provinces.flatMap(mapOf), detailsPart(snapshot)];
  return el(
    'div',
    { class: 'static', 'data-theme': theme },
    div(onCompass ? 's-layout s-compass' : 's-layout s-flow', head, ...body, tablePart(snapshot), ledgerPart(snapshot)),
  );
}

/** How wide a map will be. */
function widthOf(code: string, width: number, onCompass: boolean): number {
  if (width < MEDIUM) return width;
  if (width < WIDE) return (width - GAP) / 2;
  if (!onCompass) return (width - 2 * GAP) / 3;
  const column = COMPASS.findIndex((codes) => codes.includes(code));
  const all = COMPASS_TRACKS.reduce<number>((sum, track) => sum + track, 0);
  const track = ((width - 2 * GAP) * (COMPASS_TRACKS[column] ?? 1)) / all;
  return code === '220000' ? track * SMALLER : track;
}

function mapPart(
  { title, count, map, fills, emphasis }: SheetMap,
  snapshot: SheetContent,
  width: number,
  index: number,
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
  const names = node('g', { class: 's-labels' }, labelNodes(dataset.regions, scene, language));
  const surface = node('svg', { ...drawn.attributes, ...box }, [...drawn.children, names]);
  const frame = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 100 ${shape}`, role: 'img' };
  const notes = mapNotes(dataset, scale, language);
  return el(
    'figure',
    { class: `s-map s-map-${map.regions[0] ?? ''}` },
    el('figcaption', {}, title, span('s-count', count)),
    span('s-buttons'),
    node(
      'svg',
      {
        ...frame,
        'aria-label': say(language, 'map.label', { place: title, metric: inLanguage(scale.metric.label, language) }),
      },
      [surface],
    ),
    el(
      'p',
      { class: 's-note' },
      ...notes.map((note, i) => span('', i < notes.length - 1 ? note + say(language, 'text.semicolon') : note)),
    ),
  );
}
