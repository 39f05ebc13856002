import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  :host {
    display: block;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem 1.75rem;
    margin: 0;
  }
  dl > div {
    display: flex;
    flex-direction: column-reverse;
  }
  dt {
    color: var(--_ink-soft);
    font-size: var(--_font-size-small);
  }
  dd {
    margin: 0;
    font-size: var(--_font-size-large);
    line-height: 1.15;
    font-weight: 600;
    letter-spacing: -0.01em;
  }
  dd .unit {
    font-size: 0.5em;
    font-weight: 400;
    margin-inline-start: 0.15em;
    letter-spacing: 0;
  }
  p {
    margin: 0.5em 0 0;
  }
  cite {
    font-style: normal;
  }
  time {
    white-space: nowrap;
  }
`;
