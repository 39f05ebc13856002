/** `pair-atlas check`: the ledger and the faults of a feed, in words. */
import type { Dataset } from '../data/dataset.js';
import type { Fault } from '../data/faults.js';
import { countFaults, ledgerBlocks, ledgerLine, ledgerVerdict, reconciliationLine } from '../scene/parts/ledger.js';
import { boundaryNotes } from '../scene/text/notes.js';
import { inLanguage, say, sayFault, type Language } from '../scene/words/index.js';

export interface Report {
  readonly lines: readonly string[];
  /** Is there anything that an editor should look at? */
  readonly hasFaults: boolean;
}

export function reportOf(dataset: Dataset, faults: readonly Fault[], language: Language): Report {
  const { feed } = dataset;
  const blocks = ledgerBlocks(dataset, faults, language);
  const periods = feed.periods.flatMap((period) =>
    feed.metrics.flatMap((metric) => {
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

export function faultLines(faults: readonly Fault[], language: Language): string[] {
  return faults.flatMap((fault) => {
    const { message, remedy } = sayFault(fault, language);
    return [message, `  ${remedy}`];
  });
}
