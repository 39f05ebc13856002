/** A map's picture: the scene that it is drawn from, and the ladder of renderers that draws it. */
import type { LitElement } from 'lit';
import type { RegionCode } from '../../data/types.js';
import { Ladder } from '../../render/ladder.js';
import type { RendererKind, RendererReason } from '../../render/renderer.js';
import { toElement } from '../../render/svg.js';
import type { Scene } from '../../scene/scene.js';
import { cameraOf, hasSize, type View } from '../../scene/view.js';
import type { RendererChoice } from '../../state/atlas-state.js';
import type { AtlasController } from '../shared/atlas-host.js';
import { emit } from '../shared/events.js';
import { labelNodes } from './map-labels.js';

/** Above this many regions SVG gets slow, and MapLibre takes over without being asked. */
const MANY_REGIONS = 2_000;

interface Host extends LitElement {
  readonly renderer: '' | RendererChoice;
}

export class MapPicture {
  #ladder: Ladder | undefined;
  #view: View | undefined;

  constructor(
    private readonly host: Host,
    private readonly atlas: AtlasController,
    /** Under which the state keeps what it derives for this map. */
    private readonly id: string,
    private readonly regions: () => readonly RegionCode[],
  ) {}

  /** Draws what the reader sees now; the first time, into `box`. */
  draw(view: View, box: HTMLElement): void {
    this.#view = view;
    const scene = this.#scene(view);
    if (!scene) return;
    if (this.#ladder) this.#ladder.draw(scene);
    else {
      const root = this.host.renderRoot as ShadowRoot;
      this.#ladder = new Ladder(scene, box, root, (kind, reason) => this.#handleRenderer(kind, reason));
      this.chooseRenderer();
    }
    const { dataset, language = 'zh-CN' } = this.atlas.values ?? {};
    if (!dataset) return;
    this.host.renderRoot.querySelector('.labels')?.replaceChildren(...labelNodes(dataset.regions, scene, language).map(toElement));
  }

  /** After a choice of the author, for this map or for all. */
  chooseRenderer(): void {
    const wanted = this.#wanted;
    if (wanted === 'svg') this.#ladder?.stepDown('forced');
    else if (wanted === 'maplibre') void this.#ladder?.climb('forced');
    else if ((this.#view?.map.shapes.length ?? 0) > MANY_REGIONS) void this.#ladder?.climb('many-regions');
  }

  /** The reader pans or zooms. */
  handleGesture(): void {
    if (this.#wanted === 'auto') void this.#ladder?.climb('gesture');
  }

  /** Gives all back; `draw` begins again. */
  end(): void {
    this.#ladder?.destroy();
    this.#ladder = undefined;
    this.atlas.state?.forget(this.id);
  }

  get #wanted(): RendererChoice {
    const { renderer } = this.host;
    return renderer === 'svg' || renderer === 'maplibre' ? renderer : (this.atlas.values?.renderer ?? 'auto');
  }

  #scene(view: View): Scene | undefined {
    const { state } = this.atlas;
    if (!state?.values.dataset || !hasSize(view)) return undefined;
    const { map, size } = view;
    return {
      map,
      size,
      palette: state.paletteAt(map.level),
      fills: state.fillsOf(map, this.id),
      emphasis: state.emphasisOn(map, this.id),
      camera: cameraOf(view),
    };
  }

  #handleRenderer(kind: RendererKind, reason: RendererReason): void {
    this.host.dataset.renderer = kind;
    emit(this.host, 'pair-renderer', { regions: this.regions(), renderer: kind, reason });
  }
}
