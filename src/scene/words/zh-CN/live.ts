/** Chinese for a feed that is asked for again. */
export const live = {
  'state.stale': '数据为{age}，更新失败',
  'state.kept': '数据为{age}，更新失败：显示的是本机 {time} 保存的数据',
} as const;
