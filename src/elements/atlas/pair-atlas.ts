import { define } from '../shared/define.js';
import { PairAtlas } from './atlas.js';

define('pair-atlas', PairAtlas);

declare global {
  interface HTMLElementTagNameMap {
    'pair-atlas': PairAtlas;
  }
}

export { PairAtlas };
