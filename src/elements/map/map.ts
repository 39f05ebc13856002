import {
  LitElement,
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { Level, RegionCode } from '../../data/types.js';
import { panBy, zoomAbout, type Camera, type Size } from '../../scene/geometry/mercator.js';
import { mapLabel, mapNote } from '../../scene/parts/map.js';
import type { Emphasis } from '../../scene/picture/scene.js';
import { mapShapes, type MapShapes } from '../../scene/geometry/shapes.js';
import type { Trail } from '../../scene/geometry/walk.js';
import {
  cameraOf,
  centredOn,
  codeAt,
  hasSize,
  lookingAt,
  moved,
  resized,
  type View,
} from '../../scene/geometry/view.js';
import type { RendererChoice } from '../../render/renderers.js';
import { COLOURED_BY, type AtlasKey, type Fit } from '../../state/values.js';
import { codesOn, metricOf, scaleAt } from '../../state/derive.js';
import { selectionAfter } from '../../state/selection.js';
import { AtlasController, type AtlasMap, type Spot } from '../shared/atlas-host.js';
import { base, tokens } from '../shared/styles.js';
import { placeOn, renderCaption } from './caption.js';
import type { WalkCommand } from './explore.js';
import type { GestureController, GestureHandlers } from './gestures.js';
import type { HintController, HintKind } from './hint.js';
import { commandOf } from './keys.js';
import { tellLevel } from './level.js';
import { MapPicture } from './map-picture.js';
import { styles } from './map.styles.js';
import { DrillDown } from './drill-down.js';
import { bringIntoSight, spotOn } from './spot.js';
import { StageSize, takeShape } from './stage-size.js';
import { unknown } from './unknown.js';
import { zoomButtons } from './zoom-buttons.js';

let maps = 0;

/**
 * One map of the atlas: the regions of one or more provinces or prefectures.
 *
 * @slot title - Replaces the map's name.
 * @event {PairEvent<'pair-renderer'>} pair-renderer - It is drawn for the first time, or by another renderer from now on.
 * @event {PairEvent<'pair-error'>} pair-error - Its region is unknown, or its basemap cannot be had.
 * @csspart map - The whole figure.
 * @csspart title - The name of the map.
 * @csspart stage - The box that the picture is drawn in; takes focus.
 * @csspart controls - The zoom buttons.
 * @csspart ways - The buttons before it, seen when they have the focus: past the map, and to the list of keys.
 * @csspart boundary - The note on the boundaries: review number, or that they are illustrative.
 * @tag pair-map
 */
export class PairMap extends LitElement implements AtlasMap {
  static override get properties(): PropertyDeclarations {
    return { region: {}, level: {}, fit: {}, renderer: {}, for: {}, speech: { state: true, attribute: false } };
  }
  static override get styles(): CSSResultGroup {
    return [tokens, base, styles];
  }

  /** Codes of one or more provinces or prefectures, separated by spaces. */
  region = '';
  /** The units that are coloured: `county`, `prefecture` or `province`. */
  level: Level = 'county';
  /** {@link FITS}: all of its regions, or the prefectures that take part; by default what the atlas says. */
  fit: '' | Fit = '';
  /** {@link RENDERER_CHOICES}; by default what the atlas says. */
  renderer: '' | RendererChoice = '';
  /** Id of the atlas that this map belongs to, where it does not stand inside it. */
  for = '';

  private get stage(): HTMLElement | null {
    return this.renderRoot.querySelector('.stage');
  }
  private get picture(): HTMLElement | null {
    return this.renderRoot.querySelector('.picture');
  }
  /** What the reader sees: shapes, size of the surface, camera. */
  view: View | undefined;
  /** What a screen reader hears while the reader walks over the map. */
  private speech = '';

  readonly #id = `map-${++maps}`;
  readonly #atlas = new AtlasController(
    this,
    [...COLOURED_BY, ...(['level', 'drills', 'cameras', 'fit', 'language'] as const)],
    (changed) => {
      // A region that is pointed at or selected, or a class, is of most maps no concern.
      if (this.view && this.#picture.emphasisOn(this.view.map) !== this.#emphasis) this.#drawSoon();
      // What is selected may lie outside of what a map is fitted to.
      if (changed.has('selected') && this.#drillDown.codes.join(' ') !== this.#viewOf[1]) this.requestUpdate();
      if (changed.has('renderer') || changed.has('basemap')) this.#picture.chooseRenderer();
      if (changed.has('cameras')) this.#takeCamera();
      if (this.#isBrowsing) void this.#speak(changed);
    },
  );
  /** From the first time on that there is something to hint at. */
  #hint: HintController | undefined;
  readonly #drillDown = new DrillDown(this, this.#atlas);
  readonly #picture = new MapPicture(this, this.#atlas, this.#drillDown);
  /** From the first picture on. */
  #gestures: GestureController | undefined;
  readonly #size = new StageSize(() => this.#measure());
  /** What the view was made of: topology, regions, level. */
  #viewOf: readonly unknown[] = [];
  #emphasis: Emphasis | undefined;
  /** The view that the other parts have heard of. */
  #told: View | undefined;
  #isDrawing = false;
  /** The reader walks over the map by keyboard. */
  #isBrowsing = false;
  #trail: Trail | undefined;

  get named(): readonly RegionCode[] {
    return this.#drillDown.named;
  }

  /** The level drawn now. */
  get drawnLevel(): Level {
    return this.#drillDown.level;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A map that was moved in the page has given everything back; it begins again.
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    tellLevel(this.#atlas.state, this.#id, undefined);
    super.disconnectedCallback();
    this.#picture.end();
    this.#size.end();
    this.#drillDown.end();
  }

  override willUpdate(): void {
    // Shapes are projected once for a topology, a choice of regions, and a level.
    const regions = this.#atlas.values?.dataset?.regions;
    const level = this.drawnLevel;
    const codes = this.#drillDown.codes;
    const of = [regions, codes.join(' '), level];
    if (regions) tellLevel(this.#atlas.state, this.#id, level);
    if (!regions || of.every((part, i) => part === this.#viewOf[i])) return;
    this.#viewOf = of;
    const map = mapShapes(regions, codes.length > 0 ? codes : regions.provinces, level);
    this.view = { map, size: this.view?.size ?? { width: 0, height: 0 }, camera: this.#drillDown.camera };
  }

  override render(): TemplateResult | typeof nothing {
    const { values, language } = this.#atlas;
    const { dataset } = values ?? {};
    const map = this.view?.map;
    if (dataset && map && map.shapes.length === 0) return unknown(this, this.region, language);
    const metric = values && metricOf(values);
    const place = placeOn(this.#atlas, this.#drillDown.named);
    const scale = values && scaleAt(values, this.drawnLevel);
    const canZoomOut = this.view?.camera !== undefined;
    return html`<figure part="map">
      <figcaption part="title">
        <slot name="title">${renderCaption(this.#drillDown, this.#atlas, this.view)}</slot>
      </figcaption>
      ${zoomButtons(this.#atlas, canZoomOut, (steps) => (steps === 0 ? this.#resetView() : this.#zoom(steps)))}
      <div
        class=${canZoomOut ? 'stage can-pan' : 'stage'}
        part="stage"
        tabindex="0"
        role="application"
        aria-label=${mapLabel(place, metric, language)}
        aria-describedby="keys"
        @keydown=${this.#handleKey}
        @blur=${this.#handleBlur}
      >
        <div class="drawing">
          <div class="picture"></div>
          <svg class="labels" aria-hidden="true"></svg>
        </div>
        ${this.#hint?.render(this.#atlas) ?? nothing}
      </div>
      <p class="note" part="boundary">
        ${dataset ? mapNote(dataset, scale, language, map, this.#picture.notes).map((note) => html`<span>${note}</span>`) : nothing}
      </p>
      <span id="keys" hidden></span>
      <span class="only-spoken" role="status">${this.speech}</span>
    </figure>`;
  }

  override updated(changed: PropertyValues<this>): void {
    this.#draw();
    if (this.isConnected && changed.has('renderer')) this.#picture.chooseRenderer();
  }

  /** Most that a reader does with a map changes its picture alone: its markup is not made again for that. */
  #show(view: View): void {
    const before = this.view;
    this.view = view;
    if (view.map === before?.map && (view.camera === undefined) === (before.camera === undefined)) this.#drawSoon();
    else this.requestUpdate();
  }

  /** When all that changes now has changed. */
  #drawSoon(): void {
    if (this.#isDrawing || this.isUpdatePending) return;
    this.#isDrawing = true;
    queueMicrotask(() => this.#draw());
  }

  #draw(): void {
    this.#isDrawing = false;
    // What was asked for may come after the end; it would take up again what was given back.
    if (!this.isConnected) return;
    const { stage, picture, view } = this;
    if (view !== this.#told) this.#atlas.atlas?.dispatchEvent(new Event('pair-view'));
    this.#told = view;
    if (!stage || !picture || !view || view.map.shapes.length === 0) return;
    this.#size.watch(stage);
    takeShape(stage, view.map.box);
    // The first picture does not wait for an observer, which speaks a frame later.
    if (!hasSize(view)) this.#size.ask();
    this.#emphasis = this.#picture.emphasisOn(view.map);
    stage.classList.toggle('on-region', this.#emphasis?.active !== undefined);
    this.#picture.draw(view, picture);
    if (this.#gestures) this.#gestures.attach(stage);
    else if (hasSize(view)) requestAnimationFrame(() => setTimeout(() => void this.#takeGestures(stage)));
  }

  /** Asked for in the frame after that of the first picture, of all maps; without their file the keyboard still moves the map. */
  async #takeGestures(stage: HTMLElement): Promise<void> {
    const gestures = await import('./gestures.js').catch(() => undefined);
    if (!gestures || !this.isConnected) return;
    (this.#gestures ??= new gestures.GestureController(this, this.#handlers)).attach(stage);
    this.#picture.previewDrags(gestures.DragPreview);
  }

  get #handlers(): GestureHandlers {
    return {
      point: (x, y, client) => this.#activate(this.view && codeAt(this.view, x, y), client),
      leave: () => this.#activate(undefined),
      left: () => this.#leave(),
      choose: (x, y, slack, isAdding) => {
        this.#choose(this.view && codeAt(this.view, x, y, slack), isAdding);
        // On a phone the panel rises from below: what was tapped shall stay in sight.
        if (slack > 0 && this.getBoundingClientRect().top + y > innerHeight / 2) this.scrollIntoView();
      },
      pan: (dx, dy) => this.#move((camera) => panBy(camera, dx, dy)),
      zoom: (steps, x, y) => this.#move((camera, size) => zoomAbout(camera, steps, x, y, size)),
      open: (x, y) => this.#drillDown.open(this.view && codeAt(this.view, x, y)),
      hint: (kind) => void this.#showHint(kind),
      canPan: () => this.view?.camera !== undefined,
    };
  }

  takeShapes(map: MapShapes): void {
    if (this.view) this.#show({ ...this.view, map });
  }

  #measure(): void {
    const { stage, view } = this;
    if (!stage || !view) return;
    const { clientWidth: width, clientHeight: height } = stage;
    if (width !== view.size.width || height !== view.size.height) this.#show(resized(view, { width, height }));
  }

  #activate(code: RegionCode | undefined, pointer?: { x: number; y: number }): void {
    this.#isBrowsing = false;
    this.#atlas.state?.change({ active: code, pointer: code === undefined ? undefined : pointer }, 'reader');
  }

  /** In the next frame, if nothing else was pointed at by then: a pointer that comes to another map draws all once. */
  #leave(): void {
    const { active, pointer } = this.#atlas.values ?? {};
    requestAnimationFrame(() => {
      const { values } = this.#atlas;
      if (values?.active === active && values?.pointer === pointer) this.#activate(undefined);
    });
  }

  #choose(code: RegionCode | undefined, isAdding: boolean): void {
    const { state } = this.#atlas;
    state?.change({ selected: selectionAfter(state.values.selected, code, isAdding) }, 'reader');
  }

  #move(next: (camera: Camera, size: Size) => Camera): void {
    if (!this.view) return;
    const view = moved(this.view, next);
    this.#look(view);
    const { active } = this.#atlas.values ?? {};
    // A tooltip that no pointer holds goes with its region.
    if (this.#isBrowsing && active !== undefined) this.#atlas.state?.change({ pointer: this.spotOf(active) });
    if (view.camera) this.#picture.handleGesture();
  }

  async #showHint(kind: HintKind): Promise<void> {
    // Without its file there is no hint, and the map goes on.
    const hint = await import('./hint.js').catch(() => undefined);
    if (hint) (this.#hint ??= new hint.HintController(this)).show(kind);
  }

  #zoom(steps: number): void {
    this.#move((camera, size) => zoomAbout(camera, steps, size.width / 2, size.height / 2, size));
  }

  #resetView(): void {
    if (this.view) this.#look({ ...this.view, camera: undefined });
  }

  #look(view: View): void {
    this.#show(view);
    this.#drillDown.keepCamera(view);
  }

  /** A camera that came from elsewhere: a link, or the way back. */
  #takeCamera(): void {
    const { camera } = this.#drillDown;
    if (this.view && camera !== this.view.camera && !this.#drillDown.isKeeping)
      this.#show(lookingAt(this.view, camera));
  }

  readonly #handleBlur = (): void => {
    if (!this.#isBrowsing) return;
    this.#isBrowsing = false;
    this.speech = '';
    this.#atlas.state?.change({ active: undefined, pointer: undefined }, 'reader');
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    const command = commandOf(event);
    const { active } = this.#atlas.values ?? {};
    if (!command || (command.kind === 'choose' && active === undefined)) return;
    event.preventDefault();
    switch (command.kind) {
      case 'walk':
      case 'extreme':
        return void this.#walk(command);
      case 'pan':
        return this.#move((camera) => panBy(camera, command.x, command.y));
      case 'choose':
        return command.isOpening && this.#drillDown.open(active) ? undefined : this.#choose(active, command.isAdding);
      case 'leave':
        // First what is pointed at, then what is selected, then what was opened.
        if (active !== undefined) return this.#activate(undefined);
        if (this.#atlas.values?.selected.length) return this.#atlas.state?.change({ selected: [] }, 'reader');
        return this.#drillDown.drill(undefined);
      case 'zoom':
        return this.#zoom(command.steps);
      case 'reset':
        return this.#resetView();
    }
  };

  async #walk(command: WalkCommand): Promise<void> {
    const { walked } = await import('./explore.js');
    const { view } = this;
    const { state } = this.#atlas;
    if (!view || !state || view.map.shapes.length === 0) return;
    const { to, trail } = walked(view, state.values, command, this.#trail);
    this.#trail = trail;
    this.#isBrowsing = true;
    state.change({ active: to, pointer: this.spotOf(to) }, 'reader');
  }

  async #speak(changed: ReadonlySet<AtlasKey>): Promise<void> {
    const { spokenOf } = await import('./explore.js');
    const { values } = this.#atlas;
    const active = values?.active;
    this.speech = values && active !== undefined ? spokenOf(values, this.drawnLevel, active, changed) : '';
  }

  override focus(options?: FocusOptions): void {
    this.stage?.focus(options);
  }

  reveal(code: RegionCode): boolean {
    const spot = this.spotOf(code);
    if (!this.view || !spot) return false;
    if (!spot.isInside) this.#move(() => cameraOf(centredOn(this.view as View, code)));
    bringIntoSight(this);
    return true;
  }

  spotOf(code: RegionCode): Spot | undefined {
    const { stage, view } = this;
    const dataset = this.#atlas.values?.dataset;
    const codes = view && dataset ? codesOn(dataset, view.map, [code]) : [];
    return view && stage ? spotOn(stage, view, codes) : undefined;
  }
}
