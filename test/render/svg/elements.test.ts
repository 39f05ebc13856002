import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { LiveNodes, toElement } from '../../../src/render/svg/elements.js';
import { createSvgRenderer } from '../../../src/render/svg/renderer.js';
import { node, type PictureNode } from '../../../src/scene/picture/picture.js';
import { clearAll, drawWith, emphasis, eventually, sceneOf } from '../harness.js';

const name = fc.record({
  text: fc.constantFrom('杭州', '宁波', '温州', '丽水'),
  x: fc.nat(3),
  kind: fc.constantFrom('place', 'active'),
});
const nodesOf = (names: readonly { text: string; x: number; kind: string }[]): PictureNode[] =>
  names.map(({ text, x, kind }) => node('text', { x, 'data-kind': kind }, [text]));
const keyOf = ({ attributes, children }: PictureNode): string =>
  `${String(attributes['data-kind'])} ${children.join('')}`;
const markupOf = (elements: Iterable<Element>): string => [...elements].map((element) => element.outerHTML).join('\n');

describe('live nodes', () => {
  it('show what was drawn last, in its order, whatever was there before', () => {
    fc.assert(
      fc.property(fc.array(fc.array(name, { maxLength: 6 }), { minLength: 1, maxLength: 5 }), (drawings) => {
        const group = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
        const live = new LiveNodes(keyOf);
        for (const names of drawings) {
          live.draw(group, nodesOf(names));
          expect(markupOf(group.children)).to.equal(markupOf(nodesOf(names).map(toElement)));
        }
      }),
    );
  });

  it('leave alone what stays as it was', async () => {
    const group = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const live = new LiveNodes(keyOf);
    const [a, b, c] = ['杭州', '宁波', '温州'].map((text, x) => ({ text, x, kind: 'place' }));
    live.draw(group, nodesOf([a!, b!, c!]));
    const [first, , third] = group.children;
    const changes: MutationRecord[] = [];
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(group, { childList: true, subtree: true, attributes: true });
    live.draw(group, nodesOf([{ ...b!, kind: 'active' }, a!, c!]));
    changes.push(...observer.takeRecords());
    observer.disconnect();
    // One goes and one comes.
    expect(changes).to.have.length(2);
    expect([...group.children].slice(1)).to.deep.equal([first, third]);
  });
});

describe('the ground of an SVG map', () => {
  afterEach(clearAll);

  it('is a layer of its own while outlines come and go, and not for longer', async () => {
    const scene = sceneOf();
    const { renderer, box } = drawWith(createSvgRenderer, scene);
    const ground = box.querySelector<SVGSVGElement>('svg:has(.fills)')!;
    expect(ground.querySelector('.emphasis')).to.equal(null);
    expect(ground.style.willChange).to.equal('');
    renderer.draw({ ...scene, emphasis: emphasis({ active: '510102' }) });
    expect(ground.style.willChange).to.equal('transform');
    expect(box.querySelector('.emphasis [data-standing="active"]')).not.to.equal(null);
    await eventually(() => ground.style.willChange === '', 'the layer is given back');
  });

  it('keeps its borders in a layer of their own while fills change, and not in another size than they were painted in', async () => {
    const scene = sceneOf();
    const { renderer, box } = drawWith(createSvgRenderer, scene);
    const borders = (): string => box.querySelector<SVGElement>('.borders')!.style.willChange;
    renderer.draw({ ...scene, emphasis: emphasis({ active: '510102' }) });
    expect(borders()).to.equal('');
    const switched = { ...scene, fills: new Map(scene.fills) };
    renderer.draw(switched);
    expect(borders()).to.equal('transform');
    const zoomed = { ...switched, camera: { ...scene.camera, zoom: scene.camera.zoom + 1 } };
    renderer.draw(zoomed);
    expect(borders()).to.equal('');
    renderer.draw({ ...zoomed, fills: new Map(scene.fills) });
    expect(borders()).to.equal('transform');
    await eventually(() => borders() === '', 'the layer is given back');
  });
});
