/** Chinese for what a screen reader hears. */
export const speech = {
  'speech.selected': '已选定{name}，共选{count}个',
  'speech.released': '已取消{name}，共选{count}个',
  'speech.metric': '指标改为{metric}',
  'speech.period': '时期改为{period}',
  'speech.classes': '分级已改',
  'speech.class': '第{rank}级（共{count}级，{label}）',
} as const;
