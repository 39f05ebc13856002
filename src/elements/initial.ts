/** The elements that the first picture needs. */
export { PairAtlas } from './atlas/pair-atlas.js';
export { PairMap } from './map/pair-map.js';
export { PairMetrics } from './metrics/pair-metrics.js';
export { PairSummary } from './summary/pair-summary.js';
