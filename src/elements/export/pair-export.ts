import { define } from '../shared/define.js';
import { PairExport } from './export.js';

define('pair-export', PairExport);
export { PairExport };

declare global {
  interface HTMLElementTagNameMap {
    'pair-export': PairExport;
  }
}
