/** Chinese for the hint over a map that is scrolled over. */
export const gestures = {
  'map.gesture.wheel': '按住 Ctrl 并滚动可缩放地图',
  'map.gesture.wheel.mac': '按住 ⌘ 并滚动可缩放地图',
  'map.gesture.touch': '双指可移动地图',
} as const;
