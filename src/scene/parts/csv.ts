/** The regions of a level as CSV for a spreadsheet, with all that a number needs beside it. */
import type { Fault } from '../../data/faults.js';
import type { Dataset } from '../../data/dataset.js';
import { isPublished } from '../../data/status.js';
import { ledgerBlocks, ledgerLine } from './ledger.js';
import { classLabels } from './legend.js';
import { boundaryNotes, sourceLine } from '../text/notes.js';
import { nameOf } from '../text/names.js';
import { baseUnitWord } from '../text/numbers.js';
import { tableRows } from './table.js';
import type { ClassScale } from '../classes/scale.js';
import { inLanguage, say, type Language } from '../words/index.js';
import '../words/deferred.js';

export interface CsvOptions {
  readonly language: Language;
  /** The reader has changed the classes: the file says so. */
  readonly isReclassed: boolean;
  /** Faults of the files and of the author's attributes; by default those of the feed's rows. */
  readonly faults?: readonly Fault[];
  /** Leaves out regions; by default all of the level are in. */
  readonly keeps?: (code: string) => boolean;
}

/** With a byte order mark, for Excel takes a file without one for GBK; lines end as RFC 4180 has it. */
export function csvOf(
  dataset: Dataset,
  scale: ClassScale,
  { language, isReclassed, keeps, faults = dataset.ledger.faulty }: CsvOptions,
): string {
  const { feed, regions } = dataset;
  const word = (key: Parameters<typeof say>[1], args?: Parameters<typeof say>[2]): string => say(language, key, args);
  const labels = classLabels(scale, language);
  const metrics = feed.metrics;
  const sources = feed.sources.flatMap((source) => {
    const line = sourceLine(source, language);
    return line ? [[line.name, line.url, line.date].filter(Boolean).join(' ')] : [];
  });
  const head: Cell[][] = [
    [text(inLanguage(feed.title, language))],
    [text(word('csv.metric')), text(inLanguage(scale.metric.label, language))],
    [text(word('timeline.period')), text(scale.period)],
    ...(isReclassed ? [[text(word('legend.reclassed'))]] : []),
    ...(scale.status === undefined || isPublished(scale.status)
      ? []
      : [[text(word('csv.status')), text(word(`status.note.${scale.status}` as 'status.note.illustrative'))]]),
    [text(word('legend.title')), ...labels.map((label, i) => text(word('csv.class', { rank: i + 1, label })))],
    ...sources.map((source) => [text(word('details.sources')), text(source)]),
    [text(word('csv.boundaries')), text(boundaryNotes(dataset, language).join(word('text.semicolon')))],
    [text(word('csv.ledger')), text(ledgerLine(dataset, language))],
    ...ledgerBlocks(dataset, faults, language)
      .filter(({ isFault }) => isFault)
      .flatMap(({ heading, lines }) => lines.map((line) => [text(word(heading)), text(line)])),
    [],
  ];
  const columns: Cell[] = [
    ...(['csv.code', 'table.name', 'csv.pinyin', 'table.place', 'csv.kind'] as const).map((key) => text(word(key))),
    ...metrics.flatMap((each) => {
      const metric = inLanguage(each.label, language);
      const named = baseUnitWord(each, language);
      return [
        text(named ? word('table.value', { metric, unit: named }) : metric),
        ...(each.id === scale.metric.id ? [] : [text(word('csv.status.of', { metric }))]),
      ];
    }),
    ...(['csv.status', 'csv.class.column', 'table.partners.receives', 'csv.source'] as const).map((key) =>
      text(word(key)),
    ),
  ];
  const rows = tableRows(dataset, scale, language)
    .filter(({ code }) => keeps?.(code) ?? true)
    .map((row): Cell[] => {
      const datum = dataset.datum(row.code, scale.metric.id, scale.period);
      const source = datum.kind === 'value' ? dataset.source(datum.source) : undefined;
      return [
        text(row.code),
        text(nameOf(regions, row.code, language)),
        text(regions.get(row.code)?.pinyin ?? ''),
        text(row.place),
        text(datum.kind === 'value' ? word(`csv.${datum.origin}`) : word(`kind.${datum.kind}`)),
        // The columns at the end speak of the metric shown; of the others each says itself whether it was published.
        ...metrics.flatMap(({ id }) => {
          const each = dataset.datum(row.code, id, scale.period);
          const [value, status] =
            each.kind === 'value' ? [number(each.value), text(word(`status.${each.status}`))] : [text(''), text('')];
          return id === scale.metric.id ? [value] : [value, status];
        }),
        text(datum.kind === 'value' ? word(`status.${datum.status}`) : ''),
        text(row.classIndex === undefined ? '' : (labels[row.classIndex] ?? '')),
        text(
          row.partners
            .map(({ name, marks }) => (marks.length > 0 ? `${name} (${marks.join(' ')})` : name))
            .join(word('text.semicolon')),
        ),
        text(source ? inLanguage(source.name, language) : ''),
      ];
    });
  return `\uFEFF${[...head, columns, ...rows].map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}

/** A cell as it stands in the file. */
type Cell = string;

/** Yuan have cents, and sums of shares more digits than anything that was counted. */
const number = (value: number): Cell => String(Math.round(value * 1e6) / 1e6);

/**
 * Text in quotation marks. What a spreadsheet would run as a formula gets an apostrophe first (OWASP, CSV injection); digits
 * alone, such as a code with leading zeros, are kept from becoming a number by a tab that spreadsheets show as nothing.
 */
function text(value: string): Cell {
  const guarded = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : /^0\d+$/.test(value) ? `\t${value}` : value;
  return `"${guarded.replace(/"/g, '""')}"`;
}
