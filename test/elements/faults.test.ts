import { expect } from '@open-wc/testing';
import { feedWith, goodFeed, type RawFeed } from '../fixtures/feeds.js';
import {
  clearPage,
  fillOf,
  once,
  parts,
  part,
  settled,
  showAtlas,
  textOf,
  tooltipText,
  until,
  hover,
  mapsOf,
} from '../harness.js';
import type { PairAtlas } from '../../src/index.js';
import { paletteAt } from '../../src/state/derive.js';

const here = (name: string): string => new URL(`../fixtures/feeds/${name}`, import.meta.url).href;
const message = (atlas: PairAtlas): string => textOf(parts(atlas, '[part="error"]')[0]);
const show = (feed: object): Promise<PairAtlas> =>
  showAtlas('<pair-atlas></pair-atlas>', (atlas) => (atlas.feed = feed));

/** The address of the built-in boundaries with one county's geometry changed. */
async function geometryWith(change: (county: { arcs: unknown; properties: object }) => void): Promise<string> {
  const json = (await (await fetch(new URL('../../data/counties-2018.json', import.meta.url))).json()) as {
    objects: Record<string, { geometries: { id: string; arcs: unknown; properties: object }[] }>;
    detail?: string;
  };
  delete json.detail;
  change(json.objects.counties!.geometries.find(({ id }) => id === '513222')!);
  return URL.createObjectURL(new Blob([JSON.stringify(json)], { type: 'application/json' }));
}

describe('boundaries with a fault', () => {
  afterEach(clearPage);

  it('in one county draw all others, and say which, where, and what to do', async () => {
    let detail: HTMLElementEventMap['pair-error']['detail'] | undefined;
    const geometry = await geometryWith((county) => (county.arcs = [[123456]]));
    const atlas = await showAtlas(`<pair-atlas geometry="${geometry}"></pair-atlas>`, (created) => {
      created.feed = goodFeed();
      created.addEventListener('pair-error', (event) => (detail = event.detail));
    });
    const [fault, ...others] = detail!.faults;
    expect(others).to.have.length(0);
    expect(detail!.isFatal).to.equal(false);
    expect(fault).to.include({ code: 'broken-geometry', severity: 'row' });
    expect(fault!.message).to.match(/objects\.counties\.geometries\[\d+\]\.arcs\[0\]\[0\]/);
    expect(fault!.message).to.contain('123456').and.to.contain('513222 没有图形');
    expect(fault!.remedy).to.contain('重新导出');
    const drawn = mapsOf(atlas).flatMap((map) => map.view?.map.shapes.map(({ code }) => code) ?? []);
    // Of the 272 counties of the two provinces.
    expect(drawn).to.have.length(271);
    expect(drawn).to.not.include('513222');
    expect(paletteAt(atlas.state.values, 'county').classes).to.include(fillOf(atlas, '513223'));
    expect(textOf(part(atlas, 'pair-ledger')))
      .to.contain('没有图形的地区')
      .and.to.contain('513222')
      .and.to.match(/counties\.geometries\[\d+\]\.arcs\[0\]\[0\]/)
      .and.to.contain('1处需要核对');
    expect(textOf(parts(atlas, 'pair-table')[0])).to.contain('理县');
    atlas.setAttribute('selected', '513222');
    await settled(atlas);
    expect(textOf(part(atlas, 'pair-details'))).to.contain('理县');
    URL.revokeObjectURL(geometry);
  });

  it('that cannot be drawn at all give a message with a remedy', async () => {
    const blob = new Blob([JSON.stringify({ type: 'Topology', arcs: [], transform: 'x', objects: {} })]);
    const geometry = URL.createObjectURL(blob);
    const atlas = await showAtlas(`<pair-atlas geometry="${geometry}"></pair-atlas>`);
    expect(message(atlas)).to.contain('transform').and.to.contain('现为 \"x\"').and.to.contain('重新导出');
    URL.revokeObjectURL(geometry);
  });
});

describe('a feed with a fault', () => {
  afterEach(clearPage);

  const files: [what: string, url: string, words: string][] = [
    ['that is cut off', here('cut-off.json'), '不是有效的 JSON'],
    ['that is a web page', here('page.json'), '不是有效的 JSON'],
    ['that is empty', here('empty.json'), '文件是空的'],
    ['that is not there', here('nowhere.json'), '404'],
  ];
  for (const [what, url, words] of files) {
    it(`${what} gives a message that names it, and a way to try again`, async () => {
      const neighbour = document.createElement('p');
      neighbour.textContent = 'the page goes on';
      document.body.append(neighbour);
      const atlas = await showAtlas(`<pair-atlas src="${url}"></pair-atlas>`);
      expect(message(atlas)).to.contain(words).and.to.contain(url).and.to.contain('重试');
      expect(neighbour.isConnected).to.equal(true);
      neighbour.remove();
    });
  }

  it('shows how far it has come while it loads', async () => {
    const box = document.createElement('div');
    box.dataset.test = '';
    document.body.append(box);
    box.append(Object.assign(document.createElement('pair-atlas'), { src: here('nowhere.json') }));
    const atlas = box.firstElementChild as PairAtlas;
    await atlas.updateComplete;
    expect(parts<HTMLProgressElement>(atlas, 'progress')[0]?.max).to.equal(2);
    expect(textOf(parts(atlas, '[part="progress"]')[0])).to.contain('正在载入');
    await once(atlas, 'pair-error');
    await settled(atlas);
    expect(parts(atlas, 'progress')).to.have.length(0);
  });

  it('is tried again when the reader asks for it', async () => {
    const atlas = await showAtlas(`<pair-atlas src="${here('nowhere.json')}"></pair-atlas>`);
    const error = once(atlas, 'pair-error');
    parts<HTMLButtonElement>(atlas, '[part="error"] button')[0]!.click();
    expect((await error).detail.faults[0]?.code).to.equal('not-found');
    atlas.feed = goodFeed();
    await once(atlas, 'pair-ready');
    await settled(atlas);
    expect(message(atlas)).to.equal('');
    expect(mapsOf(atlas)).to.not.have.length(0);
  });

  const frames: [what: string, feed: unknown, words: string][] = [
    ['a list', [], '应为'],
    [
      'no version',
      feedWith((feed) => {
        delete (feed as Partial<RawFeed>).version;
      }),
      'version',
    ],
    [
      'another version',
      feedWith((feed) => {
        feed.version = 2;
      }),
      '应为版本 1，现为 2',
    ],
    [
      'metrics of the wrong type',
      feedWith((feed) => {
        feed.metrics = 'funding';
      }),
      'metrics',
    ],
    [
      'no metric',
      feedWith((feed) => {
        feed.metrics = [];
      }),
      '没有可用的指标',
    ],
    [
      'no values',
      feedWith((feed) => {
        delete (feed as Partial<RawFeed>).values;
      }),
      'values',
    ],
  ];
  for (const [what, feed, words] of frames) {
    it(`with ${what} is refused, and says where`, async () => {
      const atlas = await show(feed as object);
      expect(message(atlas)).to.contain(words);
    });
  }

  it('with a text for a number names place, expectation and finding, and draws the rest', async () => {
    let detail: HTMLElementEventMap['pair-error']['detail'] | undefined;
    const atlas = await showAtlas('<pair-atlas></pair-atlas>', (created) => {
      created.feed = feedWith((feed) => {
        feed.values[1]!.funding = '约3,000万';
      });
      created.addEventListener('pair-error', (event) => (detail = event.detail));
    });
    expect(detail?.isFatal).to.equal(false);
    expect(detail?.faults[0]?.message).to.equal('values[1].funding：应为以元为单位的数字，现为 "约3,000万"');
    expect(fillOf(atlas, '513221')).to.equal(paletteAt(atlas.state.values, 'county').noData);
    expect(paletteAt(atlas.state.values, 'county').classes).to.include(fillOf(atlas, '513222'));
    expect(textOf(part(atlas, 'pair-ledger')))
      .to.contain('values[1].funding')
      .and.to.contain('1处需要核对');
  });

  const rows: [what: string, change: (feed: RawFeed) => void, words: string][] = [
    [
      'an unknown code',
      (feed) => {
        feed.values[0]!.code = '999999';
      },
      '999999',
    ],
    [
      'a name that several places have',
      (feed) => {
        feed.values[0]!.code = '市中区';
      },
      'values[0]：“市中区”不止一处，请改用代码，或在前面写明所属市州：市中区 511002 四川省 · 内江市；市中区 511102',
    ],
    [
      'a row twice',
      (feed) => {
        feed.values.push({ ...feed.values[0]! });
      },
      'values[4]：513201，与 values[0] 重复',
    ],
    [
      'NaN',
      (feed) => {
        feed.values[0]!.funding = Number.POSITIVE_INFINITY;
      },
      'values[0].funding',
    ],
    [
      'a negative amount',
      (feed) => {
        feed.values[0]!.funding = -5;
      },
      'funding = -5（负数）',
    ],
    [
      'part of a person',
      (feed) => {
        feed.values[0]!.cadres = 1.5;
      },
      'cadres = 1.5（应为整数）',
    ],
    [
      'a pair to nowhere',
      (feed) => {
        feed.pairs[0]!.to = '000000';
      },
      'pairs[0]',
    ],
    [
      'a row of a region that takes no part',
      (feed) => {
        feed.values.push({ code: '510104', funding: 1 });
      },
      'values[4]：510104',
    ],
    [
      'a field that nobody knows',
      (feed) => {
        feed.vlaues = [];
      },
      'vlaues',
    ],
  ];
  for (const [what, change, words] of rows) {
    it(`with ${what} is drawn, and the ledger names the row`, async () => {
      const atlas = await show(feedWith(change));
      expect(message(atlas)).to.equal('');
      expect(textOf(part(atlas, 'pair-ledger')))
        .to.contain(words)
        .and.to.match(/[1-9]\d*处需要核对/);
      expect(paletteAt(atlas.state.values, 'county').classes).to.include(fillOf(atlas, '513223'));
    });
  }

  it('with repaired codes is drawn, and says which and how', async () => {
    const atlas = await show(
      feedWith((feed) => {
        feed.values[0]!.code = 513201;
        feed.values[1]!.code = ' 513221 ';
        feed.values[2]!.code = '513222000000';
        feed.values[3]!.code = '茂县';
      }),
    );
    expect(textOf(part(atlas, 'pair-ledger')))
      .to.contain('数字改为文本')
      .and.to.contain('去除空格')
      .and.to.contain('截取前六位')
      .and.to.contain('茂县 → 513223（由名称查得）')
      .and.to.contain('数据与边界全部吻合');
  });

  it('with numbers that are text is drawn, and says which in the page and in its files, strict or not', async () => {
    const atlas = await showAtlas('<pair-atlas strict></pair-atlas>', (created) => {
      created.feed = feedWith((feed) => {
        for (const row of feed.values) row.funding = String(row.funding);
        feed.values[0]!.cadres = ' 1,200 ';
      });
    });
    expect(message(atlas)).to.equal('');
    expect(paletteAt(atlas.state.values, 'county').classes).to.include(fillOf(atlas, '513223'));
    expect(textOf(part(atlas, 'pair-ledger')))
      .to.contain('values[0].cadres：" 1,200 " → 1200')
      .and.to.contain('数据与边界全部吻合');
    const [csv, svg] = await Promise.all([atlas.exportAs('csv'), atlas.exportAs('svg')]);
    expect(await csv.text()).to.contain('"由文本读出的数字","values[3].funding：""40000000"" → 40000000"');
    expect(await svg.text()).to.contain('由文本读出的数字 5');
  });

  it('shows HTML in names as text', async () => {
    const atlas = await show(
      feedWith((feed) => {
        (feed.metrics as { label: unknown }[])[0]!.label = { 'zh-CN': '<img src=x onerror="window.wasRun=true">' };
        (feed.sources as { name: unknown }[])[0]!.name = { 'zh-CN': '<b>公报</b>' };
      }),
    );
    await hover(atlas, '513221');
    expect(tooltipText(atlas)).to.contain('<img src=x');
    expect(parts(atlas, 'img, b')).to.have.length(0);
    expect((window as { wasRun?: boolean }).wasRun).to.equal(undefined);
  });

  it('draws a zero as a zero, and what is missing as no data', async () => {
    const atlas = await show(
      feedWith((feed) => {
        feed.values[0]!.funding = 0;
        feed.values[1]!.funding = null;
        feed.values[2]!.funding = '—';
      }),
    );
    const palette = paletteAt(atlas.state.values, 'county');
    expect(palette.classes).to.include(fillOf(atlas, '513201'));
    await hover(atlas, '513201');
    expect(tooltipText(atlas)).to.contain('0元');
    expect(fillOf(atlas, '513221')).to.equal(palette.noData);
    expect(fillOf(atlas, '513222')).to.equal(palette.noData);
    await hover(atlas, '513221');
    expect(tooltipText(atlas)).to.contain('无数据');
  });

  it('is an error state under strict, with the ledger in an event', async () => {
    let ledger: HTMLElementEventMap['pair-data']['detail']['ledger'] | undefined;
    const atlas = await showAtlas('<pair-atlas strict></pair-atlas>', (created) => {
      created.feed = feedWith((feed) => {
        feed.values[0]!.code = '999999';
      });
      created.addEventListener('pair-data', (event) => (ledger = event.detail.ledger));
    });
    expect(message(atlas)).to.contain('1 处与边界不符');
    expect(ledger?.unmatched).to.deep.equal([{ path: 'values[0]', code: '999999' }]);
  });

  it('keeps the last good picture when a refresh fails, strict or not', async () => {
    const atlas = await showAtlas('<pair-atlas strict></pair-atlas>', (created) => (created.feed = goodFeed()));
    const before = fillOf(atlas, '513223');
    atlas.feed = { version: 9 };
    await once(atlas, 'pair-error');
    await settled(atlas);
    expect(fillOf(atlas, '513223')).to.equal(before);
    expect(textOf(part(atlas, 'pair-ledger'))).to.contain('更新失败');
  });

  it('says so when a map asks for a region that is not there', async () => {
    const atlas = await showAtlas(
      '<pair-atlas><pair-map region="990000"></pair-map></pair-atlas>',
      (created) => (created.feed = goodFeed()),
    );
    await until(() => textOf(mapsOf(atlas)[0]));
    expect(textOf(mapsOf(atlas)[0]))
      .to.contain('没有代码为 990000 的地区')
      .and.to.contain('region');
  });

  it('draws again when the map is given a region that is there', async () => {
    const atlas = await showAtlas('<pair-atlas renderer="svg"><pair-map region="330000"></pair-map></pair-atlas>');
    const [map] = mapsOf(atlas);
    const seen = (): number[] =>
      ['.fills path', '.labels text'].map((each) => map!.renderRoot.querySelectorAll(each).length);
    const before = seen();
    expect(Math.min(...before)).to.be.above(0);
    map!.region = '990000';
    await settled(atlas);
    expect(seen()).to.deep.equal([0, 0]);
    map!.region = '330000';
    await settled(atlas);
    expect(seen()).to.deep.equal(before);
  });

  it('warns of an attribute that it does not know, and draws with the default', async () => {
    const atlas = await show(goodFeed());
    const error = once(atlas, 'pair-error');
    atlas.setAttribute('method', 'magic');
    const { detail } = await error;
    expect(detail.faults[0]).to.include({ code: 'unknown-attribute-value', path: 'method' });
    expect(atlas.state.values.method).to.equal('quantile');
  });
});
