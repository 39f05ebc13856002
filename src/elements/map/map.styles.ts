/** What the first picture of a map needs of style. Comments stand outside of the rules: what is within is sent to every page. */
import { css, type CSSResult } from 'lit';

/** Whatever height the host gives it, the figure fills; without one it is as high as its map. */
const figure = css`
  :host {
    display: flex;
    flex-direction: column;
  }
  figure {
    margin: 0;
    position: relative;
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr) auto;
    align-items: end;
    flex: auto;
    block-size: 100%;
    min-block-size: 0;
    overflow: clip;
    overflow-clip-margin: 4px;
  }
`;

/** Above the curves, which lead across; so is the note. */
const caption = css`
  figcaption,
  .note {
    position: relative;
    z-index: 3;
    text-shadow: 0 0 3px var(--_halo);
  }
  figcaption {
    font-weight: 600;
    font-size: 1.0625em;
    line-height: 1.3;
    padding-block-end: 0.25em;
    letter-spacing: 0.02em;
  }
  figcaption .count {
    font-weight: 400;
    color: var(--_ink-soft);
    font-size: var(--_font-size-small);
    margin-inline-start: 0.5em;
    letter-spacing: 0;
  }
`;

/** Seen at once: a pointer goes over many maps, and each step of a transition is a frame for the whole page. */
const controls = css`
  .controls {
    display: var(--_controls, flex);
    opacity: 0;
  }
  figure:hover .controls,
  figure:focus-within .controls {
    opacity: 1;
  }
  @media (hover: none) {
    .controls {
      opacity: 1;
    }
  }
  .controls button {
    border-color: transparent;
    color: var(--_ink-soft);
    min-inline-size: 2rem;
    min-block-size: 1.75rem;
    line-height: 1;
    padding: 0;
  }
  @media (pointer: coarse) {
    .controls button {
      min-inline-size: var(--_control);
      min-block-size: var(--_control);
    }
  }
  .controls svg {
    inline-size: 0.9em;
    block-size: 0.9em;
    vertical-align: -0.05em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5px;
  }
  .controls button[disabled] {
    opacity: 0.35;
    cursor: default;
  }
`;

/**
 * As high as its width asks for: Chromium 92 loses the height of some boxes that have an aspect-ratio. Its cursor changes with the
 * region under it, and hundreds of paths shall not inherit that.
 */
const stage = css`
  .stage {
    grid-column: 1 / -1;
    align-self: stretch;
    min-block-size: 0;
    position: relative;
    overflow: hidden;
    touch-action: pan-x pan-y;
    cursor: default;
    block-size: var(--_map-height);
    -webkit-tap-highlight-color: transparent;
    user-select: none;
    -webkit-user-select: none;
  }
  .stage::before {
    content: '';
    display: block;
    padding-block-start: min(var(--_shape), var(--_map-max-height));
  }
  .drawing {
    cursor: default;
  }
  .stage.can-pan {
    cursor: grab;
  }
  .stage.on-region {
    cursor: pointer;
  }
`;

/**
 * The stage hears all gestures: what is drawn comes and goes under the finger. What lies beyond the edge comes into sight when the
 * picture is moved.
 */
const picture = css`
  .drawing,
  .picture,
  .rung,
  .labels,
  .rung > svg {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    display: block;
  }
  .picture {
    pointer-events: none;
    forced-color-adjust: none;
  }
  .rung > svg {
    overflow: visible;
  }
  .rung.rising {
    visibility: hidden;
  }
  .labels {
    pointer-events: none;
    overflow: visible;
    forced-color-adjust: none;
  }
`;

const notes = css`
  .note {
    grid-column: 1 / -1;
    margin: 0.15em 0 0;
    color: var(--_ink-soft);
    font-size: var(--_font-size-tiny);
    line-height: 1.35;
  }
  .note span {
    display: inline-block;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .empty {
    grid-column: 1 / -1;
    margin: 0;
    padding: var(--_gap);
    background: var(--_surface);
    border-inline-start: 3px solid var(--_fault);
  }
`;

export const styles: CSSResult = css`
  ${figure}${caption}${controls}${stage}${picture}${notes}
`;
