import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  :host {
    display: block;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 0.75em;
  }
  button {
    padding-inline: 0.9em;
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
