/** The ledger in words: what the page's account, the files and the command line say of it. */
import type { Dataset } from '../../data/dataset.js';
import type { Fault } from '../../data/faults.js';
import type { ClassScale } from '../classes/scale.js';
import type { Ledger } from '../../data/join.js';
import { kindOf } from '../../data/kinds/index.js';
import type { Metric, Period } from '../../data/types.js';
import { nameOf } from '../text/names.js';
import { formatValue } from '../text/numbers.js';
import { inLanguage, say, sayFault, type Language, type WordKey } from '../words/index.js';
import '../words/deferred.js';
import { accountBlocks } from './table-account.js';

export interface LedgerBlock {
  readonly heading: string;
  readonly lines: readonly string[];
  /** Facts are not faults: they are listed, and not counted as something to check. */
  readonly isFault: boolean;
}

/** All that the ledger holds, by kind; kinds without an entry are left out. `faults` are those of the files and the author. */
export function ledgerBlocks(
  { ledger, regions, table }: Dataset,
  faults: readonly Fault[],
  language: Language,
): LedgerBlock[] {
  const rows = (list: Ledger['unmatched'], key: WordKey = 'ledger.row'): string[] =>
    list.map((entry) => say(language, key, { ...entry }));
  const places = (codes: readonly string[]): string[] =>
    codes.map((code) => `${nameOf(regions, code, language)} ${code}`);
  const sentence = (fault: Fault): string => Object.values(sayFault(fault, language)).join(say(language, 'text.stop'));
  // What leaves regions without a shape is said with each of them, and counted there.
  const isSaidBelow = ({ code, args }: Fault): boolean =>
    code === 'broken-geometry' || (code === 'more-broken' && args.regions !== '0');
  const blocks: (Omit<LedgerBlock, 'heading'> & { readonly heading: WordKey })[] = [
    { heading: 'ledger.faulty', isFault: true, lines: faults.filter((fault) => !isSaidBelow(fault)).map(sentence) },
    {
      heading: 'ledger.undrawn',
      isFault: true,
      lines: ledger.undrawn.map(({ code, fault }) =>
        say(language, 'ledger.row', { path: `${nameOf(regions, code, language)} ${code}`, code: sentence(fault) }),
      ),
    },
    { heading: 'ledger.unmatched', isFault: true, lines: rows(ledger.unmatched) },
    {
      heading: 'ledger.duplicates',
      isFault: true,
      lines: ledger.duplicates.map((entry) => say(language, 'ledger.row.duplicate', { ...entry })),
    },
    {
      heading: 'ledger.outOfRange',
      isFault: true,
      lines: ledger.outOfRange.map(({ reason, ...entry }) =>
        say(language, 'ledger.row.range', { ...entry, reason: say(language, `range.${reason}`) }),
      ),
    },
    { heading: 'ledger.notTakingPart', isFault: true, lines: rows(ledger.notTakingPart) },
    {
      heading: 'ledger.repaired',
      isFault: false,
      lines: [...(table?.repairs ?? []), ...ledger.repaired].map(({ how, ...entry }) =>
        say(language, 'ledger.row.repaired', {
          ...entry,
          how: how.map((each) => say(language, `repair.${each}`)).join(say(language, 'text.list')),
        }),
      ),
    },
    ...(table ? accountBlocks(table, language) : []),
    { heading: 'ledger.noData', isFault: false, lines: places(ledger.noData) },
    { heading: 'ledger.unpaired', isFault: false, lines: places(ledger.unpaired) },
  ];
  return blocks
    .filter(({ lines }) => lines.length > 0)
    .map(({ heading, ...block }) => ({ heading: say(language, heading), ...block }));
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
