import { expect } from '@open-wc/testing';
import { parseFeed } from '../../src/data/parse-feed.js';
import type { FeedReading } from '../../src/data/feed.js';
import { placeOf, quote } from '../../src/data/faults.js';
import type { Feed } from '../../src/data/types.js';
import { feedWith, goodFeed, type RawFeed } from '../fixtures/feeds.js';

const faultsOf = (reading: FeedReading): string[] =>
  reading.faults.map(({ code, path, severity }) => `${path} ${code} ${severity}`);
const feedOf = (json: unknown): Feed => {
  const reading = parseFeed(json);
  if (reading.kind !== 'feed') throw new Error(JSON.stringify(reading.faults));
  return reading.feed;
};

describe('a feed', () => {
  it('is read without a fault when it has none', () => {
    const reading = parseFeed(goodFeed());
    expect(faultsOf(reading)).to.deep.equal([]);
    expect(feedOf(goodFeed())).to.deep.include({
      id: 'test',
      periods: ['2018'],
      regions: ['513201', '513221', '513222', '513223'],
    });
    expect(feedOf(goodFeed()).values[1]).to.deep.include({ code: '513221', path: 'values[1]', status: 'reported' });
  });

  const cells: [cell: unknown, number: number | null, isFault: boolean][] = [
    [30, 30, false],
    [0, 0, false],
    [-0, 0, false],
    [null, null, false],
    ['', null, false],
    ['—', null, false],
    [' - ', null, false],
    [Number.NaN, null, false],
    ['NaN', null, false],
    ['suppressed', null, false],
    ['未公布', null, false],
    ['3,000万', 30_000_000, false],
    ['30', 30, false],
    ['约30', null, true],
    [true, null, true],
    [Number.POSITIVE_INFINITY, null, true],
    [{}, null, true],
    [[1], null, true],
  ];
  for (const [cell, number, isFault] of cells) {
    it(`reads the cell ${quote(cell)} as ${number}${isFault ? ', and names it' : ''}`, () => {
      const reading = parseFeed(
        feedWith((feed) => {
          feed.values[2]!.funding = cell;
        }),
      );
      if (reading.kind !== 'feed') throw new Error('unusable');
      const read = reading.feed.values[2]!.numbers.get('funding');
      expect(read === null ? null : read! + 0).to.equal(number);
      expect(faultsOf(reading)).to.deep.equal(isFault ? ['values[2].funding wrong-type row'] : []);
    });
  }

  it('says what a cell should have been', () => {
    const { faults } = parseFeed(
      feedWith((feed) => {
        feed.values[1]!.funding = '约3,000万';
        feed.values[2]!.cadres = 'two';
      }),
    );
    expect(faults.map(({ args }) => args)).to.deep.equal([
      { expected: 'yuan', got: '"约3,000万"' },
      { expected: 'number', got: '"two"' },
    ]);
  });

  it('reads a weight, a total and a headline that are text, and lists them; a weight of 0 stays a fault', () => {
    const reading = parseFeed(
      feedWith((feed) => {
        (feed.metrics as { total?: unknown }[])[0]!.total = '2,470,000,000';
        feed.pairs[0]!.weight = '2';
        feed.pairs[1]!.weight = '0';
        feed.headlines = [{ id: 'h', label: '数', value: ' 80' }];
      }),
    );
    if (reading.kind !== 'feed') throw new Error('unusable');
    const { metrics, pairs, headlines, readNumbers } = reading.feed;
    expect([metrics[0]!.total, pairs[0]!.weight, headlines[0]!.value]).to.deep.equal([2_470_000_000, 2, 80]);
    expect(readNumbers.map(({ path }) => path)).to.have.members([
      'metrics[0].total',
      'pairs[0].weight',
      'headlines[0].value',
    ]);
    expect(faultsOf(reading)).to.deep.equal(['pairs[1].weight wrong-type row']);
  });

  it('names a total, a weight and a headline that are too large, and keeps the metric', () => {
    const reading = parseFeed(
      feedWith((feed) => {
        (feed.metrics as { total?: unknown }[])[0]!.total = 1e300;
        (feed.metrics as { total?: unknown }[])[1]!.total = 'many';
        feed.pairs[0]!.weight = 1e300;
        feed.headlines = [{ id: 'h', label: '数', value: -1e300 }];
      }),
    );
    expect(faultsOf(reading)).to.have.members([
      'metrics[0].total wrong-type warning',
      'metrics[1].total wrong-type warning',
      'pairs[0].weight wrong-type row',
      'headlines[0].value wrong-type row',
    ]);
    expect(reading.kind === 'feed' && reading.feed.metrics.map(({ total }) => total)).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('has no value where a row lacks the column', () => {
    expect(
      feedOf(
        feedWith((feed) => {
          delete feed.values[0]!.funding;
        }),
      ).values[0]!.numbers.has('funding'),
    ).to.equal(false);
  });

  const fatal: [what: string, json: unknown, fault: string][] = [
    ['null', null, ' wrong-type fatal'],
    ['a list', [], ' wrong-type fatal'],
    ['a text', 'feed', ' wrong-type fatal'],
    [
      'no version',
      feedWith((feed) => {
        delete (feed as Partial<RawFeed>).version;
      }),
      'version missing-field fatal',
    ],
    [
      'version 2',
      feedWith((feed) => {
        feed.version = 2;
      }),
      'version wrong-version fatal',
    ],
    [
      'metrics as a text',
      feedWith((feed) => {
        feed.metrics = 'x';
      }),
      'metrics wrong-type fatal',
    ],
    [
      'values as an object',
      feedWith((feed) => {
        feed.values = {} as never;
      }),
      'values wrong-type fatal',
    ],
    [
      'no regions',
      feedWith((feed) => {
        delete feed.regions;
      }),
      'regions missing-field fatal',
    ],
    [
      'an empty list of metrics',
      feedWith((feed) => {
        feed.metrics = [];
      }),
      'metrics no-metrics fatal',
    ],
    [
      'coverage of what is not there',
      feedWith((feed) => {
        (feed.metrics as { of?: string }[])[2]!.of = 'ghosts';
      }),
      'metrics[2].of unknown-metric fatal',
    ],
    [
      'coverage of coverage',
      feedWith((feed) => {
        (feed.metrics as { of?: string }[])[2]!.of = 'coverage';
      }),
      'metrics[2].of unknown-metric fatal',
    ],
  ];
  for (const [what, json, fault] of fatal) {
    it(`with ${what} cannot be used`, () => {
      const reading = parseFeed(json);
      expect(reading.kind).to.equal('unusable');
      expect(faultsOf(reading)).to.include(fault);
    });
  }

  const rows: [
    what: string,
    change: (feed: RawFeed) => void,
    fault: string,
    left: (feed: Feed) => number,
    count: number,
  ][] = [
    [
      'a value without a code',
      (feed) => {
        delete feed.values[1]!.code;
      },
      'values[1].code missing-field row',
      (feed) => feed.values.length,
      3,
    ],
    [
      'a value with another status',
      (feed) => {
        feed.values[1]!.status = 'guessed';
      },
      'values[1].status not-allowed row',
      (feed) => feed.values.length,
      3,
    ],
    [
      'a value that is no object',
      (feed) => {
        feed.values[1] = 7 as never;
      },
      'values[1] wrong-type row',
      (feed) => feed.values.length,
      3,
    ],
    [
      'a pair of weight 0',
      (feed) => {
        feed.pairs[0]!.weight = 0;
      },
      'pairs[0].weight wrong-type row',
      (feed) => feed.pairs.length,
      2,
    ],
    [
      'a source with a script as address',
      (feed) => {
        (feed.sources as { url: string }[])[0]!.url = 'javascript:alert(1)';
      },
      'sources[0].url wrong-type row',
      (feed) => feed.sources.length,
      0,
    ],
  ];
  for (const [what, change, fault, left, count] of rows) {
    it(`goes on without ${what}, and names it`, () => {
      const reading = parseFeed(feedWith(change));
      expect(faultsOf(reading)).to.deep.equal([fault]);
      expect(reading.kind === 'feed' && left(reading.feed)).to.equal(count);
    });
  }

  it('names fields that nobody knows, and uses the rest', () => {
    const reading = parseFeed(
      feedWith((feed) => {
        feed.vlaues = [];
        feed.values[0]!.fundng = 5;
      }),
    );
    expect(faultsOf(reading)).to.have.members([
      'vlaues unknown-field warning',
      'values[0].fundng unknown-field warning',
    ]);
    expect(reading.kind === 'feed' && reading.feed.values).to.have.length(4);
  });

  it('lets a column of names pass', () => {
    expect(
      faultsOf(
        parseFeed(
          feedWith((feed) => {
            for (const row of feed.values) row.name = '某县';
          }),
        ),
      ),
    ).to.deep.equal([]);
  });

  it('keeps markup in names as the text that it is', () => {
    const nasty = '<img src=x onerror=alert(1)>';
    const feed = feedOf(
      feedWith((raw) => {
        raw.title = nasty;
        raw.notes = [{ code: '513221', title: { en: nasty }, text: nasty }];
      }),
    );
    expect([feed.title['zh-CN'], feed.notes[0]!.title.en, feed.notes[0]!.text['zh-CN']]).to.deep.equal([
      nasty,
      nasty,
      nasty,
    ]);
  });

  it('names a fault of a metric by the place that it has in the file', () => {
    const { faults } = parseFeed(
      feedWith((feed) => {
        (feed.metrics as object[]).unshift({ id: 'ghosts', label: 'x', kind: 'guess' });
        (feed.metrics as { of?: string }[])[3]!.of = 'ghosts';
      }),
    );
    // BUG: counted over the metrics that were kept, it comes out as metrics[2].of.
    expect(faults.map(({ path }) => path)).to.deep.equal(['metrics[0].kind', 'metrics[3].of']);
  });

  // BUG: `updated` outside the frame is only warned of, and goes on as it came: a number typed as text, or a period "31.8".
  const days: [what: string, updated: unknown][] = [
    ['a number', 5],
    ['a day of another form', '31.8.2018'],
  ];
  for (const [what, updated] of days) {
    it(`goes on without an update that is ${what}, and without a period made of it`, () => {
      const feed = feedOf(
        feedWith((raw) => {
          raw.updated = updated;
          for (const row of raw.values) delete row.period;
        }),
      );
      expect([feed.updated, feed.periods]).to.deep.equal([undefined, ['all']]);
    });
  }

  it('is not fooled by keys of the prototype', () => {
    const json = JSON.parse(
      JSON.stringify(goodFeed()).replace('"funding":10000000', '"__proto__":{"funding":1},"constructor":3'),
    ) as object;
    const reading = parseFeed(json);
    expect(reading.kind === 'feed' && reading.feed.values[0]!.numbers.has('funding')).to.equal(false);
    expect(({} as { funding?: number }).funding).to.equal(undefined);
  });

  it('takes text in one language, a single period, and missing lists', () => {
    const feed = feedOf(
      feedWith((raw) => {
        raw.title = '标题';
        raw.boundaries = { approval: '  ', source: '某局' };
        for (const row of raw.values) {
          delete row.period;
          delete row.status;
        }
        delete (raw as Partial<RawFeed>).pairs;
        delete raw.notes;
        delete raw.headlines;
        delete raw.sources;
        (raw.metrics as { label: unknown }[])[0]!.label = '资金';
      }),
    );
    expect(feed.title).to.deep.equal({ 'zh-CN': '标题' });
    expect(feed.periods).to.deep.equal(['2018']);
    expect(feed.values[0]!.status).to.equal('reported');
    expect(feed.boundaries).to.deep.equal({ vintage: undefined, approval: undefined, source: { 'zh-CN': '某局' } });
    expect([feed.pairs, feed.notes, feed.headlines, feed.sources]).to.deep.equal([[], [], [], []]);
    expect(feed.metrics[0]!.label).to.deep.equal({ 'zh-CN': '资金' });
  });

  it('keeps notes, headlines and pair notes', () => {
    const feed = feedOf(
      feedWith((raw) => {
        raw.notes = [{ code: 513221, title: { en: 'T' }, text: '文', source: 'gov' }];
        raw.headlines = [{ id: 'h', label: '数', value: 80, unit: 'county', source: 'gov' }];
        raw.pairs[0]!.note = { en: 'only the city is known' };
        delete raw.updated;
        delete raw.values[0]!.period;
      }),
    );
    expect(feed.notes[0]).to.deep.include({ code: '513221', text: { 'zh-CN': '文' }, path: 'notes[0]' });
    expect(feed.headlines[0]).to.deep.include({ value: 80, unit: 'county' });
    expect(feed.pairs[0]!.note).to.deep.equal({ en: 'only the city is known' });
    expect(feed.periods).to.deep.equal(['2018', 'all']);
  });
});

describe('words for faults', () => {
  it('turn a pointer into a place', () => {
    expect(placeOf('/values/12/funding')).to.equal('values[12].funding');
    expect(placeOf('/a~1b/c~0d')).to.equal('a/b.c~d');
    expect(placeOf('')).to.equal('');
  });

  it('quote any value, shortly', () => {
    const loop: { self?: unknown } = {};
    loop.self = loop;
    expect([
      quote(undefined),
      quote(5),
      quote(Number.NaN),
      quote('x'),
      quote(null),
      quote(loop),
      quote(() => 0),
    ]).to.deep.equal(['undefined', '5', 'NaN', '"x"', 'null', '[object Object]', '() => 0']);
    expect(quote('x'.repeat(200))).to.have.length(58);
  });
});
