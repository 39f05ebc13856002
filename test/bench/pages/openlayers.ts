/**
 * OpenLayers: styles made once and shared, what is pointed at on a layer of its own, regions found in the source's R-tree, as its
 * examples do. Above 2,000 regions the layer is a VectorImage, which its documentation names for smooth panning.
 */
import { boxes, clientOf, linker, load, onMetric, Pending } from './values.ts';
import Feature from 'ol/Feature.js';
import OlMap from 'ol/Map.js';
import View from 'ol/View.js';
import GeoJSON from 'ol/format/GeoJSON.js';
import { DragPan, MouseWheelZoom } from 'ol/interaction.js';
import VectorLayer from 'ol/layer/Vector.js';
import VectorImageLayer from 'ol/layer/VectorImage.js';
import { fromLonLat } from 'ol/proj.js';
import VectorSource from 'ol/source/Vector.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';

const { values, counties, colour } = await load();
let metric = values.metrics[0] ?? '';
const found = new Map<string, { map: number; feature: Feature }>();
const pending = new Pending<OlMap>();
const border = new Stroke({ color: values.border, width: 0.5 });
const styles = new Map<string, Style>();
function styleOf(fill: string): Style {
  let style = styles.get(fill);
  if (!style) styles.set(fill, (style = new Style({ fill: new Fill({ color: fill }), stroke: border })));
  return style;
}
const partnerStyle = new Style({ stroke: new Stroke({ color: values.partner, width: 1.6 }) });
const activeStyle = new Style({ stroke: new Stroke({ color: values.accent, width: 2.2 }) });
const format = new GeoJSON({ featureProjection: 'EPSG:3857' });
const isMany = counties.some(({ features }) => features.length > 2_000);

const maps = boxes(values).map((box, i) => {
  const source = new VectorSource({ features: format.readFeatures(counties[i]) });
  for (const feature of source.getFeatures()) found.set(feature.get('code') as string, { map: i, feature });
  const style = (feature: { get(key: string): unknown }): Style =>
    styleOf(colour(metric, feature.get('index') as number));
  const layer = isMany
    ? new VectorImageLayer({ source, style: style as never })
    : new VectorLayer({ source, style: style as never });
  const marked = new VectorSource();
  const { longitude, latitude, zoom } = values.maps[i]!;
  const map = new OlMap({
    target: box,
    layers: [layer, new VectorLayer({ source: marked })],
    controls: [],
    interactions: [new DragPan(), new MouseWheelZoom()],
    view: new View({
      center: fromLonLat([longitude, latitude]),
      zoom: zoom + 1,
      constrainResolution: false,
      multiWorld: true,
    }),
  });
  map.on('pointermove', ({ coordinate, dragging }) => {
    if (!dragging) link(source.getFeaturesAtCoordinate(coordinate)[0]?.get('code') as string | undefined);
  });
  map.on('postrender', () => pending.done(map));
  return { box, map, layer, marked };
});

const link = linker(values, ({ active, partners }) => {
  maps.forEach(({ map, marked }, i) => {
    const here = (codes: readonly string[], style: Style): Feature[] =>
      codes.flatMap((code) => {
        const place = found.get(code);
        if (place?.map !== i) return [];
        const copy = new Feature(place.feature.getGeometry());
        copy.setStyle(style);
        return [copy];
      });
    const features = [...here(partners, partnerStyle), ...here(active === undefined ? [] : [active], activeStyle)];
    if (features.length + marked.getFeatures().length === 0) return;
    pending.add(map);
    marked.clear(true);
    marked.addFeatures(features);
    // A source that was cleared in silence and got nothing new has to be told.
    if (features.length === 0) marked.changed();
  });
});

onMetric((chosen) => {
  metric = chosen;
  for (const { map, layer } of maps) {
    pending.add(map);
    layer.changed();
  }
});

window.bench.adapter = {
  settled: pending.settled,
  locate: (i, at) => clientOf(maps[i]!.box, maps[i]!.map.getPixelFromCoordinate(fromLonLat([...at]))),
  zoomIn: (i) => maps[i]!.map.getView().setZoom(values.maps[i]!.zoom + 3),
};
await Promise.all(maps.map(({ map }) => new Promise((resolve) => map.once('rendercomplete', resolve))));
window.bench.rendered(true);
