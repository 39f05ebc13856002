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
  period: string;
  funding: number;
  cadres: number;
  status: string;
  source: string;
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
  metrics: { id: string; label: Words; total?: number; source?: string }[];
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

describe('the built-in feed', () => {
  it('adds up to the reported totals exactly', () => {
    assert.equal(sum(feed.values.map(({ funding }) => funding)), 2_470_000_000);
    assert.equal(sum(feed.values.map(({ cadres }) => cadres)), 138);
  });

  it('has one illustrative row for each of the 80 counties, under the rule', () => {
    assert.equal(feed.regions.length, 80);
    assert.deepEqual(
      feed.values.map(({ code }) => code),
      feed.regions,
    );
    for (const { status, source, funding, cadres } of feed.values) {
      assert.equal(status, 'illustrative');
      assert.equal(source, 'rule');
      assert.equal(funding % 10_000, 0);
      assert.ok(funding >= 15_437_500 && cadres >= 1);
    }
  });

  it('gives more to a larger county, and the same order for both figures', () => {
    const rows = [...feed.values].sort((a, b) => a.funding - b.funding);
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
    const taking = new Set(feed.regions);
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
    assert.deepEqual(new Set(named), ids);
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
