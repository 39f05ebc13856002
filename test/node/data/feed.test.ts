/** The built-in feed: it adds up, it points at regions that exist, and it says how sure it is. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { shareOut } from '../../../data/build/shares.ts';
import { LAYERS } from '../../../data/build/pack.ts';
import { overview, readJson, regionsOf } from './built.ts';

type Words = Record<string, string>;
interface Row {
  code: string;
  period: string | string[];
  exit?: string | number;
  residents?: number;
  share65?: number | string | null;
  funding?: number;
  cadres?: number;
  status?: string;
  source: string;
}
interface Illustrative extends Row {
  funding: number;
  cadres: number;
}
interface Pair {
  from: string;
  to: string;
  weight: number;
  status: string;
  source: string;
  note?: Words;
}
interface Feed {
  sources: { id: string; name: Words; url?: string; date?: string }[];
  metrics: { id: string; kind: string; label: Words; total?: number; source?: string; givers?: string }[];
  regions: string[];
  values: Row[];
  pairs: Pair[];
  notes: { code: string; title: Words; text: Words; source: string }[];
  headlines: { id: string; value: number; unit: string; label: Words; source: string }[];
}

const feed = readJson<Feed>('zhejiang-2018.json');
const schema = readJson<object>('feed.schema.json');
const codes = new Set(LAYERS.flatMap((layer) => regionsOf(overview, layer).map(({ id }) => id)));
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
const illustrative = feed.values.filter((row): row is Illustrative => row.funding !== undefined);
const taking = new Set(feed.regions);
interface Fact {
  code: string;
  side?: string;
  year?: number | null;
  population?: number;
  share65?: number | null;
}
const factsOf = (name: string): Fact[] => readJson<{ rows: Fact[] }>(`facts/${name}`).rows;

describe('the built-in feed', () => {
  it('shows a reported figure first', () => {
    assert.deepEqual(
      feed.metrics.map(({ id, kind }) => `${id} ${kind}`),
      ['exit ordered', 'coverage coverage', 'residents count', 'share65 share', 'funding amount', 'cadres count'],
    );
  });

  it('lets readers divide by residents and by counties', () => {
    assert.deepEqual((feed as unknown as { bases: string[] }).bases, ['residents', 'county']);
  });

  it('has the batch of each county as the facts do: 2, 12, 38, 71, 75 by the year, and 5 that never were listed', () => {
    const rows = feed.values.filter(({ exit }) => exit !== undefined);
    const saidIn = (year: string): string[] =>
      feed.regions.map((code) => String(rows.find((row) => row.code === code && row.period.includes(year))?.exit));
    const years = ['2016', '2017', '2018', '2019', '2020'];
    const left = years.map((year) => saidIn(year).filter((said) => years.includes(said)).length);
    assert.deepEqual(left, [2, 12, 38, 71, 75]);
    for (const year of years) assert.equal(saidIn(year).filter((said) => said === 'never').length, 5);
    for (const { code, year } of factsOf('exit-year.json')) {
      for (const each of years) {
        const said = rows.filter((row) => row.code === code && row.period.includes(each)).map(({ exit }) => exit);
        assert.deepEqual(said, [year === null ? 'never' : Number(each) < Number(year) ? 'listed' : year], code);
      }
    }
    const unsure = rows.filter(({ status }) => status !== undefined);
    assert.deepEqual(
      unsure.map(({ code, status }) => `${code} ${status}`),
      ['222402 inferred', '222402 inferred'],
      'Tumen alone',
    );
    assert.ok(rows.every(({ source }) => source.startsWith('exit-')));
  });

  it('says beside every batch when it was approved', () => {
    const { categories } = feed.metrics[0] as unknown as { categories: { id: string | number; label: Words }[] };
    for (const { id, label } of categories.slice(1)) {
      const approved = id === 2020 ? 2020 : Number(id) + 1;
      assert.equal(label['zh-CN'], `${id}年度（${approved}年批准）`);
      assert.equal(label.en, `${id} (approved ${approved})`);
    }
    const notes = feed.notes.filter(({ title }) => title['zh-CN'] === '摘帽年度与批准日期');
    assert.deepEqual(notes.map(({ code }) => code).sort(), ['220000', '420000', '510000', '520000']);
    assert.match(notes.find(({ code }) => code === '510000')?.text.en ?? '', /On 30 August 2018 only 11 of the 80/);
  });

  it('has the residents of the census, of both sides, and no share where the number lacks people', () => {
    const rows = feed.values.filter(({ residents }) => residents !== undefined);
    const [receivers, givers] = [true, false].map((side) => rows.filter(({ code }) => taking.has(code) === side));
    assert.deepEqual([receivers?.length, givers?.length], [80, 89]);
    assert.equal(sum((receivers ?? []).map(({ residents }) => residents ?? 0)), 24_242_294);
    assert.equal(sum((givers ?? []).map(({ residents }) => residents ?? 0)), 64_318_245);
    for (const { code, population, share65 } of factsOf('population-2020.json')) {
      const row = rows.find((each) => each.code === code);
      assert.equal(row?.residents, population);
      assert.equal(row?.share65, code === '330303' ? 'partial' : share65);
    }
    assert.match(feed.notes.find(({ code }) => code === '330303')?.text['zh-CN'] ?? '', /不计比重和人均数/);
    assert.deepEqual(
      feed.metrics.filter(({ givers: own }) => own).map(({ id }) => id),
      ['residents', 'share65'],
    );
  });

  it('has every scattered amount in a note on its region, with a year, and in no row', () => {
    const amounts = readJson<{ rows: { codes: string[]; amount_yuan: number; year: number | null }[] }>(
      'facts/funding-reported.json',
    ).rows;
    const notes = readJson<{ code: string; text: Words; source: string; amounts?: number[] }[]>('facts/notes.json');
    amounts.forEach(({ codes: places, amount_yuan: yuan }, i) => {
      for (const place of places) {
        const note = notes.find(({ code, amounts: of }) => code === place && of?.includes(i));
        assert.ok(note, `amount ${i} on ${place}`);
        const { 'zh-CN': chinese = '' } = note.text;
        const wan = yuan / 10_000;
        const written = wan >= 10_000 ? `${wan / 10_000}亿元` : `${wan}万`;
        assert.ok(chinese.includes(wan === 30 ? '30多万元' : written), `${written}: ${chinese}`);
        assert.match(chinese, /20(1|2)\d年/);
        assert.ok(
          feed.notes.some(
            ({ code, text, source }) => code === place && text.en === note.text.en && source === note.source,
          ),
        );
      }
      assert.ok(!feed.values.some((row) => row.funding === yuan && places.includes(row.code)));
    });
  });

  it('adds up to the reported totals exactly', () => {
    assert.equal(sum(illustrative.map(({ funding }) => funding)), 2_470_000_000);
    assert.equal(sum(illustrative.map(({ cadres }) => cadres)), 138);
  });

  it('has one illustrative row for each of the 80 counties, under the rule', () => {
    assert.equal(feed.regions.length, 80);
    assert.deepEqual(
      illustrative.map(({ code }) => code),
      feed.regions,
    );
    for (const { status, source, funding, cadres } of illustrative) {
      assert.equal(status, 'illustrative');
      assert.equal(source, 'rule');
      assert.equal(funding % 10_000, 0);
      assert.ok(funding >= 15_437_500 && cadres >= 1);
    }
  });

  it('gives more to a larger county, and the same order for both figures', () => {
    const rows = [...illustrative].sort((a, b) => a.funding - b.funding);
    rows.slice(1).forEach((row, i) => assert.ok(row.cadres >= (rows[i]?.cadres ?? 0), row.code));
    assert.ok(
      rows.at(-1)?.code === '513422' && rows[0]?.code === '511113',
      'Muli is the largest of the 80, Jinkouhe among the smallest',
    );
  });

  it('pairs 78 receivers: 64 rows from a unit that is known, 16 and one from a city', () => {
    assert.equal(new Set(feed.pairs.map(({ to }) => to)).size, 78);
    const fromCity = feed.pairs.filter(({ from }) => from.endsWith('00'));
    assert.deepEqual([feed.pairs.length, fromCity.length], [80, 17]);
    for (const { note } of fromCity) assert.ok(note?.['zh-CN'] && note.en);
    assert.equal(feed.pairs.filter(({ to }) => to === '513233').length, 3);
    assert.match(feed.pairs.find(({ to }) => to === '522601')?.note?.['zh-CN'] ?? '', /杭州经济技术开发区/);
    assert.equal(feed.pairs.filter(({ status }) => status === 'inferred').length, 5);
  });

  it('names only regions that are on the map: Zhejiang helps, the 80 receive', () => {
    for (const { from, to } of feed.pairs)
      assert.ok(codes.has(from) && from.startsWith('33') && taking.has(to), `${from} to ${to}`);
    for (const { code } of [...feed.notes, ...feed.values]) assert.ok(codes.has(code), code);
  });

  it('has a source for everything, and no source that nothing names', () => {
    const ids = new Set(feed.sources.map(({ id }) => id));
    assert.equal(ids.size, feed.sources.length);
    const named = [...feed.metrics, ...feed.values, ...feed.pairs, ...feed.notes, ...feed.headlines].map(
      ({ source }) => source,
    );
    // A metric that is derived, or has its source in each row, names none itself.
    for (const { source } of [...feed.values, ...feed.pairs, ...feed.notes, ...feed.headlines]) assert.ok(source);
    assert.deepEqual(new Set(named.filter((source) => source !== undefined)), ids);
    for (const { url } of feed.sources)
      if (url !== undefined) assert.ok(['http:', 'https:'].includes(new URL(url).protocol));
  });

  it('speaks Chinese and English throughout', () => {
    const texts = [
      ...feed.sources.map(({ name }) => name),
      ...feed.metrics.map(({ label }) => label),
      ...feed.headlines.map(({ label }) => label),
      ...feed.notes.flatMap(({ title, text }) => [title, text]),
    ];
    for (const text of texts) {
      assert.match(text['zh-CN'] ?? '', /\p{Script=Han}/u);
      assert.match(text.en ?? '', /^[^\p{Script=Han}]+$/u);
    }
  });

  it('states the year in every note that has a figure', () => {
    for (const { text } of feed.notes) for (const words of Object.values(text)) assert.match(words, /20(1|2)\d/);
  });

  it('heads with the reported figures', () => {
    assert.deepEqual(
      feed.headlines.map(({ id, value, unit }) => [id, value, unit]),
      [
        ['counties', 80, 'county'],
        ['funding', 2_470_000_000, 'CNY'],
        ['cadres', 138, 'person'],
        ['coverage', 1, 'share'],
        ['provinces', 4, 'province'],
        ['prefectures', 15, 'prefecture'],
      ],
    );
    assert.equal(new Set(feed.regions.map((code) => code.slice(0, 4))).size, 15);
  });
});

describe('the schema', () => {
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true, strict: true }).compile(schema);
  const faultsOf = (change: (feed: Record<string, unknown[]>) => void): string[] => {
    const changed = structuredClone(feed) as unknown as Record<string, unknown[]>;
    change(changed);
    return validate(changed) ? [] : (validate.errors ?? []).map(({ instancePath }) => instancePath);
  };
  const withValue = (fields: object) => (changed: Record<string, unknown[]>) =>
    Object.assign(changed.values?.[0] as object, fields);

  it('accepts the built-in feed', () =>
    assert.deepEqual(
      faultsOf(() => undefined),
      [],
    ));

  it('accepts codes as numbers, plain titles, and cells that say that there is nothing', () => {
    assert.deepEqual(
      faultsOf(withValue({ code: 513201, period: 2018, funding: null, cadres: '—', other: '未公布' })),
      [],
    );
    assert.deepEqual(
      faultsOf((changed) => {
        (changed as unknown as { title: string }).title = '标题';
      }),
      [],
    );
    assert.deepEqual(
      faultsOf((changed) => {
        delete (changed.values?.[0] as { period?: string }).period;
      }),
      [],
    );
  });

  it('points at a cell that is no number', () => {
    assert.ok(faultsOf(withValue({ funding: { amount: 3 } as never })).includes('/values/0/funding'));
    assert.ok(faultsOf(withValue({ status: 'certain' })).includes('/values/0/status'));
  });

  it('refuses a script in a link, an empty text, another version and a misspelt field', () => {
    assert.ok(
      faultsOf((changed) => Object.assign(changed.sources?.[0] as object, { url: 'javascript:alert(1)' })).includes(
        '/sources/0/url',
      ),
    );
    assert.ok(faultsOf((changed) => Object.assign(changed, { title: {} })).includes('/title'));
    assert.ok(faultsOf((changed) => Object.assign(changed, { version: 2 })).includes('/version'));
    assert.ok(faultsOf((changed) => Object.assign(changed.pairs?.[0] as object, { wieght: 1 })).includes('/pairs/0'));
    assert.ok(
      faultsOf((changed) => {
        changed.notes = JSON.parse('[{"__proto__":{},"code":"1","title":"a","text":"b"}]') as unknown[];
      }).includes('/notes/0'),
    );
  });

  it('describes every field', () => {
    type Node = {
      description?: string;
      $ref?: string;
      properties?: Record<string, Node>;
      $defs?: Record<string, Node>;
    };
    const root = schema as Node;
    const described = (node: Node): boolean =>
      Boolean(node.description ?? root.$defs?.[node.$ref?.split('/').at(-1) ?? '']?.description);
    for (const [name, node] of Object.entries({ feed: root, ...root.$defs })) {
      for (const [field, property] of Object.entries(node.properties ?? {}))
        assert.ok(described(property), `${name}.${field}`);
    }
  });
});

describe('shareOut', () => {
  it('gives the whole units left over to the largest remainders, and of equals to the first', () => {
    assert.deepEqual(shareOut(10, [1, 1, 1]), [4, 3, 3]);
    assert.deepEqual(shareOut(7, [0.2, 0.5, 0.3]), [1, 4, 2]);
  });
});
