/** What the build writes of geometry: one overview for the first paint, and a detail file for each province. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simplify, type CountyFeature, type Simplification } from './boundaries.ts';
import { englishName, readName } from './names.ts';
import { pack, type Packing, type RegionProperties } from './pack.ts';
import { VINTAGE } from './recode.ts';
import { SOURCE_PACKAGE } from './source.ts';
import { parentOf, PREFECTURE_UNITS, PROVINCE_UNITS, type Unit } from './units.ts';

/**
 * The overview is as fine as 57 KB gzipped allow, 20 of which are names and labels. Its grid of about 530 m is finer
 * than a pixel of a map of Zhejiang 800 pixels wide.
 */
const OVERVIEW: Simplification & { readonly grid: Packing['grid'] } = {
  metres: 106,
  growth: 0.4,
  speck: 4,
  grid: [0.0055, 0.0048],
};
const DETAIL: typeof OVERVIEW = { metres: 19, growth: 0.4, speck: 1, grid: [0.001, 0.0009] };

const ABOUT = {
  datum: 'WGS 84',
  vintage: VINTAGE,
  source: {
    'zh-CN': `${SOURCE_PACKAGE}（MIT 许可），已转换坐标并简化，仅供示意`,
    en: `${SOURCE_PACKAGE} (MIT), datum converted and simplified, illustrative`,
  },
};

export async function writeBoundaries(folder: string, counties: readonly CountyFeature[]): Promise<void> {
  const describe = describer(counties);
  const overview = pack(await simplify(counties, OVERVIEW, OVERVIEW.grid), { grid: OVERVIEW.grid, describe });
  writeJson(join(folder, 'counties-2018.json'), { ...ABOUT, detail: 'detail/{code}.json', ...overview });
  // One run for all five, so that the files of neighbours fit each other.
  const detailed = await simplify(counties, DETAIL, DETAIL.grid);
  mkdirSync(join(folder, 'detail'), { recursive: true });
  for (const { code } of PROVINCE_UNITS) {
    const detail = pack(detailed, { grid: DETAIL.grid, describe, province: code });
    writeJson(join(folder, 'detail', `${code}.json`), { ...ABOUT, ...detail });
  }
}

function describer(counties: readonly CountyFeature[]): Packing['describe'] {
  const units = new Map([...PREFECTURE_UNITS, ...PROVINCE_UNITS].map((unit) => [unit.code, unit]));
  const names = new Map(counties.map(({ properties: { code, name } }) => [code, name]));
  return (layer, code) => {
    const name = names.get(code);
    const unit: Unit | undefined =
      name === undefined ? units.get(code) : { code, name, en: englishName(name), parent: parentOf(code) };
    if (!unit) throw new Error(`${layer}: no name is known for ${code}`);
    const properties: RegionProperties = { name: unit.name, en: unit.en, pinyin: readName(unit.name) };
    return unit.parent === undefined ? properties : { ...properties, parent: unit.parent };
  };
}

const writeJson = (file: string, json: Readonly<Record<string, unknown>>): void =>
  writeFileSync(file, `${JSON.stringify({ type: 'Topology', ...json })}\n`);
