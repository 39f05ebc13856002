/** What of a map can be heard: its classes, a class, a region with those around it, a region with its partners. */
import type { Dataset } from '../../data/dataset.js';
import { kindOf } from '../../data/kinds/index.js';
import type { RegionCode } from '../../data/types.js';
import { neighboursOf } from '../geometry/neighbours.js';
import type { ClassScale } from '../classes/scale.js';
import { nameOf } from '../text/names.js';
import { say, type Language } from '../words/index.js';
import '../words/deferred.js';
import { classLabels, type Choices } from './legend.js';

export type SoundSubject = 'scale' | `class-${number}` | 'neighbours' | 'pair';

/** Names have no order that a pitch could tell. */
export const isOrdered = ({ metric }: Pick<ClassScale, 'metric'>): boolean => kindOf(metric).ramp !== 'qualitative';

/** `code`: the region that the reader has chosen. Undefined where there is nothing to hear. */
export function soundChoices(
  dataset: Dataset,
  scale: ClassScale,
  code: RegionCode | undefined,
  chosen: string,
  language: Language,
): Choices<SoundSubject> | undefined {
  if (!isOrdered(scale) || scale.values.length === 0) return undefined;
  const { regions } = dataset;
  const region = code === undefined ? undefined : regions.get(code);
  const name = region ? nameOf(regions, region.code, language) : '';
  const labels = classLabels(scale, language);
  const options: { readonly id: SoundSubject; readonly text: string }[] = [
    { id: 'scale', text: say(language, 'sound.scale') },
    ...scale.classes.flatMap(({ index, codes }) =>
      codes.length > 0
        ? {
            id: `class-${index}` as const,
            text: say(language, 'sound.class', { rank: index + 1, label: labels[index] ?? '' }),
          }
        : [],
    ),
    ...(region && neighboursOf(regions, region.level, region.code).length > 0
      ? [{ id: 'neighbours' as const, text: say(language, 'sound.neighbours', { name }) }]
      : []),
    ...(region && dataset.partnersOf(region.code, scale.period).length > 0
      ? [{ id: 'pair' as const, text: say(language, 'sound.pair', { name }) }]
      : []),
  ];
  const at = Math.max(
    0,
    options.findIndex(({ id }) => id === chosen),
  );
  return {
    label: say(language, 'sound.what'),
    options: options.map((option, i) => ({ ...option, isChosen: i === at })),
  };
}
