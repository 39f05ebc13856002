/** `pair-atlas boundaries`: makes the TopoJSON that `geometry` takes of a file of counties: GeoJSON, a Shapefile, or KML. */
import { readFile, readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { readCode } from '../data/codes.js';
import { readTopology } from '../data/read-topology.js';
import { say, type Language } from '../scene/words/index.js';
import { builtInNames } from './files.js';
import { loadPackage, type Gcoord, type Mapshaper } from './packages.js';

export const DATUMS = ['wgs84', 'cgcs2000', 'gcj02'] as const;
export type DatumName = (typeof DATUMS)[number];

export interface BoundaryChoices {
  readonly input: string;
  readonly codeField: string;
  readonly nameField: string;
  /** Names of the units above, where the file has them. */
  readonly prefectureField?: string;
  readonly provinceField?: string;
  readonly datum: DatumName;
  readonly vintage?: string;
  readonly source?: string;
  readonly approval?: string;
  /** Metres of detail that may go; nothing goes where it is left out. */
  readonly detail?: number;
  /** Of the names in a Shapefile that does not say it. */
  readonly encoding?: string;
}

/** `problem` is why there is no file, in words; `notes` is what the author should know of it. */
export type BoundaryFile =
  | { readonly kind: 'problem'; readonly problem: string }
  | { readonly kind: 'file'; readonly text: string; readonly notes: readonly string[] };

type Shape = Polygon | MultiPolygon;
type Row = Readonly<Record<string, unknown>>;
interface County {
  readonly code: string;
  readonly name: string;
  readonly above: Readonly<Record<'prefectures' | 'provinces', string>>;
  readonly geometry: Shape;
}

/** As many as a message names. */
const MOST = 12;
const FORMATS = ['.geojson', '.json', '.topojson', '.shp', '.kml'];
/** What lies beside a `.shp` under the same name, and belongs to it. */
const BESIDE = ['.dbf', '.shx', '.prj', '.cpg'];
/** As a topology states it. GCJ-02 becomes WGS 84. */
const STATED: Readonly<Record<DatumName, string>> = { wgs84: 'WGS 84', cgcs2000: 'CGCS2000', gcj02: 'WGS 84' };

class Problem extends Error {}

export async function makeBoundaries(choices: BoundaryChoices, language: Language): Promise<BoundaryFile> {
  const fail = (key: Key, args: Parameters<typeof say>[2] = {}): never => {
    throw new Problem(say(language, key, args));
  };
  try {
    const mapshaper = (await loadPackage('mapshaper')) ?? fail('boundaries.package', { name: 'mapshaper' });
    const gcoord =
      choices.datum === 'gcj02'
        ? ((await loadPackage('gcoord')) ?? fail('boundaries.package', { name: 'gcoord' }))
        : undefined;
    const notes: string[] = [];
    const note = (key: Key, list: readonly string[]): void =>
      void notes.push(say(language, key, { count: list.length, list: shorten(list) }));
    const features = await readFeatures(mapshaper, choices, fail);
    const counties = countiesOf(features, choices, gcoord, fail, note);
    const topology = await topologyOf(mapshaper, counties, choices.detail, await builtInNames());
    const { vintage, source, approval } = choices;
    const json = {
      type: 'Topology',
      datum: STATED[choices.datum],
      ...(vintage ? { vintage } : {}),
      ...(source ? { source } : {}),
      ...(approval ? { approval } : {}),
      ...topology,
    };
    const reading = readTopology(json);
    if (reading.kind !== 'regions') return fail('boundaries.none');
    const { regions } = reading;
    const nameless = [...regions.counties, ...regions.prefectures, ...regions.provinces].filter(
      (code) => regions.get(code)?.name['zh-CN'] === code,
    );
    if (nameless.length > 0) note('boundaries.nameless', [...new Set(nameless)]);
    notes.push(
      say(language, 'boundaries.made', {
        counties: regions.counties.length,
        prefectures: regions.prefectures.length,
        provinces: regions.provinces.length,
        datum: json.datum,
      }),
      ...(choices.datum === 'gcj02' ? [say(language, 'boundaries.converted')] : []),
      ...(approval ? [] : [say(language, 'boundaries.no-approval')]),
    );
    return { kind: 'file', text: `${JSON.stringify(json)}\n`, notes };
  } catch (error) {
    if (error instanceof Problem) return { kind: 'problem', problem: error.message };
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: 'problem', problem: say(language, 'boundaries.unreadable', { file: choices.input, detail }) };
  }
}

type Key = Parameters<typeof say>[1];
type Fail = (key: Key, args?: Parameters<typeof say>[2]) => never;

const shorten = (list: readonly string[]): string =>
  `${list.slice(0, MOST).join(', ')}${list.length > MOST ? ', …' : ''}`;

/** What a file holds, as GeoJSON in degrees. */
async function readFeatures(
  mapshaper: Mapshaper,
  { input, encoding }: BoundaryChoices,
  fail: Fail,
): Promise<readonly Feature[]> {
  const end = extname(input).toLowerCase();
  if (!FORMATS.includes(end)) fail('boundaries.format', { file: input, expected: FORMATS.join(', ') });
  const files: Record<string, Uint8Array> = { [`input${end}`]: await readFile(input) };
  if (end === '.shp') Object.assign(files, await filesBeside(input));
  const read = async (more: string): Promise<readonly Feature[]> => {
    const named = encoding ? ` encoding=${encoding}` : '';
    const output = await mapshaper.applyCommands(
      `-i input${end}${named} ${more} -o out.json format=geojson combine-layers target=*`,
      files,
    );
    const json = JSON.parse(textOf(output, 'out.json')) as FeatureCollection | { type: 'GeometryCollection' };
    return json.type === 'FeatureCollection' ? json.features : [];
  };
  const features = await read('');
  if (features.every(isInDegrees)) return features;
  // A Shapefile says beside it in which plane it is.
  if (!files['input.prj']) return fail('boundaries.degrees', { file: input });
  return read('-proj wgs84');
}

async function filesBeside(input: string): Promise<Record<string, Uint8Array>> {
  const name = basename(input, extname(input));
  const found: Record<string, Uint8Array> = {};
  for (const file of await readdir(dirname(input))) {
    const end = extname(file).toLowerCase();
    if (basename(file, extname(file)) === name && BESIDE.includes(end))
      found[`input${end}`] = await readFile(join(dirname(input), file));
  }
  return found;
}

const isShape = (geometry: Feature['geometry'] | null): geometry is Shape =>
  geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';

function isInDegrees({ geometry }: Feature): boolean {
  if (!isShape(geometry)) return true;
  const points = (geometry.type === 'Polygon' ? geometry.coordinates.flat() : geometry.coordinates.flat(2)).values();
  for (const [x = 0, y = 0] of points) if (Math.abs(x) > 180 || Math.abs(y) > 90) return false;
  return true;
}

function countiesOf(
  features: readonly Feature[],
  { codeField, nameField, prefectureField, provinceField }: BoundaryChoices,
  gcoord: Gcoord | undefined,
  fail: Fail,
  note: (key: Key, list: readonly string[]) => void,
): County[] {
  const fields = [...new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))];
  for (const field of [codeField, nameField, prefectureField, provinceField])
    if (field !== undefined && !fields.includes(field)) fail('boundaries.field', { field, fields: fields.join(', ') });
  const refused: string[] = [];
  const counties: County[] = [];
  const readings = features.map(({ properties }) => readCode(properties?.[codeField], () => true));
  const isCounty = countyTest(readings.flatMap((reading) => (reading.kind === 'code' ? [reading.code] : [])));
  for (const [i, { geometry, properties }] of features.entries()) {
    const row: Row = properties ?? {};
    const reading = readings[i];
    const name = textIn(row, nameField);
    if (reading?.kind !== 'code' || !isCounty(reading.code) || !isShape(geometry)) {
      refused.push(name || textIn(row, codeField) || `#${i + 1}`);
      continue;
    }
    counties.push({
      code: reading.code,
      name,
      above: { prefectures: textIn(row, prefectureField), provinces: textIn(row, provinceField) },
      geometry: gcoord ? inWgs84(geometry, gcoord) : geometry,
    });
  }
  if (counties.length === 0) fail('boundaries.none');
  if (refused.length > 0) note('boundaries.refused', refused);
  const codes = counties.map(({ code }) => code);
  const twice = [...new Set(codes.filter((code, i) => codes.indexOf(code) !== i))];
  if (twice.length > 0) note('boundaries.twice', twice);
  return counties;
}

const textIn = (row: Row, field: string | undefined): string => {
  const value = field === undefined ? undefined : row[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
};

/** Equal points stay equal, so shared borders stay shared. */
function inWgs84(geometry: Shape, { transform, GCJ02, WGS84 }: Gcoord): Shape {
  const point = ([x = 0, y = 0]: Position): Position => transform([x, y], GCJ02, WGS84);
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(point)) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map(point))) };
}

/**
 * A prefecture or a province is made of its counties; a prefecture that has none (441900, 620200) is one. Of a file without any county
 * at all nobody can tell.
 */
function countyTest(codes: readonly string[]): (code: string) => boolean {
  const below = new Set(codes.filter((code) => !code.endsWith('00')).map((code) => code.slice(0, 4)));
  return (code) => !code.endsWith('00') || (!code.endsWith('0000') && below.size > 0 && !below.has(code.slice(0, 4)));
}

/** A county directly under its province stands among the prefectures as itself: 429004, 469001, 659001, and 441900. */
const isDirect = (code: string): boolean => code.slice(2, 4) === '90' || code.endsWith('00');
const prefectureOf = (code: string): string => (isDirect(code) ? code : `${code.slice(0, 4)}00`);
const provinceOf = (code: string): string => `${code.slice(0, 2)}0000`;

const CODE_OF = { counties: 'code', prefectures: 'prefecture', provinces: 'province' } as const;
type Layer = keyof typeof CODE_OF;
const LAYERS = Object.keys(CODE_OF) as Layer[];

/** All three layers of the same arcs. */
async function topologyOf(
  mapshaper: Mapshaper,
  counties: readonly County[],
  detail: number | undefined,
  known: ReadonlyMap<string, string>,
): Promise<Omit<Topology, 'type'>> {
  const features = counties.map(({ code, geometry }): Feature => ({
    type: 'Feature',
    properties: { code, prefecture: prefectureOf(code), province: provinceOf(code) },
    geometry,
  }));
  const commands = [
    '-i counties.json -clean',
    '-dissolve code copy-fields=prefecture,province',
    ...(detail === undefined ? [] : [`-simplify interval=${detail} keep-shapes -clean`]),
    '-dissolve prefecture copy-fields=province + name=prefectures',
    '-dissolve province + name=provinces target=counties',
    // Its own choice is coarse where borders have few points; this is some metres over all of China.
    '-o out.json format=topojson quantization=1000000 target=*',
  ];
  const output = await mapshaper.applyCommands(commands.join(' '), {
    'counties.json': JSON.stringify({ type: 'FeatureCollection', features }),
  });
  const { objects, arcs, transform } = JSON.parse(textOf(output, 'out.json')) as Topology;
  return {
    ...(transform ? { transform } : {}),
    objects: Object.fromEntries(
      LAYERS.map((layer) => [layer, layerOf(objects[layer] as GeometryCollection<Row>, layer, counties, known)]),
    ),
    arcs,
  };
}

function layerOf(
  { geometries }: GeometryCollection<Row>,
  layer: Layer,
  counties: readonly County[],
  known: ReadonlyMap<string, string>,
): GeometryCollection<Row> {
  const byCode = new Map(counties.map((county) => [county.code, county]));
  const named = geometries.map((geometry) => {
    const code = textIn(geometry.properties ?? {}, CODE_OF[layer]);
    const own = byCode.get(code);
    const within = counties.find((county) => [prefectureOf(county.code), provinceOf(county.code)].includes(code));
    const name = own ? own.name : layer === 'counties' ? '' : within?.above[layer] || known.get(code);
    const parent = layer === 'provinces' ? undefined : own && !isDirect(code) ? prefectureOf(code) : provinceOf(code);
    const properties = { name: name || code, ...(parent === undefined ? {} : { parent }) };
    return { ...geometry, id: code, properties };
  });
  return { type: 'GeometryCollection', geometries: named.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

function textOf(output: Readonly<Record<string, Uint8Array | string>>, name: string): string {
  const file = output[name];
  if (file === undefined) throw new Error(`mapshaper: ${Object.keys(output).join(', ') || '—'}`);
  return typeof file === 'string' ? file : new TextDecoder().decode(file);
}
