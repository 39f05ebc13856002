/** English for what is said between sounds. */
import type { sound as chinese } from '../zh-CN/sound.js';

export const sound: Readonly<Record<keyof typeof chinese, string>> = {
  'sound.begin':
    '{metric}: the higher the sound, the higher the value; a hiss has no value. First the lowest, {low}, then the highest, {high}, and a hiss. Any key stops',
  'sound.again': '{metric}: {low} to {high}',
  'sound.of-class': 'Class {rank} of {count}: {label}, {number} regions',
  'sound.some': ', {number} of them to be heard',
  'sound.no-data': '{number} regions without a value',
  'sound.region': '{name} {value}',
  'sound.around': '{number} neighbours, clockwise from the north: {list}',
  'sound.island': 'It has no neighbours',
  'sound.more': 'and others, {count} in all',
  'sound.end': 'That was all',
  'sound.stopped': 'Stopped',
  'sound.missing': 'This browser makes no sounds',
  'sound.silent':
    'The browser lets no sound through. Press once more, or look at the sound settings of page and system',
};
