import { define } from '../shared/define.js';
import { PairLegend } from './legend.js';

define('pair-legend', PairLegend);

declare global {
  interface HTMLElementTagNameMap {
    'pair-legend': PairLegend;
  }
}

export { PairLegend };
