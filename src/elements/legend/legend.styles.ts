import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  /* Above the curves. */
  :host {
    display: block;
    position: relative;
    z-index: 3;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    align-items: baseline;
    margin-block-end: 0.3em;
  }
  .choices + .head {
    margin-block-start: 1em;
  }
  .head strong {
    font-weight: 600;
  }
  .head select {
    font-size: var(--_font-size-small);
  }
  .status,
  .badge {
    color: var(--_accent);
    font-size: var(--_font-size-small);
  }
  .badge {
    border: 1px solid currentColor;
    border-radius: 2px;
    padding-inline: 0.35em;
  }
  ol,
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
    font-size: var(--_font-size-small);
    line-height: 1.35;
  }
  .link {
    border: 0;
    padding: 0 0.2em;
    min-block-size: 1.5rem;
    min-inline-size: 0;
    font-size: var(--_font-size-small);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  /* The spread of the values, with the breaks below it. */
  .spread {
    --_thumb: 24px;
    --_rows: 0;
    position: relative;
    touch-action: pan-y;
    user-select: none;
    margin-block: 0.7rem calc(1.5rem + var(--_rows) * var(--_thumb));
    cursor: crosshair;
  }
  /* Thumbs that are close to each other: one below the other. */
  .spread[data-rows='1'] {
    --_rows: 1;
  }
  .spread[data-rows='2'] {
    --_rows: 2;
  }
  .bars {
    display: block;
    inline-size: 100%;
    block-size: 2.6rem;
    border-block-end: 1px solid var(--_ink-soft);
    overflow: visible;
  }
  .bars rect.is-left-out {
    opacity: 0.25;
  }
  .range {
    position: absolute;
    inset-block: 0;
    border-inline: 1px solid var(--_accent);
    background: var(--_accent);
    opacity: 0.12;
    pointer-events: none;
  }
  .marker {
    position: absolute;
    inset-block-start: -0.55rem;
    inline-size: 0;
    pointer-events: none;
  }
  .marker svg {
    display: block;
    inline-size: 11px;
    block-size: 9px;
    margin-inline-start: -5.5px;
    fill: var(--_accent);
    stroke: var(--_paper);
  }
  .marker.is-ghost svg {
    fill: none;
    stroke: var(--_accent);
  }
  .thumb {
    --_row: 0;
    position: absolute;
    inset-block-start: calc(100% + var(--_row) * var(--_thumb));
    inline-size: 24px;
    block-size: 24px;
    margin-inline-start: -12px;
    cursor: ew-resize;
    touch-action: none;
    z-index: 1;
  }
  .thumb[data-row='1'] {
    --_row: 1;
  }
  .thumb[data-row='2'] {
    --_row: 2;
  }
  .thumb::before {
    --_stem: calc(2.6rem + var(--_row) * var(--_thumb));
    content: '';
    position: absolute;
    inset-block-start: calc(-1 * var(--_stem));
    inset-inline-start: 11.5px;
    block-size: var(--_stem);
    inline-size: 1px;
    background: var(--_ink);
    opacity: 0.35;
    pointer-events: none;
  }
  .thumb::after {
    content: '';
    position: absolute;
    inset-block-start: 1px;
    inset-inline-start: 7px;
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50% 50% 50% 50% / 20% 20% 80% 80%;
    background: var(--_paper);
    border: 1.5px solid var(--_ink);
  }
  .thumb:hover::after,
  .thumb.is-moving::after {
    background: var(--_ink);
  }
  .thumb:focus-visible {
    outline-offset: -2px;
  }
  .thumb.edge {
    inset-block-start: 0.2rem;
    block-size: 2.2rem;
    inline-size: 24px;
  }
  /* Within what they bound: at the ends of the spread they would make a page wider than its window. */
  .edge.is-from {
    margin-inline-start: 0;
  }
  .edge.is-to {
    margin-inline-start: -24px;
  }
  .edge::before {
    display: none;
  }
  .edge::after {
    inset-block-start: 0;
    inset-inline-start: 0;
    margin-inline-start: 0;
    inline-size: 3px;
    block-size: 2.2rem;
    border: 0;
    border-radius: 0;
    background: var(--_accent);
    opacity: 0;
  }
  .is-to::after {
    inset-inline-start: 21px;
  }
  .spread:hover .edge::after,
  .edge:focus-visible::after,
  .is-ranged .edge::after {
    opacity: 1;
  }
  .bubble {
    position: absolute;
    inset-block-end: calc(100% + 3.1rem + var(--_row) * var(--_thumb));
    inset-inline-start: 50%;
    transform: translateX(-50%);
    background: var(--_paper);
    border: 1px solid var(--_line);
    padding-inline: 0.4em;
    font-size: var(--_font-size-small);
    white-space: nowrap;
    pointer-events: none;
  }

  .classes {
    display: flex;
  }
  .classes li {
    flex: 1 1 0;
    min-inline-size: 0;
  }
  .class {
    /* No character alone on a line. */
    text-wrap: balance;
    display: block;
    inline-size: 100%;
    min-block-size: 24px;
    min-inline-size: 0;
    padding: 0 3px;
    border: 0;
    border-radius: 0;
    text-align: center;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .class:hover .swatch {
    outline: 2px solid var(--_ink);
    outline-offset: -1px;
  }
  .class.is-left-out {
    color: var(--_ink-soft);
  }
  .class.is-left-out .swatch {
    opacity: 0.3;
  }
  .class[aria-pressed='true'] .swatch {
    box-shadow: 0 2px 0 var(--_accent);
  }
  /* The colours touch; the words below them do not. */
  .classes .swatch {
    inline-size: calc(100% + 6px);
    margin-inline: -3px;
    block-size: 0.9em;
    border: 0;
    margin-block-end: 0.25em;
  }
  .classes.is-list {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15em), 1fr));
    column-gap: 1em;
  }
  .is-list .class {
    display: flex;
    align-items: center;
    gap: 0.5em;
    text-align: start;
    padding: 2px 0;
  }
  .is-list .count {
    white-space: nowrap;
  }
  .is-list .swatch {
    flex: none;
    inline-size: 1.5em;
    block-size: 1em;
    margin: 0;
  }
  .count {
    color: var(--_ink-soft);
  }
  .classes .count {
    display: block;
  }
  .others {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15em 1.2em;
    margin-block-start: 0.4em;
    color: var(--_ink-soft);
    align-items: center;
  }
  .others li {
    display: flex;
    align-items: center;
    gap: 0.45em;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2em 0.8em;
    margin-block-start: 0.3em;
    font-size: var(--_font-size-small);
    color: var(--_ink-soft);
  }
  .textures {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    min-block-size: 1.75rem;
    cursor: pointer;
  }
  .textures input {
    margin: 0;
    inline-size: 1.1em;
    block-size: 1.1em;
    accent-color: var(--_accent);
  }
  select {
    font: inherit;
    color: var(--_ink);
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    min-block-size: 1.75rem;
  }
  @media (pointer: coarse) {
    select,
    .link,
    .textures,
    .class {
      min-block-size: var(--_control);
    }
    .spread {
      --_thumb: 36px;
    }
    .thumb {
      inline-size: 36px;
      margin-inline-start: -18px;
      block-size: 36px;
    }
    .thumb:not(.edge)::before,
    .thumb:not(.edge)::after {
      margin-inline-start: 6px;
    }
  }
  @media (max-width: 480px) {
    .class {
      font-size: var(--_font-size-tiny);
    }
  }
  @media (forced-colors: active) {
    .thumb::after {
      background: ButtonFace;
      border-color: ButtonText;
    }
    .thumb::before,
    .range,
    .edge::after {
      background: CanvasText;
    }
    .marker svg {
      fill: Highlight;
      stroke: Canvas;
    }
    .class.is-left-out .swatch,
    .bars rect.is-left-out {
      opacity: 0.65;
    }
    /* A shadow is not drawn. */
    .class[aria-pressed='true'] .swatch {
      outline: 3px solid Highlight;
      outline-offset: 0;
    }
  }
  @media print {
    .choices,
    .thumb,
    .link {
      display: none;
    }
    .spread {
      margin-block-end: 0.3em;
    }
  }
`;
