/** English for a basemap that fails. */
import type { basemap as chinese } from '../zh-CN/basemap.js';

export const basemap: Readonly<Record<keyof typeof chinese, string>> = {
  'fault.basemap-failed': 'the basemap cannot be used: {detail}',
  'remedy.basemap-failed':
    'The maps are drawn without it. Check the address in basemap, the sources that the style names, and that the page’s content-security policy allows them.',
};
