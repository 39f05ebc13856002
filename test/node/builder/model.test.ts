/** The builder without its page: drafts and their history, what comes out of them, and what is to be looked at before. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checks, classContrast, type Check } from '../../../demo/builder/checks.js';
import {
  START,
  changed,
  draftOf,
  draftText,
  historyOf,
  paused,
  record,
  redone,
  undone,
  type Draft,
  type History,
} from '../../../demo/builder/draft.js';
import { metricOf, periodsOf, provincesOf, unsourcedIn, type RawFeed } from '../../../demo/builder/feed.js';
import { feedAddress, hasFeed, toFeed, toIframe, toPage, toTag } from '../../../demo/builder/output.js';
import { parseFeed } from '../../../src/data/parse-feed.js';
import { nameOf } from '../../../demo/builder/names.js';
import { CHOICES } from '../../../src/standalone/embed/choices.js';
import { embedOf } from '../../../src/standalone/embed/options.js';
import { drafts, patches } from './drafts.js';

const builtIn = JSON.parse(readFileSync('data/zhejiang-2018.json', 'utf8')) as RawFeed;
const own: Draft = { ...START, source: { kind: 'feed', name: '表', text: '{}' } };

describe('what the library has', () => {
  it('is called by a word of the builder or the legend, and by its own name where it is newer than both', () => {
    assert.deepEqual(
      CHOICES.method.map((method) => nameOf('zh-CN', 'method', method)),
      ['分位数分级', '等距分级', '自然间断分级', '指定或整数界值'],
    );
    assert.equal(nameOf('en', 'method', 'quantile'), 'Quantile classes');
    assert.deepEqual(
      CHOICES.scheme.map((scheme) => nameOf('en', 'scheme', scheme)),
      ['teal', 'blue', 'green', 'red', 'purple', 'grey'],
    );
    assert.equal(nameOf('zh-CN', 'scheme', 'orange'), 'orange');
    assert.equal(nameOf('en', 'language', 'zh-Hant'), '繁體中文');
    assert.equal(nameOf('en', 'language', 'page'), 'as the page');
    assert.equal(nameOf('zh-CN', 'language', 'fr'), 'français');
  });
});

describe('a draft', () => {
  it('is the same where a change says what holds already', () => {
    assert.equal(changed(START, {}), START);
    assert.equal(changed(START, { title: '', classes: 5, notes: [] }), START);
  });

  it('forgets what was chosen of another feed, and the period of another metric', () => {
    const chosen: Draft = {
      ...START,
      metric: 'funding',
      per: 'residents',
      period: '2018',
      maps: ['330000'],
      title: '题',
    };
    const next = changed(chosen, { source: own.source });
    assert.deepEqual([next.metric, next.per, next.period, next.maps, next.title], ['', '', '', [], '题']);
    const other = changed(chosen, { metric: 'cadres' });
    assert.deepEqual([other.metric, other.per, other.period], ['cadres', '', '']);
  });

  it('forgets who published another feed and what was said of it, and not where the same one is read otherwise', () => {
    const said: Draft = {
      ...own,
      title: '题',
      notes: [{ place: '汶川县', title: '', text: '说明。' }],
      sourceName: '年鉴',
      sourceUrl: 'https://example.org/',
      sourceDate: '2019',
      approval: 'GS（2024）0650号',
    };
    const bare: Draft = { ...own, title: '题' };
    for (const source of [
      START.source,
      { kind: 'feed', name: '另一张表', text: '{}' },
      { kind: 'feed', name: '表', text: '{"id":"another"}' },
    ] as const)
      assert.deepEqual(changed(said, { source }), { ...bare, source });
    const again = { ...own.source, text: '{"metrics":[]}' };
    assert.deepEqual(changed(said, { source: again }), { ...said, source: again });
    assert.equal(changed(said, { source: START.source, sourceName: '公报' }).sourceName, '公报');
  });

  it('is read again as it was written, and as nothing where anything in it is none', () => {
    fc.assert(fc.property(drafts, (draft) => assert.deepEqual(draftOf(draftText(draft)), draft)));
    for (const key of Object.keys(START))
      assert.equal(draftOf(draftText({ ...START, [key]: { strange: true } } as unknown as Draft)), undefined, key);
    for (const text of [
      '',
      'null',
      '{}',
      '[]',
      '{"version":2,"draft":{}}',
      draftText(START).replace('"version":1', '"version":9'),
    ])
      assert.equal(draftOf(text), undefined, text);
  });
});

describe('a history', () => {
  it('gives back each draft, the last first, and all of them again', () => {
    fc.assert(
      fc.property(fc.array(patches, { maxLength: 30 }), (list) => {
        const seen: Draft[] = [START];
        let history: History = historyOf(START);
        for (const patch of list) {
          history = record(history, patch);
          if (history.present !== seen[seen.length - 1]) seen.push(history.present);
        }
        const last = history;
        for (const draft of [...seen].reverse()) {
          assert.equal(history.present, draft);
          history = undone(history);
        }
        assert.equal(history.present, START);
        for (let i = 0; i < seen.length; i++) history = redone(history);
        assert.deepEqual(history.present, last.present);
      }),
    );
  });

  it('takes what is written in one go as one step, and what is written later as another', () => {
    let history = historyOf(START);
    for (const title of ['浙', '浙江', '浙江省']) history = record(history, { title }, 'title');
    assert.equal(history.past.length, 1);
    history = record(paused(history), { title: '浙江省2018' }, 'title');
    assert.equal(undone(history).present.title, '浙江省');
    assert.equal(undone(undone(history)).present, START);
    assert.equal(undone(undone(undone(history))).present, START);
  });

  it('forgets what was taken back, where something else is done', () => {
    const history = record(undone(record(historyOf(START), { classes: 3 })), { classes: 7 });
    assert.equal(redone(history).present.classes, 7);
  });
});

describe('what comes out', () => {
  it('is the shortest tag where nothing was chosen', () => {
    assert.equal(
      toTag(START),
      '<script type="module" src="pair-atlas/pair-atlas.js"></script>\n<pair-atlas></pair-atlas>',
    );
    assert.equal(hasFeed(START), false);
  });

  it('says what was chosen, and leaves out what holds anyhow', () => {
    const tag = toTag({
      ...own,
      metric: 'funding',
      classes: 7,
      scheme: 'blue',
      permalink: true,
      folder: '/maps/pair-atlas',
    });
    assert.match(tag, /src="\/maps\/pair-atlas\/pair-atlas\.js"/);
    assert.match(
      tag,
      /<pair-atlas src="\/maps\/feed\.json" metric="funding" classes="7" scheme="blue" permalink><\/pair-atlas>/,
    );
  });

  it('finds the feed beside the folder of the library, from the page and from the iframe', () => {
    for (const [folder, feed, fromFrame] of [
      ['pair-atlas/', 'feed.json', '../feed.json'],
      ['lib/pair-atlas', 'lib/feed.json', '../feed.json'],
      ['/maps/pair-atlas/', '/maps/feed.json', '../feed.json'],
      ['../pair-atlas/', '../feed.json', '../feed.json'],
      ['', 'feed.json', 'feed.json'],
      ['../', '../feed.json', 'feed.json'],
      ['./', './feed.json', 'feed.json'],
      ['/', '/feed.json', 'feed.json'],
    ] as const) {
      const draft = { ...own, folder };
      const page = 'https://site.example/a/b/page.html';
      const frame = new URL(/src="([^"]*)"/.exec(toIframe(draft, ''))?.[1] ?? '', page);
      assert.equal(feedAddress(draft), feed);
      assert.equal(frame.searchParams.get('src'), fromFrame);
      assert.equal(new URL(fromFrame, frame).href, new URL(feed, page).href, folder);
    }
  });

  it('is an iframe whose address is understood by its page as it was meant', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const src = /<iframe src="([^"]*)"/.exec(toIframe(draft, '题'))?.[1]?.replace(/&amp;/g, '&') ?? '';
        const address = new URL(src, 'https://site.example/page.html');
        const { attributes, maps, faults, language } = embedOf(address.search, {
          address: address.href,
          origins: [],
          languages: ['zh-CN', 'zh-Hant', 'en'],
          choices: CHOICES,
        });
        assert.deepEqual(faults, []);
        assert.deepEqual(maps, draft.layout === 'maps' ? draft.maps : []);
        assert.equal(attributes.classes ?? '5', String(draft.classes));
        assert.equal(attributes.scheme ?? 'teal', draft.scheme);
        assert.equal(attributes.metric ?? '', draft.metric);
        assert.equal('permalink' in attributes, draft.permalink);
        assert.equal(language ?? '', draft.language);
      }),
    );
  });

  it('keeps a title text, whatever is in it', () => {
    const title = '"><script>alert(1)</script>&amp;';
    for (const text of [toIframe(START, title), toPage({ ...START, layout: 'wall' }, title, 'zh-CN')]) {
      assert(!text.includes('<script>alert'), text);
      assert(text.includes('&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;'), text);
    }
  });
});

describe('the feed that comes out', () => {
  it('is the one that came in, where nothing is said of it', () => {
    assert.equal(
      toFeed({ ...START, metric: 'funding', notes: [{ place: '', title: '', text: '' }] }, builtIn, 'zh-CN'),
      builtIn,
    );
  });

  it('is a feed with what is said of it', () => {
    const bare: RawFeed = {
      ...builtIn,
      metrics: builtIn.metrics?.map((metric) => ({ ...metric, source: undefined })),
      values: builtIn.values?.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'source'))),
    };
    const draft: Draft = {
      ...START,
      title: '四省80县',
      notes: [{ place: '汶川县', title: '', text: '一条说明。' }],
      sourceName: '年鉴',
      sourceUrl: 'https://example.org/',
      sourceDate: '2019',
      approval: 'GS（2024）0650号',
    };
    const reading = parseFeed(toFeed(draft, bare, 'zh-CN'));
    assert.equal(reading.kind, 'feed');
    assert.deepEqual(reading.faults, []);
    if (reading.kind !== 'feed') return;
    const { feed } = reading;
    assert.deepEqual(feed.title, { 'zh-CN': '四省80县' });
    assert.equal(feed.boundaries.approval, 'GS（2024）0650号');
    const source = feed.sources[feed.sources.length - 1];
    assert.deepEqual(source?.name, { 'zh-CN': '年鉴' });
    assert(feed.values.every((row) => row.source === source?.id));
    assert.deepEqual(feed.notes[feed.notes.length - 1]?.text, { 'zh-CN': '一条说明。' });
  });

  it('leaves out an address that is none, and keeps sources that are there', () => {
    const made = toFeed({ ...START, sourceName: '年鉴', sourceUrl: 'javascript:alert(1)' }, builtIn, 'zh-CN');
    const { sources = [], values = [] } = made;
    assert.deepEqual(Object.keys(sources[sources.length - 1] ?? {}), ['id', 'name']);
    assert.deepEqual(values, builtIn.values);
  });
});

describe("the author's source", () => {
  const feed: RawFeed = {
    sources: [{ id: 'census', name: '普查' }],
    metrics: [
      { id: 'people', label: '人口', kind: 'count', unit: '人', source: 'census' },
      { id: 'funds', label: '资金', kind: 'amount', unit: '万元' },
    ],
    values: [
      { code: '1', people: 1 },
      { code: '2', funds: 1 },
      { code: '3', people: 1, funds: 1 },
      { code: '4', funds: 1, source: 'census' },
      { code: '5', people: null, funds: 1 },
      { code: '6' },
    ],
  };

  it('is said of rows whose numbers have none, and of no row that has a number of another publisher', () => {
    const { values = [], notes = [] } = toFeed(
      { ...START, sourceName: '年鉴', notes: [{ place: '1', title: '', text: '说明。' }] },
      feed,
      'zh-CN',
    );
    assert.deepEqual(
      values.map(({ source }) => source),
      [undefined, 'author', undefined, 'census', 'author', undefined],
    );
    assert.equal(notes[0]?.source, 'author');
  });

  it('is missed as long as a number has none, and only then', () => {
    const labels = (rows: RawFeed['values']): unknown[] =>
      unsourcedIn(toFeed({ ...START, sourceName: '年鉴' }, { ...feed, values: rows }, 'zh-CN')).map(({ id }) => id);
    assert.deepEqual(labels(feed.values), ['funds']);
    assert.deepEqual(labels(feed.values?.filter(({ code }) => code !== '3')), []);
  });
});

describe('what the builder reads of a feed', () => {
  it('are its metrics, their periods, and the provinces of those who help before the others', () => {
    assert.equal(metricOf(builtIn, '')?.id, builtIn.metrics?.[0]?.id);
    assert.deepEqual(periodsOf(builtIn, metricOf(builtIn, 'exit')), ['2016', '2017', '2018', '2019', '2020']);
    assert.deepEqual(provincesOf(builtIn), ['330000', '220000', '420000', '510000', '520000']);
    assert.deepEqual(provincesOf({}), []);
    assert.deepEqual(periodsOf({}, undefined), []);
  });
});

describe('checks', () => {
  const ledger = {
    drawn: ['1'],
    unmatched: [],
    duplicates: [],
    outOfRange: [],
    notTakingPart: [],
    faulty: [],
    undrawn: [],
  };
  const openIn = (list: readonly Check[]): string[] => [
    ...new Set(list.filter(({ isGood }) => !isGood).map(({ code }) => code)),
  ];
  const look = (draft: Draft, feed: RawFeed, more: object = {}): Check[] =>
    checks(draft, feed, { ...ledger, ...more } as never, 'zh-CN');

  it('name what is illustrative and how much of it, and the missing review number, of the built-in case', () => {
    const list = look(START, builtIn);
    assert.deepEqual(openIn(list), ['unsure', 'approval']);
    const funding = list.find(({ args }) => args.metric === '帮扶资金');
    assert.deepEqual([funding?.args.count, funding?.status], [80, 'illustrative']);
  });

  it('are silent of a feed that has all, and name each thing that is missing', () => {
    const feed: RawFeed = {
      title: '题',
      sources: [{ id: 's', name: '年鉴' }],
      boundaries: { approval: 'GS（2024）1号' },
      metrics: [{ id: 'm', label: '人口', kind: 'count', unit: '人' }],
      regions: ['513221'],
      values: [{ code: '513221', m: 1, source: 's' }],
    };
    assert.deepEqual(openIn(look(own, feed)), []);
    for (const [code, draft, changedFeed, more] of [
      ['title', own, { ...feed, title: '' }, {}],
      ['approval', own, { ...feed, boundaries: {} }, {}],
      ['source', own, { ...feed, values: [{ code: '513221', m: 1 }] }, {}],
      ['unit', own, { ...feed, metrics: [{ id: 'm', label: '人口', kind: 'count' }] }, {}],
      ['unsure', own, { ...feed, values: [{ code: '513221', m: 1, source: 's', status: 'estimated' }] }, {}],
      ['rows', own, feed, { unmatched: [{ path: 'values[0]', code: 'x' }] }],
      ['address', { ...own, sourceName: '年鉴', sourceUrl: 'www.example.org' }, feed, {}],
      ['date', { ...own, sourceName: '年鉴', sourceDate: '去年' }, feed, {}],
      ['source-name', { ...own, sourceDate: '2018' }, feed, {}],
      ['half-note', { ...own, notes: [{ place: '汶川县', title: '', text: ' ' }] }, feed, {}],
      ['class-contrast', { ...own, classes: 9 }, feed, {}],
      ['maps', { ...own, layout: 'maps' }, feed, {}],
    ] as const)
      assert.deepEqual(openIn(look(draft, changedFeed, more)), [code]);
    assert.deepEqual(openIn(checks(own, feed, undefined, 'zh-CN', 2)), ['note']);
  });

  it('have the figures of WCAG', () => {
    for (const theme of ['light', 'dark', 'contrast'] as const) {
      assert(classContrast({ scheme: 'teal', classes: 6 }, theme) >= 1.3, theme);
      assert(classContrast({ scheme: 'teal', classes: 8 }, theme) < 1.3, theme);
    }
  });
});
