import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  .large {
    display: grid;
    gap: var(--_gap);
    grid-template-columns: minmax(0, 1fr);
  }
  .large .top {
    display: grid;
    gap: var(--_gap);
  }
  .large .maps {
    display: grid;
    gap: var(--_gap);
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr));
    align-items: start;
  }
  .large :is(pair-map, pair-legend, pair-details) {
    order: 0;
  }
  /* Beside the first map, or below it: what is pointed at, and what is said of it, are seen together. */
  .large .beside {
    display: grid;
    gap: var(--_gap);
  }
  .large pair-search {
    inline-size: 100%;
  }
`;
