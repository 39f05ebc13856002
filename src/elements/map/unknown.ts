/** What a map shows, and says, that was asked for a region which the boundaries lack. */
import { html, type TemplateResult } from 'lit';
import type { Fault } from '../../data/faults.js';
import { sayFault, type Language } from '../../scene/words/index.js';
import { emit } from '../shared/events.js';

const faultOf = (code: string): Fault => ({
  code: 'unknown-region',
  path: 'region',
  severity: 'warning',
  args: { code },
});

export function renderUnknown(region: string, language: Language): TemplateResult {
  const { message, remedy } = sayFault(faultOf(region), language);
  return html`<div class="empty" role="alert">${message}<br /><span class="soft">${remedy}</span></div>`;
}

export function reportUnknown(map: HTMLElement, region: string, language: Language): void {
  const fault = faultOf(region);
  emit(map, 'pair-error', { isFatal: false, faults: [{ ...fault, ...sayFault(fault, language) }] });
}
