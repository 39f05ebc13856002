/** Fetches the detailed geometry of provinces, once for a page. */
import { provinceOf } from '../data/codes.js';
import { mergeTopologies } from '../data/detail.js';
import type { RegionIndex } from '../data/topology.js';
import type { RegionCode } from '../data/types.js';
import type { Topology } from 'topojson-specification';
import { fetchJson, readRegions } from './loader.js';

const files = new Map<string, Promise<Topology | undefined>>();

/**
 * The regions of `overview` that lie in the provinces of `codes`, with more detail; undefined where the overview names no
 * detail, or a file cannot be had: the next call tries again.
 */
export async function loadDetail(
  overview: RegionIndex,
  codes: readonly RegionCode[],
): Promise<RegionIndex | undefined> {
  const { detail, address } = overview;
  if (detail === undefined || codes.length === 0) return undefined;
  const provinces = [...new Set(codes.map(provinceOf))].sort();
  const found = await Promise.all(
    provinces.map((code) => {
      const relative = detail.replace('{code}', code);
      // What is no address leads to no file. Older engines do not ask.
      // eslint-disable-next-line no-restricted-properties -- called where it is there
      return URL.canParse?.(relative, address) === false ? undefined : fileAt(new URL(relative, address).href);
    }),
  );
  const topologies = found.filter((topology): topology is Topology => topology !== undefined);
  const merged = topologies.length === provinces.length ? mergeTopologies(topologies) : undefined;
  const reading = merged && (await readRegions(merged, address));
  return reading?.kind === 'regions' ? reading.regions : undefined;
}

function fileAt(url: string): Promise<Topology | undefined> {
  let file = files.get(url);
  if (!file) {
    // Not bound to one map: another may be waiting for the same file.
    file = fetchJson(url, new AbortController().signal).then(async ({ json }) => {
      // A file of another datum, of another kind, or with a broken geometry is none: the overview has every region whole.
      const reading = await readRegions(json, url);
      return reading.kind === 'regions' && reading.regions.undrawn.length === 0 ? reading.regions.topology : undefined;
    });
    files.set(url, file);
    void file.then((topology) => {
      if (!topology) files.delete(url);
    });
  }
  return file;
}
