/** The floor: SVG by hand, with d3-geo, and nothing that five maps do not need. */
import { boxes, clientOf, linker, load, onMetric, project } from './values.ts';
import { geoMercator, geoPath } from 'd3-geo';

const { values, counties, colour } = await load();
let metric = values.metrics[0] ?? '';
const NS = 'http://www.w3.org/2000/svg';
const paths = new Map<string, { map: number; d: string; index: number }>();
const cameras: { x: number; y: number; scale: number }[] = [];

const maps = boxes(values).map((box, i) => {
  const spec = values.maps[i]!;
  const projection = geoMercator()
    .center([spec.longitude, spec.latitude])
    .scale((512 * 2 ** spec.zoom) / (2 * Math.PI))
    .translate([values.width / 2, values.height / 2]);
  const path = geoPath(projection).digits(1);
  const svg = document.createElementNS(NS, 'svg');
  // One piece of markup is read faster than elements are made one by one.
  svg.innerHTML = `<g><g class="fills">${counties[i]!.features.map((county) => {
    const d = path(county) ?? '';
    const { code, index } = county.properties;
    paths.set(code, { map: i, d, index });
    return `<path id="c${code}" d="${d}" fill="${colour(metric, index)}"/>`;
  }).join('')}</g><path class="partners"/><path class="active"/></g>`;
  box.append(svg);
  const [picture, , partners, active] = svg.querySelectorAll<SVGElement>('g, path.partners, path.active');
  svg.addEventListener('pointermove', ({ target, buttons }) => {
    if (buttons === 0) link((target as Element).id.slice(1) || undefined);
  });
  const camera = (cameras[i] = { x: 0, y: 0, scale: 1 });
  svg.addEventListener('pointermove', (event) => {
    if (event.buttons === 0) return;
    camera.x += event.movementX;
    camera.y += event.movementY;
    place(i);
  });
  return { box, picture: picture!, partners: partners!, active: active! };
});

function place(i: number): void {
  const { x, y, scale } = cameras[i]!;
  maps[i]!.picture.setAttribute('transform', `translate(${x} ${y}) scale(${scale})`);
}

const link = linker(values, ({ active, partners }) => {
  maps.forEach((map, i) => {
    const dOf = (codes: readonly string[]): string =>
      codes.map((code) => (paths.get(code)?.map === i ? paths.get(code)?.d : '')).join('');
    map.partners.setAttribute('d', dOf(partners));
    map.active.setAttribute('d', dOf(active === undefined ? [] : [active]));
  });
});

onMetric((chosen) => {
  metric = chosen;
  for (const path of document.querySelectorAll('.fills path'))
    path.setAttribute('fill', colour(metric, paths.get(path.id.slice(1))?.index ?? 0));
});

window.bench.adapter = {
  locate: (map, at) => clientOf(maps[map]!.box, project(values.maps[map]!, values, at)),
  zoomIn(map) {
    const { width, height } = values;
    cameras[map] = Object.assign(cameras[map]!, { x: (width / 2) * -3, y: (height / 2) * -3, scale: 4 });
    place(map);
  },
};
window.bench.rendered();
