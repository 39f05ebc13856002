/** The table of faults, made anew: nothing is silent, in either language, and docs/faults.md says what is so. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, it } from 'node:test';
import type { PairAtlas } from '../../../src/elements/atlas/atlas.js';
import { launchBrowser } from '../browser.js';
import { CASES, type Case } from './cases.js';
import { markdownOf, plainLine, serveCases, tableOfFaults, type Row } from './table.js';

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

  it('is what a page says of every answer that brings no feed', async () => {
    // How long a page waits for an answer nobody needs to wait for here: that is tried with the loader.
    const asked = CASES.flatMap((each, i) => (each.by === 'http' && each.answer.fails !== 'silence' ? [i] : []));
    const nameOf = (each: Case | undefined): string => (each?.by === 'http' && each.name) || 'feed.json';
    const tags = asked.map((i) => `<pair-atlas id="case-${i}" src="/${i}/${nameOf(CASES[i])}"></pair-atlas>`);
    const site = await serveCases(
      `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><script type="module" src="/dist/pair-atlas.js"></script>${tags.join('')}`,
    );
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.goto(`${site.origin}/page.html`);
      await page.waitForFunction(() =>
        [...document.querySelectorAll<PairAtlas>('pair-atlas')].every(
          ({ state }) => state && state.values.phase.kind !== 'loading',
        ),
      );
      for (const i of asked) {
        const said = await page.locator(`#case-${i} [part="error"] li`).allInnerTexts();
        const lines = said.map((line) => plainLine(line.replace(/\s*\n\s*/g, ' — ').trim(), site.origin));
        const row = rows[i]!;
        assert.deepEqual(
          lines,
          row.isDrawn ? [] : row.said['zh-CN'].map((line) => line.replace(/\s+/g, ' ')),
          row.what,
        );
      }
    } finally {
      await browser.close();
      site.close();
    }
  });

  it('is docs/faults.md', async () => {
    const committed = await readFile(new URL('../../../docs/faults.md', import.meta.url), 'utf8');
    assert.equal(committed, markdownOf(rows), 'Run `npm run build:faults`.');
  });
});
