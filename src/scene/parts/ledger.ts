/** The ledger in words: what the page's account, the files and the command line say of it. */
import type { Dataset } from '../../data/dataset.js';
import { quote, type Fault } from '../../data/faults.js';
import type { ClassScale } from '../classes/scale.js';
import type { Ledger } from '../../data/join.js';
import { kindOf } from '../../data/kinds/index.js';
import type { Metric, Period, RegionCode } from '../../data/types.js';
import { nameOf, placeOf } from '../text/names.js';
import { formatValue } from '../text/numbers.js';
import { inLanguage, say, sayFault, type Language, type WordKey } from '../words/index.js';
import '../words/deferred.js';

export interface LedgerEntry {
  /** Where it stands in the feed, "values[3].funding"; what is said of a region has none. */
  readonly path?: string;
  /** The line in words. */
  readonly text: string;
  /** Of faults, what the line says. */
  readonly fault?: Fault;
}

/** The lists of the ledger, in the order in which they are shown. */
export type LedgerList = Exclude<keyof Ledger, 'drawn' | 'onMap'>;

export interface LedgerBlock {
  readonly list: LedgerList;
  readonly heading: string;
  readonly lines: readonly string[];
  readonly entries: readonly LedgerEntry[];
  /** Facts are not faults: they are listed, and not counted as something to check. */
  readonly isFault: boolean;
  /** Something was read otherwise than it stands in the feed: files say so too, beside the faults. */
  readonly isRepair: boolean;
}

/**
 * All that the ledger holds, by kind; kinds without an entry are left out. `faults` are those of the files and the author. `where`
 * writes a place of the feed for people who have its file before them.
 */
export function ledgerBlocks(
  { ledger, regions }: Dataset,
  faults: readonly Fault[],
  language: Language,
  where: (path: string) => string = (path) => path,
): LedgerBlock[] {
  const line = (key: WordKey, path: string, args: Readonly<Record<string, string | number>>): LedgerEntry => ({
    path,
    text: say(language, key, { ...args, path: where(path) }),
  });
  const named = (code: RegionCode): string =>
    [nameOf(regions, code, language), code, placeOf(regions, code, language)].filter(Boolean).join(' ');
  const places = (codes: readonly RegionCode[]): LedgerEntry[] =>
    codes.map((code) => ({ text: `${nameOf(regions, code, language)} ${code}` }));
  const sentence = (fault: Fault): string =>
    Object.values(sayFault({ ...fault, path: where(fault.path) }, language)).join(say(language, 'text.stop'));
  // What leaves regions without a shape is said with each of them, and counted there.
  const isSaidBelow = ({ code, args }: Fault): boolean =>
    code === 'broken-geometry' || (code === 'more-broken' && args.regions !== '0');
  const said: [list: LedgerList, kind: 'fault' | 'repair' | 'fact', entries: LedgerEntry[]][] = [
    [
      'faulty',
      'fault',
      faults
        .filter((fault) => !isSaidBelow(fault))
        .map((fault) => ({ path: fault.path, text: sentence(fault), fault })),
    ],
    [
      'undrawn',
      'fault',
      ledger.undrawn.map(({ code, fault }) => ({
        path: fault.path,
        text: say(language, 'ledger.row', {
          path: `${nameOf(regions, code, language)} ${code}`,
          code: sentence(fault),
        }),
        fault,
      })),
    ],
    [
      'unmatched',
      'fault',
      ledger.unmatched.map(({ path, code, candidates = [] }) =>
        candidates.length === 0
          ? line('ledger.row', path, { code })
          : line('ledger.row.ambiguous', path, {
              code,
              candidates: candidates.map(named).join(say(language, 'text.semicolon')),
            }),
      ),
    ],
    [
      'duplicates',
      'fault',
      ledger.duplicates.map(({ path, ...entry }) => line('ledger.row.duplicate', path, { ...entry })),
    ],
    [
      'outOfRange',
      'fault',
      ledger.outOfRange.map(({ path, reason, ...entry }) =>
        line('ledger.row.range', `${path}.${entry.metric}`, { ...entry, reason: say(language, `range.${reason}`) }),
      ),
    ],
    ['notTakingPart', 'fault', ledger.notTakingPart.map(({ path, code }) => line('ledger.row', path, { code }))],
    [
      'repaired',
      'repair',
      ledger.repaired.map(({ path, from, to, how }) =>
        line('ledger.row.repaired', path, {
          from,
          to,
          how: how.map((each) => say(language, `repair.${each}`)).join(say(language, 'text.list')),
        }),
      ),
    ],
    [
      'readNumbers',
      'repair',
      ledger.readNumbers.map(({ path, from, to }) => line('ledger.row.read', path, { from: quote(from), to })),
    ],
    ['noData', 'fact', places(ledger.noData)],
    ['unpaired', 'fact', places(ledger.unpaired)],
  ];
  return said
    .filter(([, , entries]) => entries.length > 0)
    .map(([list, kind, entries]) => ({
      list,
      heading: say(language, `ledger.${list}`),
      lines: entries.map(({ text }) => text),
      entries,
      isFault: kind === 'fault',
      isRepair: kind === 'repair',
    }));
}

export const countFaults = (blocks: readonly LedgerBlock[]): number =>
  blocks.filter(({ isFault }) => isFault).reduce((count, { lines }) => count + lines.length, 0);

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

/** The ledger in the words of the metric shown. `faults` are those of the files and the author. */
export function ledgerPart(
  dataset: Dataset,
  { metric, period }: Pick<ClassScale, 'metric' | 'period'>,
  faults: readonly Fault[],
  language: Language,
): LedgerPart {
  const blocks = ledgerBlocks(dataset, faults, language);
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
  if (!kindOf(metric).reconciles || dataset.feed.pairs.length === 0) return undefined;
  const { received, givenByCounties, givenByCities, unattributed } = dataset.reconcile(metric.id, period);
  const show = (value: number): string => formatValue(metric, value, language);
  return say(language, 'ledger.reconciled', {
    label: inLanguage(metric.label, language),
    received: show(received),
    counties: show(givenByCounties),
    cities: show(givenByCities),
    unattributed: show(unattributed),
  });
}
