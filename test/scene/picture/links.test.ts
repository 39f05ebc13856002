import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { describe as describeRegion } from '../../../src/scene/text/description.js';
import { classScale } from '../../../src/scene/classes/scale.js';
import { LINK_DASHES, linkPath, linksOf, type LinkEnd } from '../../../src/scene/picture/links.js';
import type { Dataset } from '../../../src/data/dataset.js';
import { builtInDataset } from '../../fixtures/world.js';

const coordinate = fc.integer({ min: -500, max: 1500 });
const clear = fc.integer({ min: 0, max: 40 });
const end = fc.record({ x: coordinate, y: coordinate, clearX: clear, clearY: clear });

/** Points along a path of one move and one quadratic curve. */
function along(path: string): [number, number][] {
  const [x0, y0, x1, y1, x2, y2] = (path.match(/-?[\d.]+/g) ?? []).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return Array.from({ length: 41 }, (_, i) => {
    const t = i / 40,
      u = 1 - t;
    return [u * u * x0 + 2 * u * t * x1 + t * t * x2, u * u * y0 + 2 * u * t * y1 + t * t * y2];
  });
}

const covers = (at: LinkEnd, [x, y]: readonly [number, number]): boolean =>
  Math.abs(x - at.x) < at.clearX - 0.2 && Math.abs(y - at.y) < at.clearY - 0.2;

describe('links', () => {
  let dataset: Dataset;
  before(async () => {
    dataset = await builtInDataset();
  });

  it('run from who helps to who is helped, whichever end one asks for', () => {
    const of = (code: string): string[] =>
      linksOf(dataset, [code], '2018').map(({ from, to, kind }) => `${from} ${to} ${kind}`);
    expect(of('513221')).to.deep.equal(['330782 513221 confirmed']);
    expect(of('330782')).to.deep.equal(['330782 513221 confirmed']);
    expect(of('513201')).to.deep.equal(['330600 513201 city']);
  });

  it('carry the share of the county', () => {
    for (const code of dataset.participants) {
      const shares = linksOf(dataset, [code], '2018').map(({ share }) => share);
      if (shares.length > 0)
        expect(
          shares.reduce((sum, share) => sum + share, 0),
          code,
        ).to.be.closeTo(1, 1e-9);
    }
  });

  it('are there once where both ends lead, many to many', () => {
    const ends = ['513221', '330782', '330106', '330100'];
    const all = linksOf(dataset, ends, '2018').map(({ from, to }) => `${from} ${to}`);
    expect(new Set(all).size).to.equal(all.length);
    expect(all.filter((link) => link === '330782 513221')).to.have.length(1);
    expect(all.filter((link) => link.startsWith('330100 ')).length).to.be.greaterThan(20);
  });

  it('give a prefecture no share, for its counties have different ones', () => {
    const scale = classScale(dataset, dataset.metric('funding')!, '2018', 'prefecture', {
      method: 'quantile',
      classes: 5,
    });
    for (const code of dataset.regions.prefectures) {
      const description = describeRegion(dataset, scale, code, 'zh-CN');
      const isReceiver = [...dataset.participants].some((county) => dataset.regions.isWithin(county, code));
      if (isReceiver)
        expect(
          description!.partners.flatMap(({ marks }) => marks).filter((mark) => mark.startsWith('分担')),
          code,
        ).to.deep.equal([]);
    }
  });

  it('are told apart: county known, inferred, only the city known', () => {
    const kinds = (code: string): string[] => linksOf(dataset, [code], '2018').map(({ kind }) => kind);
    const inferred = dataset.feed.pairs.find(({ status, from }) => status === 'inferred' && !from.endsWith('00'))!;
    expect(kinds(inferred.to)).to.include('inferred');
    const ofCity = dataset.regions.counties.find(
      (code) => dataset.datum(code, 'funding', '2018').kind === 'city-only',
    )!;
    expect(new Set(kinds(ofCity))).to.deep.equal(new Set(['city']));
    expect(new Set(Object.values(LINK_DASHES)).size).to.equal(3);
  });

  it('never enter what they must leave clear', () => {
    fc.assert(
      fc.property(end, end, (a, b) => {
        const curve = linkPath(a, b);
        if (!curve) return true;
        return along(curve.path).every(
          (point) => !covers({ ...a, clearX: a.clearX - 1, clearY: a.clearY - 1 }, point) || !isFar(a, b),
        );
      }),
    );
  });

  it('are drawn wherever the two ends lie apart', () => {
    fc.assert(
      fc.property(end, end, (a, b) => {
        const apart = Math.hypot(a.x - b.x, a.y - b.y);
        return apart < 200 || linkPath(a, b) !== undefined;
      }),
    );
  });
});

/** Boxes that do not overlap: only then can both be left clear. */
const isFar = (a: LinkEnd, b: LinkEnd): boolean => Math.hypot(a.x - b.x, a.y - b.y) > 140;
