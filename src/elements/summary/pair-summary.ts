import { define } from '../shared/define.js';
import { PairSummary } from './summary.js';

define('pair-summary', PairSummary);

declare global {
  interface HTMLElementTagNameMap {
    'pair-summary': PairSummary;
  }
}

export { PairSummary };
