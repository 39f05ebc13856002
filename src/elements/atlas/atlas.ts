import {
  LitElement,
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { Fault } from '../../data/faults.js';
import type { ColumnChoices } from '../../data/tables/columns.js';
import { RENDERER_CHOICES, type RendererChoice } from '../../render/renderers.js';
import { CLASS_METHODS, hasMethod, type ClassMethod } from '../../scene/classes/methods/index.js';
import { DEFAULT_SCHEME, SCHEMES, type Scheme } from '../../scene/classes/ramp.js';
import { hasWords, say } from '../../scene/words/index.js';
import { loadWords } from '../../scene/words/load.js';
import { chosenMetricOf, periodOf, provincesOf } from '../../state/derive.js';
import { Store } from '../../state/store.js';
import { FITS, type AtlasKey, type Fit, type Layout, type Text } from '../../state/values.js';
import { announceAtlas, atlases, type AtlasHost } from '../shared/atlas-host.js';
import { changeDetail, emit } from '../shared/events.js';
import {
  isForced,
  languageAround,
  modesOf,
  themeAround,
  tokensAround,
  watchSurroundings,
  type Modes,
  type ThemeChoice,
} from '../shared/surroundings.js';
import { base, tokens } from '../shared/styles.js';
import type { Arrangement } from './arrangement.js';
import { styles } from './atlas.styles.js';
import { failure } from './failure.js';
import { defaultLayout } from './layout.js';
import { Loading } from './loading.js';
import type { Permalink } from './permalink.js';
import { isWide, watchWidth } from './width.js';

const ownData = () => import('./drop.js');

/**
 * Linked choropleth maps of paired places. Without children it lays out summary, metrics, maps, legend and details by itself;
 * with children it lays out what the author put there, and every part finds its atlas.
 *
 * @slot - The author's own layout. When empty, the default layout is drawn.
 * @slot error - Replaces the message of a failed load.
 * @event {PairEvent<'pair-ready'>} pair-ready - The data is there, at first and after each reload, and the maps have been told to
 *   draw it; that a map has drawn it, its `pair-renderer` says.
 * @event {PairEvent<'pair-hover'>} pair-hover - The reader points at a region, or leaves it.
 * @event {PairEvent<'pair-select'>} pair-select - The reader has changed the selection.
 * @event {PairEvent<'pair-change'>} pair-change - The reader has changed metric, period, classes or filter.
 * @event {PairEvent<'pair-data'>} pair-data - A feed was joined with the boundaries; carries the ledger.
 * @event {PairEvent<'pair-renderer'>} pair-renderer - A map is drawn for the first time, or by another renderer from now on.
 * @event {PairEvent<'pair-error'>} pair-error - Something is wrong with a file, the feed, or an attribute.
 * @csspart layout - The grid of the default layout.
 * @csspart progress - The line shown while loading.
 * @csspart open - With `droppable`: the row with the button that opens a file.
 * @csspart links - The curves between partners, above all maps.
 * @csspart keys - The list of keys, while it is open.
 * @csspart error - The message of a failed load.
 * @csspart changes - That the data has changed, until the reader has seen it.
 * @csspart plain - What is shown in five plain sentences, for screen readers.
 * @csspart stale - Of when the data is, where newer data could not be had.
 * @tag pair-atlas
 */
export class PairAtlas extends LitElement implements AtlasHost {
  static override get properties(): PropertyDeclarations {
    return {
      src: {},
      geometry: {},
      metric: { noAccessor: true },
      per: { noAccessor: true },
      period: { noAccessor: true },
      selected: { noAccessor: true },
      method: {},
      classes: { type: Number },
      scheme: {},
      renderer: {},
      fit: {},
      basemap: {},
      theme: {},
      refresh: { type: Number },
      strict: { type: Boolean },
      permalink: {},
      feed: { attribute: false },
      columns: { attribute: false },
      droppable: { type: Boolean },
      layout: {},
      text: {},
      textures: { type: Boolean },
      doctor: { type: Boolean },
      isBare: { state: true, attribute: false },
    };
  }
  static override get styles(): CSSResultGroup {
    return [tokens, base, styles];
  }

  /** Address of the feed: JSON, or a table (`.csv`, `.tsv`, `.xlsx`). Default: the built-in case. */
  src = '';
  /** Address of a TopoJSON with `counties`, `prefectures` and `provinces`. Default: the built-in boundaries. */
  geometry = '';
  /** Id of the metric to show. */
  get metric(): string {
    return chosenMetricOf(this.state.values)?.id ?? this.state.values.metric ?? '';
  }
  set metric(id: string) {
    this.state.change({ metric: id || undefined });
  }
  /** What amounts and counts are divided by: a base that the feed names, such as its residents, or `county`. */
  get per(): string {
    return this.state.values.per ?? '';
  }
  set per(id: string) {
    this.state.change({ per: id || undefined });
  }
  /** The period to show. */
  get period(): string {
    return periodOf(this.state.values);
  }
  set period(period: string) {
    this.state.change({ period: period || undefined });
  }
  /** Codes of the selected regions, separated by spaces. */
  get selected(): string {
    return this.state.values.selected.join(' ');
  }
  set selected(codes: string) {
    this.state.change({ selected: [...new Set((codes ?? '').split(/\s+/).filter(Boolean))] });
  }
  /** How values are parted into classes: {@link CLASS_METHODS}. */
  method: ClassMethod = 'quantile';
  /** How many classes, 1 to 9. */
  classes = 5;
  /**
   * The ramp: {@link SCHEMES}.
   * @default 'teal'
   */
  scheme: string = DEFAULT_SCHEME;
  /** Which renderer the maps use: {@link RENDERER_CHOICES}. A map's own attribute goes before it. */
  renderer: RendererChoice = 'auto';
  /**
   * What maps draw of their regions: {@link FITS}. By default all; on a phone, in the default layout, the prefectures that take part.
   * A map's own attribute goes before it.
   */
  fit: '' | Fit = '';
  /** Address of a MapLibre style to lie beneath the regions. Maps with one are drawn by MapLibre, where that can be. */
  basemap = '';
  /** `auto` follows the page's `color-scheme`; `light`, `dark` and `contrast` are fixed. Where a reader's system forces colours, its ground decides. */
  theme: ThemeChoice = 'auto';
  /** Seconds from an answer of the server to the next question whether the feed has changed; 0 for none. */
  refresh = 0;
  /** Treats a feed whose rows do not all fit the boundaries as failed. */
  strict = false;
  /** Keeps what the reader found in the URL's hash; the value is the prefix there, `pair` where it is empty. */
  permalink: string | null = null;
  /** A feed as an object, in place of `src`. */
  feed: object | undefined;
  /** What columns of a table are, by letter or heading, where that was not told rightly: `{ 资金: { as: 'amount', unit: '万元' } }`. */
  columns: ColumnChoices | undefined;
  /** Lets the reader open a table of their own, by a button or by dropping it on the atlas. */
  droppable = false;
  /**
   * {@link LAYOUTS}: `wall` puts all on one screen, in sizes to be read from afar, with a tour through the pairs; it is as high as the
   * window, or as its page's style says; narrower than 1,000 px it is laid out as any page. `text` is summary and table, without maps; it is the default where the page around it shows text
   * only, by a class or attribute of its root or body that says so. `page`, the default elsewhere, follows the atlas's width.
   */
  layout: '' | Layout = '';
  /**
   * Sizes of text and controls: {@link TEXTS}. By default large where the page around it is: by a root font size from 22 pixels on, or by a
   * class or attribute of its root or body that says so.
   */
  text: '' | Text = '';
  /** Tells classes apart by lines too: for grey paper, and for who does not see some colours apart. The legend has a box for it. */
  textures = false;
  /** Shows a check-up of page and computer above everything else, for whoever looks why something is not as it should be. */
  doctor = false;

  readonly state = new Store();
  readonly parts = new Set<LitElement>();
  private isBare = true;
  #tokens: ReadonlyMap<string, string> = new Map();
  /** Settles when the words of the page's language are there; undefined when they are. */
  #words: Promise<unknown> | undefined;
  /** Settles when the author's classification method is there. */
  #methodFile: Promise<unknown> | undefined;
  /** Another layout than a page's, with its sizes, once its file is there. */
  arrangement: Arrangement | undefined;
  #arrangementFile: Promise<unknown> | undefined;
  #modes: Modes = { isLarge: false, isTextOnly: false };
  #sightFile: Promise<unknown> | undefined;
  #connection: AbortController | undefined;
  #isLinking = false;
  #permalink: Promise<Permalink | undefined> | undefined;
  readonly loading: Loading = new Loading(this, {
    files: () => Promise.all([this.#words, this.#methodFile, this.#arrangementFile, this.#sightFile]),
    permalink: () => this.#openPermalink(),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#connection = new AbortController());
    this.#isLinking = false;
    this.#permalink = undefined;
    this.state.subscribe((changed, by) => this.#handleChange(changed, by), signal);
    watchSurroundings(this, () => this.#readSurroundings(), signal);
    watchWidth(this, signal, (hasOtherOrder) => {
      if (hasOtherOrder) this.requestUpdate();
      if (!this.fit) this.state.change({ fit: this.#ownFit });
    });
    const children = new MutationObserver(() => this.#lookForChildren());
    children.observe(this, { childList: true });
    signal.addEventListener('abort', () => children.disconnect(), { once: true });
    this.#lookForChildren();
    this.#readSurroundings();
    announceAtlas(this);
    if (this.hasUpdated) {
      void this.loading.schedule();
      const { dataset } = this.state.values;
      if (!dataset) this.reload();
      else void this.#openPermalink()?.then((permalink) => permalink?.read(dataset));
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.abort();
    atlases.delete(this);
    this.loading.end();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if ((['method', 'classes', 'scheme', 'renderer', 'fit', 'basemap'] as const).some((name) => changed.has(name)))
      this.#readChoices();
    if (!this.hasUpdated || changed.has('layout') || changed.has('text')) this.#arrange();
    const isOther = (['theme', 'text', 'textures'] as const).some((name) => changed.has(name));
    if (this.hasUpdated ? isOther : this.#modes.isLarge || this.textures) this.#readSurroundings();
    if (this.doctor) void import('../doctor/pair-doctor.js').catch(() => undefined);
    if (changed.has('refresh')) void this.loading.schedule();
    if (this.droppable)
      void ownData().then(
        ({ watchDrops }) => watchDrops(this),
        () => undefined,
      );
    if (
      (['src', 'geometry', 'feed', 'strict', 'columns'] as const).some((name) => changed.has(name)) ||
      !this.hasUpdated
    ) {
      this.loading.given = {};
      this.reload();
    }
  }

  override render(): TemplateResult {
    const { phase, language, dataset } = this.state.values;
    return html`${this.doctor ? html`<pair-doctor></pair-doctor>` : nothing}
      ${
        phase.kind === 'loading' && !this.#words
          ? html`<p class="progress soft" part="progress" role="status">
              <progress max=${phase.of} .value=${phase.done}></progress> ${say(language, 'state.loading')}
            </p>`
          : nothing
      }
      ${phase.kind === 'failed' ? failure(phase.faults, language, () => this.reload()) : nothing}
      ${this.loading.live?.banner(this.state)}
      <div class="content" ?hidden=${phase.kind === 'failed'}>
        ${this.isBare || this.arrangement?.isTextOnly ? (this.arrangement?.layout ?? defaultLayout)(provincesOf(this.state.values), (dataset?.feed.periods.length ?? 0) > 1, isWide(this)) : html`<slot></slot>`}
      </div>
      <div class="links" part="links" aria-hidden="true"></div>`;
  }

  /** Loads feed and geometry again. What is shown stays until the new is whole, and stays when it fails. */
  reload(): void {
    void this.loading.load();
  }

  /** Shows a reader's table (`.csv`, `.tsv`, `.xlsx`) or feed (`.json`) in place of `src`; settles when it is shown, or its faults are. */
  async openFile(file: File): Promise<void> {
    await (await ownData()).openFile(this, file);
  }

  /**
   * What is shown, as a file, with title, legend, units, status, sources and the note on the boundaries; as `text` five plain sentences; as `xlsx`, `csvw` (a ZIP of
   * the CSV and its metadata) and `feed` (JSON, which `src` takes) the whole feed.
   */
  async exportAs(kind: 'svg' | 'png' | 'csv' | 'xlsx' | 'csvw' | 'feed' | 'text'): Promise<Blob> {
    return (await import('./export.js')).exportAtlas(this, kind);
  }

  #handleChange(changed: ReadonlySet<AtlasKey>, by: 'reader' | 'author'): void {
    if ((['phase', 'dataset', 'language', 'stale', 'isNews', 'isComparing'] as const).some((key) => changed.has(key)))
      this.requestUpdate();
    if (changed.has('theme')) this.dataset.theme = this.state.values.theme;
    if (!this.#isLinking && this.state.values.dataset) void this.#link();
    if (by !== 'reader') return;
    const { values } = this.state;
    if (changed.has('active')) emit(this, 'pair-hover', { code: values.active });
    if (changed.has('selected')) emit(this, 'pair-select', { codes: values.selected });
    const detail = changeDetail(changed, values);
    if (detail) emit(this, 'pair-change', detail);
  }

  /** From the first call on, the hash says what the reader found; nothing where the author does not want that. */
  #openPermalink(): Promise<Permalink | undefined> | undefined {
    const signal = this.#connection?.signal;
    if (this.permalink === null || !signal) return undefined;
    return (this.#permalink ??= import('./permalink.js').then(
      ({ Permalink: Opened }) =>
        signal.aborted ? undefined : new Opened(this.state, this.permalink || this.id, signal),
      () => undefined,
    ));
  }

  /** What the first picture does not need, and so after it: the curves between partners, and what goes with a reader. */
  async #link(): Promise<void> {
    const signal = this.#connection?.signal;
    this.#isLinking = true;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const later = await import('./later.js').catch(() => undefined);
    const surface = this.renderRoot.querySelector<HTMLElement>('.links');
    if (surface && signal && !signal.aborted) later?.goOn(this, surface, signal);
  }

  #readChoices(): void {
    const faults: Fault[] = [];
    const check = (path: string, got: string, known: readonly string[]): boolean => {
      const args = { got: `"${got}"`, expected: known.join(', ') };
      return known.includes(got) || !faults.push({ code: 'unknown-attribute-value', path, severity: 'warning', args });
    };
    this.state.change({
      method: check('method', this.method, CLASS_METHODS) ? this.#methodAtHand() : 'quantile',
      scheme: check('scheme', this.scheme, Object.keys(SCHEMES)) ? (this.scheme as Scheme) : DEFAULT_SCHEME,
      classes: this.classes,
      renderer: check('renderer', this.renderer, RENDERER_CHOICES) ? this.renderer : 'auto',
      fit: this.fit && check('fit', this.fit, FITS) ? this.fit : this.#ownFit,
      basemap: this.basemap ? new URL(this.basemap, document.baseURI).href : undefined,
    });
    if (faults.length > 0) void this.loading.report(faults);
  }

  #arrange(): void {
    const { isLarge, isTextOnly } = (this.#modes = modesOf(this));
    if (!this.layout && !this.text && !isLarge && !isTextOnly && !this.arrangement) return;
    this.#arrangementFile = import('./arrangement.js').then(
      ({ Arrangement: Arranged }) => (this.arrangement ??= new Arranged(this)).take(this.#modes),
      // A page's layout is one, too.
      () => undefined,
    );
  }

  /** The author's method; until its file is there, the one in use. */
  #methodAtHand(): ClassMethod {
    if (hasMethod(this.method)) return this.method;
    // Without its file the method in use stays.
    this.#methodFile ??= import('./methods.js').then(
      () => hasMethod(this.method) && this.state.change({ method: this.method }),
      () => undefined,
    );
    return this.state.values.method;
  }

  #readSurroundings(): void {
    const { isLarge, isTextOnly } = modesOf(this);
    if (this.hasUpdated && (isLarge !== this.#modes.isLarge || isTextOnly !== this.#modes.isTextOnly)) this.#arrange();
    // Whoever needs large text is helped by strong colours, too. Where the file of sights is missing, colours are the theme's.
    const theme = themeAround(this, this.#modes.isLarge && this.theme === 'auto' ? 'contrast' : this.theme);
    const isSystems = theme !== 'light' && isForced();
    if (this.textures || isSystems || this.#sightFile)
      this.#sightFile = import('./sight.js')
        .then(({ sightOf }) => this.state.change({ sight: sightOf(this, isSystems) }))
        .catch(() => undefined);
    const tokens = tokensAround(this);
    const isSame =
      tokens.size === this.#tokens.size && [...tokens].every(([name, value]) => this.#tokens.get(name) === value);
    if (!isSame) this.#tokens = tokens;
    this.dataset.theme = theme;
    // The state speaks a language once its words are there; until then it keeps the one that it has.
    const wanted = languageAround(this);
    this.#words = hasWords(wanted)
      ? undefined
      : loadWords(wanted).then(() => this.isConnected && this.state.change({ language: languageAround(this) }));
    this.state.change({
      theme,
      ...(this.#words ? {} : { language: wanted }),
      ...(isSame ? {} : { readToken: (name: string) => tokens.get(name) ?? '' }),
    });
  }

  get #ownFit(): Fit {
    return this.isBare && (this.#modes.isLarge || this.dataset.width === 'narrow') ? 'participants' : 'regions';
  }

  /** A template is the static atlas of a snapshot, where the browser did not know what to do with it. */
  #lookForChildren(): void {
    this.isBare = ![...this.children].some((child) => child.slot === '' && child.localName !== 'template');
  }
}
