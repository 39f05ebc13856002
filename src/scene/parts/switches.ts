/** The switches of an atlas: its metrics, and the levels of its maps. */
import type { Dataset } from '../../data/dataset.js';
import { LEVELS, type Level, type MetricId } from '../../data/types.js';
import { inLanguage, say, type Language } from '../words/index.js';

export interface SwitchPart {
  readonly name: 'metric' | 'level';
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly text: string; readonly isChosen: boolean }[];
}

/** Undefined where there is nothing to choose from. */
export function metricSwitch(
  { feed }: Dataset,
  chosen: MetricId | undefined,
  language: Language,
): SwitchPart | undefined {
  if (feed.metrics.length < 2) return undefined;
  return {
    name: 'metric',
    label: say(language, 'metrics.label'),
    choices: feed.metrics.map(({ id, label }) => ({ id, text: inLanguage(label, language), isChosen: id === chosen })),
  };
}

export function levelSwitch(chosen: Level | undefined, language: Language): SwitchPart {
  return {
    name: 'level',
    label: say(language, 'level.label'),
    choices: LEVELS.map((id) => ({ id, text: say(language, `level.${id}`), isChosen: id === chosen })),
  };
}
