/** Chinese for search, timeline, tour and size of text. */
export const controls = {
  'search.label': '查找地区',
  'search.hint': '名称、拼音或代码（按 / 键）',
  'search.more': '另有{count}个',
  'search.none': '没有找到“{query}”',
  'search.count': '找到{count}个地区',
  'timeline.label': '时期',
  'timeline.period': '时期',
  'timeline.play': '播放',
  'timeline.pause': '暂停',
  'text-size.large': '大字版',
  'tour.start': '开始巡览',
  'tour.stop': '停止巡览',
  'tour.progress': '第{at}处，共{of}处',
} as const;
