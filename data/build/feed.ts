/** The built-in feed: what was reported, the pairs and notes of the facts, and illustrative rows by a stated rule. */
import { writeFileSync } from 'node:fs';
import type { CountyFeature } from './boundaries.ts';
import { counterparts, feedSources, notes, sourceIdOf, words, type Counterpart, type Words } from './facts.ts';
import { exitRows, reportedMetrics, residentRows } from './reported.ts';
import { shareOut } from './shares.ts';
import { areaOf } from './sphere.ts';
import { SOURCE_PACKAGE } from './source.ts';

const PERIOD = '2018';
const COUNTIES = 80;
const FUNDING = 2_470_000_000;
const CADRES = 138;
/** Illustrative amounts are whole multiples of 10,000 yuan. */
const UNIT = 10_000;

const RULE = {
  id: 'rule',
  name: words(
    '示意数据规则：各县的资金和干部人数未公布，此处按规则推算，只作示意。资金总额的一半平均分给80个县，另一半按各县面积的平方根分配，精确到1万元；干部每县1名，其余58名按面积的平方根分配。合计等于公布的24.7亿元和138名',
    'Rule of the illustrative rows: funding and cadres by county were never published; these are worked out. Half of the total is shared equally among the 80 counties, half in proportion to the square root of a county’s area, to 10,000 yuan; each county has one cadre, and 58 more are shared out by the square root of area. They add up to the reported 2.47 billion yuan and 138 cadres',
  ),
};

/** Of what the pairs are; each of them names its own source. */
const PAIRS = {
  id: 'pairs',
  name: words(
    '结对关系：据各地公开报道逐县整理，为2018年的结对；每一对的出处见该地区的来源',
    'Pairs: gathered county by county from published reports, as of 2018; each pair names its own source',
  ),
};

export function writeFeed(file: string, counties: readonly CountyFeature[]): void {
  const pairs = counterparts.flatMap(pairsOf);
  const exits = exitRows();
  const { exit, residents, share65 } = reportedMetrics;
  const used = new Set<string>([
    'gov',
    'zj-2019-05',
    residents.source,
    ...exits.map(({ source }) => source),
    ...pairs.map(({ source }) => source),
    ...notes.map(({ source }) => source),
  ]);
  const feed = {
    version: 1,
    id: 'zhejiang-2018',
    title: words(
      '浙江省东西部扶贫协作，2018年',
      'Zhejiang’s east-west cooperation in poverty alleviation, 2018',
      '浙江省東西部扶貧協作，2018年',
    ),
    updated: '2026-11-26',
    sources: [...feedSources(used), PAIRS, RULE],
    boundaries: {
      vintage: PERIOD,
      source: words(
        `${SOURCE_PACKAGE}（MIT 许可），2018年6月区划，仅供示意`,
        `${SOURCE_PACKAGE} (MIT), divisions of June 2018, illustrative`,
      ),
    },
    // What was published comes first.
    metrics: [
      exit,
      {
        id: 'coverage',
        label: words('干部派驻覆盖', 'Cadre coverage', '幹部派駐覆蓋'),
        kind: 'coverage',
        of: 'cadres',
        total: 1,
        source: 'gov',
      },
      residents,
      share65,
      {
        id: 'funding',
        label: words('帮扶资金', 'Assistance funding', '幫扶資金'),
        kind: 'amount',
        unit: 'CNY',
        total: FUNDING,
        source: 'gov',
      },
      {
        id: 'cadres',
        label: words('增派挂职干部', 'Cadres added', '增派掛職幹部'),
        kind: 'count',
        unit: 'person',
        total: CADRES,
        source: 'gov',
      },
    ],
    // Per head, and per county.
    bases: [residents.id, 'county'],
    regions: counterparts.map(({ code }) => code),
    values: [...exits, ...residentRows(), ...illustrativeRows(counties)],
    pairs,
    notes: notes.map(({ code, title, text, source }) => ({ code, title, text, source })),
    headlines: [
      {
        id: 'counties',
        label: words('受援县（市、区）', 'Counties helped', '受援縣（市、區）'),
        value: COUNTIES,
        unit: 'county',
        source: 'gov',
      },
      {
        id: 'funding',
        label: words('安排帮扶资金', 'Assistance arranged', '安排幫扶資金'),
        value: FUNDING,
        unit: 'CNY',
        source: 'gov',
      },
      {
        id: 'cadres',
        label: words('增派挂职干部', 'Cadres added', '增派掛職幹部'),
        value: CADRES,
        unit: 'person',
        source: 'gov',
      },
      {
        id: 'coverage',
        label: words('干部派驻覆盖', 'Cadre coverage', '幹部派駐覆蓋'),
        value: 1,
        unit: 'share',
        source: 'gov',
      },
      { id: 'provinces', label: words('受援省', 'Provinces'), value: 4, unit: 'province', source: 'zj-2019-05' },
      {
        id: 'prefectures',
        label: words('受援市（州）', 'Prefectures'),
        value: 15,
        unit: 'prefecture',
        source: 'zj-2019-05',
      },
    ],
  };
  writeFileSync(file, `${oneRowPerLine(feed)}\n`);
}

/** The rule that `RULE` states. Areas are those of the unsimplified counties, so that no simplification moves money. */
function illustrativeRows(counties: readonly CountyFeature[]): object[] {
  const shapes = new Map(counties.map(({ properties, geometry }) => [properties.code, geometry]));
  const weights = counterparts.map(({ code }) => {
    const shape = shapes.get(code);
    if (!shape) throw new Error(`${code}: a county of the facts has no boundary`);
    return Math.sqrt(areaOf(shape));
  });
  const mean = weights.reduce((a, b) => a + b, 0) / weights.length;
  // Half in equal parts and half by weight is one share by the mean of the two.
  const funding = shareOut(
    FUNDING / UNIT,
    weights.map((weight) => mean + weight),
  );
  const more = shareOut(CADRES - COUNTIES, weights);
  return counterparts.map(({ code }, i) => ({
    code,
    period: PERIOD,
    funding: (funding[i] ?? 0) * UNIT,
    cadres: 1 + (more[i] ?? 0),
    status: 'illustrative',
    source: RULE.id,
  }));
}

interface FeedPair {
  readonly from: string;
  readonly to: string;
  readonly status: 'confirmed' | 'inferred';
  readonly source: string;
  readonly note?: Words;
}

function pairsOf({ code, pairing }: Counterpart): FeedPair[] {
  if (pairing.grade === 'unknown') return [];
  // Without a period a pair holds in all: these are the pairs of 2018, whichever year is shown.
  const row = { to: code, source: sourceIdOf(pairing.sources) };
  if (pairing.grade === 'city-only') {
    return pairing.cities.map((city) => ({
      from: codeOf(city),
      ...row,
      status: 'confirmed',
      note: words(
        `只知道由${city.zh}帮扶，不知道是哪个县（市、区）。`,
        `Only the city, ${city.en}, is known, not which of its counties.`,
      ),
    }));
  }
  const status = pairing.grade;
  return pairing.partners.map((partner) =>
    partner.code === null
      ? {
          from: codeOf(partner.city),
          ...row,
          status,
          note: words(
            `结对的是${partner.zh}，它没有行政区划代码。`,
            `The partner is ${partner.en}, which has no code of its own.`,
          ),
        }
      : { from: partner.code, ...row, status },
  );
}

function codeOf(place: { readonly code: string | null; readonly zh: string }): string {
  if (place.code === null) throw new Error(`${place.zh}: expected a city with a code`);
  return place.code;
}

/** JSON in which each row of a list is a line: a change of one county is a change of one line. */
function oneRowPerLine(feed: Readonly<Record<string, unknown>>): string {
  const fields = Object.entries(feed).map(([name, value]) => {
    const rows = Array.isArray(value) && typeof value[0] === 'object';
    return `  ${JSON.stringify(name)}: ${rows ? `[\n${value.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]` : JSON.stringify(value)}`;
  });
  return `{\n${fields.join(',\n')}\n}`;
}
