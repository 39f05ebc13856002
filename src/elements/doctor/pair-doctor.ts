import { define } from '../shared/define.js';
import { PairDoctor } from './doctor.js';

define('pair-doctor', PairDoctor);

declare global {
  interface HTMLElementTagNameMap {
    'pair-doctor': PairDoctor;
  }
}

export { PairDoctor };
