import { define } from '../shared/define.js';
import { PairTour } from './tour.js';

define('pair-tour', PairTour);

declare global {
  interface HTMLElementTagNameMap {
    'pair-tour': PairTour;
  }
}

export { PairTour };
