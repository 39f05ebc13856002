/** What the first picture of a map does not need: what a reader points at, focuses and opens on it, names, and how it is printed. */
import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  .path {
    display: inline;
    font-weight: 400;
    color: var(--_ink-soft);
  }
  .path button {
    border: 0;
    padding: 0;
    min-inline-size: 0;
    min-block-size: 1.5rem;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .controls button:hover {
    color: var(--_ink);
  }
  .stage:focus-visible {
    outline: 0;
  }
  .stage:focus-visible::after {
    content: '';
    position: absolute;
    inset: 0;
    outline: 2px solid var(--_ink);
    outline-offset: -2px;
    pointer-events: none;
  }
  .labels text {
    text-anchor: middle;
    dominant-baseline: central;
    paint-order: stroke;
    stroke-width: 3px;
    stroke-linejoin: round;
    /* Placed by their widths: letters that a reader's style sets apart would lie on the next name. */
    letter-spacing: normal;
    word-spacing: normal;
  }
  @media (forced-colors: active) {
    .controls button[disabled] {
      opacity: 1;
    }
  }
  @media print {
    .controls {
      display: none;
    }
    /* A shadow would become a bitmap. */
    figcaption,
    .note {
      text-shadow: none;
    }
    /* Nobody points at anything on paper: all is shown in full, and the selection by its outline. */
    .fills,
    .textures,
    .labels text {
      opacity: 1;
    }
  }
`;
