/** The elements that a page can do without until its first picture stands. An element is a folder beside this file, and a line here. */
export { PairDetails } from './details/pair-details.js';
export { PairExport } from './export/pair-export.js';
export { PairLedger } from './ledger/pair-ledger.js';
export { PairLegend } from './legend/pair-legend.js';
export { PairSearch } from './search/pair-search.js';
export { PairSound } from './sound/pair-sound.js';
export { PairTable } from './table/pair-table.js';
export { PairTextSize } from './text-size/pair-text-size.js';
export { PairTimeline } from './timeline/pair-timeline.js';
export { PairTour } from './tour/pair-tour.js';
