/** Leaflet on canvas: `preferCanvas` is what its documentation advises for many shapes; no animation, no tiles, no controls. */
import { boxes, clientOf, linker, load, onMetric } from './values.ts';
import type { Feature } from 'geojson';
import { GeoJSON, Map as LeafletMap, canvas, type Path, type PathOptions } from 'leaflet';
import type { County } from './values.ts';

const { values, counties, colour } = await load();
let metric = values.metrics[0] ?? '';
const layers = new Map<string, { path: Path; index: number }>();
const plain = (index: number): PathOptions => ({
  color: values.border,
  weight: 0.5,
  opacity: 1,
  fillColor: colour(metric, index),
  fillOpacity: 1,
});

const maps = boxes(values).map((box, i) => {
  const { latitude, longitude, zoom } = values.maps[i]!;
  const map = new LeafletMap(box, {
    renderer: canvas({ padding: 0.1 }),
    zoomSnap: 0,
    zoomControl: false,
    attributionControl: false,
    fadeAnimation: false,
    zoomAnimation: false,
    inertia: false,
    // Leaflet counts a world of 256 pixels.
  }).setView([latitude, longitude], zoom + 1, { animate: false });
  new GeoJSON(counties[i]!, {
    style: (county) => plain((county as Feature<never, County>).properties.index),
    onEachFeature({ properties }: Feature<never, County>, layer) {
      layers.set(properties.code, { path: layer as Path, index: properties.index });
      layer.on('mouseover', () => link(properties.code));
    },
  }).addTo(map);
  return map;
});

const link = linker(values, (now, before) => {
  const set = (codes: readonly (string | undefined)[], style?: PathOptions): void => {
    for (const code of codes) {
      const layer = code === undefined ? undefined : layers.get(code);
      layer?.path.setStyle(style ?? plain(layer.index));
      if (style) layer?.path.bringToFront();
    }
  };
  set([before.active, ...before.partners]);
  set(now.partners, { color: values.partner, weight: 1.6 });
  set([now.active], { color: values.accent, weight: 2.2 });
});

onMetric((chosen) => {
  metric = chosen;
  for (const { path, index } of layers.values()) path.setStyle({ fillColor: colour(metric, index) });
});

window.bench.adapter = {
  locate(i, [longitude, latitude]) {
    const { x, y } = maps[i]!.latLngToContainerPoint([latitude, longitude]);
    return clientOf(maps[i]!.getContainer(), [x, y]);
  },
  zoomIn: (i) => void maps[i]!.setZoom(values.maps[i]!.zoom + 3, { animate: false }),
};
window.bench.rendered();
