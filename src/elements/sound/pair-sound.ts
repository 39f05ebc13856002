import { define } from '../shared/define.js';
import { PairSound } from './sound.js';

define('pair-sound', PairSound);

declare global {
  interface HTMLElementTagNameMap {
    'pair-sound': PairSound;
  }
}

export { PairSound };
