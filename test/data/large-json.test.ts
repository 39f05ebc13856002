import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { buildDataset } from '../../src/data/build-dataset.js';
import { parseFeed } from '../../src/data/parse-feed.js';
import { largeFeedInSteps } from '../../src/data/large-feed.js';
import { JsonError, jsonInPieces } from '../../src/data/large-json.js';
import { runThrough } from '../../src/data/slices.js';
import { feedWith, goodFeed } from '../fixtures/feeds.js';
import { realRegions } from '../fixtures/world.js';

/** What a reading gives: the value as text, with its order, or that there is none. */
function outcome(read: () => unknown): string {
  try {
    return JSON.stringify(read());
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return 'no JSON';
  }
}
function same(text: string, pieceLength: number): void {
  expect(
    outcome(() => runThrough(jsonInPieces(text, pieceLength))),
    `${text} in ${pieceLength}`,
  ).to.equal(outcome(() => JSON.parse(text) as unknown));
}

describe('JSON in pieces', () => {
  it('is what it is in one go, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.nat(40), fc.nat(3), (value, length, space) =>
        same(JSON.stringify(value, null, space), length),
      ),
      { numRuns: 1_000 },
    );
  });

  it('is refused where a character is lost, added or another, and only where it is no JSON any more', () => {
    const text = JSON.stringify(goodFeed());
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.nat(2),
        fc.constantFrom('', '"', '\\', ',', '[', ']', '{', '}', ':', ' ', '1', '\n'),
        fc.nat(300),
        (at, lost, added, length) => same(text.slice(0, at) + added + text.slice(at + lost), length),
      ),
      { numRuns: 3_000 },
    );
  });

  for (const text of [
    ...['', '  ', '{}', '[]', '[1,2]', '7', 'null', '{"a":[]}', '{"a":[1,]}', '{"a":[,1]}', '{"a":[1}', '{"a":1,}'],
    ...['{"a":[1],"a":[2]}', '{"__proto__":[1]}', '{"2":1,"1":{"b":[1,2,3]}}', '{"a":["\\\\"]} ', '{"a":["\\\\\\""]}x'],
    ...[
      '[[1][2]]',
      '[{"a":1}]]',
      '[[1,2,3]',
      '{"a":{"b":[1,2,3]}',
      '{"a" [1,2,3]}',
      '{a:[1,2,3]}',
      '{"a":[1,2,3]"b":1}',
    ],
    ...[
      '[1,2,3],',
      '[[[[[[[[[[[[1,[2,3]]]]]]]]]]]]]',
      '\u00a0[1]',
      '["a","b]',
      '{"a":"b}',
      '[1 ,\n2 , [ 3,4 ] , {} ]\n',
    ],
    ...['[\n]', '{ }', '{"a":[          ]}', '[1,          ]', '[          ,1]', '[1,          ,2]'],
  ])
    it(`reads ${text || 'nothing'} as ever`, () => [0, 1, 5, 9].forEach((length) => same(text, length)));

  it('says where it is none', () => {
    const list = `[${'1,'.repeat(500)}x,${'1,'.repeat(500)}1]`;
    expect(() => runThrough(jsonInPieces(list, 100))).to.throw(JsonError, /position (9\d\d|1\d\d\d)$/);
    expect(() => runThrough(jsonInPieces('{"a":[1,2', 2))).to.throw(JsonError, 'end of JSON');
  });

  it('rests after each piece', () => {
    const text = JSON.stringify({ a: { b: Array.from({ length: 1_000 }, (_, i) => ({ i })) } });
    let rests = 0;
    for (const steps = jsonInPieces(text, 500); !steps.next().done;) rests++;
    expect(rests).to.be.within(text.length / 1_000, text.length / 100);
  });
});

describe('a long feed', () => {
  it('is the same as a short one, row by row, and its faults stand where they are', async () => {
    const values = Array.from({ length: 5_001 }, (_, i) => ({
      code: goodFeed().values[i % 4]!.code,
      period: String(1000 + Math.floor(i / 4)),
      funding: i,
    }));
    const feed = feedWith((raw) => {
      raw.values = values;
      (raw.values as unknown[])[4_321] = 7;
      raw.values[2_000] = { ...values[0], status: 'guessed' };
      (raw.sources as { date: unknown }[])[0]!.date = 5;
      raw.pairs = Array.from({ length: 2_001 }, () => ({ from: '330106', to: '513201', weight: '2' }));
    });
    const reading = runThrough(largeFeedInSteps(feed));
    if (reading.kind !== 'feed') throw new Error('unusable');
    const atOnce = parseFeed(feed);
    expect({ ...reading, faults: [] }).to.deep.equal({ ...atOnce, faults: [] });
    expect(reading.faults).to.have.deep.members([...atOnce.faults]);
    expect(reading.faults.map(({ path, code }) => `${path} ${code}`)).to.have.members([
      'sources[0].date wrong-type',
      'values[2000].status not-allowed',
      'values[4321] wrong-type',
    ]);
    expect(reading.feed.values.map(({ path }) => path)).to.deep.equal(
      values.map((_, i) => `values[${i}]`).filter((path) => !/\[(2000|4321)\]/.test(path)),
    );
    const dataset = buildDataset(reading.feed, reading.codes, await realRegions(), reading.faults);
    expect(dataset.datum('513201', 'cadres', '2250')).to.include({ kind: 'no-data' });
  });

  it('of more rows than a page can hold is refused, with the number, the limit and what to do', () => {
    const { kind, faults } = runThrough(largeFeedInSteps({ ...goodFeed(), values: new Array(1_000_001).fill(null) }));
    expect(kind).to.equal('unusable');
    expect(faults).to.have.length(1);
    expect(faults[0]).to.deep.include({ code: 'too-many-rows', severity: 'fatal' });
    expect(faults[0]!.args.limit).to.equal('1,000,000');
  });
});
