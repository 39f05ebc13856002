import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  :host {
    display: block;
    position: relative;
    inline-size: 15rem;
    max-inline-size: 100%;
  }
  input {
    font: inherit;
    color: var(--_ink);
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    inline-size: 100%;
    min-block-size: var(--_control);
    padding-inline: 0.7em;
  }
  input:placeholder-shown {
    text-overflow: ellipsis;
  }
  input::placeholder {
    color: var(--_ink-soft);
    opacity: 1;
  }
  ul {
    position: absolute;
    inset-inline-start: 0;
    inline-size: max-content;
    min-inline-size: 100%;
    max-inline-size: min(26rem, calc(100vw - 2rem));
    inset-block-start: calc(100% + 2px);
    z-index: 20;
    margin: 0;
    padding: 0.25em 0;
    list-style: none;
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    box-shadow: 0 3px 14px var(--_shadow);
    max-block-size: 22rem;
    overflow-y: auto;
  }
  li {
    padding: 0.2em 0.7em;
    min-block-size: 24px;
    line-height: 1.35;
    cursor: pointer;
  }
  li.is-active {
    background: var(--_surface);
    box-shadow: inset 3px 0 0 var(--_accent);
  }
  li.more {
    cursor: default;
  }
  @media (pointer: coarse) {
    li {
      min-block-size: var(--_control);
    }
  }
  @media (forced-colors: active) {
    li.is-active {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
