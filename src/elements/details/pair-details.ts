import { define } from '../shared/define.js';
import { PairDetails } from './details.js';

define('pair-details', PairDetails);

declare global {
  interface HTMLElementTagNameMap {
    'pair-details': PairDetails;
  }
}

export { PairDetails };
