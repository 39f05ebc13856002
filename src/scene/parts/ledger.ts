/** The ledger in words: what the page's account, the files and the command line say of it. */
import type { Change, Changes } from '../../data/changes.js';
import type { Dataset } from '../../data/dataset.js';
import { quote, type Fault } from '../../data/faults.js';
import type { ClassScale } from '../classes/scale.js';
import type { Ledger } from '../../data/join.js';
import { kindOf } from '../../data/kinds/index.js';
import type { Metric, Period, RegionCode } from '../../data/types.js';
import { nameOf, placeOf } from '../text/names.js';
import { changesSummary } from '../text/changes.js';
import { formatExact, formatValue } from '../text/numbers.js';
import { inLanguage, say, sayFault, type Language, type WordKey } from '../words/index.js';
import '../words/deferred.js';

export interface LedgerBlock {
  readonly heading: string;
  /** Those that are written out; of more than that, the last says how many more. */
  readonly lines: readonly string[];
  /** How many there are. */
  readonly count: number;
  /** Facts are not faults: they are listed, and not counted as something to check. */
  readonly isFault: boolean;
  /** Something was read otherwise than it stands in the feed: files say so too, beside the faults. */
  readonly isRepair?: boolean;
}

/** Lines of a kind that a page or a picture writes out: more of them nobody reads, and a page that lays them out stands still. */
const MOST_LINES = 200;

/** All that the ledger holds, by kind, each with at most so many lines; kinds without an entry are left out. `faults` are those of the files and the author. */
export function ledgerBlocks(
  { ledger, regions }: Dataset,
  faults: readonly Fault[],
  language: Language,
  most = Number.POSITIVE_INFINITY,
): LedgerBlock[] {
  const named = (code: RegionCode): string =>
    [nameOf(regions, code, language), code, placeOf(regions, code, language)].filter(Boolean).join(' ');
  const unmatched = ({ path, code, candidates = [] }: Ledger['unmatched'][number]): string =>
    candidates.length === 0
      ? say(language, 'ledger.row', { path, code })
      : say(language, 'ledger.row.ambiguous', {
          path,
          code,
          candidates: candidates.map(named).join(say(language, 'text.semicolon')),
        });
  const place = (code: string): string => `${nameOf(regions, code, language)} ${code}`;
  const sentence = (fault: Fault): string => Object.values(sayFault(fault, language)).join(say(language, 'text.stop'));
  // What leaves regions without a shape is said with each of them, and counted there.
  const isSaidBelow = ({ code, args }: Fault): boolean =>
    code === 'broken-geometry' || (code === 'more-broken' && args.regions !== '0');
  const block = <Entry>(
    heading: WordKey,
    isFault: boolean,
    entries: readonly Entry[],
    line: (entry: Entry) => string,
  ): LedgerBlock => ({
    heading: say(language, heading),
    isFault,
    count: entries.length,
    lines: linesOf(entries, line, most, language),
  });
  const repair: typeof block = (heading, isFault, entries, line) => ({
    ...block(heading, isFault, entries, line),
    isRepair: true,
  });
  const blocks = [
    block(
      'ledger.faulty',
      true,
      faults.filter((fault) => !isSaidBelow(fault)),
      sentence,
    ),
    block('ledger.undrawn', true, ledger.undrawn, ({ code, fault }) =>
      say(language, 'ledger.row', { path: place(code), code: sentence(fault) }),
    ),
    block('ledger.unmatched', true, ledger.unmatched, unmatched),
    block('ledger.duplicates', true, ledger.duplicates, (entry) => say(language, 'ledger.row.duplicate', { ...entry })),
    block('ledger.outOfRange', true, ledger.outOfRange, ({ reason, ...entry }) =>
      say(language, 'ledger.row.range', { ...entry, reason: say(language, `range.${reason}`) }),
    ),
    block('ledger.notTakingPart', true, ledger.notTakingPart, (entry) => say(language, 'ledger.row', { ...entry })),
    repair('ledger.repaired', false, ledger.repaired, ({ how, ...entry }) =>
      say(language, 'ledger.row.repaired', {
        ...entry,
        how: how.map((each) => say(language, `repair.${each}`)).join(say(language, 'text.list')),
      }),
    ),
    repair('ledger.readNumbers', false, ledger.readNumbers, ({ path, from, to }) =>
      say(language, 'ledger.row.read', { path, from: quote(from), to }),
    ),
    block('ledger.noData', false, ledger.noData, place),
    block('ledger.unpaired', false, ledger.unpaired, place),
  ];
  return blocks.filter(({ count }) => count > 0);
}

function linesOf<Entry>(
  entries: readonly Entry[],
  line: (entry: Entry) => string,
  most: number,
  language: Language,
): string[] {
  const lines = entries.slice(0, most).map(line);
  return entries.length > most ? [...lines, say(language, 'fault.more', { count: entries.length - most })] : lines;
}

/** What the feed says otherwise than the version before it, with the old values and the new. */
export function changesBlock({ list, counts }: Changes, { regions, feed }: Dataset, language: Language): LedgerBlock {
  const metrics = new Map(feed.metrics.map((metric) => [metric.id, metric]));
  const line = ({ kind, code, metric: id, period, from, to }: Change): string => {
    const metric = metrics.get(id);
    const show = (value: number | undefined): string =>
      value === undefined || !metric ? say(language, 'ledger.noData') : formatExact(metric, value, language);
    return say(language, 'changes.line', {
      place: `${nameOf(regions, code, language)} ${code}`,
      metric: inLanguage(metric?.label, language),
      period,
      from: show(from),
      to: show(to),
      kind: say(language, `changes.${kind}`),
    });
  };
  return {
    heading: say(language, 'changes.heading', { summary: changesSummary(counts, language) }),
    isFault: false,
    count: list.length,
    lines: linesOf(list, line, MOST_LINES, language),
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
  const blocks = ledgerBlocks(dataset, faults, language, most);
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
