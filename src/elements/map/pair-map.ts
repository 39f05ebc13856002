import { define } from '../shared/define.js';
import { PairMap } from './map.js';

define('pair-map', PairMap);

declare global {
  interface HTMLElementTagNameMap {
    'pair-map': PairMap;
  }
}

export { PairMap };
