/** Rules of the legend, the totals, the table and the ledger without script. */
export const PART_RULES = `.s-legend-head {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1em;
  align-items: baseline;
  margin-block-end: 0.3em;
}
.s-legend-head strong {
  font-weight: 600;
}
.s-status {
  color: var(--_accent);
  font-size: var(--_font-size-small);
}
.s-bars {
  display: block;
  inline-size: 100%;
  block-size: 2.6rem;
  border-block-end: 1px solid var(--_ink-soft);
  margin-block: 0.7rem 1.5rem;
  overflow: visible;
}
.s-classes,
.s-others {
  list-style: none;
  margin: 0;
  padding: 0;
  font-size: var(--_font-size-small);
  line-height: 1.35;
}
.s-classes {
  display: flex;
}
.s-classes li {
  flex: 1 1 0;
  min-inline-size: 0;
  padding: 0 3px;
  text-align: center;
  overflow-wrap: anywhere;
}
.s-classes span {
  display: block;
}
.s-swatch {
  inline-size: 1.5em;
  block-size: 1em;
  flex: none;
  display: block;
  border: 1px solid var(--_line);
}
.s-classes .s-swatch {
  inline-size: calc(100% + 6px);
  margin-inline: -3px;
  block-size: 0.9em;
  border: 0;
  margin-block-end: 0.25em;
}
.s-count {
  color: var(--_ink-soft);
}
.s-others {
  display: flex;
  flex-wrap: wrap;
  gap: 0.15em 1.2em;
  margin-block-start: 0.4em;
  color: var(--_ink-soft);
  align-items: center;
}
.s-others li {
  display: flex;
  align-items: center;
  gap: 0.45em;
}
.s-basis {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.2em 0.8em;
  margin-block-start: 0.3em;
}
.s-basis select {
  font: inherit;
  color: var(--_ink);
  opacity: 1;
  background: var(--_paper);
  border: 1px solid var(--_line);
  border-radius: var(--_radius);
  min-block-size: 1.75rem;
}
@media (max-width: 480px) {
  .s-classes {
    font-size: var(--_font-size-tiny);
  }
}
@media (pointer: coarse) {
  .s-basis select {
    min-block-size: var(--_control);
  }
  .s-classes li {
    min-block-size: var(--_control);
  }
}
.s-details {
  border-block-start: 2px solid var(--_ink);
  padding-block-start: 0.6em;
  min-block-size: 11rem;
}
.s-told h2 {
  font-size: 1.2em;
  font-weight: 600;
  margin: 0;
  line-height: 1.3;
}
.s-told p,
.s-told ul {
  margin: 0.2em 0;
}
.s-hint {
  margin: 0;
  max-inline-size: 30em;
}
.s-details h3,
.s-details .s-small {
  font-size: var(--_font-size-small);
  font-weight: 600;
  color: var(--_ink-soft);
  margin: 1em 0 0.15em;
}
.s-details .s-small {
  line-height: 1.3;
}
.s-total-status {
  margin: 0;
  color: var(--_accent);
  font-size: var(--_font-size-small);
}
.s-details table {
  border-collapse: collapse;
  inline-size: 100%;
  max-inline-size: 26rem;
}
.s-details th,
.s-details td {
  padding: 0.25em 0;
  border-block-end: 1px solid var(--_line);
  font-weight: 400;
  text-align: end;
}
.s-details th {
  text-align: start;
}
.s-box {
  max-block-size: 31.7rem;
  overflow: auto;
  border-block: 1px solid var(--_ink);
}
.s-table table {
  border-collapse: separate;
  border-spacing: 0;
  inline-size: 100%;
}
.s-table th,
.s-table td {
  text-align: start;
  font-weight: 400;
  padding: 0.3em 0.9em 0.3em 0;
  border-block-end: 1px solid var(--_line);
  vertical-align: baseline;
  line-height: 1.4;
}
.s-table thead th {
  position: sticky;
  inset-block-start: 0;
  background: var(--_paper);
  font-weight: 600;
  font-size: var(--_font-size-small);
  white-space: nowrap;
}
.s-table .s-value {
  text-align: end;
  white-space: nowrap;
}
.s-ledger {
  border-block-start: 1px solid var(--_line);
  padding-block-start: 0.5em;
  font-size: var(--_font-size-small);
}
.s-ledger summary {
  cursor: pointer;
  color: var(--_ink-soft);
  min-block-size: 1.75rem;
}
.s-ledger h3 {
  margin: 0.8em 0 0.2em;
  font-size: inherit;
}
.s-ledger ul {
  margin: 0;
  padding-inline-start: 1.2em;
  columns: 24em auto;
  overflow-wrap: anywhere;
}
.s-ledger p {
  margin: 0.5em 0 0;
}
`;
