/**
 * The histogram of a legend: bars in the colours of their classes, a pointer at the value pointed at, thumbs that move the
 * class breaks, and a range that filters. Each gesture has its keys.
 */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Histogram } from '../../scene/classes/histogram.js';
import { legendUnit } from '../../scene/parts/legend.js';
import { formatIn, join } from '../../scene/text/numbers.js';
import { movedBreak, steppedBreak } from '../../scene/classes/moved-break.js';
import type { ClassScale } from '../../scene/classes/scale.js';
import { barBoxes, barColour, thumbRows, type BarBox } from '../../scene/picture/legend-pictures.js';
import type { Palette } from '../../scene/picture/tokens.js';
import { say, type Language } from '../../scene/words/index.js';

export interface SpreadValues {
  readonly scale: ClassScale;
  readonly histogram: Histogram;
  readonly palette: Palette;
  readonly language: Language;
  /** The value pointed at, and those selected. */
  readonly active: number | undefined;
  readonly selected: readonly number[];
  readonly range: readonly [from: number, to: number] | undefined;
  /** Changes with what `isKept` says. */
  readonly filter: unknown;
  isKept(value: number): boolean;
  /** What a thumb says while it is dragged: the index of its break. */
  readonly moving: number | undefined;
}

export interface SpreadHandlers {
  breaks(breaks: readonly number[]): void;
  /** Undefined keeps all values again. */
  range(range: readonly [from: number, to: number] | undefined): void;
  moving(index: number | undefined): void;
}

/** Pixels that a pointer travels before it draws a range. */
const DRAG_START = 3;
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -5,
  PageUp: 5,
  Home: -1e6,
  End: 1e6,
};

export function renderSpread(values: SpreadValues, on: SpreadHandlers): TemplateResult {
  const { scale, histogram, palette, language, active, selected, range, moving } = values;
  const unit = legendUnit(scale, language);
  const show = (value: number): string => join(formatIn(unit, value, language), unit.word, language);
  const { min, max } = histogram;
  const [from, to] = range ?? [min, max];
  const rows = thumbRows(histogram, scale.breaks);
  return html`<div
    class="spread ${range ? 'is-ranged' : ''}"
    part="histogram"
    data-rows=${Math.max(0, ...rows)}
    @pointerdown=${(event: PointerEvent) => drawRange(event, histogram, on)}
  >
    <svg class="bars" aria-hidden="true">
      ${guard([histogram, palette, values.filter], () => barBoxes(histogram).map((box) => renderBar(box, values.isKept(box.value), palette)))}
    </svg>
    ${range ? html`<div class="range" data-from=${histogram.at(from)} data-to=${histogram.at(to)}></div>` : nothing}
    ${[...new Set(selected)].map((value) => renderMarker(histogram.at(value), 'is-ghost'))}
    ${active === undefined ? nothing : renderMarker(histogram.at(active), 'is-active')}
    ${scale.breaks.map(
      (at, index) =>
        html`<div
          class="thumb ${moving === index ? 'is-moving' : ''}"
          part="break"
          role="slider"
          tabindex="0"
          data-at=${histogram.at(at)}
          data-break=${index}
          data-row=${rows[index] ?? 0}
          aria-label=${say(language, 'legend.break', { rank: index + 1, count: scale.breaks.length })}
          aria-valuemin=${scale.breaks[index - 1] ?? min}
          aria-valuemax=${scale.breaks[index + 1] ?? max}
          aria-valuenow=${at}
          aria-valuetext=${spokenBreak(scale, index, show, language)}
          @pointerdown=${(event: PointerEvent) => dragBreak(event, index, values, on)}
          @keydown=${(event: KeyboardEvent) => {
            const steps = STEPS[event.key];
            if (steps === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
            event.preventDefault();
            on.breaks(steppedBreak(scale, index, steps));
          }}
        >
          ${moving === index ? html`<span class="bubble">${show(at)}</span>` : nothing}
        </div>`,
    )}
    ${(['from', 'to'] as const).map((edge) => renderEdge(edge, [from, to], values, show, on))}
  </div>`;
}

/** How many values lie on either side: what moving the break changes. */
function spokenBreak(
  { breaks, classes }: ClassScale,
  index: number,
  show: (value: number) => string,
  language: Language,
): string {
  const below = classes[index]?.codes.length ?? 0,
    above = classes[index + 1]?.codes.length ?? 0;
  return say(language, 'legend.break.value', { value: show(breaks[index] as number), below, above });
}

function renderBar({ index, x, y, width, height }: BarBox, isKept: boolean, palette: Palette): TemplateResult {
  return svg`<rect
    class=${isKept ? '' : 'is-left-out'}
    x=${x}
    y=${y}
    width=${width}
    height=${height}
    data-class=${index}
    fill=${barColour(index, palette)}
  />` as unknown as TemplateResult;
}

function renderMarker(at: number, kind: 'is-active' | 'is-ghost'): TemplateResult {
  return html`<span class="marker ${kind}" data-at=${at}
    ><svg viewBox="0 0 11 9" aria-hidden="true"><path d="M0.5 0.5H10.5L5.5 8.5Z" /></svg
  ></span>`;
}

/** An end of the range that is kept, for the keyboard; a pointer may take hold of it too. */
function renderEdge(
  edge: 'from' | 'to',
  range: readonly [number, number],
  { scale, histogram, language }: SpreadValues,
  show: (value: number) => string,
  on: SpreadHandlers,
): TemplateResult {
  const { min, max } = histogram;
  const now = edge === 'from' ? range[0] : range[1];
  const set = (value: number): void => {
    const next: readonly [number, number] =
      edge === 'from' ? [Math.min(value, range[1]), range[1]] : [range[0], Math.max(value, range[0])];
    on.range(next[0] <= min && next[1] >= max ? undefined : next);
  };
  const step = (steps: number): void => {
    const distinct = [...new Set(scale.values)];
    const index =
      edge === 'from' ? distinct.findIndex((value) => value >= now) : lastIndex(distinct, (value) => value <= now);
    set(distinct[Math.max(0, Math.min(distinct.length - 1, index + steps))] ?? now);
  };
  return html`<div
    class="thumb edge is-${edge}"
    role="slider"
    tabindex="0"
    data-at=${histogram.at(now)}
    aria-label=${say(language, edge === 'from' ? 'legend.range.from' : 'legend.range.to')}
    aria-valuemin=${min}
    aria-valuemax=${max}
    aria-valuenow=${now}
    aria-valuetext=${show(now)}
    @pointerdown=${(event: PointerEvent) => {
      follow(event, (place) => set(histogram.valueAt(place)));
    }}
    @keydown=${(event: KeyboardEvent) => {
      const steps = STEPS[event.key];
      if (event.key === 'Escape') return on.range(undefined);
      if (steps === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      step(steps);
    }}
  ></div>`;
}

function lastIndex(values: readonly number[], isSo: (value: number) => boolean): number {
  for (let i = values.length - 1; i >= 0; i--) if (isSo(values[i] as number)) return i;
  return -1;
}

function dragBreak(event: PointerEvent, index: number, { scale, histogram }: SpreadValues, on: SpreadHandlers): void {
  on.moving(index);
  follow(
    event,
    (place) => on.breaks(movedBreak(scale, index, histogram.valueAt(place))),
    () => on.moving(undefined),
  );
}

/** A drag across the bars keeps a range of values; a click on them keeps all again. */
function drawRange(event: PointerEvent, histogram: Histogram, on: SpreadHandlers): void {
  const start = event.clientX;
  let from: number | undefined,
    isDrawn = false;
  follow(
    event,
    (place, x) => {
      from ??= histogram.valueAt(place);
      if (!isDrawn && Math.abs(x - start) < DRAG_START) return;
      isDrawn = true;
      const to = histogram.valueAt(place);
      on.range([Math.min(from, to), Math.max(from, to)]);
    },
    () => {
      if (!isDrawn) on.range(undefined);
    },
  );
}

/** Follows a pointer that was pressed on the histogram until it is let go: its place on the axis, and its client pixels. */
function follow(event: PointerEvent, move: (place: number, x: number) => void, end = (): void => {}): void {
  if (event.button !== 0) return;
  event.stopPropagation();
  const target = event.currentTarget as HTMLElement;
  const axis = target.closest<HTMLElement>('.spread');
  if (!axis) return;
  const over = new AbortController();
  const { signal } = over;
  const handle = ({ clientX, pointerId }: PointerEvent): void => {
    if (pointerId !== event.pointerId) return;
    const box = axis.getBoundingClientRect();
    move(Math.max(0, Math.min(1, (clientX - box.left) / (box.width || 1))), clientX);
  };
  const finish = ({ pointerId }: PointerEvent): void => {
    if (pointerId !== event.pointerId) return;
    over.abort();
    end();
  };
  // On the window: the thumb under the pointer may be drawn anew on the way.
  addEventListener('pointermove', handle, { signal });
  addEventListener('pointerup', finish, { signal });
  addEventListener('pointercancel', finish, { signal });
  handle(event);
}
