/** Chinese for loading and failure. */
export const state = {
  'state.loading': '正在载入数据和边界……',
  'state.retry': '重试',
  'state.failed': '地图没有画出来',
} as const;
