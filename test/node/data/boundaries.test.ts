/** The committed boundaries: complete, without gaps or overlaps, light enough, and with labels where they belong. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import { LAYERS } from '../../../data/build/pack.ts';
import { areaOf, isInside, polygonsOf } from '../../../data/build/sphere.ts';
import {
  details,
  gridArcs,
  overview,
  PROVINCES,
  readBuilt,
  readJson,
  regionsOf,
  usesOf,
  type BuiltTopology,
} from './built.ts';

const files = [
  { name: 'overview', topology: overview },
  ...details.map(({ code, topology }) => ({ name: code, topology })),
];

describe('the overview', () => {
  it('has every county of the five provinces once', () => {
    const ids = regionsOf(overview, 'counties').map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    const counts = PROVINCES.map((code) => ids.filter((id) => id.startsWith(code.slice(0, 2))).length);
    assert.deepEqual(counts, [60, 89, 103, 183, 88]);
  });

  it('has 63 prefectures, the four Hubei units directly under their province, and five provinces', () => {
    const prefectures = regionsOf(overview, 'prefectures').map(({ id }) => id);
    assert.equal(prefectures.filter((id) => id.endsWith('00')).length, 63);
    assert.deepEqual(
      prefectures.filter((id) => !id.endsWith('00')),
      ['429004', '429005', '429006', '429021'],
    );
    assert.deepEqual(
      regionsOf(overview, 'provinces').map(({ id }) => id),
      PROVINCES,
    );
  });

  it('knows every receiver and every partner of the facts by its code of 2018', () => {
    const codes = new Set(LAYERS.flatMap((layer) => regionsOf(overview, layer).map(({ id }) => id)));
    type Fact = { code: string; pairing: { partners: { code: string | null }[]; cities: { code: string }[] } };
    for (const { code, pairing } of readJson<Fact[]>('facts/counterparts.json')) {
      for (const wanted of [
        code,
        ...pairing.partners.map((partner) => partner.code),
        ...pairing.cities.map((city) => city.code),
      ]) {
        if (wanted !== null) assert.ok(codes.has(wanted), wanted);
      }
    }
  });

  it('uses the codes of June 2018', () => {
    const names = new Map(regionsOf(overview, 'counties').map(({ id, properties }) => [id, properties.name]));
    const standing = {
      330112: '临安区',
      330213: '奉化区',
      331083: '玉环市',
      330103: '下城区',
      330104: '江干区',
      510117: '郫都区',
      510185: '简阳市',
      511083: '隆昌市',
      510604: '罗江区',
      420882: '京山市',
      520281: '盘州市',
      522322: '兴仁县',
      511521: '宜宾县',
    };
    for (const [code, name] of Object.entries(standing)) assert.equal(names.get(code), name);
    for (const gone of ['330185', '330283', '331021', '511028', '510626', '420821', '520222', '510124', '510180']) {
      assert.ok(!names.has(gone), gone);
    }
  });

  it('weighs at most 60 KB gzipped, and a detail file at most 150 KB', () => {
    assert.ok(gzipSync(readBuilt('counties-2018.json'), { level: 9 }).length <= 60_000);
    for (const code of PROVINCES)
      assert.ok(gzipSync(readBuilt(`detail/${code}.json`), { level: 9 }).length <= 150_000, code);
  });

  it('names its datum, its vintage and its detail files, and no review number', () => {
    assert.equal(overview.datum, 'WGS 84');
    assert.equal(overview.vintage, '2018-06-30');
    for (const { code } of details) assert.ok(readBuilt((overview.detail ?? '').replace('{code}', code)).length > 0);
    assert.ok(!('approval' in overview));
  });
});

describe('a detail file', () => {
  it('has the same regions as the overview, with the same names', () => {
    for (const { code, topology } of details) {
      for (const layer of LAYERS) {
        const described = (file: BuiltTopology) =>
          regionsOf(file, layer)
            .filter(({ id }) => id.startsWith(code.slice(0, 2)))
            .map(({ id, properties: { name, en, pinyin, parent } }) => ({ id, name, en, pinyin, parent }));
        assert.deepEqual(described(topology), described(overview));
        assert.equal(regionsOf(topology, layer).length, described(overview).length);
      }
    }
  });

  it('has several times the points of the overview', () => {
    const points = (topology: BuiltTopology) => topology.arcs.reduce((sum, arc) => sum + arc.length, 0);
    const detailed = details.reduce((sum, { topology }) => sum + points(topology), 0);
    assert.ok(detailed >= 4 * points(overview), `${detailed} against ${points(overview)}`);
  });

  it('meets its neighbour: Sichuan and Guizhou draw the same line', () => {
    // An arc may run either way; the one of the two texts that sorts first stands for both.
    const lines = (code: string) =>
      new Set(
        details
          .filter((detail) => detail.code === code)
          .flatMap(({ topology }) =>
            gridArcs(topology).map((arc) => [arc, [...arc].reverse()].map((line) => JSON.stringify(line)).sort()[0]),
          ),
      );
    const [sichuan, guizhou] = [lines('510000'), lines('520000')];
    const shared = [...sichuan].filter((line) => guizhou.has(line));
    const users = (province: string) =>
      usesOf(regionsOf(overview, 'counties').filter(({ id }) => id.startsWith(province)));
    const expected = [...users('51').keys()].filter((arc) => users('52').has(arc));
    assert.ok(expected.length > 0);
    assert.equal(shared.length, expected.length);
  });
});

for (const { name, topology } of files) {
  describe(`boundaries of ${name}`, () => {
    const counties = regionsOf(topology, 'counties');

    it('give no arc to more than two counties', () => {
      assert.deepEqual(
        [...usesOf(counties)].filter(([, uses]) => uses > 2),
        [],
      );
    });

    it('leave no arc unused', () => {
      assert.equal(usesOf(counties).size, topology.arcs.length);
    });

    for (const layer of ['prefectures', 'provinces'] as const) {
      it(`draw ${layer} along exactly those county borders that are not inside them`, () => {
        for (const unit of regionsOf(topology, layer)) {
          const stem = unit.id.replace(/(00){1,2}$/, '');
          const outer = [...usesOf(counties.filter(({ id }) => id.startsWith(stem)))].filter(([, uses]) => uses === 1);
          assert.deepEqual(new Set(unit.arcs), new Set(outer.map(([arc]) => arc)), unit.id);
        }
      });
    }

    it('never cross, touch halfway or run double', () => {
      assert.deepEqual(conflicts(gridArcs(topology)), []);
    });

    it('cover their provinces: the areas of the counties add up', () => {
      for (const province of feature(topology, topology.objects.provinces).features) {
        const inside = feature(topology, topology.objects.counties).features.filter(({ id }) =>
          String(id).startsWith(String(province.id).slice(0, 2)),
        );
        const sum = inside.reduce((total, { geometry }) => total + areaOf(geometry as Polygon | MultiPolygon), 0);
        const whole = areaOf(province.geometry as Polygon | MultiPolygon);
        assert.ok(Math.abs(sum / whole - 1) < 1e-9, `${province.id}: ${sum} and ${whole} square kilometres`);
      }
    });

    it('hold every label', () => {
      for (const layer of LAYERS) {
        for (const { id, geometry, properties } of feature(topology, topology.objects[layer]).features) {
          const polygons = polygonsOf(geometry as Polygon | MultiPolygon);
          const label = properties.label as [number, number];
          assert.ok(
            polygons.some((polygon) => isInside(label, polygon)),
            `${id} ${label.join(', ')}`,
          );
          for (const degrees of label) assert.equal(degrees, Number(degrees.toFixed(3)));
        }
      }
    });
  });
}

describe('areas', () => {
  // Published land areas in square kilometres; the source's coast and river borders differ by some percent.
  const published = { 220000: 187_400, 330000: 105_500, 420000: 185_900, 510000: 486_000, 520000: 176_200 };
  it('are those of the real provinces within three percent', () => {
    for (const { id, geometry } of feature(overview, overview.objects.provinces).features) {
      const ratio =
        areaOf(geometry as Polygon | MultiPolygon) / published[String(id) as unknown as keyof typeof published];
      assert.ok(Math.abs(ratio - 1) < 0.03, `${id}: ${ratio}`);
    }
  });
});

type Segment = readonly [x0: number, y0: number, x1: number, y1: number];
const CELL = 64;

/** Pairs of segments that cross, overlap, or meet other than at the ends of both. */
function conflicts(arcs: readonly (readonly [number, number][])[]): string[] {
  const cells = new Map<string, Segment[]>();
  for (const arc of arcs) {
    for (let i = 1; i < arc.length; i++) {
      const segment: Segment = [...arc[i - 1]!, ...arc[i]!];
      for (const cell of cellsOf(segment)) cells.set(cell, [...(cells.get(cell) ?? []), segment]);
    }
  }
  const found = new Set<string>();
  for (const segments of cells.values()) {
    segments.forEach((a, i) => {
      for (const b of segments.slice(i + 1)) if (inConflict(a, b)) found.add(`${a.join()} and ${b.join()}`);
    });
  }
  return [...found];
}

function cellsOf([x0, y0, x1, y1]: Segment): string[] {
  const range = (a: number, b: number) => {
    const first = Math.floor(Math.min(a, b) / CELL);
    return Array.from({ length: Math.floor(Math.max(a, b) / CELL) - first + 1 }, (_, i) => first + i);
  };
  return range(x0, x1).flatMap((x) => range(y0, y1).map((y) => `${x},${y}`));
}

function inConflict(a: Segment, b: Segment): boolean {
  const side = (s: Segment, x: number, y: number) => Math.sign((s[2] - s[0]) * (y - s[1]) - (s[3] - s[1]) * (x - s[0]));
  const sides = [side(a, b[0], b[1]), side(a, b[2], b[3]), side(b, a[0], a[1]), side(b, a[2], a[3])] as const;
  if (sides[0] * sides[1] < 0 && sides[2] * sides[3] < 0) return true;
  const isEnd = (s: Segment, x: number, y: number) => (x === s[0] && y === s[1]) || (x === s[2] && y === s[3]);
  const isWithin = (s: Segment, on: number, x: number, y: number) =>
    on === 0 &&
    !isEnd(s, x, y) &&
    x >= Math.min(s[0], s[2]) &&
    x <= Math.max(s[0], s[2]) &&
    y >= Math.min(s[1], s[3]) &&
    y <= Math.max(s[1], s[3]);
  const isSame = isEnd(a, b[0], b[1]) && isEnd(a, b[2], b[3]);
  return (
    isSame ||
    isWithin(a, sides[0], b[0], b[1]) ||
    isWithin(a, sides[1], b[2], b[3]) ||
    isWithin(b, sides[2], a[0], a[1]) ||
    isWithin(b, sides[3], a[2], a[3])
  );
}
