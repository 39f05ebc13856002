import { expect } from '@open-wc/testing';
import { configureMapLibre } from '../../../src/render/configure.js';
import { loadMapLibre } from '../../../src/render/maplibre/load.js';
import { RendererFailure } from '../../../src/render/renderer.js';
import { panBy } from '../../../src/scene/geometry/mercator.js';
import { hasWebGl2 } from '../../webgl.js';
import { clearAll, drawWith, keepDrawingBuffers, sceneOf } from '../harness.js';

const WORKER = new URL('../../../node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs', import.meta.url).href;
const LOADER = new URL('../../../src/render/maplibre/load.ts', import.meta.url).href;

keepDrawingBuffers();
afterEach(clearAll);

describe('MapLibre in trouble', () => {
  const reasonOf = (renderer: { ready: Promise<void> }): Promise<unknown> =>
    renderer.ready.then(
      () => 'ready',
      (error: unknown) => (error instanceof RendererFailure ? error.reason : error),
    );

  before(function () {
    hasWebGl2(this);
  });
  afterEach(() => configureMapLibre({ workerUrl: WORKER }));

  it('says once that the context is lost', async () => {
    const { renderer, box, losses } = drawWith(await loadMapLibre(), sceneOf());
    await renderer.ready;
    const canvas = box.querySelector('canvas');
    const lost = new Promise((resolve) => canvas?.addEventListener('webglcontextlost', resolve));
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    await lost;
    expect(losses).to.deep.equal(['context-lost']);
    renderer.destroy();
    expect(losses).to.deep.equal(['context-lost']);
    expect(box.childNodes.length).to.equal(0);
  });

  it('gives its context back', async () => {
    const { renderer, box } = drawWith(await loadMapLibre(), sceneOf());
    await renderer.ready;
    const context = box.querySelector('canvas')?.getContext('webgl2');
    expect(context?.isContextLost()).to.equal(false);
    renderer.destroy();
    expect(context?.isContextLost()).to.equal(true);
  });

  it('outlives more maps, one after another, than a browser has contexts', async function () {
    this.timeout(180_000);
    const create = await loadMapLibre();
    for (let i = 0; i < 20; i++) {
      const { renderer, losses } = drawWith(create, sceneOf());
      await renderer.ready;
      renderer.destroy();
      expect(losses).to.deep.equal([]);
    }
  });

  it('fails when the worker file is missing', async () => {
    configureMapLibre({ workerUrl: new URL('./no-such-worker.mjs', import.meta.url).href });
    const { renderer } = drawWith(await loadMapLibre(), sceneOf());
    expect(await reasonOf(renderer)).to.equal('load-failed');
  });

  it('is not even fetched where the page refuses addresses of scripts, as Trusted Types do', async () => {
    // In the body the browser leaves it alone, and so all other tests; over HTTP: test/node/standalone/host-page.test.ts.
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "require-trusted-types-for 'script'";
    document.body.append(policy);
    try {
      const fresh = (await import(/* @vite-ignore */ `${LOADER}?fresh`)) as { loadMapLibre: typeof loadMapLibre };
      const failure = await fresh.loadMapLibre().catch((error: unknown) => error);
      expect((failure as RendererFailure).reason).to.equal('policy');
      expect((failure as RendererFailure).message).to.contain('Trusted Types');
    } finally {
      policy.remove();
    }
  });

  it('does not take an empty picture for a map, though MapLibre reports it finished', async () => {
    const { map } = sceneOf();
    const scene = sceneOf({
      map: {
        ...map,
        shapes: map.shapes.map((shape) => ({
          ...shape,
          rings: shape.rings,
          geometry: { type: 'MultiPolygon', arcs: [] },
        })),
      },
    });
    expect(await reasonOf(drawWith(await loadMapLibre(), scene).renderer)).to.equal('blank');
  });

  it('has nothing to wait for when no region is in sight', async () => {
    const scene = sceneOf();
    const { renderer } = drawWith(await loadMapLibre(), { ...scene, camera: panBy(scene.camera, 5000, 0) });
    expect(await reasonOf(renderer)).to.equal('ready');
  });

  it('fails without WebGL 2, and can be asked again', async () => {
    const { getContext } = HTMLCanvasElement.prototype;
    const create = await loadMapLibre();
    HTMLCanvasElement.prototype.getContext = (() => null) as never;
    try {
      expect(await reasonOf(drawWith(create, sceneOf()).renderer)).to.equal('no-webgl2');
    } finally {
      HTMLCanvasElement.prototype.getContext = getContext;
    }
    const { renderer } = drawWith(create, sceneOf());
    expect(await reasonOf(renderer)).to.equal('ready');
  });

  it('rejects, and stays out of the box, when it is destroyed before the first picture', async () => {
    const { renderer, box } = drawWith(await loadMapLibre(), sceneOf());
    renderer.destroy();
    expect(await reasonOf(renderer)).to.equal('load-failed');
    expect(box.childNodes.length).to.equal(0);
  });
});
