import { expect } from '@open-wc/testing';
import { keysPart, type KeysOf } from '../../../src/scene/parts/keys.js';
import '../../../src/scene/words/all.js';

const ALL: readonly KeysOf[] = ['map', 'legend', 'breaks', 'timeline', 'search', 'table', 'tour'];

describe('the list of keys', () => {
  it('has what an atlas has, and no more, breaks with the rest of the legend', () => {
    const headings = (...has: KeysOf[]): string[] =>
      keysPart(new Set(has), 'zh-CN').groups.map(({ heading }) => heading);
    expect(headings(...ALL)).to.deep.equal(['地图', '图例', '时期', '查找', '表格', '巡览', '各处']);
    expect(headings('map')).to.deep.equal(['地图', '各处']);
    const lines = (...has: KeysOf[]): number => keysPart(new Set(has), 'en').groups[0]!.lines.length;
    expect(lines('legend', 'breaks')).to.be.greaterThan(lines('legend'));
  });

  it('names keys in the reader’s language, and by what stands on them', () => {
    const keysOf = (language: 'zh-CN' | 'en'): string[] =>
      keysPart(new Set<KeysOf>(['map']), language).groups[0]!.lines.flatMap(({ keys }) => keys);
    expect(keysOf('zh-CN')).to.include.members(['方向键', 'Home', '回车', '空格', 'Shift + 方向键', '+', '0']);
    expect(keysOf('en')).to.include.members(['Arrow keys', 'Home', 'Enter', 'Space', 'Shift + Arrow keys', '+', '0']);
    for (const { groups, title, close } of [keysPart(new Set(ALL), 'zh-CN'), keysPart(new Set(ALL), 'en')])
      for (const text of [
        title,
        close,
        ...groups.flatMap(({ heading, lines }) => [heading, ...lines.map((line) => line.text)]),
      ])
        expect(text)
          .to.match(/\S/)
          .and.not.match(/^keys?\./);
  });
});
