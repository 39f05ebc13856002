/** The compiled schema: both forms are what the schema gives today, say the same of every feed, and need no help at run time. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { soundCode, validatorCode } from '../../../data/build-validator.js';
import { isSoundFeed } from '../../../src/data/feed-sound.js';
import { validate } from '../../../src/data/feed-validator.js';
import { readTopology } from '../../../src/data/read-topology.js';
import { damaged, someDamage } from '../../fixtures/damage.js';
import { feeds } from '../../fixtures/fuzz/feeds.js';
import { smallTopology } from '../../fixtures/topology.js';
import { readJson } from './built.js';

const source = (file: string): Promise<string> =>
  readFile(new URL(`../../../src/data/${file}`, import.meta.url), 'utf8');

/** Every field of the schema. */
const FULL = {
  version: 1,
  id: 'full',
  title: { 'zh-CN': '全', en: 'Full' },
  updated: '2018-08-31',
  sources: [{ id: 'gov', name: '公报', url: 'https://example.org/', date: '2018-08' }],
  boundaries: { vintage: '2018', source: '某处', approval: '审图号' },
  metrics: [
    {
      ...{ id: 'a', label: '甲', kind: 'change', unit: 'CNY', total: 1e15, of: 'b', givers: 'own', per: 'c', times: 1 },
      ...{ since: 2018, middle: -1, low: 'a-low', high: 'a-high', digits: 0, breaks: [1, 2.5], source: 'gov' },
      ...{ categories: [{ id: 3, label: '三' }], special: [{ id: 'never' }], classLabels: ['低', { en: 'high' }] },
    },
  ],
  bases: ['a', 'county'],
  regions: ['330106', 330108],
  values: [
    { code: 330106, period: ['2017', 2018], status: 'reported', source: 'gov', a: '1,200' },
    { code: '330108', period: '2018', a: null },
  ],
  pairs: [{ from: '330106', to: 513221, period: 2018, weight: 1e15, status: 'confirmed', source: 'gov', note: '注' }],
  notes: [{ code: '330106', title: '题', text: { en: 'text' }, source: 'gov' }],
  names: [{ code: 513221, lang: 'bo', text: 'ལུང་གུ', source: 'gov', more: 1 }],
  headlines: [{ id: 'h', label: '数', value: -1e15, unit: 'CNY', source: 'gov' }],
};

const agree = (feed: unknown): void =>
  assert.equal(isSoundFeed(feed), validate(feed), JSON.stringify(validate.errors ?? feed));

describe('the compiled schema', () => {
  it('is what `npm run build:validator` makes of it', async () => {
    const changed = 'data/feed.schema.json has changed: run `npm run build:validator`';
    assert.equal(await source('feed-validator.js'), validatorCode(), changed);
    assert.equal(await source('feed-sound.ts'), await soundCode(), changed);
  });

  it('needs no eval, no import and no require', async () => {
    assert.doesNotMatch(await source('feed-validator.js'), /\beval\(|new Function|\brequire\(|^import /m);
  });

  it('takes the built-in feed, and names what is wrong with a broken one', () => {
    const feed = readJson('zhejiang-2018.json') as object;
    assert.equal(validate(feed), true);
    assert.equal(isSoundFeed(feed), true);
    const broken = { ...feed, version: 2, metrics: 'x' };
    assert.equal(isSoundFeed(broken), false);
    assert.equal(validate(broken), false);
    assert.deepEqual(
      validate.errors?.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`),
      ['/version const', '/metrics type'],
    );
  });

  it('has one answer in both forms: a feed with every field, and each of its members otherwise or away', () => {
    assert.equal(validate(FULL), true);
    const others: unknown[] = [
      undefined,
      null,
      true,
      '',
      'x',
      '2018',
      'https://x',
      0,
      -1,
      1,
      1.5,
      2e15,
      -2e15,
      NaN,
      Infinity,
    ];
    const more: unknown[] = [[], ['x'], [1], [null], {}, { x: 1 }, { en: 'x' }, { id: 'x' }, { constructor: 1 }, FULL];
    let tried = 0;
    const walk = (node: unknown, put: (node: unknown) => unknown): void => {
      for (const other of [...others, ...more]) {
        agree(put(other));
        tried++;
      }
      if (typeof node !== 'object' || node === null) return;
      const isList = Array.isArray(node);
      for (const [key, value] of Object.entries(node)) {
        walk(value, (each) => put(isList ? Object.assign([...node], { [key]: each }) : { ...node, [key]: each }));
        if (!isList) agree(put(Object.fromEntries(Object.entries(node).filter(([name]) => name !== key))));
      }
      if (!isList) for (const name of ['more', 'toString', '__proto__']) agree(put({ ...node, [name]: 'x' }));
    };
    walk(FULL, (feed) => feed);
    assert(tried > 1_000, `${tried} were tried`);
  });

  it('has one answer in both forms: feeds at random', () => {
    const reading = readTopology(smallTopology());
    assert(reading.kind === 'regions');
    const made = fc.oneof(
      feeds(reading.regions),
      someDamage.map((damages) => damaged(FULL, damages)),
    );
    fc.assert(fc.property(made, agree), { numRuns: 1_000, seed: 2018 });
  });
});
