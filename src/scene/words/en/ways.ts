/** English for the ways past a map and to the list of keys. */
import type { ways as chinese } from '../zh-CN/ways.js';

export const ways: Readonly<Record<keyof typeof chinese, string>> = {
  'ways.skip': 'Skip the map',
  'ways.keys': 'Keyboard (?)',
  'map.keys':
    'Arrow keys walk, Home and End go to the lowest and highest value, Enter selects or opens, Escape leaves, ? lists all keys',
};
