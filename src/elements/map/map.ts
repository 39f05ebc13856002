import { LitElement, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import type { Fault } from '../../data/faults.js';
import type { Level, RegionCode } from '../../data/types.js';
import { Ladder } from '../../render/ladder.js';
import type { RendererKind, RendererReason } from '../../render/renderer.js';
import { toElement } from '../../render/svg.js';
import { boundaryNotes, describe, spoken } from '../../scene/description.js';
import { panBy, zoomAbout, type Camera, type Size } from '../../scene/mercator.js';
import { nameOf } from '../../scene/names.js';
import type { Scene } from '../../scene/scene.js';
import { mapShapes } from '../../scene/shapes.js';
import { cameraOf, codeAt, hasSize, moved, placeOnSurface, resized, type View } from '../../scene/view.js';
import { regionTowards, type Direction } from '../../scene/walk.js';
import { inLanguage, say, sayFault } from '../../scene/words/index.js';
import { isPublished } from '../../data/dataset.js';
import { remember } from '../../data/remember.js';
import type { RendererChoice } from '../../state/atlas-state.js';
import { AtlasController } from '../shared/atlas-host.js';
import { emit } from '../shared/events.js';
import { base, tokens } from '../shared/styles.js';
import { GestureController } from './gestures.js';
import { commandOf } from './keys.js';
import { labelNodes } from './map-labels.js';
import { styles } from './map.styles.js';

/** Above this many regions SVG gets slow, and MapLibre takes over without being asked. */
const MANY_REGIONS = 2_000;
const HINT_TIME = 1_400;

let maps = 0;

/**
 * One map of the atlas: the regions of one or more provinces or prefectures.
 *
 * @slot title - Replaces the map's name.
 * @csspart map - The whole figure.
 * @csspart title - The name of the map.
 * @csspart stage - The box that the picture is drawn in; takes focus.
 * @csspart controls - The zoom buttons.
 * @csspart boundary - The note on the boundaries: review number, or that they are illustrative.
 * @tag pair-map
 */
export class PairMap extends LitElement {
  static override properties = {
    region: {},
    level: {},
    renderer: {},
    for: {},
    hint: { state: true, attribute: false },
    view: { state: true, attribute: false },
  };
  static override styles: CSSResultGroup = [tokens, base, styles];

  /** Codes of one or more provinces or prefectures, separated by spaces. */
  region = '';
  /** The units that are coloured: `county`, `prefecture` or `province`. */
  level: Level = 'county';
  /** `auto`, `svg` or `maplibre`; by default what the atlas says. */
  renderer: '' | 'auto' | 'svg' | 'maplibre' = '';
  /** Id of the atlas that this map belongs to, where it does not stand inside it. */
  for = '';

  private get stage(): HTMLElement | null {
    return this.renderRoot.querySelector('.stage');
  }
  private get picture(): HTMLElement | null {
    return this.renderRoot.querySelector('.picture');
  }
  private get labels(): SVGSVGElement | null {
    return this.renderRoot.querySelector('.labels');
  }
  private hint: 'wheel' | 'touch' | undefined;
  private view: View | undefined;

  readonly #id = `map-${++maps}`;
  readonly #atlas = new AtlasController(
    this,
    ['dataset', 'metric', 'period', 'active', 'selected', 'filter', 'method', 'classes', 'scheme', 'theme', 'readToken', 'language'],
    (changed) => {
      if (changed.has('renderer')) this.#chooseRenderer();
    },
  );
  readonly #gestures = new GestureController(this, {
    point: (x, y, client) => this.#activate(this.view && codeAt(this.view, x, y), client),
    leave: () => this.#activate(undefined),
    choose: (x, y, slack, isAdding) => {
      this.#choose(this.view && codeAt(this.view, x, y, slack), isAdding);
      // On a phone the panel rises from below: what was tapped shall stay in sight.
      if (slack > 0 && this.getBoundingClientRect().top + y > innerHeight / 2) this.scrollIntoView();
    },
    pan: (dx, dy) => this.#move((camera) => panBy(camera, dx, dy)),
    zoom: (steps, x, y) => this.#move((camera, size) => zoomAbout(camera, steps, x, y, size)),
    hint: (kind) => this.#showHint(kind),
    canPan: () => this.view?.camera !== undefined,
  });
  readonly #resize = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));
  /** What the view was made of: topology, regions, level. */
  #viewOf: readonly unknown[] = [];
  readonly #count = remember<number>();
  #ladder: Ladder | undefined;
  /** Kept while the hint fades. */
  #hintKind: 'wheel' | 'touch' = 'wheel';
  #hintTimer: ReturnType<typeof setTimeout> | undefined;
  #isBrowsing = false;

  override connectedCallback(): void {
    super.connectedCallback();
    // A map that was moved in the page has given everything back; it begins again.
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
    this.#ladder?.destroy();
    this.#ladder = undefined;
    clearTimeout(this.#hintTimer);
    this.#atlas.state?.forget(this.#id);
  }

  override willUpdate(): void {
    // Shapes are projected once for a topology, a choice of regions, and a level.
    const regions = this.#atlas.values?.dataset?.regions;
    const of = [regions, this.region, this.level];
    if (!regions || of.every((part, i) => part === this.#viewOf[i])) return;
    this.#viewOf = of;
    const codes = this.#codes();
    const map = mapShapes(regions, codes.length > 0 ? codes : regions.provinces, this.level);
    this.view = { map, size: this.view?.size ?? { width: 0, height: 0 }, camera: undefined };
    if (map.shapes.length === 0) {
      const fault = this.#unknown();
      emit(this, 'pair-error', { isFatal: false, faults: [{ ...fault, ...sayFault(fault, this.#atlas.values?.language ?? 'zh-CN') }] });
    }
  }

  override render(): TemplateResult {
    const { values } = this.#atlas;
    const { dataset, language = 'zh-CN', active } = values ?? {};
    const map = this.view?.map;
    if (dataset && map && map.shapes.length === 0) return this.#renderEmpty();
    const metric = this.#atlas.state?.metric;
    const place = dataset ? this.#place() : '';
    const scale = this.#atlas.state?.scaleAt(this.level);
    const canZoomOut = this.view?.camera !== undefined;
    const description =
      active !== undefined && map?.byCode.has(active) && dataset && scale ? describe(dataset, scale, active, language) : undefined;
    return html`<figure part="map">
      <figcaption part="title"><slot name="title">${place}${this.#renderCount(this.view)}</slot></figcaption>
      <div class="controls" part="controls">
        <button aria-label=${this.#atlas.say('map.zoom-in')} title=${this.#atlas.say('map.zoom-in')} @click=${() => this.#zoom(1)}>
          +
        </button>
        <button
          aria-label=${this.#atlas.say('map.zoom-out')}
          title=${this.#atlas.say('map.zoom-out')}
          ?disabled=${!canZoomOut}
          @click=${() => this.#zoom(-1)}
        >
          −
        </button>
        <button
          aria-label=${this.#atlas.say('map.reset')}
          title=${this.#atlas.say('map.reset')}
          ?disabled=${!canZoomOut}
          @click=${() => this.#resetView()}
        >
          ⟲
        </button>
      </div>
      <div
        class=${['stage', canZoomOut ? 'can-pan' : '', description ? 'on-region' : ''].join(' ')}
        part="stage"
        tabindex="0"
        role="application"
        aria-label=${this.#atlas.say('map.label', { place, metric: inLanguage(metric?.label, language) })}
        aria-describedby="keys"
        @keydown=${this.#handleKey}
        @blur=${this.#handleBlur}
      >
        <div class="picture"></div>
        <svg class="labels" aria-hidden="true"></svg>
        <div class="hint ${this.hint ? 'is-shown' : ''}" aria-hidden="true"><span>${this.#hintText()}</span></div>
      </div>
      <p class="note" part="boundary">
        ${dataset ? this.#notes().map((note, i, all) => html`<span>${note}${i < all.length - 1 ? this.#atlas.say('text.semicolon') : nothing}</span>`) : nothing}
      </p>
      <span class="only-spoken" id="keys">${this.#atlas.say('map.keys')}</span>
      <span class="only-spoken" role="status">${this.#isBrowsing && description ? spoken(description, language) : nothing}</span>
    </figure>`;
  }

  override updated(changed: PropertyValues<this>): void {
    const { stage, picture } = this;
    const { view } = this;
    if (!stage || !picture || !view || view.map.shapes.length === 0) return;
    this.#resize.observe(stage);
    this.#gestures.attach(stage);
    // The box has the shape of the map, unless the host gave it a height. Set here, not in the markup: a strict policy
    // refuses style attributes.
    const { box } = view.map;
    stage.style.setProperty('--_shape', `${((100 * (box[3] - box[1])) / (box[2] - box[0])).toFixed(3)}%`);
    this.#draw(view, picture);
    if (changed.has('renderer')) this.#chooseRenderer();
  }

  #draw(view: View, picture: HTMLElement): void {
    const scene = this.#scene(view);
    if (!scene) return;
    if (this.#ladder) this.#ladder.draw(scene);
    else {
      this.#ladder = new Ladder(scene, picture, this.renderRoot as ShadowRoot, (kind, reason) => this.#handleRenderer(kind, reason));
      this.#chooseRenderer();
    }
    this.#drawLabels(scene);
  }

  #scene(view: View): Scene | undefined {
    const { state } = this.#atlas;
    if (!state?.values.dataset || !hasSize(view)) return undefined;
    const { map, size } = view;
    return {
      map,
      size,
      palette: state.paletteAt(this.level),
      fills: state.fillsOf(map, this.#id),
      emphasis: state.emphasisOn(map, this.#id),
      camera: cameraOf(view),
    };
  }

  #drawLabels(scene: Scene): void {
    const { dataset, language = 'zh-CN' } = this.#atlas.values ?? {};
    if (dataset) this.labels?.replaceChildren(...labelNodes(dataset.regions, scene, language).map(toElement));
  }

  #codes(): RegionCode[] {
    return this.region.split(/\s+/).filter(Boolean);
  }

  #place(): string {
    const { dataset, language = 'zh-CN' } = this.#atlas.values ?? {};
    return dataset
      ? this.#codes()
          .map((code) => nameOf(dataset.regions, code, language))
          .join(say(language, 'text.list'))
      : '';
  }

  #renderCount(view: View | undefined): TemplateResult | typeof nothing {
    const { state } = this.#atlas;
    if (!state?.values.dataset || !view) return nothing;
    const fills = state.fillsOf(view.map, this.#id);
    const count = this.#count([fills], () => [...fills.values()].filter(({ kind }) => kind === 'class').length);
    const args = { count, all: view.map.shapes.length };
    return html`<span class="count">${this.#atlas.say(this.level === 'county' ? 'map.count.county' : 'map.count', args)}</span>`;
  }

  #unknown(): Fault {
    return { code: 'unknown-region', path: 'region', severity: 'warning', args: { code: this.region } };
  }

  #renderEmpty(): TemplateResult {
    const { message, remedy } = sayFault(this.#unknown(), this.#atlas.values?.language ?? 'zh-CN');
    return html`<div class="empty" role="alert">${message}<br /><span class="soft">${remedy}</span></div>`;
  }

  /** That the figures on the map were not published, where they were not, and the note on its boundaries. */
  #notes(): string[] {
    const { dataset, language = 'zh-CN' } = this.#atlas.values ?? {};
    const scale = this.#atlas.state?.scaleAt(this.level);
    const notes = boundaryNotes(dataset, language);
    if (!scale?.status || isPublished(scale.status)) return notes;
    const metric = inLanguage(scale.metric.label, language);
    return [say(language, 'status.map', { metric, status: say(language, `status.${scale.status}`) }), ...notes];
  }

  #hintText(): string {
    if (this.#hintKind === 'touch') return this.#atlas.say('map.gesture.touch');
    return this.#atlas.say(/Mac|iP(hone|ad)/.test(navigator.platform) ? 'map.gesture.wheel.mac' : 'map.gesture.wheel');
  }

  #showHint(kind: 'wheel' | 'touch'): void {
    this.hint = this.#hintKind = kind;
    clearTimeout(this.#hintTimer);
    this.#hintTimer = setTimeout(() => (this.hint = undefined), HINT_TIME);
  }

  #measure(): void {
    const { stage, view } = this;
    if (!stage || !view) return;
    const { clientWidth: width, clientHeight: height } = stage;
    if (width !== view.size.width || height !== view.size.height) this.view = resized(view, { width, height });
  }

  #activate(code: RegionCode | undefined, pointer?: { x: number; y: number }): void {
    this.#isBrowsing = false;
    this.#atlas.state?.update({ active: code, pointer: code === undefined ? undefined : pointer }, 'reader');
  }

  #choose(code: RegionCode | undefined, isAdding: boolean): void {
    const { state } = this.#atlas;
    if (!state) return;
    const { selected } = state.values;
    const isSelected = code !== undefined && selected.includes(code);
    const others = selected.filter((other) => other !== code);
    const kept = isAdding ? others : [];
    const next =
      code === undefined ? (isAdding ? selected : []) : isSelected && (isAdding || selected.length === 1) ? kept : [...kept, code];
    state.update({ selected: next }, 'reader');
  }

  #move(next: (camera: Camera, size: Size) => Camera): void {
    if (!this.view) return;
    this.view = moved(this.view, next);
    const { active } = this.#atlas.values ?? {};
    // A tooltip that no pointer holds goes with its region.
    if (this.#isBrowsing && active !== undefined) this.#atlas.state?.update({ pointer: this.#clientPlace(this.view, active) });
    if (this.view.camera && this.#wantedRenderer() === 'auto') void this.#ladder?.climb('gesture');
  }

  #zoom(steps: number): void {
    this.#move((camera, size) => zoomAbout(camera, steps, size.width / 2, size.height / 2, size));
  }

  #resetView(): void {
    if (this.view) this.view = { ...this.view, camera: undefined };
  }

  #wantedRenderer(): RendererChoice {
    return this.renderer === 'svg' || this.renderer === 'maplibre' ? this.renderer : (this.#atlas.values?.renderer ?? 'auto');
  }

  #chooseRenderer(): void {
    const wanted = this.#wantedRenderer();
    if (wanted === 'svg') this.#ladder?.stepDown('forced');
    else if (wanted === 'maplibre') void this.#ladder?.climb('forced');
    else if ((this.view?.map.shapes.length ?? 0) > MANY_REGIONS) void this.#ladder?.climb('many-regions');
  }

  #handleRenderer(kind: RendererKind, reason: RendererReason): void {
    this.dataset.renderer = kind;
    emit(this, 'pair-renderer', { regions: this.#codes(), renderer: kind, reason });
  }

  readonly #handleBlur = (): void => {
    if (!this.#isBrowsing) return;
    this.#isBrowsing = false;
    this.#atlas.state?.update({ active: undefined, pointer: undefined }, 'reader');
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    const command = commandOf(event);
    const { active } = this.#atlas.values ?? {};
    if (!command || (command.kind === 'choose' && active === undefined)) return;
    event.preventDefault();
    switch (command.kind) {
      case 'walk':
        return this.#walk(command.direction);
      case 'pan':
        return this.#move((camera) => panBy(camera, command.x, command.y));
      case 'choose':
        return this.#choose(active, command.isAdding);
      case 'leave':
        // First what is pointed at, then what is selected.
        return active === undefined ? this.#atlas.state?.update({ selected: [] }, 'reader') : this.#activate(undefined);
      case 'zoom':
        return this.#zoom(command.steps);
      case 'reset':
        return this.#resetView();
    }
  };

  #walk(direction: Direction): void {
    const { view } = this;
    const { state } = this.#atlas;
    if (!view || !state) return;
    const { map, size } = view;
    const { active, selected } = state.values;
    const here = active !== undefined && map.byCode.has(active) ? active : undefined;
    const next =
      here === undefined
        ? (selected.find((code) => map.byCode.has(code)) ?? codeAt(view, size.width / 2, size.height / 2, size.width / 3))
        : (regionTowards(map, here, direction) ?? here);
    if (next === undefined) return;
    this.#isBrowsing = true;
    state.update({ active: next, pointer: this.#clientPlace(view, next) }, 'reader');
  }

  /** Client pixels of a region's label point: where a tooltip stands when there is no pointer. */
  #clientPlace(view: View, code: RegionCode): { x: number; y: number } | undefined {
    const { stage } = this;
    const place = placeOnSurface(view, code);
    if (!place || !stage) return undefined;
    const box = stage.getBoundingClientRect();
    return { x: box.left + (place[0] * box.width) / stage.clientWidth, y: box.top + (place[1] * box.height) / stage.clientHeight };
  }
}
