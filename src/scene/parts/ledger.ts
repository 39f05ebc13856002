/** The ledger in words: what the page's account, the files and the command line say of it. */
import type { Change, Changes } from '../../data/changes.js';
import type { Dataset } from '../../data/dataset.js';
import { quote, type Fault } from '../../data/faults.js';
import type { ClassScale } from '../classes/scale.js';
import type { Ledger } from '../../data/join.js';
import { kindOf } from '../../data/kinds/index.js';
import { reconcile } from '../../data/reconcile.js';
import type { Metric, Period, RegionCode } from '../../data/types.js';
import { valueLine } from '../text/value-line.js';
import { nameOf, placeOf } from '../text/names.js';
import { changesSummary } from '../text/changes.js';
import { formatValue } from '../text/numbers.js';
import { say, sayFault, type Language, type WordKey } from '../words/index.js';
import { tableEntries, type TableEntries } from './table-account.js';
import '../words/deferred.js';
import { metricLabel } from '../text/metric-label.js';

export interface LedgerEntry {
  /** Where it stands in the feed, "values[3].funding"; what is said of a region has none. */
  readonly path?: string;
  /** The line in words. */
  readonly text: string;
  /** Of faults, what the line says. */
  readonly fault?: Fault;
}

/** The lists of the ledger, and what there is to say of a table. */
export type LedgerList = Exclude<keyof Ledger, 'drawn' | 'onMap'> | keyof TableEntries;

export interface LedgerBlock<List = LedgerList | 'changes'> {
  readonly list: List;
  readonly heading: string;
  /** Those that are written out; of more than that, the last says how many more. */
  readonly lines: readonly string[];
  /** The same, each with its place. */
  readonly entries: readonly LedgerEntry[];
  /** How many there are. */
  readonly count: number;
  /** Facts are not faults: they are listed, and not counted as something to check. */
  readonly isFault: boolean;
  /** Something was read otherwise than it stands in the feed: files say so too, beside the faults. */
  readonly isRepair: boolean;
}

/** Lines of a kind that a page or a picture writes out: more of them nobody reads, and a page that lays them out stands still. */
const MOST_LINES = 200;

export interface LedgerOptions {
  /** At most so many lines of each kind. */
  readonly most?: number;
  /** Writes a place of the feed for people who have its file before them. */
  readonly where?: (path: string) => string;
}

/** All that the ledger holds, by kind; kinds without an entry are left out. `faults` are those of the files and the author. */
export function ledgerBlocks(
  { ledger, regions, table }: Dataset,
  faults: readonly Fault[],
  language: Language,
  { most = Number.POSITIVE_INFINITY, where = (path) => path }: LedgerOptions = {},
): LedgerBlock<LedgerList>[] {
  const line = (key: WordKey, path: string, args: Readonly<Record<string, string | number>>): LedgerEntry => ({
    path,
    text: say(language, key, { ...args, path: where(path) }),
  });
  const named = (code: RegionCode): string =>
    [nameOf(regions, code, language), code, placeOf(regions, code, language)].filter(Boolean).join(' ');
  const place = (code: RegionCode): LedgerEntry => ({ text: `${nameOf(regions, code, language)} ${code}` });
  const sentence = (fault: Fault): string =>
    Object.values(sayFault({ ...fault, path: where(fault.path) }, language)).join(say(language, 'text.stop'));
  // What leaves regions without a shape is said with each of them, and counted there.
  const isSaidBelow = ({ code, args }: Fault): boolean =>
    code === 'broken-geometry' || (code === 'more-broken' && args.regions !== '0');
  const block = <Item>(
    list: LedgerList,
    kind: 'fault' | 'repair' | 'fact',
    items: readonly Item[],
    entryOf: (item: Item) => LedgerEntry,
  ): LedgerBlock<LedgerList> => {
    const entries = items.slice(0, most).map(entryOf);
    return {
      list,
      heading: say(language, `ledger.${list}`),
      entries,
      lines: linesOf(entries, items.length, language),
      count: items.length,
      isFault: kind === 'fault',
      isRepair: kind === 'repair',
    };
  };
  const account = table && tableEntries(table, language);
  const asItIs = (entry: LedgerEntry): LedgerEntry => entry;
  const blocks = [
    block(
      'faulty',
      'fault',
      faults.filter((fault) => !isSaidBelow(fault)),
      (fault) => ({ path: fault.path, text: sentence(fault), fault }),
    ),
    block('undrawn', 'fault', ledger.undrawn, ({ code, fault }) => ({
      path: fault.path,
      text: say(language, 'ledger.row', { path: place(code).text, code: sentence(fault) }),
      fault,
    })),
    block('unmatched', 'fault', ledger.unmatched, ({ path, code, candidates = [] }) =>
      candidates.length === 0
        ? line('ledger.row', path, { code })
        : line('ledger.row.ambiguous', path, {
            code,
            candidates: candidates.map(named).join(say(language, 'text.semicolon')),
          }),
    ),
    block('duplicates', 'fault', ledger.duplicates, ({ path, ...entry }) =>
      line('ledger.row.duplicate', path, { ...entry }),
    ),
    block('outOfRange', 'fault', ledger.outOfRange, ({ path, cell, reason, ...entry }) =>
      line('ledger.row.range', cell ?? `${path}.${entry.metric}`, {
        ...entry,
        reason: say(language, `range.${reason}`),
      }),
    ),
    block('notTakingPart', 'fault', ledger.notTakingPart, ({ path, code }) => line('ledger.row', path, { code })),
    block('repaired', 'repair', ledger.repaired, ({ path, from, to, how }) =>
      line('ledger.row.repaired', path, {
        from,
        to,
        how: how.map((each) => say(language, `repair.${each}`)).join(say(language, 'text.list')),
      }),
    ),
    block('readNumbers', 'repair', ledger.readNumbers, ({ path, from, to }) =>
      line('ledger.row.read', path, { from: quote(from), to }),
    ),
    block('reading', 'fact', account?.reading ?? [], asItIs),
    block('skipped', 'fact', account?.skipped ?? [], asItIs),
    block('noData', 'fact', ledger.noData, place),
    block('unpaired', 'fact', ledger.unpaired, place),
  ];
  return blocks.filter(({ count }) => count > 0);
}

function linesOf(entries: readonly LedgerEntry[], count: number, language: Language): string[] {
  const lines = entries.map(({ text }) => text);
  return count > lines.length ? [...lines, say(language, 'fault.more', { count: count - lines.length })] : lines;
}

/** What the feed says otherwise than the version before it, with what both say. */
export function changesBlock(
  { list, counts }: Changes,
  before: Dataset,
  dataset: Dataset,
  language: Language,
): LedgerBlock {
  const said = (version: Dataset, { code, metric: id, period }: Change): string => {
    const metric = version.metric(id);
    if (!metric || !version.participants.has(code)) return say(language, 'kind.no-data');
    // To the last yuan what was published, and of the rest how it is known.
    const { text, exact = text, status } = valueLine(metric, version.datum(code, id, period), language);
    return status === undefined ? exact : [text, status].join(say(language, 'text.comma'));
  };
  const line = (change: Change): string =>
    say(language, 'changes.line', {
      place: `${nameOf(dataset.regions, change.code, language)} ${change.code}`,
      metric: metricLabel(dataset.metric(change.metric), language),
      period: change.period,
      from: said(before, change),
      to: said(dataset, change),
      kind: say(language, `changes.${change.kind}`),
    });
  const entries = list.slice(0, MOST_LINES).map((change) => ({ text: line(change) }));
  return {
    list: 'changes',
    heading: say(language, 'changes.heading', { summary: changesSummary(counts, language) }),
    isFault: false,
    isRepair: false,
    count: list.length,
    entries,
    lines: linesOf(entries, list.length, language),
  };
}

export const countFaults = (blocks: readonly LedgerBlock[]): number =>
  blocks.filter(({ isFault }) => isFault).reduce((sum, { count }) => sum + count, 0);

/** The line that sums the ledger up, without its verdict. */
export function ledgerLine({ ledger }: Dataset, language: Language): string {
  const { drawn, noData, onMap } = ledger;
  return say(language, 'ledger.line', {
    participants: drawn.length + noData.length,
    drawn: drawn.length,
    noData: noData.length,
    onMap,
  });
}

/** That all fits, or how much is to be checked. */
export function ledgerVerdict(blocks: readonly LedgerBlock[], language: Language): string {
  const count = countFaults(blocks);
  return count > 0 ? say(language, 'ledger.faults', { count }) : say(language, 'ledger.clean');
}

export interface LedgerPart {
  readonly title: string;
  /** Sums the ledger up. */
  readonly line: string;
  /** That all fits, or how much is to be checked. */
  readonly verdict: string;
  readonly hasFaults: boolean;
  /** Both sides of the pairs, where there are any. */
  readonly reconciled: string | undefined;
  readonly blocks: readonly LedgerBlock[];
}

/** The ledger in the words of the metric shown. `faults` are those of the files and the author. A file has all of its lines. */
export function ledgerPart(
  dataset: Dataset,
  { metric, period }: Pick<ClassScale, 'metric' | 'period'>,
  faults: readonly Fault[],
  language: Language,
  most = MOST_LINES,
): LedgerPart {
  const blocks = ledgerBlocks(dataset, faults, language, { most });
  return {
    title: say(language, 'ledger.title'),
    line: ledgerLine(dataset, language),
    verdict: ledgerVerdict(blocks, language),
    hasFaults: countFaults(blocks) > 0,
    reconciled: reconciliationLine(dataset, metric, period, language),
    blocks,
  };
}

/** Both sides of the pairs, added up apart; what cannot be laid at a county's door is named. */
export function reconciliationLine(
  dataset: Dataset,
  metric: Metric,
  period: Period,
  language: Language,
): string | undefined {
  if (!kindOf(metric).reconciles || metric.givers || dataset.feed.pairs.length === 0) return undefined;
  // Of a period without figures there is nothing to say: nothing was not received.
  if (![...dataset.participants].some((code) => dataset.datum(code, metric.id, period).kind === 'value'))
    return undefined;
  const { received, givenByCounties, givenByCities, unattributed } = reconcile(dataset, metric.id, period);
  const show = (value: number): string => formatValue(metric, value, language);
  return say(language, 'ledger.reconciled', {
    label: metricLabel(metric, language),
    received: show(received),
    counties: show(givenByCounties),
    cities: show(givenByCities),
    unattributed: show(unattributed),
  });
}
