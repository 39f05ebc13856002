/** All figures of a feed as one table: the notes and partners of each place. */
import { expect } from '@open-wc/testing';
import { feedTable } from '../../../src/scene/parts/feed-table.js';
import '../../../src/scene/words/all.js';
import { feedWith } from '../../fixtures/feeds.js';
import { datasetOf, realRegions } from '../../fixtures/world.js';

describe('the table of a feed', () => {
  it('has all notes and partners of each place, in the order of the feed, and those of no other', async () => {
    const note = (code: string, text: string): object => ({ code, title: '注', text });
    const feed = feedWith((raw) => {
      raw.notes = [note('513221', '一'), note('513201', '二'), note('513221', '三'), note('513201', '四')];
      raw.pairs.push({ from: '330102', to: '513201', period: '2017' }, { from: '330102', to: '513221' });
    });
    const { columns, rows } = feedTable(datasetOf(feed, await realRegions()), { language: 'zh-CN', hasPairs: true });
    const at = (field: string): number => columns.findIndex((column) => column.field === field);
    expect(rows.map((row) => [row[at('code')], row[at('note')], row[at('pair')]])).to.deep.include.members([
      ['513201', '注：二\n注：四', '西湖区 330106（已证实）'],
      ['513221', '注：一\n注：三', '义乌市 330782（已证实）、西湖区 330106（推断）、上城区 330102'],
      ['513222', null, null],
    ]);
  });
});
