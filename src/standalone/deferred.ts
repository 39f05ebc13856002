/** What a page can do without until its first picture stands. */
export { drawLinks } from '../elements/atlas/links.js';
export { PairDetails } from '../elements/details/pair-details.js';
export { PairExport } from '../elements/export/pair-export.js';
export { PairLedger } from '../elements/ledger/pair-ledger.js';
export { PairLegend } from '../elements/legend/pair-legend.js';
export { PairSearch } from '../elements/search/pair-search.js';
export { PairTable } from '../elements/table/pair-table.js';
export { PairTimeline } from '../elements/timeline/pair-timeline.js';
