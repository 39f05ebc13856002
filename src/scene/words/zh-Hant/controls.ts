/** Traditional Chinese for search, timeline, tour and size of text. */
import type { controls as chinese } from '../zh-CN/controls.js';

export const controls: Readonly<Record<keyof typeof chinese, string>> = {
  'search.label': '尋找地區',
  'search.hint': '名稱、拼音或代碼（按 / 鍵）',
  'search.more': '另有{count}個',
  'search.none': '沒有找到「{query}」',
  'search.count': '找到{count}個地區',
  'timeline.label': '時期',
  'timeline.period': '時期',
  'timeline.play': '播放',
  'timeline.pause': '暫停',
  'text-size.large': '大字版',
  'tour.start': '開始巡覽',
  'tour.stop': '停止巡覽',
  'tour.progress': '第{at}處，共{of}處',
};
