import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { describe as describeRegion } from '../../../src/scene/text/description.js';
import { classScale } from '../../../src/scene/classes/scale.js';
import {
  LINK_DASHES,
  linkPath,
  linkWidth,
  linksOf,
  sharedBend,
  type LinkEnd,
} from '../../../src/scene/picture/links.js';
import { linkWords } from '../../../src/scene/text/link-words.js';
import type { Dataset } from '../../../src/data/dataset.js';
import { builtInDataset } from '../../fixtures/world.js';
import '../../../src/scene/words/all.js';

const coordinate = fc.integer({ min: -500, max: 1500 });
const clear = fc.integer({ min: 0, max: 40 });
/** A place in the middle of a box that its curve leaves free. */
interface Boxed extends LinkEnd {
  readonly clearX: number;
  readonly clearY: number;
}
const end = fc
  .record({ x: coordinate, y: coordinate, clearX: clear, clearY: clear })
  .map((at): Boxed => ({ ...at, covers: (x, y) => Math.abs(x - at.x) < at.clearX && Math.abs(y - at.y) < at.clearY }));

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

const isWithin = (at: Boxed, [x, y]: readonly [number, number], edge: number): boolean =>
  Math.abs(x - at.x) < at.clearX - edge && Math.abs(y - at.y) < at.clearY - edge;

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
        return along(curve.path).every((point) => !isWithin(a, point, 1.2) || !isFar(a, b));
      }),
    );
  });

  it('end at the very edge of what they leave clear, and point into it', () => {
    fc.assert(
      fc.property(end, end, (a, b) => {
        fc.pre(isFar(a, b) && b.clearX > 2 && b.clearY > 2);
        const curve = linkPath(a, b)!;
        const [x, y] = curve.tip;
        const turn = (curve.angle * Math.PI) / 180;
        const ahead = [x + 3 * Math.cos(turn), y + 3 * Math.sin(turn)] as const;
        // A curve that touches a corner of the box may leave it again at once.
        const isAtCorner = Math.abs(Math.abs(x - b.x) - b.clearX) < 4 && Math.abs(Math.abs(y - b.y) - b.clearY) < 4;
        return !b.covers(x, y) && (isAtCorner || b.covers(...ahead));
      }),
    );
  });

  it('share their bend where they lead from one place to several, or from several to one, and else have their own', () => {
    const [a, b, c, d] = [
      [0, 0],
      [300, 10],
      [320, 60],
      [310, 90],
    ] as const;
    expect(
      sharedBend([
        [a, b],
        [a, c],
        [a, d],
      ])![0],
    ).to.be.greaterThan(155);
    expect(
      sharedBend([
        [b, a],
        [c, a],
        [d, a],
      ])![0],
    ).to.be.greaterThan(155);
    expect(
      sharedBend([
        [a, b],
        [a, c],
      ]),
    ).to.equal(undefined);
    expect(
      sharedBend([
        [a, b],
        [b, c],
        [c, d],
      ]),
    ).to.equal(undefined);
  });

  it('are as wide as their share, and of one width where nobody knows it', () => {
    const widths = [0, 0.2, 0.5, 1].map((share) => linkWidth('confirmed', share));
    expect(widths).to.deep.equal([...widths].sort((a, b) => a - b));
    expect(widths[0]).to.be.lessThan(widths[3]!);
    expect(linkWidth('city', 0.1)).to.equal(linkWidth('city', 0.9));
  });

  it('say both ends and the share', () => {
    const [link] = linksOf(dataset, ['513221'], '2018');
    expect(linkWords(dataset, link!, 'zh-CN')).to.equal('义乌市 → 汶川县；分担100%');
    const [city] = linksOf(dataset, ['513201'], '2018');
    expect(linkWords(dataset, city!, 'en'))
      .to.include('→')
      .and.to.include('known to the city only');
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
