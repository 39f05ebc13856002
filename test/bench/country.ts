/** The counties of the whole country, from the package that the built-in boundaries come from. Made once, kept in `.work/`. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Topology } from 'topojson-specification';
import { cleanCounties, simplify, type Grid } from '../../data/build/boundaries.ts';
import { pack } from '../../data/build/pack.ts';
import { decodeGeometry, packSource, type EncodedFeature, type SourceCounty } from '../../data/build/source.ts';
import { polygonsOf } from '../../data/build/sphere.ts';
import { parentOf } from '../../data/build/units.ts';

/** All cities of the package, municipalities included, which the folders by province lack. */
const FOLDER = 'package/geojson/shape-with-internal-borders';
/** As fine as the overview of the five provinces. */
const OVERVIEW = { metres: 106, growth: 0.4, speck: 4 };
const GRID: Grid = [0.0055, 0.0048];

interface CityFile {
  readonly UTF8Encoding?: boolean;
  readonly features: readonly {
    readonly id?: string;
    readonly properties: { readonly name: string };
    readonly geometry: SourceCounty['geometry'] | EncodedFeature['geometry'];
  }[];
}

export async function countryTopology(work: string): Promise<Topology> {
  const kept = join(work, 'country.json');
  if (!existsSync(kept)) {
    const scratch = mkdtempSync(join(tmpdir(), 'pair-atlas-bench-'));
    try {
      mkdirSync(work, { recursive: true });
      writeFileSync(kept, JSON.stringify(await build(readCountry(scratch))));
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  }
  return JSON.parse(readFileSync(kept, 'utf8')) as Topology;
}

async function build(counties: readonly SourceCounty[]): Promise<Topology> {
  const names = new Map(counties.map(({ code, name }) => [code, name]));
  const topology = await simplify(await cleanCounties(counties), OVERVIEW, GRID);
  const packed = pack(topology, {
    grid: GRID,
    describe: (layer, code) => {
      const name = names.get(code) ?? code;
      const parent =
        layer === 'provinces' ? undefined : layer === 'counties' ? parentOf(code) : `${code.slice(0, 2)}0000`;
      return { name, en: name, pinyin: '', ...(parent === undefined ? {} : { parent }) };
    },
  });
  return { datum: 'WGS 84', vintage: '2017', ...packed } as Topology;
}

function readCountry(scratch: string): SourceCounty[] {
  execFileSync('tar', ['-xzf', process.env.PAIR_ATLAS_SOURCE ?? packSource(scratch), '-C', scratch, FOLDER]);
  const counties = new Map<string, SourceCounty>();
  let unnumbered = 0;
  for (const file of readdirSync(join(scratch, FOLDER)).sort()) {
    const { features, UTF8Encoding } = JSON.parse(readFileSync(join(scratch, FOLDER, file), 'utf8')) as CityFile;
    const read = features.map(({ id = '', properties: { name }, geometry }): SourceCounty => ({
      code: id,
      name,
      geometry: UTF8Encoding
        ? decodeGeometry(geometry as EncodedFeature['geometry'])
        : (geometry as SourceCounty['geometry']),
    }));
    // The files of Taiwan hold the parts of one county each, without codes. Elsewhere what has no code is a line of borders.
    if (file.startsWith('tai2_wan1_')) {
      const code = `7101${String(++unnumbered).padStart(2, '0')}`;
      const coordinates = read.flatMap(({ geometry }) => polygonsOf(geometry));
      counties.set(code, { code, name: file, geometry: { type: 'MultiPolygon', coordinates } });
      continue;
    }
    // Macao's parishes are smaller than the room that a label needs on the grid.
    for (const county of read)
      if (/^\d{6}$/.test(county.code) && !county.code.startsWith('82')) counties.set(county.code, county);
  }
  return [...counties.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
