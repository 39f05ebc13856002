/** The pure core, for Node and for tools: data and scene, without DOM, Lit or MapLibre. */
import './scene/words/all.js';

export * from './data/types.js';
export { buildDataset, type Dataset, type Datum, type Reconciliation, type ValueDatum } from './data/dataset.js';
export { parseFeed, type FeedReading, type RawCodes } from './data/feed.js';
export type { Fault, FaultCode } from './data/faults.js';
export { hasFaults, joinFeed, type Join, type Ledger } from './data/join.js';
export { indexPairs, type PairIndex, type Partner } from './data/pairs.js';
export { readCode, otherCodesOf, type CodeReading } from './data/codes.js';
export { readTopology, type Region, type RegionIndex, type TopologyReading } from './data/topology.js';
export { classBreaks, classOf, CLASS_METHODS, type ClassMethod } from './scene/breaks.js';
export { describe, type Description } from './scene/description.js';
export { toMarkup } from './scene/markup.js';
export { boundaryNotes } from './scene/notes.js';
export { fitCamera, type Camera, type Size } from './scene/mercator.js';
export { displayUnit, formatExact, formatIn, formatShare, formatValue, type DisplayUnit } from './scene/numbers.js';
export { picture, type PictureNode } from './scene/picture.js';
export { rampColours, SCHEMES, type Scheme } from './scene/ramp.js';
export { classScale, fillOf, type ClassScale, type Fill } from './scene/scale.js';
export { NO_EMPHASIS, type Emphasis, type Scene } from './scene/scene.js';
export { mapShapes, regionAt, type MapShapes } from './scene/shapes.js';
export { paletteOf, TOKENS, type Palette, type Theme } from './scene/tokens.js';
export { say, sayFault, type Language } from './scene/words/index.js';
