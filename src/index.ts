/** The library: defines all its elements, and gives their classes and types. */
export { PairAtlas } from './elements/atlas/pair-atlas.js';
export { PairDetails } from './elements/details/pair-details.js';
export { PairExport } from './elements/export/pair-export.js';
export { PairLedger } from './elements/ledger/pair-ledger.js';
export { PairLegend } from './elements/legend/pair-legend.js';
export { PairMap } from './elements/map/pair-map.js';
export { PairMetrics } from './elements/metrics/pair-metrics.js';
export { PairSearch } from './elements/search/pair-search.js';
export { PairSummary } from './elements/summary/pair-summary.js';
export { PairTable } from './elements/table/pair-table.js';
export { PairTimeline } from './elements/timeline/pair-timeline.js';
export type { PairEvent, PairEventDetails, PairEventName } from './elements/shared/events.js';
export { setContextLimit } from './render/budget.js';
export { configureMapLibre } from './render/configure.js';
