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
  'sound.label': '聽圖',
  'sound.what': '聽什麼',
  'sound.start': '聽',
  'sound.stop': '停',
  'sound.scale': '全部各級，由低到高',
  'sound.class': '第{rank}級：{label}',
  'sound.neighbours': '{name}和鄰近地區',
  'sound.pair': '{name}和結對地區',
  'sound.choose': '選定一個地區，就能聽它和鄰近地區、結對地區。',
  'sound.unordered': '這個指標的各類沒有高低之分，不能用聲音的高低表示。',
  'sound.failed': '聲音的檔案沒有取到，請再按一次。',
};
