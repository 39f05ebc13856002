/** Reads a topology at once, with all that is broken in it named. */
import { checkTopology } from './topology-check.js';
import { indexTopology, type TopologyReading } from './topology.js';

/**
 * Reads a TopoJSON with the objects `counties`, `prefectures` and `provinces`, string codes as ids, and the properties
 * `name`, `en`, `pinyin`, `parent`, `label`. Its foreign members `datum`, `vintage`, `source`, `approval` and `detail` are kept.
 * A region whose geometry is broken stays a region, without a shape: `undrawn` and a fault say which, and where. Never throws.
 */
export const readTopology = (json: unknown, path = 'geometry'): TopologyReading =>
  indexTopology(json, path, checkTopology) as TopologyReading;
