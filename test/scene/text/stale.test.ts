import { expect } from '@open-wc/testing';
import { ageText, staleText } from '../../../src/scene/text/stale.js';
import '../../../src/scene/words/all.js';

const MINUTE = 60_000;

describe('the age of a feed', () => {
  const ages: [milliseconds: number, chinese: string, english: string][] = [
    [0, '1分钟前', '1 minute ago'],
    [90_000, '1分钟前', '1 minute ago'],
    [59 * MINUTE, '59分钟前', '59 minutes ago'],
    [60 * MINUTE, '1小时前', '1 hour ago'],
    [150 * MINUTE, '2小时前', '2 hours ago'],
    [49 * 60 * MINUTE, '2天前', '2 days ago'],
  ];
  for (const [milliseconds, chinese, english] of ages)
    it(`is said as "${english}"`, () => {
      expect([ageText(milliseconds, 'zh-CN'), ageText(milliseconds, 'en')]).to.deep.equal([chinese, english]);
    });

  it('is said with the failure, and of a kept feed with the time', () => {
    const since = new Date(2026, 10, 26, 8, 5).getTime();
    const stale = { since, noticed: since + 120 * MINUTE, isKept: false };
    expect(staleText(stale, 'zh-CN')).to.equal('数据为2小时前，更新失败');
    expect(staleText(stale, 'en')).to.equal('Data of 2 hours ago; the update failed');
    expect(staleText({ ...stale, isKept: true }, 'zh-CN')).to.equal(
      '数据为2小时前，更新失败：显示的是本机 2026-11-26 08:05 保存的数据',
    );
    expect(staleText({ ...stale, isKept: true }, 'en')).to.contain('what the browser kept on 2026-11-26 08:05');
  });
});
