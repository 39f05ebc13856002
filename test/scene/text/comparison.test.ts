import { expect } from '@open-wc/testing';
import type { Dataset } from '../../../src/data/dataset.js';
import { changesOf } from '../../../src/data/changes.js';
import { classScale, type ClassScale } from '../../../src/scene/classes/scale.js';
import { csvOf } from '../../../src/scene/parts/csv.js';
import { detailsPart } from '../../../src/scene/parts/details.js';
import { changesBlock } from '../../../src/scene/parts/ledger.js';
import { legendPart } from '../../../src/scene/parts/legend.js';
import { sortRows, tablePart, tableRows } from '../../../src/scene/parts/table.js';
import { comparisonLine, comparisonOf, comparisonText } from '../../../src/scene/text/comparison.js';
import '../../../src/scene/words/all.js';
import { feedWith } from '../../fixtures/feeds.js';
import { datasetOf, realRegions } from '../../fixtures/world.js';

const A = '513201',
  B = '513221',
  C = '513222';
const label = { 'zh-CN': '指标', en: 'Metric' };
const METRICS = [
  { id: 'money', kind: 'amount', unit: 'CNY', label, special: [{ id: 'late', label: '待补' }] },
  { id: 'people', kind: 'count', unit: 'person', label },
  { id: 'share', kind: 'share', label },
  {
    id: 'grade',
    kind: 'ordered',
    label,
    categories: [
      { id: 'x', label: '甲' },
      { id: 'y', label: '乙' },
    ],
  },
  { id: 'per', kind: 'rate', of: 'money', per: 'people', unit: 'CNY/person', label },
];
type Row = Readonly<Record<string, unknown>>;

async function version(rows: readonly Row[], metrics: readonly object[] = METRICS): Promise<Dataset> {
  return datasetOf(
    feedWith((feed) =>
      Object.assign(feed, {
        metrics,
        pairs: [],
        values: rows.map((row) => ({ period: '2018', status: 'reported', ...row })),
      }),
    ),
    await realRegions(),
  );
}
const scaleOf = (dataset: Dataset, id: string, level: 'county' | 'prefecture' = 'county'): ClassScale =>
  classScale(dataset, dataset.metric(id)!, '2018', level, { method: 'quantile', classes: 3 });

describe('a version that is compared with the one before', () => {
  const BEFORE: readonly Row[] = [
    { code: A, money: 10_000_000, people: 100, share: 0.5, grade: 'x' },
    { code: B, money: 20_000_000, people: 100, share: 0.5, grade: 'y', status: 'provisional' },
    { code: C, money: 'late', people: 100, share: 0.5, grade: 'x' },
  ];
  const AFTER: readonly Row[] = [
    { code: A, money: 90_000_000, people: 100, share: 0.532, grade: 'y' },
    { code: B, money: 15_000_000, people: 100, share: 0.5, grade: 'y' },
    { code: C, money: 30_000_000, people: 100, share: 0.5, grade: 'x' },
  ];
  let before: Dataset, after: Dataset;
  beforeEach(async () => {
    [before, after] = [await version(BEFORE), await version(AFTER)];
  });
  const said = (id: string, code: string, language: 'zh-CN' | 'en' = 'zh-CN', level?: 'prefecture'): string =>
    comparisonText(before, after, scaleOf(after, id, level), code, language);

  it('says what a region had, and how much more or less it has now', () => {
    expect(said('money', A)).to.equal('上一版：1,000万元，现多8,000万元');
    expect(said('money', A, 'en')).to.equal(
      'In the version before: 10\u00a0million yuan; now 80\u00a0million yuan more',
    );
    expect(said('money', B)).to.equal('上一版：2,000万元，初步数字，可能修订，现少500万元');
    expect(said('share', A)).to.equal('上一版：50%，现多3.2个百分点');
    // The same number, known otherwise.
    expect(said('share', B)).to.equal('上一版：50%，初步数字，可能修订');
    expect(said('share', C)).to.equal('与上一版相同');
    expect(said('share', C, 'en')).to.equal('The same as in the version before');
  });

  it('says what stood in place of a value, and names by their names', () => {
    expect(said('money', C)).to.equal('上一版：待补');
    expect(said('grade', A)).to.equal('上一版：甲');
    expect(comparisonOf(before, after, scaleOf(after, 'grade'), A, 'zh-CN')!.difference).to.equal(undefined);
  });

  it('compares what counties come to, and what is derived', () => {
    expect(said('per', A)).to.equal('上一版：10万元/人，现多80万元/人');
    expect(said('money', '513200', 'zh-CN', 'prefecture')).to.equal(
      '上一版：3,000万元，初步数字，可能修订，现多1.05亿元',
    );
  });

  it('says nothing of what only stands elsewhere in the file', async () => {
    const turned = await version([...AFTER].reverse());
    for (const { id } of METRICS)
      for (const code of [A, B, C, '513200', '510000'])
        expect(comparisonOf(after, turned, scaleOf(turned, id), code, 'zh-CN'), `${id} ${code}`).to.equal(undefined);
  });

  it('takes names by what they say, whatever their order in the feed', async () => {
    const metrics = METRICS.map((metric) =>
      metric.categories ? { ...metric, categories: [...metric.categories].reverse() } : metric,
    );
    const other = await version(AFTER, metrics);
    expect(changesOf(after, other).list).to.deep.equal([]);
    expect(comparisonOf(after, other, scaleOf(other, 'grade'), A, 'zh-CN')).to.equal(undefined);
  });

  it('counts in the legend who differs, and who is in another class', () => {
    expect(comparisonLine(before, after, scaleOf(after, 'money'), 'zh-CN')).to.match(
      /^与上一版相比：3个地区不同，其中[23]个换了级$/,
    );
    expect(comparisonLine(before, after, scaleOf(after, 'people'), 'en')).to.equal(
      'Against the version before: 1 regions differ, 0 of them in another class',
    );
    expect(comparisonLine(before, after, scaleOf(after, 'grade'), 'zh-CN')).to.equal('与上一版相比：2个地区不同');
    const options = { isOneOf: false, isReclassed: false };
    expect(legendPart(after, scaleOf(after, 'money'), 'zh-CN', options).compared).to.equal(undefined);
    expect(legendPart(after, scaleOf(after, 'money'), 'zh-CN', { ...options, before }).compared).to.contain('3个地区');
  });

  it('has a column of its own in the table and its file, and a line in details, only then', () => {
    const scale = scaleOf(after, 'money');
    const keys = (part: ReturnType<typeof tablePart>): string[] => part.columns.map(({ key }) => key);
    expect(keys(tablePart(after, scale, 'zh-CN'))).to.not.include('before');
    const { columns, context } = tablePart(after, scale, 'zh-CN', before);
    const column = columns.find(({ key }) => key === 'before')!;
    expect(column.page.heading(context)).to.equal('上一版');
    const rows = sortRows(tableRows(after, scale, 'zh-CN', before), 'before', true);
    expect(
      rows.slice(0, 3).map(({ code }) => code),
      'what is no number, then the largest difference',
    ).to.deep.equal([C, A, B]);
    expect(column.page.cell(rows[1]!, context)).to.deep.include({
      isSoft: false,
      title: '上一版：1,000万元，现多8,000万元',
    });
    expect(column.page.cell(rows[3]!, context)).to.deep.include({ isSoft: true });
    const options = { language: 'zh-CN', isReclassed: false } as const;
    expect(csvOf(after, scale, options)).to.not.contain('上一版');
    expect(csvOf(after, scale, { ...options, before }))
      .to.contain('"上一版"')
      .and.to.contain('"1,000万元"');
    const kinds = (part: ReturnType<typeof detailsPart>): string[] => part!.blocks.map(({ kind }) => kind);
    expect(kinds(detailsPart(after, scale, A, 'zh-CN'))).to.not.include('before');
    expect(kinds(detailsPart(after, scale, A, 'zh-CN', before))[1]).to.equal('before');
  });

  it('lists with both what each version says, a name or what stands in place of a value too', () => {
    const { lines } = changesBlock(changesOf(before, after), before, after, 'zh-CN');
    expect(lines.join('\n'))
      .to.contain('待补 → 30,000,000元（更新）')
      .and.to.contain('指标，2018：甲 → 乙（修订）')
      .and.to.contain('10,000,000元 → 90,000,000元（修订）');
  });

  it('whose metric the version before did not have had no data', async () => {
    const less = await version(BEFORE, METRICS.slice(0, 1));
    expect(comparisonText(less, after, scaleOf(after, 'people'), A, 'zh-CN')).to.equal('上一版：无数据');
    expect(changesBlock(changesOf(less, after), less, after, 'zh-CN').lines.join()).to.contain(
      '无数据 → 100人（更新）',
    );
  });
});
