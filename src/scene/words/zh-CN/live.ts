/** Chinese for a feed that is asked for again. */
export const live = {
  'state.stale': '数据为{age}，更新失败',
  'state.kept': '数据为{age}，更新失败：显示的是本机 {time} 保存的数据',
  'changes.count.updated': '更新{count}项',
  'changes.count.revised': '修订{count}项',
  'changes.count.withdrawn': '撤回{count}项',
  'changes.news': '数据有变化：{summary}',
  'changes.select': '在图上选定',
  'changes.dismiss': '知道了',
  'changes.heading': '与上一版数据相比（{summary}）',
  'changes.line': '{place}，{metric}，{period}：{from} → {to}（{kind}）',
  'changes.updated': '更新',
  'changes.revised': '修订',
  'changes.withdrawn': '撤回',
} as const;
