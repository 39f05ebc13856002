import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readTopology } from '../../../src/data/read-topology.js';
import { fromScreen, panBy, toScreen, toWorld, zoomAbout } from '../../../src/scene/geometry/mercator.js';
import { mapShapes } from '../../../src/scene/geometry/shapes.js';
import {
  cameraOf,
  codeAt,
  hasSize,
  moved,
  resized,
  spotOnSurface,
  type View,
} from '../../../src/scene/geometry/view.js';
import { COUNTIES, smallTopology } from '../../fixtures/topology.js';

const reading = readTopology(smallTopology());
if (reading.kind !== 'regions') throw new Error('unusable');
const map = mapShapes(reading.regions, ['510000'], 'county');
const whole: View = { map, size: { width: 400, height: 300 }, camera: undefined };
const unseen: View = { ...whole, size: { width: 0, height: 300 } };
const zoomed = (view: View, steps: number, x = 200, y = 150): View =>
  moved(view, (at, size) => zoomAbout(at, steps, x, y, size));

describe('a view', () => {
  it('shows the whole map while the reader has not moved it', () => {
    const camera = cameraOf(whole);
    const corners = [
      toScreen([map.box[0], map.box[1]], camera, whole.size),
      toScreen([map.box[2], map.box[3]], camera, whole.size),
    ].flat();
    expect(Math.min(...corners)).to.be.at.least(6 - 1e-6);
    expect(corners[2]).to.be.at.most(394 + 1e-6);
    expect(corners[3]).to.be.at.most(294 + 1e-6);
    // By this a renderer sees that nothing has moved.
    expect(cameraOf(whole)).to.equal(camera);
    expect(cameraOf({ ...whole, size: { width: 800, height: 600 } }).zoom).to.be.closeTo(camera.zoom + 1, 0.1);
  });

  it('belongs to nobody again when the reader zooms all the way out', () => {
    const deep = zoomed(whole, 2);
    expect(deep.camera!.zoom).to.be.closeTo(cameraOf(whole).zoom + 2, 1e-9);
    expect(zoomed(deep, -2.5).camera).to.equal(undefined);
  });

  it('goes at most five steps deep', () => {
    expect(zoomed(whole, 40).camera!.zoom).to.be.closeTo(cameraOf(whole).zoom + 5, 1e-9);
  });

  it('stays over its map, however far it is dragged', () => {
    const pixels = fc.integer({ min: -100_000, max: 100_000 });
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 8, noNaN: true }), pixels, pixels, (steps, dx, dy) => {
        const view = moved(zoomed(whole, steps), (at) => panBy(at, dx, dy));
        const [x, y] = toWorld(cameraOf(view).longitude, cameraOf(view).latitude);
        expect(x).to.be.within(map.box[0] - 1e-9, map.box[2] + 1e-9);
        expect(y).to.be.within(map.box[1] - 1e-9, map.box[3] + 1e-9);
      }),
    );
  });

  it('does not move before it has a size', () => {
    expect([hasSize(whole), hasSize(unseen)]).to.deep.equal([true, false]);
    expect(zoomed(unseen, 2)).to.equal(unseen);
    expect(codeAt(unseen, 10, 10, 50)).to.equal(undefined);
  });

  it('keeps its middle, and how much of the map it shows, when the surface grows', () => {
    const before = zoomed(whole, 2, 120, 80);
    const after = resized(before, { width: 800, height: 600 });
    const middle = ({ size, camera }: View): readonly number[] =>
      fromScreen(size.width / 2, size.height / 2, camera!, size);
    middle(after).forEach((value, i) => expect(value).to.be.closeTo(middle(before)[i]!, 1e-9));
    const depth = (view: View): number => view.camera!.zoom - cameraOf({ ...view, camera: undefined }).zoom;
    expect(depth(after)).to.be.closeTo(depth(before), 1e-9);
  });

  it('keeps the reader’s camera while the surface is hidden', () => {
    const before = zoomed(whole, 2);
    const hidden = resized(before, { width: 0, height: 0 });
    expect(hidden.camera).to.deep.equal(before.camera);
    expect(resized(hidden, before.size)).to.deep.equal(before);
    expect(resized(whole, { width: 10, height: 10 }).camera).to.equal(undefined);
  });

  it('finds a region under its own label, however deep the reader is', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COUNTIES), fc.double({ min: 0, max: 5, noNaN: true }), (code, steps) => {
        const start = spotOnSurface(whole, [code])!;
        const view = zoomed(whole, steps, start.x, start.y);
        const { x, y } = spotOnSurface(view, [code])!;
        expect(codeAt(view, x, y)).to.equal(code);
      }),
    );
  });

  it('reaches as many pixels beyond an outline as it was given, at every depth', () => {
    for (const view of [whole, zoomed(whole, 3, 0, 150)]) {
      const [x0] = map.byCode.get('510101')!.box;
      const [left] = toScreen([map.origin[0] + x0 / map.scale, map.origin[1]], cameraOf(view), view.size);
      // The leftmost point of the map is the upper left corner of 510101.
      const [, y] = toScreen([map.origin[0], toWorld(103, 31)[1]], cameraOf(view), view.size);
      expect(codeAt(view, left - 5, y, 8), 'within 8 pixels').to.equal('510101');
      expect(codeAt(view, left - 12, y, 8), 'beyond 8 pixels').to.equal(undefined);
    }
  });

  it('has no place for a region of another map', () => expect(spotOnSurface(whole, ['330106'])).to.equal(undefined));
});
