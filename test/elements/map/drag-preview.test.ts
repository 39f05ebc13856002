import { expect } from '@open-wc/testing';
import { DragPreview } from '../../../src/elements/map/drag-preview.js';
import { panBy, toScreen, zoomAbout } from '../../../src/scene/geometry/mercator.js';
import type { Scene } from '../../../src/scene/picture/scene.js';
import { clearPage, hover, leave, mapOf, settled, showAtlas, until } from '../../harness.js';
import { SIZE, emphasis, eventually, nextFrame, sceneOf } from '../../render/harness.js';

const start = sceneOf();
const panned = (dx: number, dy = 0, from = start): Scene => ({ ...from, camera: panBy(from.camera, dx, dy) });

/** What a mouse does at points of a stage. Firefox captures no pointer that it has not seen itself. */
function mouseOn(stage: HTMLElement): {
  press(): void;
  move(dx: number): void;
  release(dx: number): void;
  zoom(pixels: number): void;
} {
  stage.setPointerCapture = () => {};
  const box = stage.getBoundingClientRect();
  const [clientX, clientY] = [box.left + box.width / 2, box.top + box.height / 2];
  const point = (type: string, dx: number, more: PointerEventInit): boolean =>
    stage.dispatchEvent(
      new PointerEvent(type, {
        clientX: clientX + dx,
        clientY,
        pointerType: 'mouse',
        pointerId: 1,
        bubbles: true,
        ...more,
      }),
    );
  return {
    press: () => void point('pointerdown', 0, { button: 0, buttons: 1 }),
    move: (dx) => void point('pointermove', dx, { buttons: 1 }),
    release: (dx) => void point('pointerup', dx, { button: 0 }),
    zoom: (pixels) =>
      void stage.dispatchEvent(
        new WheelEvent('wheel', { clientX, clientY, deltaY: -pixels, ctrlKey: true, bubbles: true, cancelable: true }),
      ),
  };
}

/** A preview whose frames come when the test says so, at the test's own time. */
function previewOf(isSlow = false): {
  preview: DragPreview;
  box: HTMLElement;
  painted: Scene[];
  frame(milliseconds: number): void;
} {
  const box = document.createElement('div'),
    painted: Scene[] = [];
  const preview = new DragPreview(
    (scene) => void painted.push(scene),
    () => box,
    () => isSlow,
  );
  let now = 0;
  const waiting: FrameRequestCallback[] = [];
  window.requestAnimationFrame = (callback) => waiting.push(callback);
  const frame = (milliseconds: number): void => {
    now += milliseconds;
    for (const callback of waiting.splice(0)) callback(now);
  };
  return { preview, box, painted, frame };
}

describe('a dragged picture', () => {
  const { requestAnimationFrame } = window;
  afterEach(() => void (window.requestAnimationFrame = requestAnimationFrame));

  it('is painted at every step where the frames keep up', () => {
    const { preview, box, painted, frame } = previewOf();
    preview.show(start);
    const steps = Array.from({ length: 40 }, (_, i) => panned(i + 1));
    for (const step of steps) {
      preview.show(step);
      frame(1000 / 60);
    }
    expect(painted).to.deep.equal([start, ...steps]);
    expect(box.style.transform).to.equal('');
  });

  it('is painted at every step in spite of one slow frame now and then', () => {
    const { preview, painted, frame } = previewOf();
    preview.show(start);
    for (let i = 1; i <= 40; i++) {
      preview.show(panned(i));
      frame(i % 8 === 0 ? 50 : 16);
    }
    expect(painted).to.have.length(41);
  });

  for (const [name, pattern] of Object.entries({ 'every frame': [40], 'every other frame': [33, 17] })) {
    it(`is moved as it is where ${name} is late, and painted when the hand rests`, async () => {
      const { preview, box, painted, frame } = previewOf();
      preview.show(start);
      let last = start;
      for (let i = 1; i <= 30; i++) {
        preview.show((last = panned(2 * i)));
        for (const milliseconds of pattern) frame(milliseconds);
      }
      expect(painted.length).to.be.below(6);
      const shown = painted[painted.length - 1]!;
      const moved =
        toScreen(start.map.origin, last.camera, SIZE)[0] - toScreen(start.map.origin, shown.camera, SIZE)[0];
      expect(new DOMMatrix(box.style.transform).e).to.be.closeTo(moved, 0.5);
      expect(box.style.willChange).to.equal('transform');
      window.requestAnimationFrame = requestAnimationFrame;
      await eventually(() => painted[painted.length - 1] === last, 'the resting picture is painted');
      expect(box.style.transform).to.equal('');
      expect(box.style.willChange).to.equal('');
    });
  }

  it('is moved from the first step where the renderer is known to be slow', () => {
    const { preview, box, painted, frame } = previewOf(true);
    preview.show(start);
    for (let i = 1; i <= 10; i++) {
      preview.show(panned(i));
      frame(16);
      expect(new DOMMatrix(box.style.transform).e).to.be.closeTo(i, 0.5);
    }
    expect(painted).to.deep.equal([start]);
  });

  it('is painted before more than a third of the surface lies bare', () => {
    const { preview, box, painted, frame } = previewOf();
    preview.show(start);
    for (let i = 1; i <= 100; i++) {
      preview.show(panned(10 * i));
      frame(40);
      expect(Math.abs(new DOMMatrix(box.style.transform).e)).to.be.at.most(SIZE.width / 3 + 0.5);
    }
    expect(painted.length).to.be.above((100 * 10) / (SIZE.width / 3));
  });

  it('is painted at once when anything but the place changes', () => {
    const { preview, box, painted, frame } = previewOf();
    preview.show(start);
    for (let i = 1; i <= 10; i++) {
      preview.show(panned(i));
      frame(40);
    }
    for (const next of [
      { ...panned(12), emphasis: emphasis({ active: '510102' }) },
      { ...start, camera: zoomAbout(start.camera, 1, 100, 100, SIZE) },
      { ...panned(12), size: { width: 100, height: 100 } },
    ]) {
      preview.show(panned(11));
      preview.show(next);
      expect(painted[painted.length - 1]).to.equal(next);
      expect(box.style.transform).to.equal('');
    }
  });

  it('paints nothing more when it has ended', async () => {
    const { preview, painted, frame } = previewOf();
    preview.show(start);
    for (let i = 1; i <= 10; i++) {
      preview.show(panned(i));
      frame(40);
    }
    preview.end();
    const count = painted.length;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(painted).to.have.length(count);
  });
});

describe('a map that is dragged on a slow machine', () => {
  const { requestAnimationFrame } = window;
  // Three times as slow as it is, by its own clock.
  before(
    () =>
      (window.requestAnimationFrame = (callback) => requestAnimationFrame.call(window, (time) => callback(3 * time))),
  );
  after(() => (window.requestAnimationFrame = requestAnimationFrame));
  afterEach(clearPage);

  it('shows each place under the hand all the time, and names and all in full when the hand rests', async () => {
    const atlas = await showAtlas('<pair-atlas renderer="svg"><pair-map region="330000"></pair-map></pair-atlas>');
    const map = mapOf(atlas, '330000');
    const stage = map.renderRoot.querySelector<HTMLElement>('.stage')!,
      drawing = map.renderRoot.querySelector<HTMLElement>('.drawing')!;
    const mouse = mouseOn(stage);
    for (let i = 0; i < 2; i++) mouse.zoom(240);
    await nextFrame();
    const place = (): number => map.renderRoot.querySelector<SVGGElement>('.fills')!.getScreenCTM()!.e;
    const before = place();
    mouse.press();
    let hasMoved = false;
    for (let i = 1; i <= 12; i++) {
      mouse.move(4 * i);
      await Promise.resolve();
      hasMoved ||= drawing.style.transform !== '';
      // The hand is where the map is, painted or moved; the first moves only begin the gesture.
      if (i > 2) expect(place() - before).to.be.closeTo(4 * i, 4.5);
      await nextFrame();
    }
    expect(hasMoved).to.equal(true);
    mouse.release(48);
    await until(() => drawing.style.transform === '');
    expect(place() - before).to.be.closeTo(48, 4.5);
  });
});

describe('a step of a reader on a map', () => {
  afterEach(clearPage);

  it('changes the picture, and makes no markup: neither a pointer nor a drag', async () => {
    const atlas = await showAtlas('<pair-atlas renderer="svg"><pair-map region="330000"></pair-map></pair-atlas>');
    const map = mapOf(atlas, '330000');
    // In the shape of its region: what is zoomed in can be dragged both ways.
    map.style.width = '480px';
    await settled(atlas);
    const stage = map.renderRoot.querySelector<HTMLElement>('.stage')!;
    const mouse = mouseOn(stage);
    mouse.zoom(120);
    await settled(atlas);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await settled(atlas);
    let updates = 0,
      views = 0,
      rests = 0,
      observed = 0;
    // Where the hand rests, the state keeps the camera, once.
    const ear = new AbortController();
    atlas.state.subscribe((changed) => void (rests += Number(changed.has('cameras'))), ear.signal);
    map.addController({ hostUpdated: () => void updates++ });
    atlas.addEventListener('pair-view', () => views++);
    const { observe } = ResizeObserver.prototype;
    ResizeObserver.prototype.observe = function (...args): void {
      if (args[0] === stage) observed++;
      observe.apply(this, args);
    };
    try {
      const place = (): number => map.renderRoot.querySelector<SVGGElement>('.fills')!.getScreenCTM()!.e;
      const before = place();
      mouse.press();
      for (let i = 1; i <= 5; i++) {
        mouse.move(8 * i);
        await Promise.resolve();
      }
      mouse.release(40);
      expect(place() - before).to.be.closeTo(40, 1);
      expect(updates).to.equal(0);
      await hover(atlas, '330110');
      expect(map.renderRoot.querySelector('[data-standing="active"]')).not.to.equal(null);
      expect(observed).to.equal(0);
      expect(updates).to.equal(rests);
      expect(views).to.be.at.least(5);
    } finally {
      ResizeObserver.prototype.observe = observe;
      ear.abort();
    }
  });

  it('leaves the names that stay, and turns the cursor into a hand over a region', async () => {
    const atlas = await showAtlas('<pair-atlas renderer="svg"><pair-map region="330000"></pair-map></pair-atlas>');
    const map = mapOf(atlas, '330000');
    const stage = map.renderRoot.querySelector<HTMLElement>('.stage')!;
    const names = (): Element[] => [...map.renderRoot.querySelectorAll('.labels text[data-kind="place"]')];
    const before = names();
    expect(getComputedStyle(stage).cursor).to.equal('default');
    await hover(atlas, '330110');
    expect(getComputedStyle(stage).cursor).to.equal('pointer');
    expect(map.renderRoot.querySelector('.labels text[data-kind="active"]')?.textContent).to.equal('余杭区');
    const kept = names().filter((name) => before.includes(name));
    expect(kept.length).to.be.at.least(before.length - 3);
    expect(kept).to.deep.equal(names());
    await leave(atlas);
    await until(() => getComputedStyle(stage).cursor === 'default');
    expect(map.renderRoot.querySelector('.labels text[data-kind="active"]')).to.equal(null);
  });
});
