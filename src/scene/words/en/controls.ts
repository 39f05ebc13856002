/** English for search, timeline, tour and size of text. */
import type { controls as chinese } from '../zh-CN/controls.js';

export const controls: Readonly<Record<keyof typeof chinese, string>> = {
  'search.label': 'Find a place',
  'search.hint': 'Name, pinyin or code (press /)',
  'search.more': '{count} more',
  'search.none': 'Nothing found for “{query}”',
  'search.count': '{count} places found',
  'timeline.label': 'Period',
  'timeline.period': 'Period',
  'timeline.play': 'Play',
  'timeline.pause': 'Pause',
  'text-size.large': 'Large text',
  'tour.start': 'Start the tour',
  'tour.stop': 'Stop the tour',
  'tour.progress': '{at} of {of}',
};
