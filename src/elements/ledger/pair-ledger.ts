import { define } from '../shared/define.js';
import { PairLedger } from './ledger.js';

define('pair-ledger', PairLedger);

declare global {
  interface HTMLElementTagNameMap {
    'pair-ledger': PairLedger;
  }
}

export { PairLedger };
