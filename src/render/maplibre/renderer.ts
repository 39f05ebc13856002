/**
 * The MapLibre renderer: the picture of `scene/picture/picture.ts` on a WebGL 2 canvas. Only this module names MapLibre, and it is
 * reached by a dynamic import. It brings no style sheet: a map without controls needs two declarations, set below.
 */
import {
  GPUInitializationError,
  Map as MapLibreMap,
  setWorkerUrl,
  type GeoJSONSource,
  type StyleSpecification,
} from 'maplibre-gl';
import type { RegionCode } from '../../data/types.js';
import { pixelsPerWorld, toScreen } from '../../scene/geometry/mercator.js';
import type { Scene } from '../../scene/picture/scene.js';
import type { MapShapes } from '../../scene/geometry/shapes.js';
import { ABOVE_TEXTURES, bordersOf, coloursOf, keepsSome, paintOf, patternedOf, regionsOf, styleOf } from './style.js';
import { BASEMAP_PREFIX, plainCredit, type Basemap } from './basemap.js';
import { TextureLayer } from './textures.js';
import { Outlines } from '../svg/outlines.js';
import {
  RendererFailure,
  type Renderer,
  type RendererFactory,
  type RendererOptions,
  type RendererReason,
} from '../renderer.js';

interface MapLibreOptions extends RendererOptions {
  /** Where the worker lies, if not beside MapLibre's own module. */
  readonly workerUrl?: string;
  readonly basemap?: Basemap;
}

/** Milliseconds on a visible page until a map that shows nothing is given up; meanwhile the SVG stands. */
const PATIENCE = 15_000;
/** More of them for each region: a machine without a GPU cuts and paints 20,000 in half a minute. */
const PATIENCE_PER_REGION = 3;

export const createMapLibreRenderer = ((scene: Scene, options: MapLibreOptions): Renderer =>
  new MapLibreRenderer(scene, options)) satisfies RendererFactory;

class MapLibreRenderer implements Renderer {
  readonly kind = 'maplibre';
  readonly ready: Promise<void>;
  readonly #surface = document.createElement('div');
  readonly #outlines = new Outlines();
  readonly #textures: TextureLayer;
  /** Of what the legend keeps. */
  readonly #keptTextures: TextureLayer;
  readonly #onLost: RendererOptions['onLost'];
  #settle: { resolve(): void; reject(error: RendererFailure): void } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #map: MapLibreMap | undefined;
  #asked: Scene;
  /** Undefined until the style is there to be painted. */
  #drawn: Scene | undefined;
  /** Whose shapes the sources hold. */
  #brought: MapShapes;
  #paint: ReturnType<typeof paintOf>;
  #colours: ReadonlyMap<RegionCode, string> = new Map();
  #pixelRatio = devicePixelRatio;
  #isOver = false;
  #isLost = false;
  readonly #basemap: Basemap | undefined;
  #credits: readonly string[] = [];
  #isSlow = false;
  readonly #life = new AbortController();

  constructor(scene: Scene, { box, onLost, workerUrl, basemap }: MapLibreOptions) {
    this.#basemap = basemap;
    this.#asked = scene;
    this.#brought = scene.map;
    this.#paint = paintOf(scene);
    this.#onLost = onLost;
    this.#textures = new TextureLayer('textures', scene);
    this.#keptTextures = new TextureLayer('kept-textures', scene);
    this.ready = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
    // Whoever does not wait for the picture need not hear that there is none.
    this.ready.catch(() => {});
    // By property, never by attribute: a strict policy refuses style attributes, and asks nothing of these.
    Object.assign(this.#surface.style, { position: 'absolute', left: '0', top: '0', overflow: 'hidden' });
    this.#measure(scene);
    box.replaceChildren(this.#surface);
    try {
      if (workerUrl !== undefined) setWorkerUrl(workerUrl);
      this.#map = this.#open(scene);
    } catch (error) {
      this.#fail(
        error instanceof GPUInitializationError ? 'no-webgl2' : 'load-failed',
        'MapLibre could not open a map.',
        error,
      );
    }
  }

  get isSlow(): boolean {
    return this.#isSlow;
  }

  get credits(): readonly string[] {
    return this.#credits;
  }

  draw(scene: Scene): void {
    this.#asked = scene;
    if (this.#drawn) this.#repaint(scene, this.#drawn);
  }

  destroy(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#life.abort();
    this.#fail('load-failed', 'The renderer was destroyed before its first picture.');
    this.#drawn = undefined;
    try {
      this.#map?.remove();
    } catch {
      // Half-open maps and lost contexts make it stumble; what it held goes with the surface.
    }
    this.#map = undefined;
    this.#surface.remove();
  }

  #open(scene: Scene): MapLibreMap {
    const map = new MapLibreMap({
      container: this.#surface,
      style: styleOf(scene, this.#basemap) as StyleSpecification,
      ...cameraOf(scene),
      minZoom: -2,
      maxZoom: 24,
      transformConstrain: (center, zoom) => ({ center, zoom }),
      renderWorldCopies: false,
      interactive: false,
      attributionControl: false,
      trackResize: false,
      fadeDuration: 0,
      validateStyle: false,
    });
    const canvas = map.getCanvas();
    Object.assign(canvas.style, { position: 'absolute', left: '0', top: '0' });
    // The map's element speaks for the picture, and takes the focus.
    for (const name of ['role', 'aria-label', 'tabindex']) canvas.removeAttribute(name);
    canvas.setAttribute('aria-hidden', 'true');
    this.#surface.append(this.#outlines.element);
    map.once('style.load', () => this.#begin(map));
    // In the same frame as the canvas: an outline that runs ahead of its region would tremble while the map is dragged.
    map.on('render', () => this.#drawn && this.#outlines.draw(this.#drawn));
    map.on('idle', this.#handleIdle);
    map.on('error', this.#handleError);
    map.once('webglcontextlost', () => this.#handleLoss());
    this.#timer = setTimeout(() => this.#handleTimeout(), this.#patience);
    this.#watchRatio();
    return map;
  }

  #begin(map: MapLibreMap): void {
    if (this.#isOver) return;
    map.addLayer(this.#textures, ABOVE_TEXTURES);
    map.addLayer(this.#keptTextures, ABOVE_TEXTURES);
    this.#repaint(this.#asked, undefined);
  }

  /** Sets what differs from the scene `before`; everything where there was none. */
  #repaint(scene: Scene, before: Scene | undefined): void {
    const map = this.#map;
    if (!map) return;
    this.#drawn = scene;
    const has = (...members: (keyof Scene)[]): boolean => members.some((member) => scene[member] !== before?.[member]);
    const isResized = has('size') || this.#pixelRatio !== devicePixelRatio;
    if (isResized) {
      this.#measure(scene);
      map.resize();
    }
    if (has('camera', 'size')) map.jumpTo(cameraOf(scene));
    if (scene.map !== this.#brought) this.#bring(map, scene);
    if (has('palette', 'emphasis')) this.#setPaint(map, scene);
    const fades = !before || fadingOf(scene).some((part, i) => part !== fadingOf(before)[i]);
    if (has('map', 'fills', 'palette') || fades) {
      this.#setColours(map, coloursOf(scene));
      this.#texture(scene);
    } else for (const layer of [this.#textures, this.#keptTextures]) layer.follow(scene);
    // A pointer changes nothing on the canvas.
    if (!isResized && !fades && !has('map', 'fills', 'palette', 'camera')) return this.#outlines.draw(scene);
    map.triggerRepaint();
    // A canvas that changes size is empty until it is drawn again; the reader should not see it so.
    if (isResized && before) map.redraw();
  }

  #bring(map: MapLibreMap, scene: Scene): void {
    const before = this.#brought;
    this.#brought = scene.map;
    const isSame =
      before.shapes.length === scene.map.shapes.length && before.shapes.every(({ code }) => scene.map.byCode.has(code));
    for (const [source, data] of [
      ['regions', regionsOf(scene.map)],
      ['borders', bordersOf(scene.map)],
    ] as const) {
      map.getSource<GeoJSONSource>(source)?.setData(data);
      // The same regions in more detail keep their states: there is no frame without colours.
      if (!isSame) map.removeFeatureState({ source });
    }
    if (!isSame) this.#colours = new Map();
  }

  #setPaint(map: MapLibreMap, scene: Scene): void {
    const paint = paintOf(scene);
    for (const [layer, values] of Object.entries(paint)) {
      for (const [name, value] of Object.entries(values)) {
        if (this.#paint[layer]?.[name] !== value)
          map.setPaintProperty(layer, name as 'line-color', value as string, { validate: false });
      }
    }
    this.#paint = paint;
  }

  #setColours(map: MapLibreMap, colours: ReadonlyMap<RegionCode, string>): void {
    for (const [id, colour] of colours)
      if (this.#colours.get(id) !== colour) map.setFeatureState({ source: 'regions', id }, { colour });
    this.#colours = colours;
  }

  #texture(scene: Scene): void {
    const { kept, isFading } = scene.emphasis;
    const isKept = (code: RegionCode): boolean => keepsSome(scene) && kept.has(code);
    this.#textures.show(
      scene,
      patternedOf(scene, (code) => !isKept(code)),
    );
    this.#textures.opacity = isFading ? scene.palette.faded : 1;
    this.#keptTextures.show(scene, patternedOf(scene, isKept));
  }

  #measure({ size }: Scene): void {
    this.#pixelRatio = devicePixelRatio;
    Object.assign(this.#surface.style, { width: `${size.width}px`, height: `${size.height}px` });
  }

  /** MapLibre rests. It also does so when its worker was refused and nothing was drawn: only regions on the canvas count. */
  readonly #handleIdle = (): void => {
    const map = this.#map,
      scene = this.#drawn;
    if (!map || !scene || !this.#settle) return;
    if (isInSight(scene) && map.queryRenderedFeatures({ layers: ['fills'] }).length === 0) {
      this.#fail('blank', 'MapLibre reports a finished map, and drew no region.');
      return;
    }
    clearTimeout(this.#timer);
    map.off('idle', this.#handleIdle);
    this.#credits = this.#creditsOf(map);
    this.#isSlow = isDrawnByCpu(map.getCanvas().getContext('webgl2'));
    this.#settle?.resolve();
    this.#settle = undefined;
  };

  /** Of ours nothing fails after the first picture that would take it away; a basemap's tiles may at any time. */
  readonly #handleError = ({
    error,
    sourceId,
  }: {
    readonly error: { readonly message: string };
    readonly sourceId?: string;
  }): void => {
    const isBasemaps = sourceId?.startsWith(BASEMAP_PREFIX) ?? this.#basemap !== undefined;
    const reason = isBasemaps ? 'basemap-failed' : 'load-failed';
    if (this.#settle)
      this.#fail(
        reason,
        isBasemaps ? error.message : `MapLibre failed before its first picture: ${error.message}`,
        error,
      );
    else if (isBasemaps) this.#lose(reason, error.message);
    else console.warn('pair-atlas: MapLibre reports an error.', error);
  };

  #creditsOf(map: MapLibreMap): string[] {
    const credits = Object.keys(this.#basemap?.sources ?? {}).map((name) =>
      plainCredit(map.getSource(name)?.attribution ?? ''),
    );
    return [...new Set(credits)].filter(Boolean);
  }

  /** A window that goes to another screen, or a browser that zooms: the box stays as it is, and its pixels are others. */
  #watchRatio(): void {
    const { signal } = this.#life;
    const handle = (): void => {
      if (this.#drawn && this.#pixelRatio !== devicePixelRatio) this.#repaint(this.#drawn, this.#drawn);
    };
    const observer = new ResizeObserver(handle);
    signal.addEventListener('abort', () => observer.disconnect());
    try {
      observer.observe(this.#surface, { box: 'device-pixel-content-box' });
    } catch {
      // Safari does not know that box, and tells of its zoom as of a new size of the window.
    }
    addEventListener('resize', handle, { signal });
  }

  #lose(reason: RendererReason, detail?: string): void {
    if (!this.#isLost) this.#onLost(reason, detail);
    this.#isLost = true;
  }

  #handleLoss(): void {
    if (this.#isOver) return;
    if (this.#settle) this.#fail('context-lost', 'The WebGL context was lost before the first picture.');
    else this.#lose('context-lost');
  }

  get #patience(): number {
    return PATIENCE + PATIENCE_PER_REGION * this.#asked.map.shapes.length;
  }

  #handleTimeout(): void {
    // A page in the background draws no frames; that is no fault of the map.
    if (document.visibilityState === 'hidden') this.#timer = setTimeout(() => this.#handleTimeout(), this.#patience);
    else this.#fail('load-failed', `MapLibre drew nothing within ${this.#patience / 1000} s.`);
  }

  #fail(reason: RendererReason, message: string, cause?: unknown): void {
    clearTimeout(this.#timer);
    this.#settle?.reject(new RendererFailure(reason, message, { cause }));
    this.#settle = undefined;
  }
}

const cameraOf = ({ camera }: Scene) => ({
  center: [camera.longitude, camera.latitude] as [number, number],
  zoom: camera.zoom,
});

/** What of the emphasis is on the canvas. */
const fadingOf = ({ emphasis: { isFading, kept } }: Scene): readonly unknown[] => [isFading, isFading && kept];

/** Does a region's label point lie on the surface? Then something of it must have been drawn. */
function isInSight({ map, camera, size }: Scene): boolean {
  const [x, y] = toScreen(map.origin, camera, size);
  const unit = pixelsPerWorld(camera.zoom) / map.scale;
  return map.shapes.some(({ label }) => {
    const left = x + label[0] * unit,
      top = y + label[1] * unit;
    return left >= 0 && left < size.width && top >= 0 && top < size.height;
  });
}

/** Is WebGL drawn without a GPU? Chromium says so by an extension alone, of which Firefox warns, as it says so by itself. */
function isDrawnByCpu(gl: WebGL2RenderingContext | null): boolean {
  const plain = String(gl?.getParameter(gl.RENDERER));
  const debug = plain === 'WebKit WebGL' ? gl?.getExtension('WEBGL_debug_renderer_info') : null;
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(
    debug ? String(gl?.getParameter(debug.UNMASKED_RENDERER_WEBGL)) : plain,
  );
}
