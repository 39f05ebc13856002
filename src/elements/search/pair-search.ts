import { define } from '../shared/define.js';
import { PairSearch } from './search.js';

define('pair-search', PairSearch);

declare global {
  interface HTMLElementTagNameMap {
    'pair-search': PairSearch;
  }
}

export { PairSearch };
