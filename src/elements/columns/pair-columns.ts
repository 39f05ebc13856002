import { define } from '../shared/define.js';
import { PairColumns } from './columns.js';

define('pair-columns', PairColumns);

declare global {
  interface HTMLElementTagNameMap {
    'pair-columns': PairColumns;
  }
}

export { PairColumns };
