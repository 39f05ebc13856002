/** What is heard of a map, in what order, and what is said before it. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Dataset } from '../../../src/data/dataset.js';
import type { RegionIndex } from '../../../src/data/topology.js';
import { classScale, type ClassScale } from '../../../src/scene/classes/scale.js';
import {
  LOWEST_HERTZ,
  MOST_NOTES,
  OCTAVES,
  pitchOf,
  secondsToSay,
  soundSteps,
  spread,
  type Note,
} from '../../../src/scene/parts/sound.js';
import { soundChoices } from '../../../src/scene/parts/sound-choices.js';
import '../../../src/scene/words/all.js';
import { feedWith } from '../../fixtures/feeds.js';
import { builtInDataset, datasetOf, realRegions } from '../../fixtures/world.js';

const hertzOf = (notes: readonly Note[]): (number | 'noise')[] =>
  notes.map((note) => (note.kind === 'tone' ? Math.round(note.hertz) : 'noise'));
const codesOf = (notes: readonly Note[]): (string | undefined)[] => notes.map(({ code }) => code);

describe('a pitch', () => {
  const finite = fc.double({ min: -1e12, max: 1e12, noNaN: true });

  it('is the higher the higher the value, and never falls', () => {
    fc.assert(
      fc.property(finite, finite, finite, finite, (a, b, c, d) => {
        const range = [Math.min(a, b), Math.max(a, b)] as const;
        const [low, high] = [Math.min(c, d), Math.max(c, d)];
        expect(pitchOf(low, range)).to.be.at.most(pitchOf(high, range));
        for (const value of [low, high])
          expect(pitchOf(value, range)).to.be.within(LOWEST_HERTZ, LOWEST_HERTZ * 2 ** OCTAVES);
      }),
    );
  });

  it('spans three octaves from the lowest to the highest, with equal intervals for equal differences', () => {
    expect([0, 50, 100].map((value) => Math.round(pitchOf(value, [0, 100])))).to.deep.equal([220, 622, 1760]);
    expect(pitchOf(40, [0, 100]) / pitchOf(20, [0, 100])).to.be.closeTo(
      pitchOf(90, [0, 100]) / pitchOf(70, [0, 100]),
      1e-9,
    );
    expect([-5, 105].map((value) => Math.round(pitchOf(value, [0, 100])))).to.deep.equal([220, 1760]);
    expect(Math.round(pitchOf(7, [7, 7]))).to.equal(622);
  });
});

describe('what is heard of a map', () => {
  let regions: RegionIndex;
  let dataset: Dataset;
  let scale: ClassScale;
  before(async () => {
    regions = await realRegions();
    dataset = datasetOf(
      feedWith((feed) => {
        feed.regions = ['513201', '513221', '513222', '513223', '513224'];
        feed.values.forEach((row) => (row.status = row.code === '513223' ? 'estimated' : 'reported'));
      }),
      regions,
    );
    scale = scaleOf(dataset, 'funding');
  });
  const scaleOf = (of: Dataset, metric: string, classes = 2): ClassScale =>
    classScale(of, of.metric(metric)!, of.periodsOf(metric).at(-1)!, 'county', { method: 'quantile', classes });

  it('begins with the ends of the scale and the hiss, told before they sound, and how the numbers are known', () => {
    const [begin] = soundSteps(dataset, scale, 'scale', undefined, 'zh-CN');
    expect(begin!.said).to.equal(
      '其中1个：估算值，非公布数字。资金：声音越高，数值越高；沙声表示没有数值。先听最低的1,000万元、最高的4,000万元，再听沙声。按任意键停止',
    );
    expect(hertzOf(begin!.notes)).to.deep.equal([220, 1760, 'noise']);
    const [again] = soundSteps(dataset, scale, 'scale', undefined, 'zh-CN', true);
    expect(again!.said).to.equal('其中1个：估算值，非公布数字。资金：最低1,000万元，最高4,000万元');
    expect(again!.pause).to.be.below(begin!.pause / 1.5);
  });

  it('goes through the classes from low to high, each from low to high, then what has no value, and says when it ends', () => {
    const steps = soundSteps(dataset, scale, 'scale', undefined, 'en').slice(1);
    expect(steps.map(({ said }) => said)).to.deep.equal([
      'Class 1 of 2: 10–30, 2 regions',
      'Class 2 of 2: 30–40, 2 regions',
      '1 regions without a value',
      'That was all',
    ]);
    expect(steps.map(({ spotlight }) => spotlight)).to.deep.equal([0, 1, undefined, undefined]);
    expect(steps.flatMap(({ notes }) => codesOf(notes))).to.deep.equal([
      '513201',
      '513221',
      '513222',
      '513223',
      '513224',
    ]);
    const pitches = steps.flatMap(({ notes }) => hertzOf(notes));
    expect(pitches).to.deep.equal([220, 440, 880, 1760, 'noise']);
  });

  it('is one class where one is asked for', () => {
    const steps = soundSteps(dataset, scale, 'class-1', undefined, 'zh-CN');
    expect(steps).to.have.length(3);
    expect(codesOf(steps[1]!.notes)).to.deep.equal(['513222', '513223']);
  });

  it('is a region, and then its neighbours from the north with the clock, with a hiss for what has no value', () => {
    const steps = soundSteps(dataset, scale, 'neighbours', '513222', 'zh-CN').slice(1);
    expect(steps[0]!.said).to.equal(`${regions.get('513222')!.name['zh-CN']} 3,000万元`);
    const [own, around] = steps;
    expect(codesOf(own!.notes)).to.deep.equal(['513222']);
    const [x, y] = regions.get('513222')!.label!;
    const bearings = codesOf(around!.notes).map((code) => {
      const [east, north] = regions.get(code!)!.label!;
      return (Math.atan2((east - x) * Math.cos((y * Math.PI) / 180), north - y) + 2 * Math.PI) % (2 * Math.PI);
    });
    expect(bearings.length).to.be.above(2);
    expect(bearings).to.deep.equal([...bearings].sort((a, b) => a - b));
    expect(around!.said).to.match(new RegExp(`^邻近地区${bearings.length}个，从北起顺时针：`));
    const silent = around!.notes.filter(({ code }) => dataset.datum(code!, 'funding', '2018').kind !== 'value');
    expect(silent.length).to.be.above(0);
    expect(silent.every(({ kind }) => kind === 'noise')).to.equal(true);
  });

  it('is who helps first, and then who is helped, whichever of them was chosen', () => {
    const heard = (code: string): (string | undefined)[][] =>
      soundSteps(dataset, scale, 'pair', code, 'en')
        .slice(1, -1)
        .map(({ notes }) => codesOf(notes));
    expect(heard('330106')).to.deep.equal([['330106'], ['513201', '513221']]);
    expect(heard('513221')).to.deep.equal([['330782', '330106'], ['513221']]);
    expect(soundSteps(dataset, scale, 'pair', '513221', 'en')[1]!.said).to.match(
      /^Helped by: .+ 15\smillion\syuan, .+ 15\smillion\syuan, Inferred; not published as such$/,
    );
  });

  it('says of each figure that nobody published that it is none, of a list of them once', async () => {
    const built = await builtInDataset();
    const NOTE = '示意值，非公布数字';
    const said = (id: string, subject: 'pair' | 'neighbours', code: string): string[] =>
      soundSteps(built, scaleOf(built, id, 5), subject, code, 'zh-CN')
        .slice(1, -1)
        .map((step) => step.said);
    const [helped, own] = said('funding', 'pair', '513221');
    expect(own).to.match(new RegExp(`^汶川县 [\\d,.]+万元，${NOTE}$`));
    expect(helped).to.match(new RegExp(`万元，${NOTE}$`));
    // Some of those around take no part, and have no figure that a note could be of.
    const [, around] = said('funding', 'neighbours', '513221');
    const figures = around!.split('、').filter((each) => each.includes('万元'));
    expect(figures.length).to.be.above(0);
    for (const figure of figures) expect(figure).to.contain(NOTE);
    // What was published has no note.
    expect(said('residents', 'pair', '513221').join()).not.to.contain(NOTE);
  });

  it('never has a pitch that falls within a class, nor a note of a region that has no value, in the built-in case', async () => {
    const built = await builtInDataset();
    for (const { id } of built.feed.metrics) {
      const of = scaleOf(built, id, 5);
      for (const { notes, said, pause } of soundSteps(built, of, 'scale', undefined, 'zh-CN').slice(1)) {
        const pitches = notes.flatMap((note) => (note.kind === 'tone' ? note.hertz : []));
        expect(pitches).to.deep.equal([...pitches].sort((a, b) => a - b));
        expect(notes.length).to.be.at.most(MOST_NOTES);
        expect(said).not.to.match(/\{\w+\}|undefined|NaN/);
        expect(pause).to.equal(secondsToSay(said));
        for (const { code, kind } of notes)
          expect(kind === 'tone').to.equal(built.datum(code!, id, of.period).kind === 'value');
      }
    }
  });

  it('offers what there is: of a region its neighbours and partners, of names nothing', () => {
    const ids = (code?: string, of = scale, chosen = ''): [string, boolean][] =>
      soundChoices(dataset, of, code, chosen, 'en')!.options.map(({ id, isChosen }) => [id, isChosen]);
    expect(ids()).to.deep.equal([
      ['scale', true],
      ['class-0', false],
      ['class-1', false],
    ]);
    expect(ids('513221', scale, 'pair').slice(-2)).to.deep.equal([
      ['neighbours', false],
      ['pair', true],
    ]);
    expect(ids('513222', scale, 'pair')[0]).to.deep.equal(['scale', true]);
    const named = datasetOf(
      feedWith((feed) => {
        const categories = ['a', 'b'].map((id) => ({ id, label: { 'zh-CN': id } }));
        feed.metrics = [{ id: 'kind', label: { 'zh-CN': '类' }, kind: 'category', categories }];
        feed.values = [
          { code: '513201', period: '2018', kind: 'a', status: 'reported' },
          { code: '513221', period: '2018', kind: 'b', status: 'reported' },
        ];
      }),
      regions,
    );
    expect(soundChoices(named, scaleOf(named, 'kind'), undefined, '', 'en')).to.equal(undefined);
  });

  it('takes of many values some, evenly, with the first and the last', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 300 }), fc.integer({ min: 2, max: 60 }), (all, most) => {
        const sorted = all.sort((a, b) => a - b);
        const some = spread(sorted, most);
        expect(some.length).to.equal(Math.min(all.length, most));
        expect([some[0], some[some.length - 1]]).to.deep.equal([sorted[0], sorted[sorted.length - 1]]);
        expect(some).to.deep.equal([...some].sort((a, b) => a - b));
      }),
    );
  });

  it('waits longer for a longer sentence, and longer for a Chinese character than for a letter', () => {
    expect(secondsToSay('县')).to.be.above(secondsToSay('x'));
    expect(secondsToSay('没有数值的地区')).to.be.within(1.5, 3);
    expect(secondsToSay('Regions without a value')).to.be.within(1.5, 3);
  });
});
