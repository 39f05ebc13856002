/** The library: defines all its elements, and gives their classes and types. */
export * from './elements/initial.js';
export * from './elements/deferred.js';
export * from './elements/columns/pair-columns.js';
export * from './elements/doctor/pair-doctor.js';
export type { PairEvent, PairEventDetails, PairEventName } from './elements/shared/events.js';
export { setContextLimit } from './render/budget.js';
export { configureMapLibre } from './render/configure.js';
