/** The texts of a sheet: what stands above, beside and below its maps. */
import { textWidth } from '../picture/labels.js';
import { ledgerPart } from '../parts/ledger.js';
import { legendPart, legendUnit, scaleStatus } from '../parts/legend.js';
import { rowLine, rowOf, tableContext } from '../parts/table.js';
import { boundaryNotes, sourceLine, sourceRemarks, type SourceLine } from '../text/notes.js';
import { formatValue } from '../text/numbers.js';
import { fillColour, node, patternsOf, patterns, type PictureNode } from '../picture/picture.js';
import type { Fill } from '../classes/scale.js';
import type { SheetContent, SheetLegend } from './content.js';
import { linesOf } from '../picture/text-lines.js';
import type { Palette } from '../picture/tokens.js';
import { inLanguage, say } from '../words/index.js';
import { grammarOf } from '../words/languages.js';
import '../words/deferred.js';
import { metricLabel } from '../text/metric-label.js';

export interface Block {
  readonly nodes: readonly PictureNode[];
  /** Pixels. */
  readonly height: number;
}

interface TextStyle {
  readonly size: number;
  readonly fill: string;
  readonly weight?: number;
  readonly anchor?: 'start' | 'end';
  /** Height of a line in parts of its size. */
  readonly leading?: number;
}

/** How many selected regions are written out. */
const MOST_SELECTED = 8;
/** How many sources are cited; those of the numbers come first. */
const MOST_SOURCES = 8;
const WIDE_SPACE = '\u2003';
const SWATCH = { width: 34, height: 16 } as const;
const ROW = 24;

/** Text from the upper left, broken where it must be. */
export function textBlock(text: string, x: number, y: number, width: number, style: TextStyle): Block {
  const { size, fill, weight = 400, anchor = 'start', leading = 1.4 } = style;
  const lines = linesOf(text, width, size);
  const nodes = lines.map((line, i) =>
    node(
      'text',
      {
        x: fixed(x),
        y: fixed(y + size * (0.95 + i * leading)),
        'font-size': size,
        'font-weight': weight,
        fill,
        'text-anchor': anchor,
      },
      [line],
    ),
  );
  return { nodes, height: lines.length * size * leading };
}

/** Blocks one below the other. */
function stacked(y: number, makers: readonly ((y: number) => Block)[], gap: number): Block {
  let at = y;
  const nodes: PictureNode[] = [];
  for (const make of makers) {
    const block = make(at);
    nodes.push(...block.nodes);
    if (block.height > 0) at += block.height + gap;
  }
  return { nodes, height: at > y ? at - y - gap : 0 };
}

/** Title, metric with unit, period and total, and how its numbers are known. */
export function headBlock({ dataset, language, legends }: SheetContent, x: number, y: number, width: number): Block {
  const [{ scale, palette }] = legends;
  const { metric, period } = scale;
  const unit = legendUnit(scale, language);
  const line = [
    unit.word
      ? say(language, 'table.value', { metric: metricLabel(metric, language), unit: unit.word })
      : metricLabel(metric, language),
    period,
    ...(metric.total === undefined
      ? []
      : [say(language, 'legend.total', { value: formatValue(metric, metric.total, language) })]),
  ].join(WIDE_SPACE);
  const note = scaleStatus(scale, language) ?? '';
  const badges = legends.some(({ isReclassed }) => isReclassed) ? [say(language, 'legend.reclassed')] : [];
  const rule = node('g', { 'data-part': 'rule' }, [
    node('rect', { x, y, width, height: 2, fill: palette.ink }),
    node('rect', { x, y, width: 64, height: 6, fill: palette.accent }),
  ]);
  const block = stacked(
    y + 24,
    [
      (at) =>
        part(
          'title',
          textBlock(inLanguage(dataset.feed.title, language), x, at, width, {
            size: 30,
            weight: 700,
            fill: palette.ink,
            leading: 1.25,
          }),
        ),
      (at) => part('metric', textBlock(line, x, at, width, { size: 18, fill: palette.ink })),
      (at) => part('status', textBlock(note, x, at, width, { size: 15, weight: 600, fill: palette.accent })),
      ...badges.map((badge) => (at: number) => badgeBlock(badge, x, at, palette)),
    ],
    8,
  );
  return { nodes: [rule, ...block.nodes], height: block.height + 24 };
}

function badgeBlock(text: string, x: number, y: number, palette: Palette): Block {
  const size = 14;
  const box = {
    x,
    y: fixed(y),
    width: fixed(textWidth(text, size) + 20),
    height: 26,
    rx: 3,
    fill: 'none',
    stroke: palette.accent,
  };
  const words = textBlock(text, x + 10, y + 6, 1e4, { size, weight: 600, fill: palette.accent });
  return { nodes: [node('g', { 'data-part': 'badge' }, [node('rect', box), ...words.nodes])], height: 26 };
}

/** Classes from the lowest up, numbered, so that they can be told apart without colour; then all that is no class. */
export function legendBlock(
  { dataset, language, legends }: SheetContent,
  legend: SheetLegend,
  x: number,
  y: number,
  width: number,
): Block {
  const { scale, palette, kept, isReclassed } = legend;
  const model = legendPart(dataset, scale, language, { isOneOf: legends.length > 1, isReclassed, kept });
  const id = `sheet-legend-${scale.level}`;
  const heading = [model.metric, model.levelName, model.unit].filter(Boolean).join(WIDE_SPACE);
  const row =
    (fill: Fill, label: string, count: string, rank?: number) =>
    (at: number): Block =>
      legendRow(fill, label, count, rank, palette, id, x, at, width);
  const small = { size: 13, fill: palette.inkSoft };
  const basis =
    model.basis && !model.empty ? [model.basis.method, model.basis.from].join(say(language, 'text.comma')) : '';
  const block = stacked(
    y,
    [
      (at) => textBlock(heading, x, at, width, { size: 15, weight: 600, fill: palette.ink }),
      ...(model.empty
        ? [(at: number) => textBlock(model.empty ?? '', x, at, width, small)]
        : model.classes.map(({ index, label, fill, count }) => row(fill, label, count, index + 1))),
      ...model.others.map(({ fill, label, count }) => row(fill, label, count)),
      (at) => textBlock(basis, x, at, width, small),
      (at) => textBlock(model.filter ?? '', x, at, width, { ...small, fill: palette.accent }),
    ],
    4,
  );
  return part(
    'legend',
    { ...block, nodes: [node('defs', {}, patterns(palette, id, 1)), ...block.nodes] },
    { 'data-level': scale.level },
  );
}

function legendRow(
  fill: Fill,
  label: string,
  count: string,
  rank: number | undefined,
  palette: Palette,
  id: string,
  x: number,
  y: number,
  width: number,
): Block {
  const box = { x: fixed(x), y: fixed(y + 3), ...SWATCH };
  const left = x + SWATCH.width + 10;
  const words = rank === undefined ? label : `${rank}${WIDE_SPACE}${label}`;
  return {
    nodes: [
      node('g', { 'data-kind': fill.kind }, [
        node('rect', { ...box, fill: fillColour(fill, palette) }),
        ...patternsOf(fill, palette).map((pattern) => node('rect', { ...box, fill: `url(#${id}-${pattern})` })),
        node('rect', { ...box, fill: 'none', stroke: palette.borders.province, 'stroke-width': 0.6 }),
        ...textBlock(words, left, y + 3, width, { size: 14, fill: palette.ink }).nodes,
        ...textBlock(count, x + width, y + 3, width, { size: 13, fill: palette.inkSoft, anchor: 'end' }).nodes,
      ]),
    ],
    height: ROW - 4,
  };
}

/** The selected regions, a line each of what the table's columns say of them. */
export function selectionBlock(
  { dataset, language, legends, selected }: SheetContent,
  x: number,
  y: number,
  width: number,
): Block {
  const [{ scale, palette }] = legends;
  const context = tableContext(dataset, scale, language);
  const rows = selected.flatMap((code) => rowOf(dataset, scale, code, context.unit, language) ?? []);
  if (rows.length === 0) return { nodes: [], height: 0 };
  const heading = say(language, 'details.selection', { count: rows.length });
  const more = rows.length > MOST_SELECTED ? say(language, 'details.more', { count: rows.length }) : '';
  const block = stacked(
    y,
    [
      (at) => textBlock(heading, x, at, width, { size: 15, weight: 600, fill: palette.accent }),
      ...rows
        .slice(0, MOST_SELECTED)
        .map((row) => (at: number) => textBlock(rowLine(row, context), x, at, width, { size: 13, fill: palette.ink })),
      (at) => textBlock(more, x, at, width, { size: 13, fill: palette.inkSoft }),
    ],
    6,
  );
  return part('selection', block);
}

/** Sources, the account of the data with its faults by kind, and, at the lower left, the note on the boundaries. */
export function footBlock(content: SheetContent, x: number, y: number, width: number): Block {
  const { dataset, faults, language } = content;
  const [{ scale, palette }] = content.legends;
  const { title, line: summed, verdict, reconciled, blocks } = ledgerPart(dataset, scale, faults, language);
  const all = sourcesOf(content);
  const sources = all.slice(0, MOST_SOURCES).map((source) => {
    const remarks = sourceRemarks(source).map(({ text }) => text);
    return [source.name, ...remarks, source.url].filter(Boolean).join(' ');
  });
  const left = all.length - sources.length;
  const account = [
    [title, summed, verdict].join(grammarOf(language).sentenceSpace),
    blocks
      .filter(({ isFault, isRepair }) => isFault || isRepair)
      .map(({ heading, count }) => `${heading} ${count}`)
      .join(say(language, 'text.semicolon')),
    reconciled ?? '',
  ];
  const small = { size: 12, fill: palette.inkSoft };
  const line =
    (text: string, name: string) =>
    (at: number): Block =>
      part(name, textBlock(text, x, at, width, small));
  const cited = say(language, 'text.labelled', {
    label: say(language, 'details.sources'),
    text: [...sources, ...(left > 0 ? [say(language, 'sheet.sources.more', { count: left })] : [])].join(
      say(language, 'text.semicolon'),
    ),
  });
  const boundaries = boundaryNotes(dataset, language).join(say(language, 'text.semicolon'));
  const block = stacked(
    y + 14,
    [
      ...(sources.length > 0 ? [line(cited, 'sources')] : []),
      ...account.map((text) => line(text, 'ledger')),
      (at) => part('boundary', textBlock(boundaries, x, at, width, { size: 13, weight: 600, fill: palette.ink })),
    ],
    5,
  );
  const rule = node('rect', { x, y: fixed(y), width, height: 1, fill: palette.inkSoft });
  return { nodes: [rule, ...block.nodes], height: block.height + 14 };
}

/** First what the numbers shown come from, then what is known of the selected regions, then all others. */
function sourcesOf({ dataset, language, legends, selected }: SheetContent): SourceLine[] {
  const ids = new Set<string | undefined>();
  for (const { scale } of legends) {
    ids.add(scale.metric.source);
    for (const code of scale.classes.flatMap(({ codes }) => codes)) {
      const datum = dataset.datum(code, scale.metric.id, scale.period);
      if (datum.kind === 'value') ids.add(datum.source);
    }
    for (const { source } of selected.flatMap((code) => dataset.partnersOf(code, scale.period))) ids.add(source);
  }
  for (const { id } of dataset.feed.sources) ids.add(id);
  return [...ids].flatMap((id) => sourceLine(dataset.source(id), language) ?? []);
}

function part(name: string, { nodes, height }: Block, more: PictureNode['attributes'] = {}): Block {
  return { nodes: nodes.length > 0 ? [node('g', { 'data-part': name, ...more }, nodes)] : [], height };
}

const fixed = (value: number): number => Math.round(value * 10) / 10;
