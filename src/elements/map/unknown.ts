import { nothing, type LitElement, type TemplateResult } from 'lit';
import type { Language } from '../../scene/words/index.js';
import type * as unknownRegion from './unknown-region.js';

let words: typeof unknownRegion | undefined;

/** What stands in place of a map of a region that is not there, once its file is. */
export function unknown(map: LitElement, region: string, language: Language): TemplateResult | typeof nothing {
  if (words) return words.renderUnknown(map, region, language);
  void import('./unknown-region.js').then(
    (loaded) => {
      words = loaded;
      map.requestUpdate();
    },
    () => undefined,
  );
  return nothing;
}
