/** What an atlas holds that shows what was asked for, at rest. */
import type { Dataset } from '../../data/dataset.js';
import type { Fault } from '../../data/faults.js';
import { textured } from '../../scene/picture/textures.js';
import { START, changedValues, type AtlasValues } from '../../state/values.js';
import type { PageChoices } from './page.js';

export function staticValues(choices: PageChoices, dataset: Dataset, faults: readonly Fault[]): AtlasValues {
  const { metric, per, period, language, theme, selected, method, classes, scheme, textures } = choices;
  const patch: Partial<AtlasValues> = {
    dataset,
    faults,
    metric,
    per,
    period,
    language,
    theme,
    selected,
    phase: { kind: 'ready' },
    ...(method === undefined ? {} : { method }),
    ...(classes === undefined ? {} : { classes }),
    ...(scheme === undefined ? {} : { scheme }),
    ...(textures ? { sight: (palette, _scheme, ramp) => textured(palette, ramp) } : {}),
  };
  return changedValues(START, patch, 'author');
}
