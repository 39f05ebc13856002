/** From a topology in degrees to a file: cut to a province, quantized, arcs in order of use, names and labels attached. */
import polylabel from 'polylabel';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature, quantize } from 'topojson-client';
import type {
  GeometryCollection,
  MultiPolygon as MultiPolygonArcs,
  Polygon as PolygonArcs,
  Topology,
} from 'topojson-specification';
import { ORIGIN, type Grid } from './boundaries.ts';
import { distanceToBorder, isInside, polygonsOf, ringArea } from './sphere.ts';
import { provinceOf } from './units.ts';

export const LAYERS = ['counties', 'prefectures', 'provinces'] as const;
export type Layer = (typeof LAYERS)[number];

export interface RegionProperties {
  readonly name: string;
  readonly en: string;
  readonly pinyin: string;
  readonly parent?: string;
  label?: readonly [number, number];
}

type RegionArcs = PolygonArcs<RegionProperties> | MultiPolygonArcs<RegionProperties>;
export type RegionTopology = Topology<Record<Layer, GeometryCollection<RegionProperties>>>;

export interface Packing {
  /** The grid that the topology lies on. */
  readonly grid: Grid;
  /** Only the regions of this province; all where it is left out. */
  readonly province?: string;
  readonly describe: (layer: Layer, code: string) => RegionProperties;
}

/** The file's topology. `topology` is left as it was. */
export function pack(topology: Topology, { grid, province, describe }: Packing): RegionTopology {
  const objects = Object.fromEntries(LAYERS.map((layer) => [layer, layerOf(topology, layer, province, describe)]));
  const cut = orderArcs({ type: 'Topology', objects, arcs: topology.arcs } as unknown as RegionTopology);
  const packed = quantize(cut, { scale: [...grid], translate: ORIGIN }) as RegionTopology;
  delete packed.bbox;
  for (const layer of LAYERS) for (const region of regionsOf(packed, layer)) placeLabel(packed, region);
  return packed;
}

/** The geometries of a layer, as what they are: polygons of regions. */
export const regionsOf = (topology: RegionTopology, layer: Layer): RegionArcs[] =>
  topology.objects[layer].geometries as RegionArcs[];

const CODE_FIELD: Readonly<Record<Layer, string>> = {
  counties: 'code',
  prefectures: 'prefecture',
  provinces: 'province',
};

function layerOf(
  topology: Topology,
  layer: Layer,
  province: string | undefined,
  describe: Packing['describe'],
): GeometryCollection<RegionProperties> {
  const { geometries } = topology.objects[layer] as GeometryCollection<Record<string, string>>;
  const regions = geometries.map((geometry) => {
    const code = (geometry.properties as Record<string, string> | undefined)?.[CODE_FIELD[layer]];
    if (code === undefined) throw new Error(`a geometry of ${layer} has no code`);
    const { type, arcs } = geometry as RegionArcs;
    return { type, id: code, properties: { ...describe(layer, code) }, arcs } as RegionArcs;
  });
  return {
    type: 'GeometryCollection',
    geometries: regions
      .filter(({ id }) => province === undefined || provinceOf(String(id)) === province)
      .sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)),
  };
}

type Nested = number | Nested[];

/** Numbers the arcs as the counties use them, which leaves out the unused and makes the file a tenth smaller. */
function orderArcs(topology: RegionTopology): RegionTopology {
  const arcs: Position[][] = [];
  const numbers = new Map<number, number>();
  const renumber = (ref: Nested): Nested => {
    if (Array.isArray(ref)) return ref.map(renumber);
    const old = ref < 0 ? ~ref : ref;
    let number = numbers.get(old);
    if (number === undefined) numbers.set(old, (number = arcs.push(topology.arcs[old] as Position[]) - 1));
    return ref < 0 ? ~number : number;
  };
  for (const layer of LAYERS) {
    for (const region of regionsOf(topology, layer))
      region.arcs = renumber(region.arcs as Nested) as number[][] & number[][][];
  }
  return { ...topology, arcs };
}

/** Decimals that a label may have; the fewest that serve are taken, since 590 labels weigh 4 KB. */
const LABEL_DECIMALS = [1, 2, 3];
/** How much of the widest room around a label rounding may cost. */
const LABEL_ROOM = 0.85;

/** Sets the label to the point of the largest polygon that is farthest from its border, or nearly so. */
function placeLabel(topology: RegionTopology, region: RegionArcs): void {
  const { geometry } = feature(topology, region) as { geometry: Polygon | MultiPolygon };
  const polygon = polygonsOf(geometry).reduce((a, b) => (outerArea(b) > outerArea(a) ? b : a));
  // Degrees of longitude are shorter than those of latitude; the search needs a plane where both are alike.
  const squeeze = Math.cos(((polygon[0]?.[0]?.[1] ?? 0) * Math.PI) / 180);
  const plane = polygon.map((ring) => ring.map(([x = 0, y = 0]) => [x * squeeze, y]));
  const best = polylabel(plane, 0.0005);
  const [x = 0, y = 0] = best;
  const labels = LABEL_DECIMALS.map((decimals) => [round(x / squeeze, decimals), round(y, decimals)] as const);
  const label = labels.find(
    (point) =>
      isInside([...point], polygon) &&
      distanceToBorder([point[0] * squeeze, point[1]], plane) >= LABEL_ROOM * best.distance,
  );
  if (!label) throw new Error(`${region.id}: no label near ${x / squeeze}, ${y} is inside`);
  if (region.properties) region.properties.label = label;
}

const round = (degrees: number, decimals: number): number => Number(degrees.toFixed(decimals));

const outerArea = (polygon: readonly Position[][]): number => ringArea(polygon[0] ?? []);
