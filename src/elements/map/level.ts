/** The level that a map is drawn at, for the parts that speak of all levels. */
import type { Level } from '../../data/types.js';
import type { Store } from '../../state/store.js';

/** `id` is the map's; a map that is gone is drawn at no level. */
export function tellLevel(store: Store | undefined, id: string, level: Level | undefined): void {
  if (!store || store.values.drawnLevels.get(id) === level) return;
  const drawnLevels = new Map(store.values.drawnLevels);
  if (level === undefined) drawnLevels.delete(id);
  else drawnLevels.set(id, level);
  store.change({ drawnLevels });
}
