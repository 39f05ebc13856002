import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  cameraAt,
  fitCamera,
  fromScreen,
  fromWorld,
  keepInSight,
  panBy,
  pixelsPerWorld,
  toScreen,
  toWorld,
  zoomAbout,
  type WorldBox,
} from '../../../src/scene/geometry/mercator.js';

const longitude = fc.double({ min: -179, max: 179, noNaN: true }),
  latitude = fc.double({ min: -84, max: 84, noNaN: true });
const size = { width: 400, height: 300 };
const camera = fc.record({
  longitude: fc.double({ min: 70, max: 140, noNaN: true }),
  latitude: fc.double({ min: 0, max: 55, noNaN: true }),
  zoom: fc.double({ min: 2, max: 14, noNaN: true }),
});
const pixel = fc.record({
  x: fc.double({ min: 0, max: 400, noNaN: true }),
  y: fc.double({ min: 0, max: 300, noNaN: true }),
});

describe('the projection', () => {
  it('leads back to where it came from', () => {
    fc.assert(
      fc.property(longitude, latitude, (lon, lat) => {
        const [x, y] = toWorld(lon, lat),
          [backLon, backLat] = fromWorld(x, y);
        expect(backLon).to.be.closeTo(lon, 1e-9);
        expect(backLat).to.be.closeTo(lat, 1e-9);
      }),
    );
  });

  it('has the equator in the middle and north above', () => {
    expect(toWorld(0, 0)).to.deep.equal([0.5, 0.5]);
    expect(toWorld(0, 40)[1]).to.be.lessThan(0.5);
    expect(pixelsPerWorld(1)).to.equal(1024);
  });
});

describe('the camera', () => {
  it('finds the same point on the screen and back', () => {
    fc.assert(
      fc.property(camera, pixel, (at, { x, y }) => {
        const [screenX, screenY] = toScreen(fromScreen(x, y, at, size), at, size);
        expect(screenX).to.be.closeTo(x, 1e-5);
        expect(screenY).to.be.closeTo(y, 1e-5);
      }),
    );
  });

  it('shows all of a box that it was fitted to, and touches its sides', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 0.8, noNaN: true }),
        fc.double({ min: 0.3, max: 0.5, noNaN: true }),
        fc.double({ min: 1e-4, max: 0.1, noNaN: true }),
        fc.double({ min: 1e-4, max: 0.1, noNaN: true }),
        (x0, y0, width, height) => {
          const box: WorldBox = [x0, y0, x0 + width, y0 + height];
          const fit = fitCamera(box, size, 6);
          const [left, top] = toScreen([box[0], box[1]], fit, size),
            [right, bottom] = toScreen([box[2], box[3]], fit, size);
          expect(Math.min(left, top)).to.be.at.least(6 - 1e-3);
          expect(right).to.be.at.most(394 + 1e-3);
          expect(bottom).to.be.at.most(294 + 1e-3);
          expect(Math.min(left - 6, top - 6)).to.be.closeTo(0, 1e-3);
        },
      ),
    );
  });

  it('bears a box and a surface without size', () => {
    expect(Number.isFinite(fitCamera([0.5, 0.5, 0.5, 0.5], { width: 0, height: 0 }, 6).zoom)).to.equal(true);
  });

  it('keeps the point under the pointer when it zooms', () => {
    fc.assert(
      fc.property(camera, pixel, fc.double({ min: -2, max: 2, noNaN: true }), (at, { x, y }, steps) => {
        const under = fromScreen(x, y, at, size),
          [nextX, nextY] = toScreen(under, zoomAbout(at, steps, x, y, size), size);
        expect(nextX).to.be.closeTo(x, 1e-4);
        expect(nextY).to.be.closeTo(y, 1e-4);
      }),
    );
  });

  it('moves the picture with the hand', () => {
    fc.assert(
      fc.property(camera, pixel, ({ ...at }, { x, y }) => {
        const point = fromScreen(100, 100, at, size),
          [movedX, movedY] = toScreen(point, panBy(at, x, y), size);
        expect(movedX).to.be.closeTo(100 + x, 1e-4);
        expect(movedY).to.be.closeTo(100 + y, 1e-4);
      }),
    );
  });

  it('shows nothing beside its map on any gesture, where the map is larger than the surface', () => {
    const box: WorldBox = [0.7, 0.4, 0.75, 0.43],
      fit = fitCamera(box, size, 0);
    fc.assert(
      fc.property(camera, fc.double({ min: 1, max: 9, noNaN: true }), (at, steps) => {
        const kept = keepInSight({ ...at, zoom: fit.zoom + steps }, fit, box, 5, size);
        const [left, top] = fromScreen(0, 0, kept, size),
          [right, bottom] = fromScreen(size.width, size.height, kept, size);
        expect(Math.min(left - box[0], top - box[1], box[2] - right, box[3] - bottom)).to.be.at.least(-1e-9);
        expect(kept.zoom).to.be.within(fit.zoom, fit.zoom + 5);
      }),
    );
  });

  it('is kept in sight of its map: not smaller, not too deep, not beside it', () => {
    const box: WorldBox = [0.7, 0.4, 0.75, 0.43],
      fit = fitCamera(box, size, 6);
    expect(keepInSight({ ...fit, zoom: fit.zoom - 1 }, fit, box, 5, size)).to.equal(fit);
    expect(keepInSight({ ...fit, zoom: fit.zoom + 9 }, fit, box, 5, size).zoom).to.equal(fit.zoom + 5);
    const kept = keepInSight(cameraAt(0.1, 0.9, fit.zoom + 2), fit, box, 5, size);
    const [left, bottom] = fromScreen(0, size.height, kept, size);
    expect(left).to.be.closeTo(box[0], 1e-9);
    expect(bottom).to.be.closeTo(box[3], 1e-9);
    // Where the surface is larger than the map in one direction, the map stands in its middle.
    const [x] = toWorld(
      keepInSight(cameraAt(0.1, 0.41, fit.zoom + 0.01), fit, [0.7, 0.3, 0.701, 0.43], 5, size).longitude,
      0,
    );
    expect(x).to.be.closeTo(0.7005, 1e-9);
  });
});
