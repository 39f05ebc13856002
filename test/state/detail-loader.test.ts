import { expect } from '@open-wc/testing';
import type { Topology } from 'topojson-specification';
import { readTopology } from '../../src/data/read-topology.js';
import { loadDetail } from '../../src/state/detail-loader.js';
import { smallTopology } from '../fixtures/topology.js';

describe('the detail of a map', () => {
  const overview = readTopology(smallTopology());
  if (overview.kind !== 'regions') throw new Error('The fixture is unusable.');
  const { regions } = overview;
  const detailIn = async (change: (topology: Topology) => void): ReturnType<typeof loadDetail> => {
    const topology = structuredClone(smallTopology()) as unknown as Topology;
    change(topology);
    const address = URL.createObjectURL(new Blob([JSON.stringify(topology)], { type: 'application/json' }));
    return loadDetail(
      { ...regions, address: location.href, detail: `${address}#{code}` },
      regions.provinces.slice(0, 1),
    );
  };
  const geometriesOf = ({ objects }: Topology): { id?: unknown; arcs?: unknown }[] =>
    Object.values(objects).flatMap((object) => (object as { geometries?: { id?: unknown }[] }).geometries ?? []);

  it('is drawn where it is sound, and where its codes are numbers, as those of the overview may be', async () => {
    expect((await detailIn(() => undefined))?.counties).to.deep.equal(regions.counties);
    const numbered = await detailIn((topology) =>
      geometriesOf(topology).forEach((each) => (each.id = Number(each.id))),
    );
    expect(numbered?.counties).to.deep.equal(regions.counties);
  });

  it('is none where a geometry is broken: the overview has every region whole', async () => {
    expect(await detailIn((topology) => (geometriesOf(topology)[0]!.arcs = null))).to.equal(undefined);
  });
});
