/** What a metric is called. */
import type { Base, Metric } from '../../data/types.js';
import { inLanguage, say, type Language } from '../words/index.js';

/** The feed's name; over a base of the feed, with what it is divided by: 人均帮扶资金, "Funding per head". */
export function metricLabel(metric: Metric | undefined, language: Language): string {
  const label = inLanguage(metric?.label, language);
  return metric?.base ? say(language, 'per.label', { label, per: baseWord(metric.base, language) }) : label;
}

export const baseWord = ({ is, label }: Base, language: Language): string =>
  say(language, `per.${is}`, { base: inLanguage(label, language) });
