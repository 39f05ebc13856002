/** The style sheet of an atlas without script: the measures of the live elements' own sheets, so that nothing moves after. */
import { PART_RULES } from './sheet-parts.js';
import { tokenRules } from '../../scene/picture/tokens.js';

export function staticSheet(): string {
  return `${tokenRules((theme) => (theme === 'light' ? '.static' : `.static[data-theme='${theme}']`))}
${RULES}`;
}

const RULES = `.s-page {
  margin: 0 auto;
  padding: 1rem;
  max-width: 90rem;
  font: 1rem/1.5 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif;
}
.s-page h1 {
  font-size: 1.75rem;
  line-height: 1.25;
  margin: 0 0 1rem;
}
/* The live atlas draws itself unseen, until it takes the place of what is here. What it complains of is seen, above. */
.content,
.progress,
.links {
  position: absolute;
  inset: 0 0 auto;
  visibility: hidden;
}
.static {
  container-type: inline-size;
  color: var(--_ink);
  font: var(--_font-size) / var(--_line-height) var(--_font);
  font-variant-numeric: tabular-nums;
  text-align: start;
}
.static[data-theme='dark'],
.static[data-theme='contrast'] {
  background: var(--_paper);
}
.static,
.static *,
.static *::before {
  box-sizing: border-box;
}
.static a {
  color: inherit;
  text-underline-offset: 0.15em;
}
.static cite {
  font-style: normal;
}
.static :focus-visible {
  outline: 2px solid var(--_accent);
  outline-offset: 2px;
}
.s-later {
  visibility: hidden;
}
.s-soft,
.s-basis {
  color: var(--_ink-soft);
  font-size: var(--_font-size-small);
}
.s-layout {
  display: grid;
  gap: var(--_gap) calc(var(--_gap) * 1.75);
}
.s-head,
.s-table,
.s-ledger {
  grid-column: 1 / -1;
}
.s-head {
  display: grid;
  gap: var(--_gap);
}
.s-summary dl {
  display: flex;
  flex-wrap: wrap;
  gap: 0.4rem 1.75rem;
  margin: 0;
}
.s-summary dl > div {
  display: flex;
  flex-direction: column-reverse;
}
.s-summary dt {
  color: var(--_ink-soft);
  font-size: var(--_font-size-small);
}
.s-summary dd {
  margin: 0;
  font-size: var(--_font-size-large);
  line-height: 1.15;
  font-weight: 600;
  letter-spacing: -0.01em;
}
.s-unit {
  font-size: 0.5em;
  font-weight: 400;
  margin-inline-start: 0.15em;
  letter-spacing: 0;
}
.s-summary p {
  margin: 0.5em 0 0;
}
.s-summary time {
  white-space: nowrap;
}
.s-controls {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5rem 1rem;
  align-items: start;
}
.s-switches,
.s-switch {
  display: flex;
  flex-wrap: wrap;
}
.s-switches {
  gap: 0.5rem 1rem;
}
.s-choice {
  display: inline-grid;
  align-items: center;
  min-block-size: var(--_control);
  padding-inline: 0.9em;
  border: 1px solid var(--_line);
  margin-inline-start: -1px;
}
.s-choice:first-of-type {
  border-start-start-radius: var(--_radius);
  border-end-start-radius: var(--_radius);
}
.s-choice:last-of-type {
  border-start-end-radius: var(--_radius);
  border-end-end-radius: var(--_radius);
}
.s-chosen {
  color: var(--_paper);
  background: var(--_ink);
  border-color: var(--_ink);
}
.s-export {
  margin: 0;
  padding-inline-end: 2.2em;
}
.s-search {
  block-size: var(--_control);
  inline-size: 15rem;
  max-inline-size: 100%;
  margin-inline-start: auto;
}
.s-timeline {
  flex-basis: 100%;
}
.s-map,
.s-legend,
.s-details,
.s-table {
  min-inline-size: 0;
}
.s-map {
  margin: 0;
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
  align-items: end;
}
.s-map figcaption {
  font-weight: 600;
  font-size: 1.0625em;
  line-height: 1.3;
  padding-block-end: 0.25em;
  letter-spacing: 0.02em;
}
.s-map figcaption .s-count {
  font-weight: 400;
  color: var(--_ink-soft);
  font-size: var(--_font-size-small);
  margin-inline-start: 0.5em;
  letter-spacing: 0;
}
.s-buttons {
  inline-size: 6rem;
  block-size: 1.75rem;
}
.s-map > svg {
  grid-column: 1 / -1;
  display: block;
  inline-size: 100%;
  block-size: auto;
  overflow: hidden;
}
.s-labels text {
  text-anchor: middle;
  dominant-baseline: central;
  paint-order: stroke;
  stroke-width: 3px;
  stroke-linejoin: round;
}
.s-note {
  grid-column: 1 / -1;
  margin: 0.15em 0 0;
  color: var(--_ink-soft);
  font-size: var(--_font-size-tiny);
  line-height: 1.35;
}
.s-note span {
  display: inline-block;
}
${PART_RULES}
/* Phone: one column, the province that helps first, the account of the data last. */
.s-column {
  display: contents;
}
.s-legend,
.s-map-330000 {
  order: 1;
}
.s-details {
  order: 2;
}
.s-map-510000 {
  order: 3;
}
.s-map-520000 {
  order: 4;
}
.s-map-420000 {
  order: 5;
}
.s-map-220000 {
  order: 6;
}
.s-flow .s-map {
  order: 0;
}
.s-table {
  order: 7;
}
.s-ledger {
  order: 8;
}
@container (min-width: 600px) {
  .s-layout {
    grid-template-columns: repeat(2, minmax(0, 1fr));
    align-items: start;
  }
}
@container (min-width: 960px) {
  .s-flow {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }
  .s-compass {
    grid-template-columns: 1.1fr 1.1fr 1fr;
  }
  .s-compass .s-column {
    display: grid;
    gap: var(--_gap);
    min-inline-size: 0;
  }
  .s-compass :is(.s-map, .s-legend, .s-details) {
    order: 0;
  }
  .s-compass .s-map-220000 {
    inline-size: 78%;
  }
}
@media (pointer: coarse) {
  .s-buttons {
    block-size: var(--_control);
  }
}
@media print {
  .s-controls {
    display: none;
  }
  .s-box {
    max-block-size: none;
    overflow: visible;
  }
  .s-table thead th {
    position: static;
  }
  .s-map,
  .s-table tr {
    break-inside: avoid;
  }
}
`;
