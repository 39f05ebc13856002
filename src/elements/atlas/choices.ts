/** What an author chose by attributes, as values of the state; of what cannot be read, a fault, and the default in its place. */
import type { Fault } from '../../data/faults.js';
import { RENDERER_CHOICES, type RendererChoice } from '../../render/renderers.js';
import { CLASS_METHODS, type ClassMethod } from '../../scene/classes/methods/index.js';
import { DEFAULT_SCHEME, SCHEMES, type Scheme } from '../../scene/classes/ramp.js';
import { FITS, type AtlasValues, type Fit } from '../../state/values.js';

interface Choices {
  readonly method: ClassMethod;
  readonly scheme: string;
  readonly classes: number;
  readonly renderer: RendererChoice;
  readonly fit: '' | Fit;
  readonly basemap: string;
}

/** `methodAtHand` is the author's method, or the one in use until its file is there. */
export function choicesOf(
  { method, scheme, classes, renderer, fit, basemap }: Choices,
  methodAtHand: () => ClassMethod,
  ownFit: Fit,
): { readonly faults: readonly Fault[]; readonly chosen: Partial<AtlasValues> } {
  const faults: Fault[] = [];
  const check = (path: string, got: string, known: readonly string[]): boolean =>
    known.includes(got) ||
    !faults.push({
      code: 'unknown-attribute-value',
      path,
      severity: 'warning',
      args: { got: `"${got}"`, expected: known.join(', ') },
    });
  const chosen = {
    method: check('method', method, CLASS_METHODS) ? methodAtHand() : 'quantile',
    scheme: check('scheme', scheme, Object.keys(SCHEMES)) ? (scheme as Scheme) : DEFAULT_SCHEME,
    classes,
    renderer: check('renderer', renderer, RENDERER_CHOICES) ? renderer : 'auto',
    fit: fit && check('fit', fit, FITS) ? fit : ownFit,
    basemap: basemap ? new URL(basemap, document.baseURI).href : undefined,
  } as const;
  return { faults, chosen };
}
