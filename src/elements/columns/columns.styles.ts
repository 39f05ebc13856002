import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  fieldset {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    margin: 0.8em 0;
    padding: 0.4em 0.9em 0.9em;
    min-inline-size: 0;
  }
  legend {
    font-weight: 600;
    padding-inline: 0.3em;
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 30em) 19em minmax(0, 15em);
    align-items: center;
    gap: 0.2em 1em;
    padding-block: 0.3em;
    border-block-end: 1px solid var(--_line);
  }
  .name {
    overflow-wrap: anywhere;
  }
  label {
    position: relative;
    display: flex;
    align-items: center;
    gap: 0.5em;
    white-space: nowrap;
  }
  select,
  input {
    font: inherit;
    color: inherit;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    min-block-size: var(--_control);
    padding-inline: 0.5em;
    min-inline-size: 0;
    flex: 1;
  }
  button {
    padding-inline: 1em;
    margin-block-start: 0.8em;
  }
  .fault {
    border-inline-start: 3px solid var(--_fault);
    padding-inline-start: 0.8em;
    margin-block-start: 0.8em;
  }
  .fault strong {
    color: var(--_fault);
  }
  .fault p {
    margin: 0.3em 0;
  }
  @container (max-width: 52rem) {
    li {
      grid-template-columns: minmax(0, 1fr);
    }
    li > .soft:empty {
      display: none;
    }
  }
  @media (forced-colors: active) {
    select,
    input {
      border-color: ButtonText;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
