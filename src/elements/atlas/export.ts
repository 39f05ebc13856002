/** What an atlas shows, as a file. Fetched when it is asked for. */
import { paint } from '../../render/svg/paint.js';
import { csvOf } from '../../scene/parts/csv.js';
import { plainSummary } from '../../scene/parts/plain.js';
import { toMarkup } from '../../scene/picture/markup.js';
import type { PictureNode } from '../../scene/picture/picture.js';
import { sheet } from '../../scene/sheet/sheet.js';
import { mainLevel, metricOf, periodOf, scaleAt } from '../../state/derive.js';
import { comparedWith, isKept, isReclassed } from '../../state/legend.js';
import type { AtlasValues } from '../../state/values.js';
import { snapshotOf, wholeViews } from '../../state/snapshot.js';
import { mapsOf, type AtlasHost } from '../shared/atlas-host.js';
import { withTexts } from './png-text.js';
import { inLanguage } from '../../scene/words/index.js';
import { grammarOf } from '../../scene/words/languages.js';
import '../../scene/words/deferred.js';

export const EXPORT_KINDS = ['svg', 'png', 'csv', 'xlsx', 'csvw', 'feed', 'text'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** Pixels of a PNG for one of the sheet. */
const PNG_SCALE = 2;

/** What the reader sees now, as a file of its own: with title, legend, unit, status, sources and boundary note. */
export async function exportAtlas(atlas: AtlasHost, kind: ExportKind): Promise<Blob> {
  switch (kind) {
    case 'csv':
      return exportCsv(atlas.state.values);
    case 'svg':
      return new Blob([`<?xml version="1.0" encoding="UTF-8"?>\n${toMarkup(sheetOf(atlas))}\n`], {
        type: 'image/svg+xml',
      });
    case 'png':
      return exportPng(sheetOf(atlas), atlas.state.values);
    case 'xlsx':
    case 'csvw':
      return exportFeed(atlas.state.values, kind);
    case 'feed':
      if (!atlas.state.values.dataset) throw nothingThere(atlas.state.values);
      return new Blob([await (await import('./feed-text.js')).feedText(atlas)], { type: 'application/json' });
    case 'text':
      return new Blob([`${inWords(atlas.state.values).join('\n')}\n`], { type: 'text/plain;charset=utf-8' });
    default:
      throw new TypeError(`pair-atlas: exportAs() knows ${EXPORT_KINDS.join(', ')}, and got "${String(kind)}".`);
  }
}

export function exportCsv(values: AtlasValues): Blob {
  const { dataset, language, faults } = values;
  const level = mainLevel(values);
  const scale = scaleAt(values, level);
  if (!dataset || !scale) throw nothingThere(values);
  const keeps = values.filter?.level === level ? (code: string): boolean => isKept(values, code, level) : undefined;
  const options = { language, isReclassed: isReclassed(values, level), keeps, faults, before: comparedWith(values) };
  return new Blob([csvOf(dataset, scale, options)], {
    type: 'text/csv;charset=utf-8',
  });
}

/** What the reader sees now, in five plain sentences. */
export function inWords(values: AtlasValues): readonly string[] {
  const { dataset, language } = values;
  const scale = scaleAt(values, mainLevel(values));
  if (!dataset || !scale) throw nothingThere(values);
  return plainSummary(dataset, scale, language);
}

/** Not what the reader sees now, but the whole feed: all metrics and periods. */
async function exportFeed(values: AtlasValues, kind: 'xlsx' | 'csvw'): Promise<Blob> {
  const { dataset, faults, language } = values;
  if (!dataset) throw nothingThere(values);
  const { FEED_FILE_TYPES, feedArchive, feedWorkbook } = await import('../../state/feed-files.js');
  const bytes =
    kind === 'xlsx' ? feedWorkbook(dataset, faults, language) : feedArchive(dataset, plain(dataset.feed.id), language);
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: FEED_FILE_TYPES[kind] });
}

function sheetOf(atlas: AtlasHost): PictureNode {
  const views = mapsOf(atlas).flatMap(({ view, named }) => (view ? { ...view, named } : []));
  const { values } = atlas.state;
  const snapshot = snapshotOf(values, views.length > 0 ? views : wholeViews(values));
  if (!snapshot) throw nothingThere(values);
  return sheet(snapshot);
}

async function exportPng(tree: PictureNode, values: AtlasValues): Promise<Blob> {
  const canvas = document.createElement('canvas');
  paint(tree, canvas, PNG_SCALE);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('pair-atlas: the browser made no PNG of the canvas.');
  const texts = {
    Title: inLanguage(values.dataset?.feed.title, values.language),
    Description: inWords(values).join(grammarOf(values.language).sentenceSpace),
  };
  return new Blob([withTexts(new Uint8Array(await blob.arrayBuffer()), texts, values.language)], { type: 'image/png' });
}

const nothingThere = ({ dataset }: AtlasValues): Error =>
  new Error(
    dataset
      ? 'pair-atlas: exportAs() found no map to export: no region of the feed is on one.'
      : 'pair-atlas: exportAs() was called before there was anything to export; wait for pair-ready.',
  );

const EXTENSIONS: Readonly<Record<ExportKind, string>> = {
  svg: 'svg',
  png: 'png',
  csv: 'csv',
  xlsx: 'xlsx',
  csvw: 'zip',
  feed: 'json',
  text: 'txt',
};

/** "zhejiang-2018-funding-2018.csv"; a whole feed is of no metric. */
export function fileName(values: AtlasValues, kind: ExportKind): string {
  const isWhole = kind === 'xlsx' || kind === 'csvw' || kind === 'feed';
  const parts = [
    values.dataset?.feed.id ?? 'pair-atlas',
    ...(isWhole ? (kind === 'csvw' ? [kind] : []) : [metricOf(values)?.id ?? '', periodOf(values)]),
  ];
  return `${parts.map(plain).filter(Boolean).join('-')}.${EXTENSIONS[kind]}`;
}

/** Letters and digits of any language, and no others. */
const plain = (part: string): string => part.replace(/[^\p{L}\p{N}_-]+/gu, '-');

/** Saves a file as a link would. The address is given back when the browser has surely taken it. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
