import { define } from '../shared/define.js';
import { PairTable } from './table.js';

define('pair-table', PairTable);

declare global {
  interface HTMLElementTagNameMap {
    'pair-table': PairTable;
  }
}

export { PairTable };
