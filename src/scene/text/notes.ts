/** What stands in small print beside a map: where numbers come from, how they are known, and what its boundaries are. */
import type { Dataset } from '../../data/dataset.js';
import { needsNoRemark } from '../../data/status.js';
import type { Source } from '../../data/types.js';
import type { ClassScale } from '../classes/scale.js';
import { inLanguage, say, type Language } from '../words/index.js';

export interface SourceLine {
  readonly name: string;
  readonly url?: string;
  readonly date?: string;
}

export function sourceLine(source: Source | undefined, language: Language): SourceLine | undefined {
  return source && { name: inLanguage(source.name, language), url: source.url, date: source.date };
}

/** What follows a source's name, wherever sources are drawn or written. */
export const sourceRemarks = ({ date }: SourceLine): { readonly text: string; readonly isDate?: boolean }[] =>
  date ? [{ text: date, isDate: true }] : [];

/** That the figures on a map were not published, where they were not, and the note on its boundaries. */
export function mapNotes(dataset: Dataset, scale: ClassScale | undefined, language: Language): string[] {
  const notes = boundaryNotes(dataset, language);
  if (!scale?.status || needsNoRemark(scale.status)) return notes;
  const metric = inLanguage(scale.metric.label, language);
  const count = scale.remarked;
  const word = count === scale.values.length ? 'status.map' : 'status.map.some';
  return [say(language, word, { metric, count, status: say(language, `status.${scale.status}`) }), ...notes];
}

/**
 * What a map says of its boundaries, at the lower left and on every picture: the host's review number, or that the
 * boundaries are illustrative. The library ships no number. In parts that should not be broken across lines.
 */
export function boundaryNotes(dataset: Dataset | undefined, language: Language): string[] {
  const { approval, vintage } = boundariesOf(dataset);
  return [
    approval ? say(language, 'boundary.approval', { approval }) : say(language, 'boundary.illustrative'),
    ...(vintage ? [say(language, 'boundary.vintage', { vintage })] : []),
  ];
}

function boundariesOf(dataset: Dataset | undefined): { approval?: string; vintage?: string } {
  const { regions, feed } = dataset ?? {};
  return {
    approval: feed?.boundaries.approval ?? regions?.approval,
    vintage: regions?.vintage ?? feed?.boundaries.vintage,
  };
}
