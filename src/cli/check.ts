/** `pair-atlas check`: the ledger and the faults of a feed, in words and as a report for programs. */
import type { Dataset } from '../data/dataset.js';
import type { Fault } from '../data/faults.js';
import { placeText, type Place, type PlaceFinder } from '../data/place.js';
import {
  countFaults,
  ledgerBlocks,
  ledgerLine,
  ledgerVerdict,
  reconciliationLine,
  type LedgerList,
} from '../scene/parts/ledger.js';
import { boundaryNotes } from '../scene/text/notes.js';
import { inLanguage, say, sayFault, type Language } from '../scene/words/index.js';
import type { Reading } from './files.js';

export interface Report {
  readonly lines: readonly string[];
  /** Is there anything that an editor should look at? */
  readonly hasFaults: boolean;
}

export function reportOf(
  dataset: Dataset,
  { faults, placeOf }: Pick<Reading, 'faults' | 'placeOf'>,
  language: Language,
): Report {
  const { feed } = dataset;
  const blocks = ledgerBlocks(dataset, faults, language, { where: whereOf(placeOf) });
  const periods = feed.periods.flatMap((period) =>
    feed.metrics.flatMap((metric) => {
      if (!dataset.periodsOf(metric.id).includes(period)) return [];
      const line = reconciliationLine(dataset, metric, period, language);
      return line === undefined
        ? []
        : [feed.periods.length > 1 ? say(language, 'text.labelled', { label: period, text: line }) : line];
    }),
  );
  return {
    hasFaults: countFaults(blocks) > 0,
    lines: [
      say(language, 'cli.feed', { id: feed.id, title: inLanguage(feed.title, language) }),
      `${say(language, 'ledger.title')} ${ledgerLine(dataset, language)} ${ledgerVerdict(blocks, language)}`,
      ...periods,
      boundaryNotes(dataset, language).join(say(language, 'text.semicolon')),
      ...blocks.flatMap(({ heading, lines }) => ['', heading, ...lines.map((line) => `  ${line}`)]),
    ],
  };
}

/** What is written by `--json`; `data/check-report.schema.json` says what it means. */
export interface JsonReport {
  readonly report: 1;
  readonly isUsable: boolean;
  readonly exit: 0 | 1;
  readonly files: Reading['files'];
  readonly feed: { readonly id: string; readonly title: string } | null;
  readonly counts: {
    readonly participants: number;
    readonly drawn: number;
    readonly noData: number;
    readonly onMap: number;
    readonly toCheck: number;
  } | null;
  readonly entries: readonly JsonEntry[];
}

interface JsonEntry {
  readonly list: LedgerList | 'fatal';
  readonly kind: 'fault' | 'repair' | 'fact';
  /** A fault's code and severity. */
  readonly code?: string;
  readonly severity?: Fault['severity'];
  readonly path?: string;
  readonly place?: Place;
  readonly message: string;
  readonly remedy?: string;
}

export function jsonReportOf(reading: Reading, isStrict: boolean, language: Language): JsonReport {
  const { dataset, faults, files, placeOf } = reading;
  const ofFault = (fault: Fault): Omit<JsonEntry, 'list' | 'kind'> => ({
    code: fault.code,
    severity: fault.severity,
    path: fault.path,
    place: placeOf(fault.path),
    ...sayFault(fault, language),
  });
  if (!dataset) {
    const entries = faults.map((fault): JsonEntry => ({ list: 'fatal', kind: 'fault', ...ofFault(fault) }));
    return { report: 1, isUsable: false, exit: 1, files, feed: null, counts: null, entries };
  }
  const { feed, ledger } = dataset;
  const blocks = ledgerBlocks(dataset, faults, language);
  const toCheck = countFaults(blocks);
  return {
    report: 1,
    isUsable: true,
    exit: isStrict && toCheck > 0 ? 1 : 0,
    files,
    feed: { id: feed.id, title: inLanguage(feed.title, language) },
    counts: {
      participants: dataset.participants.size,
      drawn: ledger.drawn.length,
      noData: ledger.noData.length,
      onMap: ledger.onMap,
      toCheck,
    },
    entries: blocks.flatMap(({ list, isFault, isRepair, entries }) =>
      entries.map(({ path, text, fault }): JsonEntry => {
        const kind = isFault ? 'fault' : isRepair ? 'repair' : 'fact';
        if (fault) return { list, kind, ...ofFault(fault) };
        return { list, kind, ...(path === undefined ? {} : { path, place: placeOf(path) }), message: text };
      }),
    ),
  };
}

export function faultLines(
  faults: readonly Fault[],
  language: Language,
  placeOf: PlaceFinder = () => undefined,
): string[] {
  const where = whereOf(placeOf);
  return faults.flatMap((fault) => {
    const { message, remedy } = sayFault({ ...fault, path: where(fault.path) }, language);
    return [message, `  ${remedy}`];
  });
}

/** "feed.json:12:34 values[3].funding", for a terminal or an editor to open. */
const whereOf =
  (placeOf: PlaceFinder) =>
  (path: string): string => {
    const place = placeOf(path);
    if (!place) return path;
    // A cell says all that its path does.
    return path === place.file || place.kind === 'cell' ? placeText(place) : `${placeText(place)} ${path}`.trim();
  };
