import { define } from '../shared/define.js';
import { PairTimeline } from './timeline.js';

define('pair-timeline', PairTimeline);

declare global {
  interface HTMLElementTagNameMap {
    'pair-timeline': PairTimeline;
  }
}

export { PairTimeline };
