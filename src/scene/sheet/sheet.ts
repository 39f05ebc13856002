/**
 * A whole atlas as one picture, such as a newspaper would print it: title, maps, legend, status, sources, what is known of the
 * boundaries, and the account of the data. Exported pictures and the picture that
 * `pair-atlas snapshot` writes are this one function; its page without script is made in `standalone/static/`.
 */
import { provinceOf } from '../../data/codes.js';
import type { Level, RegionCode } from '../../data/types.js';
import { COMPASS, LEGEND_COLUMN, isBuiltInCase } from '../parts/layout.js';
import { plainText } from '../parts/plain.js';
import { fitCamera, type Size } from '../geometry/mercator.js';
import { LABEL_SIZE, labelNodes } from '../picture/map-labels.js';
import { node, picture, type PictureNode } from '../picture/picture.js';
import type { Scene } from '../picture/scene.js';
import { footBlock, headBlock, legendBlock, selectionBlock, textBlock, type Block } from './blocks.js';
import type { SheetContent, SheetMap } from './content.js';
import { TOKENS, type Palette } from '../picture/tokens.js';
import { inLanguage } from '../words/index.js';
import { grammarOf } from '../words/languages.js';

/** Pixels. */
export const SHEET_WIDTH = 1200;
const MARGIN = 40,
  GAP = 28,
  TITLE_HEIGHT = 26,
  PADDING = 6;
/** Parts of the width, as on the page: the middle column has the legend, and so the most text. */
const COMPASS_COLUMNS = [1.1, 1, 1] as const;

export function sheet(content: SheetContent): PictureNode {
  const { dataset, language, legends } = content;
  const { palette } = legends[0];
  const width = SHEET_WIDTH - 2 * MARGIN;
  const head = headBlock(content, MARGIN, MARGIN, width);
  const columns = columnsOf(content.maps, width);
  const top = MARGIN + head.height + GAP;
  const ends = columns.widths.map(() => top);
  const nodes: PictureNode[] = [...head.nodes];
  const put = (column: number, make: (x: number, y: number, width: number) => Block): void => {
    const x = MARGIN + columns.widths.slice(0, column).reduce((sum, each) => sum + each + GAP, 0);
    const block = make(x, ends[column] as number, columns.widths[column] as number);
    nodes.push(...block.nodes);
    ends[column] = (ends[column] as number) + block.height + (block.height > 0 ? GAP : 0);
  };
  content.maps.forEach((map, i) => {
    const column = columns.of(map, ends);
    put(column, (x, y, w) => mapBlock(map, `sheet-${i}`, content, x, y, w));
  });
  const aside = (): number => columns.aside ?? ends.indexOf(Math.min(...ends));
  for (const legend of legends) put(aside(), (x, y, w) => legendBlock(content, legend, x, y, w));
  put(aside(), (x, y, w) => selectionBlock(content, x, y, w));
  const foot = footBlock(content, MARGIN, Math.max(...ends), width);
  const height = Math.ceil(Math.max(...ends) + foot.height + MARGIN);
  const title = inLanguage(dataset.feed.title, language);
  // A page may hold several, one for each metric.
  const id = `sheet-${[dataset.feed.id, legends[0].scale.metric.id].join('-').replace(/[^\w-]+/g, '-')}`;
  return node(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: SHEET_WIDTH,
      height,
      viewBox: `0 0 ${SHEET_WIDTH} ${height}`,
      role: 'img',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-desc`,
      lang: language,
      'font-family': palette.font === TOKENS.font.light ? (grammarOf(language).fonts ?? palette.font) : palette.font,
    },
    [
      node('title', { id: `${id}-title` }, [title]),
      node('desc', { id: `${id}-desc` }, [plainText(dataset, legends[0].scale, language)]),
      node('rect', { width: SHEET_WIDTH, height, fill: palette.paper }),
      ...nodes,
      ...foot.nodes,
    ],
  );
}

interface Columns {
  readonly widths: readonly number[];
  /** Where the legend goes; undefined: wherever there is most room. */
  readonly aside?: number;
  of(map: SheetMap, ends: readonly number[]): number;
}

function columnsOf(maps: readonly SheetMap[], width: number): Columns {
  const provinces = maps.map(({ named }) => (named.length === 1 ? (named[0] as RegionCode) : ''));
  if (isBuiltInCase(provinces.map((code) => code && provinceOf(code)))) {
    const free = width - GAP * (COMPASS.length - 1);
    const sum = COMPASS_COLUMNS.reduce<number>((all, part) => all + part, 0);
    return {
      widths: COMPASS_COLUMNS.map((part) => (free * part) / sum),
      aside: LEGEND_COLUMN,
      of: ({ named }) => COMPASS.findIndex((codes) => codes.includes(provinceOf(named[0] as RegionCode))),
    };
  }
  // The legend takes a place of its own beside a single map.
  const count = Math.min(3, maps.length + 1);
  return {
    widths: Array.from({ length: count }, () => (width - GAP * (count - 1)) / count),
    of: (_, ends) => ends.indexOf(Math.min(...ends)),
  };
}

function paletteAt({ legends }: SheetContent, level: Level): Palette {
  return (legends.find(({ scale }) => scale.level === level) ?? legends[0]).palette;
}

function mapBlock(each: SheetMap, prefix: string, content: SheetContent, x: number, y: number, width: number): Block {
  const { title, count, note = '', map, fills, emphasis, view } = each;
  const palette = paletteAt(content, map.level);
  const heading = textBlock(title, x, y, width, { size: 17, weight: 600, fill: palette.ink });
  const small = { size: 12, fill: palette.inkSoft, anchor: 'end' } as const;
  const counted = textBlock(count, x + width, y + 5, width, small);
  const shape = view ? view.size.height / view.size.width : (map.box[3] - map.box[1]) / (map.box[2] - map.box[0]);
  const size: Size = { width, height: Math.round(width * shape) };
  const camera = view
    ? { ...view.camera, zoom: view.camera.zoom + Math.log2(width / view.size.width) }
    : fitCamera(map.box, size, PADDING);
  const scene: Scene = { map, fills, emphasis, palette, camera, size };
  const drawn = picture(scene, prefix);
  const top = y + Math.max(TITLE_HEIGHT, heading.height);
  const box = { x: fixed(x), y: fixed(top), width: fixed(width), height: size.height };
  const surface = node('svg', { ...drawn.attributes, ...box, 'data-map': map.regions.join(' ') }, [
    ...drawn.children,
    node('g', { class: 'labels' }, labels(content, scene)),
  ]);
  const below = textBlock(note, x, top + size.height, width, { size: 12, fill: palette.inkSoft });
  return {
    nodes: [...heading.nodes, ...counted.nodes, surface, ...below.nodes],
    height: top - y + size.height + below.height,
  };
}

/** As on the page, in the plainest SVG: text on its baseline, and its halo as a text of its own beneath it. */
function labels({ dataset, language }: SheetContent, scene: Scene): PictureNode[] {
  return labelNodes(dataset, scene, language).flatMap(({ attributes, children }) => {
    const { stroke = '', ...rest } = attributes;
    const at = { ...rest, y: fixed(Number(rest.y) + LABEL_SIZE * 0.35), 'text-anchor': 'middle' };
    const halo = { fill: 'none', stroke, 'stroke-width': 3, 'stroke-linejoin': 'round' };
    return [node('text', { ...at, ...halo, 'aria-hidden': 'true' }, children), node('text', at, children)];
  });
}

const fixed = (value: number): number => Math.round(value * 10) / 10;
