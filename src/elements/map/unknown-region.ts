/** What a map shows, and says, that was asked for a region which the boundaries lack. Fetched where one is. */
import { html, type LitElement, type TemplateResult } from 'lit';
import type { Fault } from '../../data/faults.js';
import { sayFault, type Language } from '../../scene/words/index.js';
import '../../scene/words/feed-faults.js';
import { emit } from '../shared/events.js';

/** The region that each map has told the page of. */
const told = new WeakMap<LitElement, string>();

export function renderUnknown(map: LitElement, region: string, language: Language): TemplateResult {
  const fault: Fault = { code: 'unknown-region', path: 'region', severity: 'warning', args: { code: region } };
  const said = sayFault(fault, language);
  if (told.get(map) !== region) {
    told.set(map, region);
    queueMicrotask(() => emit(map, 'pair-error', { isFatal: false, faults: [{ ...fault, ...said }] }));
  }
  return html`<div class="empty" role="alert">${said.message}<br /><span class="soft">${said.remedy}</span></div>`;
}
