/**
 * Raw MapLibre, five maps: one GeoJSON source each, first colours with the features, later ones by feature-state, which is its
 * fastest way to recolour; outlines by feature-state too. No transitions, no fading, no controls.
 */
import { boxes, clientOf, linker, load, onMetric, Pending } from './values.ts';
import { Map as MapLibreMap, type StyleSpecification } from 'maplibre-gl';

const { values, counties, colour } = await load();
let metric = values.metrics[0] ?? '';
const placeOf = new Map<string, { map: number; index: number }>();
const pending = new Pending<MapLibreMap>();
const state = (name: string, otherwise: unknown): unknown => ['coalesce', ['feature-state', name], otherwise];

const maps = boxes(values).map((box, i) => {
  const { longitude, latitude, zoom } = values.maps[i]!;
  const features = counties[i]!.features.map(({ properties: { code, index }, geometry }) => {
    placeOf.set(code, { map: i, index });
    return { type: 'Feature' as const, id: Number(code), properties: { colour: colour(metric, index) }, geometry };
  });
  const style = {
    version: 8,
    transition: { duration: 0, delay: 0 },
    sources: { counties: { type: 'geojson', data: { type: 'FeatureCollection', features } } },
    layers: [
      {
        id: 'fills',
        type: 'fill',
        source: 'counties',
        paint: { 'fill-color': ['to-color', state('colour', ['get', 'colour'])], 'fill-antialias': false },
      },
      { id: 'borders', type: 'line', source: 'counties', paint: { 'line-color': values.border, 'line-width': 0.5 } },
      {
        id: 'marks',
        type: 'line',
        source: 'counties',
        paint: { 'line-color': ['to-color', state('mark', values.accent)], 'line-width': state('width', 0) },
      },
    ],
  } as unknown as StyleSpecification;
  const map = new MapLibreMap({
    container: box,
    style,
    center: [longitude, latitude],
    zoom,
    minZoom: -2,
    renderWorldCopies: false,
    attributionControl: false,
    fadeDuration: 0,
    validateStyle: false,
    trackResize: false,
    dragRotate: false,
  });
  map.on('mousemove', 'fills', ({ features: [feature] = [] }) =>
    link(feature?.id === undefined ? undefined : String(feature.id)),
  );
  map.on('render', () => pending.done(map));
  return map;
});

const link = linker(values, (now, before) => {
  const set = (codes: readonly (string | undefined)[], mark: string | undefined, width: number): void => {
    for (const code of codes) {
      const map = code === undefined ? undefined : maps[placeOf.get(code)?.map ?? -1];
      if (!map) continue;
      pending.add(map);
      map.setFeatureState({ source: 'counties', id: Number(code) }, { mark, width });
    }
  };
  set([before.active, ...before.partners], undefined, 0);
  set(now.partners, values.partner, 1.6);
  set([now.active], values.accent, 2.2);
});

onMetric((chosen) => {
  metric = chosen;
  pending.add(...maps);
  for (const [code, { map, index }] of placeOf)
    maps[map]?.setFeatureState({ source: 'counties', id: Number(code) }, { colour: colour(metric, index) });
});

window.bench.adapter = {
  settled: pending.settled,
  locate: (i, at) => {
    const { x, y } = maps[i]!.project([...at]);
    return clientOf(maps[i]!.getContainer(), [x, y]);
  },
  async zoomIn(i) {
    const idle = new Promise((resolve) => maps[i]!.once('idle', resolve));
    maps[i]!.jumpTo({ zoom: values.maps[i]!.zoom + 2 });
    await idle;
  },
};
await Promise.all(maps.map((map) => new Promise((resolve) => map.once('load', resolve))));
window.bench.rendered(true);
