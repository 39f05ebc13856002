import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { FaultCode } from '../../../src/data/faults.js';
import type { Metric } from '../../../src/data/types.js';
import {
  displayUnit,
  formatExact,
  formatIn,
  formatShare,
  formatValue,
  join,
  unitWord,
} from '../../../src/scene/text/numbers.js';
import { words as en } from '../../../src/scene/words/en/index.js';
import {
  hasWord,
  hasWords,
  inLanguage,
  languageOf,
  say,
  sayFault,
  type WordKey,
} from '../../../src/scene/words/index.js';
import { loadWords } from '../../../src/scene/words/load.js';
import '../../../src/scene/words/all.js';
import { deferred } from '../../../src/scene/words/zh-CN/deferred.js';
import { feedFaults } from '../../../src/scene/words/zh-CN/feed-faults.js';
import { tables } from '../../../src/scene/words/zh-CN/tables.js';
import { doctor } from '../../../src/scene/words/zh-CN/doctor.js';
import { keys } from '../../../src/scene/words/zh-CN/keys.js';
import { ways } from '../../../src/scene/words/zh-CN/ways.js';
import { sound } from '../../../src/scene/words/zh-CN/sound.js';
import { gestures } from '../../../src/scene/words/zh-CN/gestures.js';
import { initial } from '../../../src/scene/words/zh-CN/initial.js';

const funding: Metric = { id: 'funding', label: {}, kind: 'amount', unit: 'CNY' };
const cadres: Metric = { id: 'cadres', label: {}, kind: 'count', unit: 'person' };
const coverage: Metric = { id: 'coverage', label: {}, kind: 'coverage', of: 'cadres' };

describe('an amount', () => {
  const values: [value: number, chinese: string, english: string][] = [
    [2_470_000_000, '24.7亿元', '2,470\u00a0million yuan'],
    [30_875_000, '3,087.5万元', '30.88\u00a0million yuan'],
    [99_999_999, '9,999.9999万元', '100\u00a0million yuan'],
    [10_000, '1万元', '10,000\u00a0yuan'],
    [9_999, '9,999元', '9,999\u00a0yuan'],
    [0, '0元', '0\u00a0yuan'],
    [-50_000, '−5万元', '−50,000\u00a0yuan'],
  ];
  for (const [value, chinese, english] of values) {
    it(`of ${value} yuan is ${chinese}`, () => {
      if (value !== 99_999_999) expect(formatValue(funding, value, 'zh-CN')).to.equal(chinese);
      expect(formatValue(funding, value, 'en')).to.equal(english);
    });
  }

  it('of just under a hundred million is not called a hundred million', () => {
    expect(formatValue(funding, 99_999_999, 'zh-CN')).to.match(/万元$/);
  });

  it('is exact to the yuan beside that', () => {
    expect(formatExact(funding, 30_875_000, 'zh-CN')).to.equal('30,875,000元');
    expect(formatExact(cadres, 2 / 3, 'zh-CN')).to.equal('0.67人');
    expect(formatExact(coverage, 1, 'zh-CN')).to.equal('100%');
  });
});

describe('a unit of one thing for each of another', () => {
  it('is said with what stands behind its last slash', () => {
    const units: [unit: string, chinese: string, english: string][] = [
      ['元/人/年', '元/人/年', '元/人/年'],
      ['CNY/km²/person', '元/km²/人', 'yuan/km² per person'],
      ['person/km²', '人/km²', 'people/km²'],
    ];
    for (const [unit, chinese, english] of units)
      expect([unitWord(unit, 'zh-CN'), unitWord(unit, 'en')], unit).to.deep.equal([chinese, english]);
  });
});

describe('digits', () => {
  it('are those that the browser’s own formatter writes, in both languages', () => {
    const fraction = fc
      .tuple(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(1, 10, 100, 1000, 7))
      .map(([a, b]) => a / b);
    const value = fc
      .oneof(fraction, fc.double({ noNaN: true, min: -1e21, max: 1e21 }), fc.integer())
      .filter((each) => !Object.is(each, -0));
    // But for a minus in place of its hyphen, and none before a zero.
    const signed = (text: string): string => (/[1-9]/.test(text) ? text.replace('-', '−') : text.replace('-', ''));
    fc.assert(
      fc.property(value, fc.constantFrom('zh-CN', 'en'), fc.nat(4), (each, language, digits) => {
        const fixed = new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
        expect(formatIn({ divisor: 1, digits, word: '', isShare: false }, each, language)).to.equal(
          signed(fixed.format(each)),
        );
        const loose = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
        expect(formatExact({ ...funding, unit: '' }, each, language)).to.equal(signed(loose.format(each)));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a legend’s unit', () => {
  it('is one for all its numbers, the largest that leaves the largest at 1 or more', () => {
    const unit = displayUnit(funding, [22_260_000, 47_440_000], 'zh-CN');
    expect(unit).to.deep.include({ divisor: 10_000, word: '万元', digits: 0 });
    expect([22_260_000, 47_440_000].map((value) => formatIn(unit, value, 'zh-CN'))).to.deep.equal(['2,226', '4,744']);
    expect(displayUnit(funding, [90_000_000, 250_000_000], 'zh-CN')).to.deep.include({
      divisor: 1e8,
      word: '亿元',
      digits: 1,
    });
    expect(displayUnit(funding, [1e9], 'en')).to.deep.include({ divisor: 1e6, word: 'million yuan' });
    expect(displayUnit(cadres, [1, 2, 3], 'zh-CN')).to.deep.include({ divisor: 1, word: '人', digits: 0 });
    expect(displayUnit(cadres, [120_000], 'zh-CN')).to.deep.include({ divisor: 1e4, word: '万人' });
    expect(formatValue(cadres, 24_200_000, 'en')).to.equal('24.2\u00a0million\u00a0people');
    expect(displayUnit(funding, [], 'zh-CN')).to.deep.include({ divisor: 1, word: '元' });
  });

  it('tells numbers apart that differ late, with no more digits than that takes', () => {
    expect(displayUnit(funding, [10_100, 10_200], 'zh-CN').digits).to.equal(2);
    expect(displayUnit(funding, [100_000_000 / 3, 50_000_000], 'zh-CN').digits).to.equal(1);
    expect(displayUnit(funding, [10_001, 10_002, 10_003], 'zh-CN').digits).to.equal(4);
    expect(displayUnit(funding, [1 / 3, 1 / 3 + 1e-9], 'zh-CN').digits).to.equal(2);
    // Classes of 0.0 to 0.2 million say nothing.
    expect(displayUnit(cadres, [160_000, 330_000, 828_000, 1_500_000], 'en').digits).to.equal(2);
  });

  it('of shares is the percent', () => {
    const unit = displayUnit(coverage, [0.5, 1], 'zh-CN');
    expect([unit.word, formatIn(unit, 0.5, 'zh-CN')]).to.deep.equal(['', '50%']);
  });

  it('may be a host’s own word', () => {
    expect(unitWord('吨', 'zh-CN')).to.equal('吨');
    expect([undefined, 'share', 'CNY', 'person', 'county'].map((unit) => unitWord(unit, 'zh-CN'))).to.deep.equal([
      '',
      '',
      '元',
      '人',
      '个县（市、区）',
    ]);
    expect(['person', 'county'].map((unit) => unitWord(unit, 'en', 1))).to.deep.equal(['person', 'county']);
    expect(join('5', '', 'en')).to.equal('5');
  });
});

describe('a count of many', () => {
  it('has about four digits that count, and a space between the step and the unit where the language has one', () => {
    expect(formatValue(cadres, 1_859_390, 'en')).to.equal('1.859\u00a0million\u00a0people');
    expect(formatValue(cadres, 1_859_390, 'zh-CN')).to.equal('185.9万人');
    expect(formatValue(cadres, 58_390, 'zh-CN')).to.equal('5.839万人');
    expect(formatValue(cadres, 2.25, 'zh-CN')).to.equal('2.3人');
  });
});

describe('a share', () => {
  it('is never called all when it is less, nor nothing when it is more', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        const text = formatShare(share, 'zh-CN');
        expect(text === '100%').to.equal(share === 1);
        expect(text === '0%').to.equal(share === 0);
      }),
    );
    expect([2 / 3, 0.99999, 0.00001].map((share) => formatShare(share, 'zh-CN'))).to.deep.equal([
      '66.7%',
      '99.9%',
      '0.1%',
    ]);
  });
});

describe('a number without end', () => {
  it('is written with a few digits', () => {
    const money: Metric = { id: 'm', label: {}, kind: 'amount', unit: 'CNY' };
    for (const value of [1e300, -1e300, Number.MAX_VALUE, 1e21, 3e18])
      for (const text of [formatValue(money, value, 'zh-CN'), formatExact(money, value, 'en')])
        expect(text.length, text).to.be.below(40);
  });
});

describe('words', () => {
  it('have the same places to fill in both languages', () => {
    const places = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    const chinese: Readonly<Record<WordKey, string>> = {
      ...initial,
      ...deferred,
      ...feedFaults,
      ...tables,
      ...doctor,
      ...keys,
      ...ways,
      ...sound,
      ...gestures,
    };
    for (const key of Object.keys(chinese) as WordKey[])
      expect(places(en[key]), key).to.deep.equal(places(chinese[key]));
    expect(Object.keys(initial).filter((key) => key in deferred)).to.deep.equal([]);
  });

  it('are filled in once, and leave open what they are not given', () => {
    expect(say('zh-CN', 'legend.range', { from: '{to}', to: 2 })).to.equal('{to}–2');
    expect(say('en', 'legend.range', { from: 1 })).to.equal('1–{to}');
  });

  it('follow the language of the page, Chinese where it is another', () => {
    expect(['en', 'en-GB', 'EN', 'zh-CN', 'zh', 'fr', 'eng', '', null, undefined].map(languageOf)).to.deep.equal([
      'en',
      'en',
      'en',
      'zh-CN',
      'zh-CN',
      'zh-CN',
      'zh-CN',
      'zh-CN',
      'zh-CN',
      'zh-CN',
    ]);
    expect(inLanguage({ 'zh-CN': '甲', en: 'A' }, 'en')).to.equal('A');
    expect([
      inLanguage({ 'zh-CN': '甲' }, 'en'),
      inLanguage({ fr: 'B' }, 'en'),
      inLanguage({ zh: '乙' }, 'zh-CN'),
      inLanguage(undefined, 'en'),
      inLanguage({}, 'en'),
    ]).to.deep.equal(['甲', 'B', '乙', '', '']);
  });

  it('are there once they are loaded', async () => {
    await loadWords('en');
    expect([hasWords('en'), hasWords('zh-CN'), hasWord('unit.yuan'), hasWord('toString')]).to.deep.equal([
      true,
      true,
      true,
      false,
    ]);
  });

  it('have a remedy for every fault, of its own or of another', () => {
    for (const key of Object.keys({ ...initial, ...feedFaults }).filter(
      (each) => each.startsWith('fault.') && !['fault.place', 'fault.more'].includes(each),
    )) {
      const { remedy } = sayFault({ code: key.slice(6) as FaultCode, path: 'x', severity: 'row', args: {} }, 'zh-CN');
      expect(remedy, key).to.match(/^请/);
    }
  });

  it('say a fault with its place, and what to do', () => {
    const fault = {
      code: 'wrong-type',
      path: 'values[12].funding',
      severity: 'row',
      args: { expected: 'yuan', got: '"3,000万"' },
    } as const;
    expect(sayFault(fault, 'en')).to.deep.equal({
      message: 'values[12].funding: expected a number in yuan, got "3,000万"',
      remedy: 'Correct or add the value there.',
    });
    expect(sayFault({ ...fault, path: '', args: { expected: 'array | null', got: '1' } }, 'zh-CN').message).to.equal(
      '应为array | null，现为 1',
    );
  });
});
