/** What stands in small print beside a map: where numbers come from, how they are known, and what its boundaries are. */
import type { Dataset } from '../../data/dataset.js';
import { lessSure, needsNoRemark } from '../../data/status.js';
import type { RegionCode, Source } from '../../data/types.js';
import type { ClassScale } from '../classes/scale.js';
import { inLanguage, say, type Language } from '../words/index.js';
import { metricLabel } from './metric-label.js';

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

/**
 * That figures of a map were not published, where they were not; and whose they are, where its regions give. `codes`: the regions of the
 * map, by default those who take part.
 */
export function figureNotes(
  dataset: Dataset,
  scale: ClassScale | undefined,
  language: Language,
  codes: readonly RegionCode[] = scale?.classes.flatMap((each) => each.codes) ?? [],
): string[] {
  if (!scale) return [];
  const { metric, period } = scale;
  const shown = codes.map((code) => dataset.datum(code, metric.id, period)).filter((datum) => datum.kind === 'value');
  const unsure = shown.map(({ status }) => status).filter((status) => !needsNoRemark(status));
  const count = unsure.length;
  const notes: string[] = [];
  if (count > 0)
    notes.push(
      say(language, count === shown.length ? 'status.map' : 'status.map.some', {
        metric: metricLabel(metric, language),
        count,
        status: say(language, `status.${unsure.reduce(lessSure)}`),
      }),
    );
  if (shown.some(({ origin }) => origin === 'given')) notes.push(say(language, 'map.given'));
  return notes;
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
