/** English for the hint over a map that is scrolled over. */
import type { gestures as chinese } from '../zh-CN/gestures.js';

export const gestures: Readonly<Record<keyof typeof chinese, string>> = {
  'map.gesture.wheel': 'Hold Ctrl and scroll to zoom the map',
  'map.gesture.wheel.mac': 'Hold ⌘ and scroll to zoom the map',
  'map.gesture.touch': 'Use two fingers to move the map',
};
