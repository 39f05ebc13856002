/**
 * A small feed for each kind of metric, into data/examples/: `npm run build:examples`. Figures that are made up say so in their status
 * and their source; all others come from data/facts/.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { counterparts, words, type Words } from './facts.ts';
import { SECOND_NAMES } from './second-names.ts';
import { shareOut } from './shares.ts';

type Cell = number | string | null;
interface Row {
  readonly code: string;
  readonly period: string;
  readonly status?: string;
  readonly source: string;
  readonly [metric: string]: Cell | undefined;
}
type Metric = Readonly<Record<string, unknown>>;

interface Example {
  readonly title: Words;
  readonly sources: readonly (keyof typeof SOURCES)[];
  readonly metrics: readonly Metric[];
  readonly values: readonly Row[];
  readonly pairs?: readonly object[];
  readonly notes?: readonly object[];
  readonly names?: readonly object[];
}

interface Resident {
  readonly code: string;
  readonly side: 'receiver' | 'giver';
  readonly population: number;
  readonly urban: number | null;
  readonly share65: number | null;
}
interface Exit {
  readonly code: string;
  readonly year: number | null;
  readonly status: string;
}

const fact = <T>(name: string): readonly T[] =>
  (JSON.parse(readFileSync(new URL(`../facts/${name}`, import.meta.url), 'utf8')) as { rows: readonly T[] }).rows;

const byCode = (a: { readonly code: string }, b: { readonly code: string }): number => (a.code < b.code ? -1 : 1);
const residents = [...fact<Resident>('population-2020.json')].sort(byCode);
const receivers = residents.filter(({ side }) => side === 'receiver');
const givers = residents.filter(({ side }) => side === 'giver');
const exits = [...fact<Exit>('exit-year.json')].sort(byCode);
/** Sichuan and Guizhou: two maps show them all. */
const inTwo = receivers.filter(({ code }) => /^5[12]/.test(code));

const SOURCES = {
  census: {
    name: words(
      '第七次全国人口普查分县数据（董磊等整理，leiii/census，MIT 许可）',
      'Seventh national census by county, collected by Lei Dong et al. (leiii/census, MIT licence)',
    ),
    url: 'https://github.com/leiii/census',
    date: '2020-11-01',
  },
  exits: {
    name: words(
      '四川、贵州、湖北、吉林各批贫困县退出公告，逐县核对；年份是批次所属年度，批准多在次年',
      'Notices of the provinces on the counties leaving the poverty list, checked one by one; the year is that of the batch, approved in the year after',
    ),
  },
  pairing: {
    name: words('各地关于结对关系的公开报道', 'Published reports on who was paired with whom'),
  },
  derived: {
    name: words(
      '按第七次全国人口普查分县数据算得：65岁及以上人口比重与浙江89个县（市、区）合计之比，乘以100',
      'Worked out from the census of 2020 by county: the part of 65 and older against that of Zhejiang’s 89 units together, times 100',
    ),
  },
  scripts: {
    name: words(
      '维基百科各自治州条目所载的藏文、彝文、朝鲜文名称，2026年11月；未与官方地名录逐一核对',
      'Tibetan, Yi and Korean names as Wikipedia’s articles on the autonomous prefectures have them, November 2026; not checked against official gazetteers',
    ),
    url: 'https://en.wikipedia.org/wiki/Autonomous_prefecture',
  },
  made: {
    name: words('为示例编造的数字，不是任何地方的统计', 'Made up for this example: these are statistics of no place'),
  },
} as const;

const residentsMetric: Metric = {
  id: 'residents',
  label: words('常住人口', 'Residents'),
  kind: 'count',
  unit: 'person',
  source: 'census',
};
const residentRows = (list: readonly Resident[], more: (row: Resident) => Readonly<Record<string, Cell>>): Row[] =>
  list.map((row) => ({ code: row.code, period: '2020', ...more(row), status: 'reported', source: 'census' }));

/** Made-up numbers, 0 to 1, the same each time. */
const chance = (code: string, salt: number): number => {
  const x = Math.sin(Number(code) * 0.7391 + salt * 12.9898) * 43758.5453;
  return x - Math.floor(x);
};
const made = <T extends Readonly<Record<string, Cell>>>(code: string, period: string, cells: T): Row => ({
  code,
  period,
  ...cells,
  status: 'illustrative',
  source: 'made',
});

const pairs = counterparts
  .filter(({ code }) => inTwo.some((row) => row.code === code))
  .flatMap(({ code, pairing }) =>
    pairing.partners.flatMap((partner) =>
      partner.code === null
        ? []
        : { from: partner.code, to: code, period: '2018', status: pairing.grade, source: 'pairing' },
    ),
  );

const cities = new Map(
  counterparts
    .filter(({ code }) => code.startsWith('51'))
    .flatMap(({ pairing }) => [...pairing.cities, ...pairing.partners.map(({ city }) => city)])
    .map((city) => [city.code ?? '', words(`由${city.zh}帮扶`, `Helped by ${city.en}`)]),
);
const elderly = givers.reduce((sum, { share65, population }) => sum + (share65 ?? 0) * population, 0);
const counted = givers.reduce((sum, { share65, population }) => sum + (share65 === null ? 0 : population), 0);

const funding = shareOut(
  120_000,
  inTwo.map(({ code, population }) => Math.sqrt(population) * (0.6 + chance(code, 1))),
).map((part) => part * 10_000);

const QUARTERS = [
  ['2018-Q1', 0.1],
  ['2018-Q2', 0.3],
  ['2018-Q3', 0.6],
  ['2018-Q4', 0.2],
] as const;

const EXAMPLES: Readonly<Record<string, Example>> = {
  amount: {
    title: words('金额：示意的资金', 'Amount: illustrative funding'),
    sources: ['made'],
    metrics: [{ id: 'money', label: words('资金', 'Funding'), kind: 'amount', unit: 'CNY', total: 1_200_000_000 }],
    values: inTwo.map(({ code }, i) => made(code, '2018', { money: funding[i] ?? null })),
  },
  count: {
    title: words('人数：浙江常住人口，2020年', 'Count: residents of Zhejiang, 2020'),
    sources: ['census'],
    metrics: [residentsMetric],
    values: residentRows(givers, ({ population }) => ({ residents: population })),
    notes: [
      {
        code: '330303',
        title: words('不含产业集聚区', 'Without the industrial zone'),
        text: words(
          '分县数不含浙南产业集聚区，约25万人；因此不宜用它算人均数。',
          'The county table leaves out the Zhenan industrial cluster zone, some 250,000 people: no rate per head should be made of it.',
        ),
        source: 'census',
      },
    ],
  },
  share: {
    title: words('比重：浙江人口的构成，2020年', 'Share: the residents of Zhejiang, 2020'),
    sources: ['census'],
    metrics: [
      { id: 'town-share', label: words('城镇人口比重', 'Share in towns'), kind: 'share', of: 'town', per: 'base' },
      { id: 'share65', label: words('65岁及以上人口比重', 'Share of 65 and older'), kind: 'share' },
      { id: 'town', label: words('城镇人口', 'Residents in towns'), kind: 'count', unit: 'person' },
      { ...residentsMetric, id: 'base' },
    ],
    values: residentRows(givers, ({ population, urban, share65 }) => ({ base: population, town: urban, share65 })),
  },
  rate: {
    title: words('人均：示意资金与普查人口', 'Rate: illustrative funding over the residents of the census'),
    sources: ['made', 'census', 'pairing'],
    metrics: [
      {
        id: 'per-head',
        label: words('人均资金', 'Funding per head'),
        kind: 'rate',
        of: 'money',
        per: 'residents',
        unit: 'CNY/person',
      },
      { id: 'money', label: words('资金', 'Funding'), kind: 'amount', unit: 'CNY' },
      residentsMetric,
    ],
    values: [
      ...inTwo.map(({ code }, i) => made(code, '2018', { money: funding[i] ?? null })),
      ...residentRows(inTwo, ({ population }) => ({ residents: population })),
    ],
    pairs,
  },
  change: {
    title: words('增减：示意的人口变化，2010—2020年', 'Change: illustrative change of residents, 2010 to 2020'),
    sources: ['made', 'census'],
    metrics: [
      {
        id: 'growth',
        label: words('常住人口增减', 'Change of residents'),
        kind: 'change',
        of: 'residents',
        since: '2010',
      },
      { id: 'net', label: words('净迁入', 'Net migration'), kind: 'change', unit: 'person' },
      residentsMetric,
    ],
    values: [
      ...receivers.map(({ code, population }) =>
        made(code, '2010', { residents: Math.round(population / (0.84 + 0.26 * chance(code, 2))) }),
      ),
      ...residentRows(receivers, ({ population }) => ({ residents: population })),
      ...receivers.map(({ code }) => made(code, '2021', { net: Math.round(-4200 + 6100 * chance(code, 3)) })),
    ],
  },
  category: {
    title: words(
      '类别：四川40个县由浙江哪个市帮扶',
      'Category: which city of Zhejiang helps the 40 counties of Sichuan',
    ),
    sources: ['pairing'],
    metrics: [
      {
        id: 'helper',
        label: words('帮扶的市', 'City that helps'),
        kind: 'category',
        categories: [...cities].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, label]) => ({ id, label })),
        special: [{ id: 'unknown', label: words('未见公布', 'Not published') }],
      },
    ],
    values: counterparts
      .filter(({ code }) => code.startsWith('51'))
      .map(({ code, pairing }) => ({
        code,
        period: '2018',
        helper: (pairing.cities[0] ?? pairing.partners[0]?.city)?.code ?? 'unknown',
        status: pairing.grade === 'inferred' ? 'inferred' : 'confirmed',
        source: 'pairing',
      })),
  },
  ordered: {
    title: words('次序：退出贫困县的年度', 'Ordered: the year in which a county left the poverty list'),
    sources: ['exits'],
    metrics: [
      {
        id: 'exit',
        label: words('退出贫困县的年度', 'Year of leaving the list'),
        kind: 'ordered',
        categories: [2016, 2017, 2018, 2019, 2020].map((year) => ({
          id: year,
          label: words(`${year}年度`, `${year}`),
        })),
        special: [{ id: 'never', label: words('从未列入', 'Never listed') }],
      },
    ],
    values: exits.map(({ code, year, status }) => ({
      code,
      period: '2020',
      exit: year ?? 'never',
      status,
      source: 'exits',
    })),
  },
  index: {
    title: words('指数：浙江各地的老龄化程度，全省为100', 'Index: ageing in Zhejiang, the province being 100'),
    sources: ['derived'],
    metrics: [
      {
        id: 'ageing',
        label: words('老龄化指数（全省＝100）', 'Ageing (province = 100)'),
        kind: 'index',
        digits: 1,
        breaks: [70, 100, 130],
        classLabels: [
          words('明显年轻', 'Clearly younger'),
          words('略年轻', 'Somewhat younger'),
          words('略老', 'Somewhat older'),
          words('明显老', 'Clearly older'),
        ],
      },
    ],
    values: givers.map(({ code, share65 }) => ({
      code,
      period: '2020',
      ageing: share65 === null ? null : Math.round(((share65 * counted) / elderly) * 1000) / 10,
      status: 'estimated',
      source: 'derived',
    })),
  },
  names: {
    title: words('名称：自治地方的第二种文字', 'Names: autonomous places in their second script'),
    sources: ['census', 'scripts'],
    metrics: [residentsMetric],
    values: residentRows(
      receivers.filter(({ code }) => /^(51|22)/.test(code)),
      ({ population }) => ({ residents: population }),
    ),
    names: SECOND_NAMES.map(([code, lang, text]) => ({ code, lang, text, source: 'scripts' })),
  },
  coverage: {
    title: words('覆盖：示意的干部派驻', 'Coverage: illustrative cadres'),
    sources: ['made'],
    metrics: [
      { id: 'covered', label: words('干部派驻覆盖', 'Cadre coverage'), kind: 'coverage', of: 'cadres' },
      { id: 'cadres', label: words('挂职干部', 'Cadres'), kind: 'count', unit: 'person' },
    ],
    values: inTwo.map(({ code }) => made(code, '2018', { cadres: Math.floor(chance(code, 4) * 3.4) })),
  },
  special: {
    title: words('特殊值：不是数，也不是没有', 'Special values: no number, and not nothing'),
    sources: ['made'],
    metrics: [
      {
        id: 'dust',
        label: words('细颗粒物', 'Fine dust'),
        kind: 'index',
        unit: 'µg/m³',
        digits: 1,
        special: [{ id: 'broken', label: words('仪器检修', 'Instrument under repair') }],
      },
    ],
    values: inTwo.map(({ code }, i) => {
      const specials: readonly Cell[] = ['suppressed', 'below-limit', 'not-applicable', 'broken', null];
      const at = i % 4 === 1 ? specials[Math.floor(i / 4) % specials.length] : undefined;
      return made(code, '2018', { dust: at === undefined ? Math.round(80 + 320 * chance(code, 5)) / 10 : at });
    }),
  },
  periods: {
    title: words('多个时期：示意的季度，有缺口', 'Periods: illustrative quarters, with gaps'),
    sources: ['made'],
    metrics: [{ id: 'visits', label: words('游客', 'Visitors'), kind: 'count', unit: 'person' }],
    values: QUARTERS.flatMap(([quarter, season], q) =>
      inTwo
        // A row that is not there is a gap, and no number is put into it.
        .filter(({ code }) => chance(code, 10 + q) > 0.15)
        .map(({ code, population }) =>
          made(code, quarter, { visits: Math.round(population * (0.2 + season * chance(code, 6))) }),
        ),
    ),
  },
};

/** The files by name. */
export function exampleFiles(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(EXAMPLES).map(
      ([name, { title, sources, metrics, values, pairs: paired = [], notes = [], names = [] }]) => {
        const feed = {
          version: 1,
          id: `example-${name}`,
          title,
          updated: '2020-11-01',
          sources: sources.map((id) => ({ id, ...SOURCES[id] })),
          metrics,
          regions: [...new Set(values.map(({ code }) => code))],
          values,
          pairs: paired,
          notes,
          ...(names.length > 0 ? { names } : {}),
        };
        return [`${name}.json`, oneRowPerLine(feed)];
      },
    ),
  );
}

/** JSON in which each row of a list is a line. */
function oneRowPerLine(feed: Readonly<Record<string, unknown>>): string {
  const fields = Object.entries(feed).map(([name, value]) => {
    const rows = Array.isArray(value) && typeof value[0] === 'object';
    return `  ${JSON.stringify(name)}: ${rows ? `[\n${value.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]` : JSON.stringify(value)}`;
  });
  return `{\n${fields.join(',\n')}\n}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../examples/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of exampleFiles()) writeFileSync(join(folder, name), text);
}
