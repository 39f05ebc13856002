/** The regions of a level as CSV for a spreadsheet, with all that a number needs beside it. */
import type { Dataset } from '../../data/dataset.js';
import type { Fault } from '../../data/faults.js';
import type { ClassScale } from '../classes/scale.js';
import { boundaryNotes, sourceLine, sourceRemarks } from '../text/notes.js';
import { inLanguage, say, type Language } from '../words/index.js';
import '../words/deferred.js';
import { ledgerPart } from './ledger.js';
import { scaleStatus } from './legend.js';
import { columnsOf, tableContext, tableRows } from './table.js';
import { metricLabel } from '../text/metric-label.js';

export interface CsvOptions {
  readonly language: Language;
  /** The reader has changed the classes: the file says so. */
  readonly isReclassed: boolean;
  /** Faults of the files and of the author's attributes; by default those of the feed's rows. */
  readonly faults?: readonly Fault[];
  /** Leaves out regions; by default all of the level are in. */
  readonly keeps?: (code: string) => boolean;
  /** The version that is compared with, while one is. */
  readonly before?: Dataset;
}

export function csvOf(
  dataset: Dataset,
  scale: ClassScale,
  { language, isReclassed, keeps, before, faults = dataset.ledger.faulty }: CsvOptions,
): string {
  const { feed } = dataset;
  const word = (key: Parameters<typeof say>[1], args?: Parameters<typeof say>[2]): string => say(language, key, args);
  const context = tableContext(dataset, scale, language, before);
  const sources = feed.sources.flatMap((source) => {
    const line = sourceLine(source, language);
    return line
      ? [[line.name, line.url, ...sourceRemarks(line).map(({ text }) => text)].filter(Boolean).join(' ')]
      : [];
  });
  const { line, blocks } = ledgerPart(dataset, scale, faults, language, Number.POSITIVE_INFINITY);
  const status = scaleStatus(scale, language);
  const head: string[][] = [
    [inLanguage(feed.title, language)],
    [word('csv.metric'), metricLabel(scale.metric, language)],
    [word('timeline.period'), scale.period],
    ...(isReclassed ? [[word('legend.reclassed')]] : []),
    ...(status === undefined ? [] : [[word('csv.status'), status]]),
    [
      word('legend.title'),
      ...context.labels.flatMap((label, i) => (label ? word('csv.class', { rank: i + 1, label }) : [])),
    ],
    ...sources.map((source) => [word('details.sources'), source]),
    [word('csv.boundaries'), boundaryNotes(dataset, language).join(word('text.semicolon'))],
    [word('csv.ledger'), line],
    ...blocks
      .filter(({ isFault, isRepair }) => isFault || isRepair)
      .flatMap(({ heading, lines }) => lines.map((each) => [heading, each])),
    [],
  ];
  const columns = columnsOf(context).flatMap(({ file }) => file ?? []);
  const rows = tableRows(dataset, scale, language, before)
    .filter(({ code }) => keeps?.(code) ?? true)
    .map((row) => columns.flatMap((column) => column.cells(row, context)));
  const lines = [...head, columns.flatMap((column) => column.headings(context)), ...rows];
  return csvLines(lines.map((cells) => cells.map((cell) => (typeof cell === 'number' ? rounded(cell) : cell))));
}

/** With a byte order mark, for Excel takes a file without one for GBK; lines end as RFC 4180 has it. */
export const csvLines = (lines: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${lines.map((cells) => cells.map((cell) => (typeof cell === 'number' ? String(cell) : text(cell))).join(',')).join('\r\n')}\r\n`;

/** Yuan have cents, and sums of shares more digits than anything that was counted. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/**
 * Text in quotation marks. What a spreadsheet would run as a formula gets an apostrophe first (OWASP, CSV injection); digits
 * alone, such as a code with leading zeros, are kept from becoming a number by a tab that spreadsheets show as nothing.
 */
function text(value: string): string {
  const guarded = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : /^0\d+$/.test(value) ? `\t${value}` : value;
  return `"${guarded.replace(/"/g, '""')}"`;
}
