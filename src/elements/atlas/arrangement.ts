/** Other layouts than a page's: their template, and the sizes of their text and controls. Comes where an author asks for one. */
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { RegionCode } from '../../data/types.js';
import { wallPart } from '../../scene/parts/wall.js';
import { LAYOUTS, TEXTS } from '../../state/values.js';
import { adopt } from '../shared/adopt.js';
import type { AtlasHost } from '../shared/atlas-host.js';
import type { Modes } from '../shared/surroundings.js';
import { styles as sizes } from '../shared/sizes.styles.js';
import type { LoadingHost } from './loading.js';
import { styles as large } from './large.styles.js';
import { styles as text } from './text-only.styles.js';
import { styles as wall } from './wall.styles.js';

interface Arranged extends AtlasHost, LoadingHost {
  readonly layout: string;
  readonly text: string;
}

/** Seconds without a touch after which the tour of a wall begins. */
const REST = 60;
/** A screen is so many units long and wide: 16 px of 1920 × 1080. */
const LONG = 120,
  SHORT = 67.5,
  PAGE_UNIT = 16;
/** CSS pixels. What is narrower is no big screen, or one that a reader has enlarged: letters that shrink with it would never get larger. */
const NARROWEST = 1_000;

export class Arrangement {
  layout: typeof wallLayout | undefined;
  #size: 'wall' | 'large' | undefined;
  /** Then it stands in the place of an author's own layout, too. */
  isTextOnly = false;
  /** How many times as thick as on a page lines are. */
  times = 1;
  #modes: Modes = { isLarge: false, isTextOnly: false };
  readonly #observer = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));

  constructor(private readonly atlas: Arranged) {}

  /** Takes what the atlas's attributes say now, and the page around it. */
  take(modes: Modes): void {
    const { atlas } = this;
    const { isLarge, isTextOnly } = (this.#modes = modes);
    const isAskedFor = atlas.layout === 'wall';
    const isWall = isAskedFor && this.#hasRoom;
    this.#check('layout', LAYOUTS);
    this.#check('text', TEXTS);
    this.#size = isWall ? 'wall' : isLarge ? 'large' : undefined;
    this.layout = isWall ? wallLayout : isTextOnly ? textLayout : isLarge ? largeLayout : undefined;
    this.isTextOnly = isTextOnly;
    this.times = 1;
    for (const element of [atlas, ...atlas.parts]) this.dress(element);
    if (atlas.renderRoot instanceof ShadowRoot) for (const sheet of [wall, large, text]) adopt(atlas.renderRoot, sheet);
    this.#observer.disconnect();
    if (isAskedFor) this.#observer.observe(atlas);
    if (!isWall) {
      atlas.style.removeProperty('--_unit');
      delete atlas.dataset.shape;
    }
  }

  #check(path: 'layout' | 'text', known: readonly string[]): void {
    const got = this.atlas[path];
    if (!got || known.includes(got)) return;
    const args = { got: `"${got}"`, expected: known.join(', ') };
    void this.atlas.loading.report([{ code: 'unknown-attribute-value', path, severity: 'warning', args }]);
  }

  /** Gives an element the sizes of this layout, or those of any page again. */
  dress(element: LitElement): void {
    if (element.renderRoot instanceof ShadowRoot) adopt(element.renderRoot, sizes);
    if (this.#size) element.dataset.text = this.#size;
    else delete element.dataset.text;
    // Of parts that stand elsewhere in the page, too, nothing is shown then that is no text.
    if (this.isTextOnly) element.dataset.layout = 'text';
    else delete element.dataset.layout;
    // A map's names are placed by their size.
    element.requestUpdate();
  }

  /** Not by its height, which follows from the layout. */
  get #hasRoom(): boolean {
    const { clientWidth } = this.atlas;
    return clientWidth === 0 || clientWidth >= NARROWEST;
  }

  #measure(): void {
    const { clientWidth: width, clientHeight: height, style, dataset } = this.atlas;
    if (this.#hasRoom !== (this.#size === 'wall')) return this.take(this.#modes);
    if (width === 0 || height === 0 || this.#size !== 'wall') return;
    const unit = Math.min(Math.max(width, height) / LONG, Math.min(width, height) / SHORT);
    this.times = Math.max(1, unit / PAGE_UNIT);
    style.setProperty('--_unit', `${unit.toFixed(2)}px`);
    dataset.shape = width < height ? 'upright' : 'broad';
  }
}

function wallLayout(provinces: readonly RegionCode[], hasPeriods: boolean): TemplateResult {
  const { lead, maps, columns } = wallPart(provinces);
  const legend = html`<pair-legend plain></pair-legend>`;
  return html`<div class="wall ${lead === undefined ? '' : 'has-lead'}" part="layout">
    <div class="top">
      <pair-summary></pair-summary>${hasPeriods ? html`<pair-timeline></pair-timeline>` : html`<span></span>`}
      <pair-metrics></pair-metrics>
    </div>
    ${
      lead === undefined
        ? nothing
        : html`<div class="lead"><pair-map class="pivot" region=${lead}></pair-map>${legend}</div>`
    }
    <div class="maps of-${columns}">${maps.map((code) => html`<pair-map region=${code}></pair-map>`)}</div>
    <div class="aside">
      ${lead === undefined ? legend : nothing}<pair-details brief no-tooltip></pair-details
      ><pair-tour rest=${REST}></pair-tour>
    </div>
  </div>`;
}

/** One thing below the other, the essentials first; what is long comes when it is asked for. */
function largeLayout(provinces: readonly RegionCode[], hasPeriods: boolean): TemplateResult {
  const { lead, maps } = wallPart(provinces);
  const [first, ...rest] = lead === undefined ? maps : [lead, ...maps];
  return html`<div class="large" part="layout">
    <div class="top">
      <pair-summary></pair-summary
      ><pair-metrics></pair-metrics>${hasPeriods ? html`<pair-timeline></pair-timeline>` : nothing}<pair-search
      ></pair-search>
    </div>
    <div class="maps">
      ${first === undefined ? nothing : html`<pair-map class=${first === lead ? 'pivot' : ''} region=${first}></pair-map>`}
      <div class="beside"><pair-legend plain></pair-legend><pair-details brief no-tooltip></pair-details></div>
      ${rest.map((code) => html`<pair-map region=${code}></pair-map>`)}
    </div>
    <pair-table></pair-table>
    <pair-ledger></pair-ledger>
  </div>`;
}

/** What can be read: the figures, and the table with all that maps and legend say. */
function textLayout(_provinces: readonly RegionCode[], hasPeriods: boolean): TemplateResult {
  return html`<div class="text" part="layout">
    <pair-summary></pair-summary>
    <div class="bar">
      <pair-metrics levels></pair-metrics>${hasPeriods ? html`<pair-timeline></pair-timeline>` : nothing}<pair-search
      ></pair-search>
    </div>
    <pair-details no-tooltip><span slot="hint"></span></pair-details>
    <pair-table></pair-table>
    <pair-ledger></pair-ledger>
  </div>`;
}
