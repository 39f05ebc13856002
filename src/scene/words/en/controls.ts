/** English for search, timeline, tour, sound and size of text. */
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
  'sound.label': 'Listen to the map',
  'sound.what': 'What to hear',
  'sound.start': 'Listen',
  'sound.stop': 'Stop',
  'sound.scale': 'All classes, from low to high',
  'sound.class': 'Class {rank}: {label}',
  'sound.neighbours': '{name} and its neighbours',
  'sound.pair': '{name} and its partners',
  'sound.choose': 'Select a region to hear it with its neighbours and partners.',
  'sound.unordered': 'The classes of this metric have no order that a pitch could tell.',
  'sound.failed': 'The file of the sound could not be fetched. Press once more.',
  'tour.start': 'Start the tour',
  'tour.stop': 'Stop the tour',
  'tour.progress': '{at} of {of}',
};
