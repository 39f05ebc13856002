/** Figures that are no plain sums: shares, rates, changes, names, and what stands in place of a value. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { KINDS } from '../../../src/data/kinds/index.js';
import type { Dataset, Datum } from '../../../src/data/dataset.js';
import { classScale, classesBelow, fillOf } from '../../../src/scene/classes/scale.js';
import { movedBreak } from '../../../src/scene/classes/moved-break.js';
import { csvOf } from '../../../src/scene/parts/csv.js';
import { legendPart } from '../../../src/scene/parts/legend.js';
import { describe as describeRegion, explain } from '../../../src/scene/text/description.js';
import { figureNotes } from '../../../src/scene/text/notes.js';
import { tableRows } from '../../../src/scene/parts/table.js';
import { formatValue } from '../../../src/scene/text/numbers.js';
import '../../../src/scene/words/all.js';
import { feedWith } from '../../fixtures/feeds.js';
import { datasetOf, realRegions } from '../../fixtures/world.js';

const PLAIN = { isOneOf: false, isReclassed: false };
const A = '513201',
  B = '513221',
  C = '513222';
const label = (text: string): Record<string, string> => ({ 'zh-CN': text, en: text });

/** The good feed with other metrics and rows. */
async function world(metrics: object[], values: object[]): Promise<Dataset> {
  return datasetOf(
    feedWith((feed) => Object.assign(feed, { metrics, values })),
    await realRegions(),
  );
}

const people = { id: 'people', label: label('人口'), kind: 'count', unit: 'person' };
const money = { id: 'money', label: label('资金'), kind: 'amount', unit: 'CNY' };
const scaleOf = (dataset: Dataset, id: string, period: string, level: 'county' | 'prefecture' = 'county') =>
  classScale(dataset, dataset.metric(id)!, period, level, { method: 'quantile', classes: 5, periods: [period] });
const valueOf = (datum: Datum): number | undefined => (datum.kind === 'value' ? datum.value : undefined);

describe('a rate', () => {
  const perHead = { id: 'perHead', label: label('人均'), kind: 'rate', of: 'money', per: 'people', unit: 'CNY/person' };

  it('of a unit is the sum of numerators over the sum of bases, and never a mean of rates', async () => {
    const amount = fc.integer({ min: 1, max: 1e9 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(amount, amount), { minLength: 3, maxLength: 3 }), async (pairs) => {
        const dataset = await world(
          [money, people, perHead],
          [A, B, C].map((code, i) => ({ code, period: '2018', money: pairs[i]![0], people: pairs[i]![1] })),
        );
        const [over, base] = [0, 1].map((side) => pairs.reduce((sum, pair) => sum + pair[side]!, 0));
        const got = valueOf(dataset.datum('513200', 'perHead', '2018'))!;
        expect(Math.abs(got - over! / base!)).to.be.at.most(1e-9 * got);
      }),
      { numRuns: 40 },
    );
  });

  it('of a base of another year says both years', async () => {
    const dataset = await world(
      [money, people, perHead],
      [
        { code: A, period: '2018', money: 1_000_000 },
        { code: A, period: '2020', people: 1000 },
      ],
    );
    expect(dataset.datum(A, 'perHead', '2018')).to.include({ value: 1000, base: '2020' });
    const said = describeRegion(dataset, scaleOf(dataset, 'perHead', '2018'), A, 'zh-CN')!;
    expect(said.value.text).to.equal('1,000元/人');
    expect(said.remarks.join()).to.contain('分子为2018，分母为2020');
    expect(dataset.periodsOf('perHead')).to.deep.equal(['2018']);
  });

  it('that is given as a finished number is not added up', async () => {
    const given = { id: 'given', label: label('人均'), kind: 'rate', unit: '元/人' };
    const dataset = await world(
      [given],
      [A, B].map((code) => ({ code, period: '2018', given: 5 })),
    );
    expect(valueOf(dataset.datum(A, 'given', '2018'))).to.equal(5);
    expect(dataset.datum('513200', 'given', '2018')).to.deep.equal({ kind: 'no-data', isNotSummed: true });
    const scale = scaleOf(dataset, 'given', '2018', 'prefecture');
    for (const [language, why, word] of [
      ['zh-CN', '不能合计', '不合计'],
      ['en', 'not added up', 'Not added up'],
    ] as const) {
      const part = legendPart(dataset, scale, language, PLAIN);
      expect(part.empty).to.contain(why);
      expect(part.others[0]).to.include({ kind: 'no-data', label: word });
      expect(describeRegion(dataset, scale, '513200', language)!.value.text).to.equal(word);
    }
    expect(describeRegion(dataset, scale, '513200', 'zh-CN')!.remarks).to.have.length(1);
  });
});

describe('a share', () => {
  it('above one is refused, with a word', async () => {
    const share = { id: 'share', label: label('比重'), kind: 'share' };
    const dataset = await world([share], [{ code: A, period: '2018', share: 12.5 }]);
    expect(dataset.ledger.outOfRange).to.have.length(1);
    expect(dataset.ledger.outOfRange[0]).to.include({ reason: 'above-one', value: 12.5 });
  });

  it('has the digits that tell its classes apart', async () => {
    const share = { id: 'share', label: label('比重'), kind: 'share' };
    const dataset = await world(
      [share],
      [A, B, C].map((code, i) => ({ code, period: '2018', share: 0.112 + i / 1000 })),
    );
    const labels = legendPart(dataset, scaleOf(dataset, 'share', '2018'), 'zh-CN', {
      isOneOf: false,
      isReclassed: false,
    });
    expect(new Set(labels.classes.map((each) => each.label)).size).to.equal(labels.classes.length);
  });
});

describe('a change', () => {
  const grown = { id: 'grown', label: label('增减'), kind: 'change', of: 'people', since: '2010' };

  it('comes from two periods, and of a unit from their sums', async () => {
    const dataset = await world(
      [people, grown],
      [
        { code: A, period: '2010', people: 100 },
        { code: A, period: '2020', people: 90 },
        { code: B, period: '2010', people: 300 },
        { code: B, period: '2020', people: 330 },
      ],
    );
    expect(valueOf(dataset.datum(A, 'grown', '2020'))).to.be.closeTo(-0.1, 1e-12);
    expect(valueOf(dataset.datum('513200', 'grown', '2020'))).to.be.closeTo(0.05, 1e-12);
    expect(dataset.datum(A, 'grown', '2010').kind).to.equal('no-data');
    const { value } = describeRegion(dataset, scaleOf(dataset, 'grown', '2020'), B, 'zh-CN')!;
    expect(value.text).to.equal('+10%');
  });

  it('has no class that reaches over the middle, with any values and number of classes', async () => {
    const given = { id: 'given', label: label('增减'), kind: 'change' };
    const dataset = await world([given], []);
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 40 }),
        fc.integer({ min: 2, max: 9 }),
        fc.constantFrom('quantile' as const, 'equal' as const, 'jenks' as const),
        (values, classes, method) => {
          const codes = [...dataset.participants].slice(0, values.length);
          const fake = {
            ...dataset,
            participants: new Set(codes),
            datum: (code: string): Datum => ({
              kind: 'value',
              value: values[codes.indexOf(code)] ?? 0,
              status: 'reported',
              origin: 'own',
              counties: 1,
              missing: 0,
            }),
          } as Dataset;
          const scale = classScale(fake, dataset.metric('given')!, '2018', 'county', { method, classes });
          for (const { values: range } of scale.classes)
            if (range) expect(range[0] < 0 && range[1] >= 0, String(range)).to.equal(false);
          const below = classesBelow(scale);
          expect(scale.classes.length).to.be.at.most(Math.max(classes, 2));
          scale.breaks.forEach((at, i) => {
            if (at !== 0) expect(Math.sign(movedBreak(scale, i, -at)[i]!)).to.equal(Math.sign(at));
          });
          expect(below).to.be.at.most(scale.breaks.length);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a change of one sign', () => {
  const given = { id: 'given', label: label('增减'), kind: 'change' };
  const fallen = async (metric: object = given): Promise<Dataset> =>
    world(
      [metric],
      [A, B, C, '513223'].map((code, i) => ({ code, period: '2018', given: -0.05 + i / 100 })),
    );

  it('has all its classes on the side of the middle that it is on', async () => {
    const scale = scaleOf(await fallen(), 'given', '2018');
    expect(scale.breaks.every((at) => at < 0)).to.equal(true);
    expect(classesBelow(scale)).to.equal(scale.classes.length);
    const risen = await world(
      [given],
      [A, B, C].map((code, i) => ({ code, period: '2018', given: (i + 1) / 100 })),
    );
    expect(classesBelow(scaleOf(risen, 'given', '2018'))).to.equal(0);
  });

  it('has the middle among breaks of the author and of the reader that reach over it', async () => {
    const dataset = await fallen();
    const metric = { ...dataset.metric('given')!, breaks: [-0.03, 0.03] };
    for (const options of [
      { method: 'threshold', classes: 3, thresholds: metric.breaks },
      { method: 'quantile', classes: 3, breaks: metric.breaks },
    ] as const) {
      const scale = classScale(dataset, metric, '2018', 'county', options);
      expect(scale.breaks).to.deep.equal([-0.03, 0, 0.03]);
      expect(classesBelow(scale)).to.equal(2);
    }
  });

  it('is written with a minus in legend, table and panel, and apart in percentage points', async () => {
    const dataset = await fallen();
    const scale = scaleOf(dataset, 'given', '2018');
    const labels = legendPart(dataset, scale, 'en', PLAIN).classes.map((each) => each.label);
    expect(legendPart(dataset, scale, 'zh-CN', PLAIN).basis!.from).to.match(/^以0%为界，/);
    expect(labels[0]).to.match(/^−\d\.\d% to −\d\.\d%$/);
    const row = tableRows(dataset, scale, 'zh-CN').find(({ code }) => code === A)!;
    expect(row.text).to.equal('−5%');
    expect(row.exact).to.equal(undefined);
    expect(explain(dataset, scale, A, 'zh-CN').join()).to.match(/再多\d\.\d个百分点/);
  });

  it('that is nearly nothing is no minus zero', async () => {
    const dataset = await fallen();
    for (const [value, said] of [
      [0, '0%'],
      [-0.0002, '−0.02%'],
      [0.0002, '+0.02%'],
      [-1e-9, '0%'],
      [0.032, '+3.2%'],
    ] as const)
      expect(formatValue(dataset.metric('given')!, value, 'zh-CN')).to.equal(said);
  });
});

describe('figures of which some were not published', () => {
  it('are said to be some, and only a class of nothing else has a hatch in the legend', async () => {
    const dataset = await world(
      [people],
      [A, B, C].map((code, i) => ({ code, period: '2018', people: i + 1, status: i === 0 ? 'inferred' : 'reported' })),
    );
    const scale = scaleOf(dataset, 'people', '2018');
    const part = legendPart(dataset, scale, 'zh-CN', PLAIN);
    expect(part.status).to.equal('其中1个：推断所得，未见直接公布');
    expect(part.classes.map(({ fill }) => fill.kind === 'class' && fill.notPublished)).to.deep.equal([
      true,
      false,
      false,
    ]);
    expect(figureNotes(dataset, scale, 'en')[0]).to.equal('人口: 1 of the figures inferred');
    expect(csvOf(dataset, scale, { language: 'zh-CN', isReclassed: false })).to.contain(
      '"其中1个：推断所得，未见直接公布"',
    );
  });
});

describe("the names of an author's classes", () => {
  const metric = {
    id: 'wealth',
    label: label('指数'),
    kind: 'index',
    digits: 1,
    breaks: [90, 110],
    classLabels: [label('低'), label('中'), label('高')],
  };
  const rows = [A, B, C].map((code, i) => ({ code, period: '2018', wealth: 80 + i * 20 }));

  it("stand in legend and file while the breaks are the author's", async () => {
    const dataset = await world([metric], rows);
    const own = classScale(dataset, dataset.metric('wealth')!, '2018', 'county', {
      method: 'threshold',
      classes: 3,
      thresholds: metric.breaks,
    });
    const part = legendPart(dataset, own, 'zh-CN', PLAIN);
    expect(part.basis!.method).to.equal('发布者的分级');
    const labels = part.classes.map((each) => each.label);
    expect(labels).to.deep.equal(['低（80–90）', '中（90–110）', '高（110–120）']);
    expect(csvOf(dataset, own, { language: 'zh-CN', isReclassed: false })).to.contain('"中（90–110）"');
    const other = scaleOf(dataset, 'wealth', '2018');
    for (const { label: said } of legendPart(dataset, other, 'zh-CN', PLAIN).classes) expect(said).not.to.contain('低');
  });

  it('that are too few, and a period that no row has, are named and left out', async () => {
    const grown = { id: 'grown', label: label('增减'), kind: 'change', of: 'people', since: 1990 };
    const dataset = await world([{ ...metric, breaks: [90] }, people, grown], rows);
    expect(dataset.ledger.faulty.map(({ code, path }) => `${code} ${path}`)).to.deep.equal([
      'class-labels metrics[0].classLabels',
      'unknown-period metrics[2].since',
    ]);
  });
});

describe('names in place of numbers', () => {
  const year = {
    id: 'year',
    label: label('年份'),
    kind: 'ordered',
    categories: [2016, 2017, 2018].map((each) => ({ id: each, label: label(`${each}年`) })),
    special: [{ id: 'never', label: label('未列入') }],
  };
  const rows = [
    { code: A, period: '2018', year: 2017 },
    { code: B, period: '2018', year: 2017 },
    { code: C, period: '2018', year: '2016' },
    { code: '513223', period: '2018', year: 'never' },
  ];

  it('have a class each in the order of the feed, and say what a unit has most of', async () => {
    const dataset = await world([year], rows);
    const scale = scaleOf(dataset, 'year', '2018');
    const part = legendPart(dataset, scale, 'zh-CN', { isOneOf: false, isReclassed: false });
    expect(part.classes.map((each) => each.label)).to.deep.equal(['2016年', '2017年', '2018年']);
    expect(part.classes.map((each) => each.count)).to.deep.equal(['1个', '2个', '0个']);
    expect(part.basis).to.equal(undefined);
    expect(part.isList).to.equal(false);
    const unit = describeRegion(dataset, scaleOf(dataset, 'year', '2018', 'prefecture'), '513200', 'zh-CN')!;
    expect(unit.value.text).to.equal('以“2017年”居多');
    expect(csvOf(dataset, scale, { language: 'zh-CN', isReclassed: false })).to.contain('"2017年"');
  });

  it('that the metric does not list are faults, and drawn as no data', async () => {
    const dataset = await world([year], [{ code: A, period: '2018', year: 1999 }]);
    expect(dataset.datum(A, 'year', '2018').kind).to.equal('no-data');
    expect(dataset.ledger.faulty.map(({ path }) => path)).to.deep.equal(['values[0].year']);
  });

  it('leave what is no value out of all classes, with a fill, a word and a line in the legend', async () => {
    const dataset = await world([year], rows);
    const scale = scaleOf(dataset, 'year', '2018');
    const datum = dataset.datum('513223', 'year', '2018');
    expect(datum).to.deep.equal({ kind: 'special', special: 'never' });
    expect(fillOf(datum, scale)).to.deep.equal({ kind: 'special' });
    const { value } = describeRegion(dataset, scale, '513223', 'zh-CN')!;
    expect(value.text).to.equal('未列入');
    const part = legendPart(dataset, scale, 'zh-CN', { isOneOf: false, isReclassed: false });
    expect(part.others.find(({ kind }) => kind === 'special')).to.include({ label: '未列入', count: '1个' });
    expect(dataset.ledger.drawn).to.include('513223');
    expect(csvOf(dataset, scale, { language: 'zh-CN', isReclassed: false })).to.contain('"未列入"');
  });

  it('of every kind know what is suppressed, and a share of that is suppressed too', async () => {
    const perHead = { id: 'perHead', label: label('人均'), kind: 'rate', of: 'money', per: 'people' };
    const dataset = await world(
      [money, people, perHead],
      [{ code: A, period: '2018', money: 'suppressed', people: 5 }],
    );
    for (const id of ['money', 'perHead'])
      expect(dataset.datum(A, id, '2018')).to.deep.equal({ kind: 'special', special: 'suppressed' });
    expect(dataset.datum('513200', 'money', '2018').kind).to.equal('no-data');
  });
});

describe('an interval', () => {
  const income = { id: 'income', label: label('收入'), kind: 'index', unit: '元', low: 'from', high: 'to' };

  it('is said with its value, in the table’s file too, and ranks that it makes uncertain are', async () => {
    const dataset = await world(
      [income],
      [
        { code: A, period: '2018', income: 100, from: 90, to: 110 },
        { code: B, period: '2018', income: 105, from: 95, to: 115 },
        { code: C, period: '2018', income: 200, from: 190, to: 210 },
      ],
    );
    const scale = scaleOf(dataset, 'income', '2018');
    const said = describeRegion(dataset, scale, A, 'zh-CN')!;
    expect(said.value.interval).to.equal('区间90元至110元');
    expect(explain(dataset, scale, A, 'zh-CN').join()).to.contain('与另外1个地区的区间重叠');
    expect(explain(dataset, scale, C, 'zh-CN').join()).to.not.contain('区间重叠');
    expect(csvOf(dataset, scale, { language: 'zh-CN', isReclassed: false })).to.contain(',100,90,110,');
    expect(dataset.ledger.faulty).to.deep.equal([]);
  });

  it('that does not hold its value is named, and left out', async () => {
    const dataset = await world([income], [{ code: A, period: '2018', income: 100, from: 110, to: 120 }]);
    const datum = dataset.datum(A, 'income', '2018');
    expect(datum).to.include({ value: 100 });
    expect(datum).to.not.have.property('range');
    expect(dataset.ledger.faulty.map(({ path }) => path)).to.deep.equal(['values[0].from']);
  });
});

describe('a figure that may change', () => {
  it('is drawn without a hatch, as somebody published it, and says what it is', async () => {
    const dataset = await world([people], [{ code: A, period: '2018', people: 1234567, status: 'provisional' }]);
    const scale = scaleOf(dataset, 'people', '2018');
    expect(fillOf(dataset.datum(A, 'people', '2018'), scale)).to.deep.include({ notPublished: false });
    const { value } = describeRegion(dataset, scale, A, 'zh-CN')!;
    expect(value).to.include({ status: '初步数字，可能修订', exact: '1,234,567人' });
    const part = legendPart(dataset, scale, 'zh-CN', { isOneOf: false, isReclassed: false });
    expect(part.status).to.equal('初步数字，可能修订');
  });
});

describe('the table of kinds', () => {
  it('says of each whether it is a column of its own', () => {
    const columns = Object.entries(KINDS).filter(([kind, { isColumn }]) =>
      isColumn({ id: 'm', label: {}, kind: kind as 'share', of: 'x' }),
    );
    expect(columns.map(([kind]) => kind)).to.have.members(['amount', 'count', 'category', 'ordered', 'index']);
  });
});
