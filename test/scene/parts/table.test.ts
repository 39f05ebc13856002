import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Dataset } from '../../../src/data/dataset.js';
import { periodNear } from '../../../src/data/periods.js';
import { csvOf } from '../../../src/scene/parts/csv.js';
import { classScale, fillOf, type ClassScale } from '../../../src/scene/classes/scale.js';
import { isInvolved, sortRows, tableRows, type SortKey } from '../../../src/scene/parts/table.js';
import { builtInDataset, datasetOf, realRegions } from '../../fixtures/world.js';
import { goodFeed } from '../../fixtures/feeds.js';
import { inLanguage } from '../../../src/scene/words/index.js';
import '../../../src/scene/words/all.js';

const scaleOf = (dataset: Dataset, metric = 'funding', level: 'county' | 'prefecture' = 'county'): ClassScale =>
  classScale(dataset, dataset.metric(metric)!, '2018', level, { method: 'quantile', classes: 5 });

/** RFC 4180, as a reader of such files has it. */
function parseCsv(file: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '',
    isQuoted = false;
  for (let i = 0; i < file.length; i++) {
    const character = file[i]!;
    if (isQuoted) {
      if (character === '"' && file[i + 1] === '"') {
        cell += '"';
        i++;
      } else if (character === '"') isQuoted = false;
      else cell += character;
    } else if (character === '"') isQuoted = true;
    else if (character === ',' || character === '\r') {
      rows[rows.length - 1]!.push(cell);
      cell = '';
      if (character === '\r') {
        rows.push([]);
        i++;
      }
    } else cell += character;
  }
  return rows.slice(0, -1);
}

describe('the rows of a table', () => {
  let dataset: Dataset;
  before(async () => {
    dataset = await builtInDataset();
  });

  it('are all regions of a level, with the class that the map paints', () => {
    const scale = scaleOf(dataset);
    const rows = tableRows(dataset, scale, 'zh-CN');
    expect(rows).to.have.length(523);
    expect(rows.filter(isInvolved)).to.have.length(149);
    for (const { code, fill } of rows)
      expect(fill, code).to.deep.equal(fillOf(dataset.datum(code, 'funding', '2018'), scale));
    expect(tableRows(dataset, scaleOf(dataset, 'funding', 'prefecture'), 'zh-CN')).to.have.length(
      dataset.regions.prefectures.length,
    );
  });

  it('say what was not published, in every row that has a value', () => {
    for (const row of tableRows(dataset, scaleOf(dataset), 'zh-CN')) {
      if (row.value !== undefined) expect(row.status, row.name).to.include('示意');
      else expect(row.text, row.name).to.be.oneOf(['未参与', '只知由市承担', '无数据']);
    }
  });

  it('sort either way by each column, and what has no value comes last', () => {
    const rows = tableRows(dataset, scaleOf(dataset), 'zh-CN');
    for (const key of ['name', 'place', 'value', 'status', 'partners'] as const satisfies readonly SortKey[]) {
      for (const isDescending of [false, true]) {
        const sorted = sortRows(rows, key, isDescending);
        expect(new Set(sorted).size).to.equal(rows.length);
        if (key !== 'value') continue;
        const values = sorted.map(({ value }) => value);
        const first = values.findIndex((value) => value === undefined);
        expect(values.slice(first).every((value) => value === undefined)).to.equal(true);
        const known = values.slice(0, first) as number[];
        expect(
          known.every((value, i) => i === 0 || (isDescending ? value <= known[i - 1]! : value >= known[i - 1]!)),
        ).to.equal(true);
      }
    }
  });

  it('sort by pinyin, which puts 长 under zhǎng or cháng as the place is called', () => {
    const names = sortRows(tableRows(dataset, scaleOf(dataset), 'zh-CN'), 'name', false).map(
      ({ sortName }) => sortName,
    );
    expect(names).to.deep.equal([...names].sort());
    expect(names[0]).to.match(/^a/);
  });

  describe('as CSV', () => {
    it('has a byte order mark, all regions, and all that a number needs', () => {
      const file = csvOf(dataset, scaleOf(dataset), { language: 'zh-CN', isReclassed: false });
      expect(file.charCodeAt(0)).to.equal(0xfeff);
      const rows = parseCsv(file.slice(1));
      const start = rows.findIndex(([first]) => first === '代码');
      const [columns, body] = [rows[start]!, rows.slice(start + 1)];
      expect(body).to.have.length(523);
      expect(body.every((row) => row.length === columns.length)).to.equal(true);
      const wenchuan = body.find(([code]) => code === '513221')!;
      expect(wenchuan[1]).to.equal('汶川县');
      expect(Number(wenchuan[columns.indexOf('帮扶资金（元）')])).to.equal(
        (dataset.datum('513221', 'funding', '2018') as { value: number }).value,
      );
      expect(wenchuan[columns.indexOf('数字性质')]).to.equal('示意');
      expect(wenchuan[columns.indexOf('结对地区')]).to.equal('义乌市');
      const head = rows.slice(0, start).flat().join('\n');
      for (const said of ['2018', '示意值，非公布数字', '第1级', '边界为示意，未送审', 'https://', '参与80个'])
        expect(head).to.include(said);
      expect(head).not.to.include('分级已由读者更改');
      expect(csvOf(dataset, scaleOf(dataset), { language: 'zh-CN', isReclassed: true })).to.include('分级已由读者更改');
      const outside = body.find(([code]) => code === '510104')!;
      expect([outside[4], outside[5]]).to.deep.equal(['未参与', '']);
    });

    it('says of each figure whether it was published, whichever metric is shown', () => {
      const { metrics } = dataset.feed;
      for (const shown of metrics) {
        const rows = parseCsv(
          csvOf(dataset, scaleOf(dataset, shown.id), { language: 'zh-CN', isReclassed: false }).slice(1),
        );
        const start = rows.findIndex(([first]) => first === '代码');
        const columns = rows[start]!;
        let illustrative = 0;
        for (const row of rows.slice(start + 1)) {
          for (const metric of metrics) {
            const period = metric === shown ? '2018' : periodNear(dataset, metric.id, '2018');
            const datum = dataset.datum(row[0]!, metric.id, period);
            const name = inLanguage(metric.label, 'zh-CN');
            const label = period === '2018' ? name : `${name}（${period}）`;
            const value = row[columns.findIndex((column) => column.startsWith(label))]!;
            const status = row[columns.indexOf(metric === shown ? '数字性质' : `数字性质：${label}`)]!;
            expect(value !== '', `${row[1]}, ${label}`).to.equal(['value', 'special'].includes(datum.kind));
            expect(status !== '', `${row[1]}, ${label}`).to.equal(datum.kind === 'value');
            if (datum.kind !== 'value' || datum.status !== 'illustrative') continue;
            illustrative++;
            expect(status).to.equal('示意');
          }
        }
        expect(illustrative).to.be.above(200);
      }
    });

    it('keeps what the filter keeps', () => {
      const file = csvOf(dataset, scaleOf(dataset), {
        language: 'en',
        isReclassed: false,
        keeps: (code) => code === '513221',
      });
      const rows = parseCsv(file.slice(1));
      expect(rows.slice(rows.findIndex(([first]) => first === 'Code') + 1).map(([code]) => code)).to.deep.equal([
        '513221',
      ]);
    });

    it('runs no formula, and gives back every text of a feed', async () => {
      const regions = await realRegions();
      fc.assert(
        fc.property(
          fc.oneof(fc.string(), fc.constantFrom('=1+1', '+A1', '-2', '@SUM(A1)', '\t=1', 'a"b,c\r\nd', '007')),
          (title) => {
            const feed = { ...goodFeed(), title: { 'zh-CN': title || 'x' } };
            const made = datasetOf(feed, regions);
            const file = csvOf(made, scaleOf(made), { language: 'zh-CN', isReclassed: false });
            const cells = parseCsv(file.slice(1)).flat();
            expect(
              cells.filter((cell) => /^[=+@]/.test(cell) || (/^-/.test(cell) && !Number.isFinite(Number(cell)))),
            ).to.deep.equal([]);
            expect(cells[0]!.replace(/^['\t](?=[=+\-@\t\r0])/, '')).to.equal(title || 'x');
          },
        ),
        { numRuns: 25 },
      );
    });

    it('names the faults of a feed', async () => {
      const feed = goodFeed() as { values: object[] };
      const made = datasetOf(
        { ...feed, values: [...feed.values, { code: '999999', period: '2018', funding: 1 }] },
        await realRegions(),
      );
      expect(csvOf(made, scaleOf(made), { language: 'zh-CN', isReclassed: false })).to.include('999999');
    });
  });
});
