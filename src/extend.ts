/**
 * What an author adds to the library: `import { registerScheme } from 'pair-atlas/extend'`, or on a page without a build step from
 * `pair-atlas-extend.js` beside `pair-atlas.js`. Before or after an atlas is on the page; it draws anew. Nothing here is in the files
 * of the first picture.
 */
import './extend/copies.js';

export type * from './data/registered.js';
export { registerScheme, type SchemeDefinition } from './extend/scheme.js';
export { registerMethod, type MethodDefinition } from './extend/method.js';
export { registerLanguage, type LanguageDefinition, type LanguageWords } from './extend/language.js';
export { registerPart, type AtlasPart, type PartDefinition } from './extend/part.js';
export type { AtlasView, ClassView, MetricView, PartnerView, RegionView } from './extend/view.js';
export {
  registerKind,
  type KindClassing,
  type KindDefinition,
  type KindNotation,
  type KindPart,
  type KindReason,
} from './extend/kind.js';
export { knownNames, type KnownNames } from './extend/names.js';
