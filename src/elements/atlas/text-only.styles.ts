import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  .text {
    display: grid;
    gap: var(--_gap);
    grid-template-columns: minmax(0, 1fr);
  }
`;
