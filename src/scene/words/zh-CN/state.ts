/** Chinese for loading and failure. */
export const state = {
  'state.loading': '正在载入数据和边界……',
  'state.retry': '重试',
  'state.failed': '地图没有画出来',
  'state.stale': '更新失败，仍显示上次的数据',
} as const;
