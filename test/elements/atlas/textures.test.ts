import { expect } from '@open-wc/testing';
import type { PairAtlas } from '../../../src/index.js';
import { expectClean } from '../../axe.js';
import { clearPage, part, parts, settled, showAtlas, switchMetric, textOf, until } from '../../harness.js';

const box = (atlas: PairAtlas): HTMLInputElement =>
  part(atlas, 'pair-legend').renderRoot.querySelector<HTMLInputElement>('.textures input')!;
/** Patterns of classes that a part draws. */
const patternsIn = (root: Element): string[] => [
  ...new Set(
    parts<SVGElement>(root, '[fill^="url("]').flatMap(
      (shape) => /class-\d/.exec(shape.getAttribute('fill') ?? '') ?? [],
    ),
  ),
];
const texturesOn = (atlas: PairAtlas): Promise<void> =>
  until(() => atlas.state.values.sight !== undefined).then(() => settled(atlas));

describe('textures', () => {
  afterEach(clearPage);

  it('come by a box of the legend, onto maps, legend and table alike, and go by it', async () => {
    const atlas = await showAtlas('<pair-atlas metric="funding"></pair-atlas>');
    expect(textOf(box(atlas).closest('label'))).to.equal('加纹理');
    expect(patternsIn(atlas)).to.deep.equal([]);
    const before = location.hash;
    box(atlas).click();
    await texturesOn(atlas);
    expect(atlas.textures).to.equal(true);
    for (const tag of ['pair-map', 'pair-legend', 'pair-table'])
      expect(patternsIn(parts(atlas, tag)[0]!), tag).to.include.members(['class-1', 'class-2', 'class-3', 'class-4']);
    expect(location.hash).to.equal(before);
    await expectClean(part(atlas, 'pair-legend'));
    box(atlas).click();
    await until(() => atlas.state.values.sight === undefined);
    await settled(atlas);
    expect(patternsIn(atlas)).to.deep.equal([]);
  });

  it('are there with the first picture where the author asks for them, and follow to another metric', async () => {
    const atlas = await showAtlas('<pair-atlas textures lang="en" metric="funding"></pair-atlas>');
    expect(patternsIn(atlas)).to.include('class-4');
    expect(textOf(box(atlas).closest('label'))).to.equal('Add textures');
    expect(box(atlas).checked).to.equal(true);
    await switchMetric(atlas, 'coverage');
    expect(patternsIn(parts(atlas, 'pair-map')[0]!)).to.deep.equal(['class-2']);
    // Classes of the metric's own are told apart as well.
    expect(box(atlas).checked).to.equal(true);
  });

  it('are in files', async () => {
    const atlas = await showAtlas('<pair-atlas textures metric="funding"></pair-atlas>');
    const text = await (await atlas.exportAs('svg')).text();
    const file = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    expect(patternsIn(file)).to.include.members(['class-1', 'class-2', 'class-3', 'class-4']);
    const used = [...text.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id!);
    for (const id of new Set(used)) expect(text, id).to.contain(`id="${id}"`);
    expect((await atlas.exportAs('png')).size).to.be.above(10_000);
  });

  it('are not offered by a legend that offers nothing', async () => {
    const atlas = await showAtlas(
      '<pair-atlas><pair-map region="510000"></pair-map><pair-legend plain></pair-legend></pair-atlas>',
    );
    expect(box(atlas)).to.equal(null);
  });
});
