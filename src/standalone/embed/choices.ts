/**
 * What there is of each option of `embed.html` that is a choice, of the library's own tables. The build works it out and writes it into the page's
 * script (`build/embed-files.ts`), which has none of these tables in it.
 */
import { LEVELS } from '../../data/types.js';
import { RENDERER_CHOICES } from '../../render/renderers.js';
import { CLASS_METHODS } from '../../scene/classes/methods/index.js';
import { SCHEMES } from '../../scene/classes/ramp.js';
import { THEMES } from '../../scene/picture/tokens.js';
import { FITS, LAYOUTS, TEXTS } from '../../state/values.js';

export const CHOICES = {
  method: CLASS_METHODS as readonly string[],
  scheme: Object.keys(SCHEMES),
  renderer: RENDERER_CHOICES,
  fit: FITS,
  theme: ['auto', ...THEMES],
  layout: LAYOUTS,
  text: TEXTS,
  level: LEVELS,
} as const;

export type Choices = typeof CHOICES;
