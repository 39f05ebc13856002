/** The pure core, for Node and for tools: data and scene, without DOM, Lit or MapLibre. */
import './scene/classes/methods/all.js';
import './scene/words/all.js';

export * from './data/types.js';
export type { MetricKind } from './data/kinds/index.js';
export { STATUSES, type Status } from './data/status.js';
export { buildDataset, joinFeed } from './data/build-dataset.js';
export type { Dataset, Datum, ValueDatum } from './data/dataset.js';
export { reconcile, type Reconciliation } from './data/reconcile.js';
export { parseFeed } from './data/parse-feed.js';
export type { FeedReading, RawCodes } from './data/feed.js';
export { parseSheets, tableDataset, type TableFeedReading } from './data/tables/feed-of-table.js';
export { readTable, type TableAccount, type TableReading } from './data/tables/read-table.js';
export type { ColumnChoice, ColumnChoices, ColumnReading } from './data/tables/columns.js';
export type { Cell, Row, Sheet } from './data/tables/sheet.js';
export { changesOf, type Change, type ChangeKind, type Changes } from './data/changes.js';
export type { Fault, FaultCode } from './data/faults.js';
export { hasFaults, type Join, type Ledger } from './data/join.js';
export { indexPairs, type PairIndex, type Partner } from './data/pairs.js';
export { readCode, otherCodesOf, type CodeReading } from './data/codes.js';
export { placesNamed } from './data/place-names.js';
export { formOf, numberOfText, type TextForm } from './data/number-text.js';
export { type UndrawnRegion } from './data/topology-check.js';
export { readTopology } from './data/read-topology.js';
export type { Region, RegionIndex, TopologyReading } from './data/topology.js';
export { classBreaks, classOf, CLASS_METHODS, type ClassMethod } from './scene/classes/breaks.js';
export { describe, type Description } from './scene/text/description.js';
export { toMarkup } from './scene/picture/markup.js';
export { boundaryNotes } from './scene/text/notes.js';
export { fitCamera, type Camera, type Size } from './scene/geometry/mercator.js';
export {
  displayUnit,
  formatExact,
  formatIn,
  formatShare,
  formatValue,
  type DisplayUnit,
} from './scene/text/numbers.js';
export { picture, type PictureNode } from './scene/picture/picture.js';
export { rampColours, SCHEMES, type Scheme } from './scene/classes/ramp.js';
export { classScale, fillOf, type ClassScale, type Fill } from './scene/classes/scale.js';
export { NO_EMPHASIS, type Emphasis, type Scene } from './scene/picture/scene.js';
export { mapShapes, regionAt, type MapShapes } from './scene/geometry/shapes.js';
export { paletteOf, TOKENS, type Palette, type Theme } from './scene/picture/tokens.js';
export { say, sayFault, type Language } from './scene/words/index.js';
