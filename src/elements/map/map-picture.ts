/** A map's picture: the scene that it is drawn from, and the ladder of renderers that draws it. */
import type { LitElement } from 'lit';
import type { Fault } from '../../data/faults.js';
import type { Dataset } from '../../data/dataset.js';
import { latest } from '../../data/memo.js';
import type { RegionIndex } from '../../data/topology.js';
import { isSavingData } from '../../render/configure.js';
import { prefetchWhenIdle } from '../../render/maplibre/prefetch.js';
import { Ladder } from '../../render/ladder.js';
import type { RendererReason } from '../../render/renderer.js';
import { RENDERERS, isRenderer, type RendererChoice, type RendererKind } from '../../render/renderers.js';
import { LiveNodes } from '../../render/svg/elements.js';
import type { PictureNode } from '../../scene/picture/picture.js';
import type { Emphasis, Scene } from '../../scene/picture/scene.js';
import type { MapShapes } from '../../scene/geometry/shapes.js';
import type { Camera, Size } from '../../scene/geometry/mercator.js';
import { cameraOf, depthOf, hasSize, type View } from '../../scene/geometry/view.js';
import { sayFault, type Language } from '../../scene/words/index.js';
import { emphasisKeeper, fillsOn, paletteAt } from '../../state/derive.js';
import type { AtlasController } from '../shared/atlas-host.js';
import { emit } from '../shared/events.js';
import type { labelNodes } from '../../scene/picture/map-labels.js';
import type { DragPreview } from './drag-preview.js';
import type { DrillDown } from './drill-down.js';

/** Above this many regions SVG gets slow, and MapLibre takes over without being asked. */
const MANY_REGIONS = 2_000;

/** Zoom steps beyond the whole map at which detail is fetched, and at which the overview is enough again. */
const DETAIL_FROM = 1.5,
  DETAIL_TO = 1;
/** Milliseconds after which a detail that could not be had is asked for again, when the reader moves the map. */
const DETAIL_REST = 10_000;

interface Host extends LitElement {
  readonly renderer: '' | RendererChoice;
  /** Shows the same regions in more, or less, detail. */
  takeShapes(map: MapShapes): void;
}

export class MapPicture {
  #ladder: Ladder | undefined;
  /** What the ladder draws into. */
  #box: HTMLElement | undefined;
  #view: View | undefined;
  /** Comes with the gestures: nobody drags before. */
  #dragPreview: DragPreview | undefined;
  #painted: Scene | undefined;
  /** Makes the names; fetched when the first picture is drawn. */
  #labelNodes: typeof labelNodes | undefined;
  #areNamesAsked = false;
  /** The names that stand on the map, and what places them. */
  #names: readonly PictureNode[] | undefined;
  readonly #placeNames = latest(placeNames);
  #emphasisOn = emphasisKeeper();
  readonly #labels = new LiveNodes(
    ({ attributes, children }) => `${String(attributes['data-kind'])} ${children.join('')}`,
  );
  #hasLocator = false;
  /** A map that has detailed shapes, and what it was before. */
  #detail: { readonly overview: MapShapes; readonly map: MapShapes } | undefined;
  /** The map whose detail is being fetched, or could not be had. */
  #asked: { readonly map: MapShapes; readonly until: number } | undefined;

  constructor(
    private readonly host: Host,
    private readonly atlas: AtlasController,
    private readonly place: Pick<DrillDown, 'ownCodes' | 'named' | 'isFitted'>,
  ) {}

  /** Draws what the reader sees now; the first time, into `box`. */
  draw(view: View, box: HTMLElement): void {
    // A map that had nothing to show for a while has a new box.
    if (this.#box !== box) this.end();
    this.#box = box;
    this.#view = view;
    const scene = this.#scene(view);
    if (!scene) return;
    if (!this.#ladder) {
      const root = this.host.renderRoot as ShadowRoot;
      this.#ladder = new Ladder(scene, box, root, (...change) => this.#handleRenderer(...change));
      this.chooseRenderer();
      prefetchWhenIdle();
    }
    if (this.#dragPreview) this.#dragPreview.show(scene);
    else this.#paint(scene);
    this.#chooseDetail(view);
    if (this.place.isFitted || this.#hasLocator) void this.#locate(view);
  }

  /** After a choice of the author, for this map or for all. */
  chooseRenderer(): void {
    const wanted = this.#wanted;
    const hasBasemap = wanted === 'auto' || RENDERERS[wanted].hasBasemap;
    this.#ladder?.setBasemap(hasBasemap ? this.atlas.values?.basemap : undefined);
    if (wanted === 'svg') this.#ladder?.stepDown('forced');
    else if (wanted !== 'auto') void this.#ladder?.climb('forced', wanted);
    else if ((this.#view?.map.shapes.length ?? 0) > MANY_REGIONS) void this.#ladder?.climb('many-regions');
  }

  /** From now on a drag may be shown before it is painted. */
  previewDrags(Preview: typeof DragPreview): void {
    this.#dragPreview ??= new Preview(
      (scene) => this.#paint(scene),
      () => this.host.renderRoot.querySelector<HTMLElement>('.drawing'),
      () => this.#ladder?.isSlow ?? false,
    );
  }

  /** The reader pans or zooms. */
  handleGesture(): void {
    if (this.#wanted === 'auto') void this.#ladder?.climb('gesture');
  }

  /** Gives all back; `draw` begins again. */
  end(): void {
    this.#ladder?.destroy();
    this.#ladder = undefined;
    this.#view = undefined;
    this.#dragPreview?.end();
    this.#painted = undefined;
    this.#emphasisOn = emphasisKeeper();
    this.#names = undefined;
  }

  /** What stands out on the map now, by what it was drawn from. */
  emphasisOn(map: MapShapes): Emphasis | undefined {
    const { values } = this.atlas;
    return values && this.#emphasisOn(values, map);
  }

  /** What is said below this map alone: how much of its regions it draws, and whose map lies beneath, as plain text. */
  get notes(): readonly string[] {
    const fitted = this.place.isFitted ? [this.atlas.say('map.fitted')] : [];
    return [...fitted, ...(this.#ladder?.credits ?? [])];
  }

  async #locate(view: View): Promise<void> {
    this.#hasLocator = true;
    // Without its file there is none, and the map goes on.
    const locator = await import('./locator.js').catch(() => undefined);
    const stage = this.host.renderRoot.querySelector<HTMLElement>('.stage');
    const regions = this.atlas.values?.dataset?.regions;
    if (stage && regions && this.#view === view)
      locator?.showLocator(stage, regions, this.place.named, view.map.regions, view);
  }

  get #wanted(): RendererChoice {
    const { renderer } = this.host;
    return isRenderer(renderer) ? renderer : (this.atlas.values?.renderer ?? 'auto');
  }

  #paint(scene: Scene): void {
    this.#painted = scene;
    this.#ladder?.draw(scene);
    this.#name(scene);
  }

  #name(scene: Scene | undefined): void {
    const { dataset } = this.atlas.values ?? {};
    const { language } = this.atlas;
    const nodesOf = this.#labelNodes;
    if (!nodesOf) this.#askForNames();
    else if (scene && dataset) {
      const { map, camera, size, palette, emphasis } = scene;
      const { ink, accent, halo } = palette;
      const labels = this.host.renderRoot.querySelector('.labels');
      // Of letters that are not as on any page, the style sheet knows how large.
      const letters = labels && this.host.dataset.text ? parseFloat(getComputedStyle(labels).fontSize) : undefined;
      const colours = [ink, accent, halo] as const;
      const nodes = this.#placeNames(nodesOf, dataset, map, camera, size, emphasis, language, letters, ...colours);
      if (!labels || nodes === this.#names) return;
      this.#names = nodes;
      // On paper the box has another size, and nobody to tell of it.
      labels.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
      this.#labels.draw(labels, nodes);
    }
  }

  /** When the frame is done in which this was drawn: what is on its way then is not ahead of the picture. */
  #askForNames(): void {
    if (this.#areNamesAsked) return;
    this.#areNamesAsked = true;
    setTimeout(() => {
      import('../../scene/picture/map-labels.js').then(
        (names) => {
          this.#labelNodes = names.labelNodes;
          this.#name(this.#painted);
        },
        // A map without names is one still.
        () => undefined,
      );
    });
  }

  #scene(view: View): Scene | undefined {
    const { values } = this.atlas;
    if (!values?.dataset || !hasSize(view)) return undefined;
    const { map, size } = view;
    return {
      map,
      size,
      palette: paletteAt(values, map.level),
      fills: fillsOn(values, map),
      emphasis: this.#emphasisOn(values, map),
      camera: cameraOf(view),
    };
  }

  #chooseDetail(view: View): void {
    const regions = this.atlas.values?.dataset?.regions;
    const depth = depthOf(view);
    const { map } = view;
    if (this.#detail?.map === map) {
      if (depth < DETAIL_TO) this.#take(this.#detail.overview);
    } else if (depth >= DETAIL_FROM && regions?.detail !== undefined && !isSavingData()) {
      if (this.#detail?.overview === map) this.#take(this.#detail.map);
      else if (this.#asked?.map !== map || performance.now() > this.#asked.until) void this.#fetchDetail(regions, map);
    }
  }

  async #fetchDetail(regions: RegionIndex, map: MapShapes): Promise<void> {
    this.#asked = { map, until: Infinity };
    const detailed = await import('./detail.js')
      .then(({ detailedMap }) => detailedMap(regions, map))
      .catch(() => undefined);
    if (!detailed) this.#asked = { map, until: performance.now() + DETAIL_REST };
    // The reader may have gone on to another map meanwhile, or out again.
    else if (this.#view?.map === map) {
      this.#detail = { overview: map, map: detailed };
      this.#chooseDetail(this.#view);
    }
  }

  /** After this frame's drawing, which may be what asks for it. */
  #take(map: MapShapes): void {
    queueMicrotask(() => this.host.isConnected && this.host.takeShapes(map));
  }

  #handleRenderer(kind: RendererKind, reason: RendererReason, detail = ''): void {
    this.host.dataset.renderer = kind;
    // A basemap's credits come and go with it.
    if (reason !== 'first-paint') this.host.requestUpdate();
    emit(this.host, 'pair-renderer', { regions: this.place.ownCodes, renderer: kind, reason });
    if (reason !== 'basemap-failed') return;
    const fault: Fault = { code: reason, path: 'basemap', severity: 'warning', args: { detail } };
    emit(this.host, 'pair-error', { isFatal: false, faults: [{ ...fault, ...sayFault(fault, this.atlas.language) }] });
  }
}

/** By single colours: a metric with another number of classes leaves the names as they are. */
function placeNames(
  nodesOf: typeof labelNodes,
  dataset: Dataset,
  map: MapShapes,
  camera: Camera,
  size: Size,
  emphasis: Emphasis,
  language: Language,
  letters: number | undefined,
  ink: string,
  accent: string,
  halo: string,
): PictureNode[] {
  return nodesOf(dataset, { map, camera, size, emphasis, palette: { ink, accent, halo } }, language, letters);
}
