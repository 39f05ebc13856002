import { define } from '../shared/define.js';
import { PairMetrics } from './metrics.js';

define('pair-metrics', PairMetrics);

declare global {
  interface HTMLElementTagNameMap {
    'pair-metrics': PairMetrics;
  }
}

export { PairMetrics };
