/** Traditional Chinese for the hint over a map that is scrolled over. */
import type { gestures as chinese } from '../zh-CN/gestures.js';

export const gestures: Readonly<Record<keyof typeof chinese, string>> = {
  'map.gesture.wheel': '按住 Ctrl 並滾動可縮放地圖',
  'map.gesture.wheel.mac': '按住 ⌘ 並滾動可縮放地圖',
  'map.gesture.touch': '兩指可移動地圖',
};
