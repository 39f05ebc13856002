/** The table of faults, made anew: nothing is silent, in either language, and docs/faults.md says what is so. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, it } from 'node:test';
import { markdownOf, tableOfFaults, type Row } from './table.js';

describe('the table of faults', () => {
  let rows: readonly Row[];
  before(async () => {
    rows = await tableOfFaults();
  });

  it('has at least forty, each said in both languages with a place', () => {
    assert(rows.length >= 40);
    for (const { what, said } of rows) {
      assert(said['zh-CN'].length > 0, what);
      assert.equal(said['zh-CN'].length, said.en.length, what);
      for (const line of [...said['zh-CN'], ...said.en]) {
        assert.match(
          line,
          /^(https:\/\/example\.org\/feed\.(json|csv|xlsx)|(feed|boundaries)\.(json|csv|xlsx?))/,
          what,
        );
        assert.doesNotMatch(line, /\{\w+\}|undefined|fault\.|remedy\.|json\.[a-z]+$/, what);
      }
      for (const line of said['zh-CN']) assert.match(line, /[一-龥]|→|：/, what);
    }
  });

  it('gives a remedy wherever nothing is drawn', () => {
    for (const { what, isDrawn, said } of rows)
      if (!isDrawn) for (const line of said['zh-CN']) assert.match(line, / — 请/, what);
  });

  it('is docs/faults.md', async () => {
    const committed = await readFile(new URL('../../../docs/faults.md', import.meta.url), 'utf8');
    assert.equal(committed, markdownOf(rows), 'Run `npm run build:faults`.');
  });
});
