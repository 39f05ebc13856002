/** The npm build in Node: importing it on a server must not crash, and the core must work without a DOM. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';

const run = (code: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
    cwd: new URL('../../', import.meta.url),
  });
const json = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`../../${path}`, import.meta.url), 'utf8'));

describe('the package in Node', () => {
  it('can be imported by its own name, elements and all', () => {
    assert.equal(
      run(`const { PairAtlas } = await import('pair-atlas'); console.log(typeof PairAtlas)`).trim(),
      'function',
    );
  });

  it('gives every element that its manifest promises, alone and with all', async () => {
    const { modules } = (await json('custom-elements.json')) as {
      modules: { declarations: { name: string; tagName: string }[] }[];
    };
    const elements = modules.flatMap(({ declarations }) => declarations);
    const all = run(`console.log(Object.keys(await import('pair-atlas')).join())`).trim().split(',');
    assert(elements.length >= 11);
    for (const { name, tagName } of elements) {
      assert.equal(
        run(`console.log(typeof (await import('pair-atlas/${tagName}')).${name})`).trim(),
        'function',
        tagName,
      );
      assert(all.includes(name), name);
    }
    assert.equal(
      run(`console.log(import.meta.resolve('pair-atlas/data/zhejiang-2018.json').endsWith('.json'))`).trim(),
      'true',
    );
  });

  it('reads, joins and draws the built-in case without a DOM', async () => {
    const core = await import('../../src/core.js');
    const feed = core.parseFeed(await json('data/zhejiang-2018.json'));
    const topology = core.readTopology(await json('data/counties-2018.json'));
    assert(feed.kind === 'feed' && topology.kind === 'regions');
    const dataset = core.buildDataset(feed.feed, feed.codes, topology.regions, feed.faults);
    assert.equal(core.hasFaults(dataset.ledger), false);
    assert.equal(dataset.ledger.drawn.length, 80);
    const metric = dataset.metric('funding');
    assert(metric);
    const scale = core.classScale(dataset, metric, '2018', 'county', { method: 'quantile', classes: 5 });
    const map = core.mapShapes(topology.regions, ['330000'], 'county');
    const size = { width: 400, height: 400 };
    const palette = core.paletteOf('light', 'teal', scale.classes.length);
    const fills = new Map(
      map.shapes.map(({ code }) => [code, core.fillOf(dataset.datum(code, 'funding', '2018'), scale)]),
    );
    const markup = core.toMarkup(
      core.picture(
        { map, fills, palette, size, emphasis: core.NO_EMPHASIS, camera: core.fitCamera(map.box, size, 6) },
        'test',
      ),
    );
    assert.match(markup, /^<svg xmlns=/);
    assert.equal(markup.match(/data-code=/g)?.length, 89);
    assert(palette.classes.every((colour) => markup.includes(colour)));
  });

  it('adds up: both sides of the pairs, and the reported totals', async () => {
    const core = await import('../../src/core.js');
    const feed = core.parseFeed(await json('data/zhejiang-2018.json'));
    const topology = core.readTopology(await json('data/counties-2018.json'));
    assert(feed.kind === 'feed' && topology.kind === 'regions');
    const dataset = core.buildDataset(feed.feed, feed.codes, topology.regions);
    for (const [id, total] of [
      ['funding', 2_470_000_000],
      ['cadres', 138],
    ] as const) {
      const { received, givenByCounties, givenByCities, unattributed } = core.reconcile(dataset, id, '2018');
      assert.equal(received, total);
      assert(Math.abs(givenByCounties + givenByCities + unattributed - total) < 1e-6 * total);
      assert(unattributed > 0 && givenByCities > 0);
      const zhejiang = dataset.datum('330000', id, '2018');
      assert(zhejiang.kind === 'value' && Math.abs(zhejiang.value - (givenByCounties + givenByCities)) < 1e-6 * total);
    }
  });
});
