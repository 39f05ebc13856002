import { define } from '../shared/define.js';
import { PairTextSize } from './text-size.js';

define('pair-text-size', PairTextSize);

declare global {
  interface HTMLElementTagNameMap {
    'pair-text-size': PairTextSize;
  }
}

export { PairTextSize };
