/** The feed's headline figures and where they come from. */
import type { Dataset } from '../../data/dataset.js';
import { sourceLine, type SourceLine } from '../text/notes.js';
import { formatFigure } from '../text/numbers.js';
import { inLanguage, say, type Language } from '../words/index.js';

export interface SummaryPart {
  /** For screen readers. */
  readonly label: string;
  readonly figures: readonly { readonly label: string; readonly number: string; readonly unit: string }[];
  /** What stands before the sources, and between them. */
  readonly cite: string;
  readonly separator: string;
  readonly sources: readonly SourceLine[];
}

/** Undefined where the feed has no headlines. */
export function summaryPart(dataset: Dataset, language: Language): SummaryPart | undefined {
  const { headlines } = dataset.feed;
  if (headlines.length === 0) return undefined;
  const ids = [...new Set(headlines.map(({ source }) => source))];
  return {
    label: say(language, 'summary.label'),
    figures: headlines.map(({ label, value, unit }) => ({
      label: inLanguage(label, language),
      ...formatFigure(value, unit, language),
    })),
    cite: say(language, 'text.labelled', { label: say(language, 'details.sources'), text: '' }),
    separator: say(language, 'text.semicolon'),
    sources: ids.flatMap((id) => sourceLine(dataset.source(id), language) ?? []),
  };
}
