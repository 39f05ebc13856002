/** Traditional Chinese for what a region is where it has no value, and what must be said of a value. */
import type { marks as chinese } from '../zh-CN/marks.js';

export const marks: Readonly<Record<keyof typeof chinese, string>> = {
  'kind.no-data': '無資料',
  'kind.not-summed': '不合計',
  'kind.not-summed.long': '各縣（市、區）的數是算好的，沒有給出由什麼算得，不能合成一個數',
  'kind.city-only': '只知由市承擔',
  'kind.outside': '未參與',
  'kind.city-only.long': '{city}參與幫扶，具體由哪個縣（市、區）承擔未見公布',
  'kind.outside.long': '未列入本次結對',
  'status.note.inferred': '推斷所得，未見直接公布',
  'status.note.estimated': '估算值，非公布數字',
  'status.note.illustrative': '示意值，非公布數字',
  'coverage.yes': '已覆蓋',
  'coverage.no': '未覆蓋',
  'coverage.share': '{share}（{covered}/{counties}）',
  'special.suppressed': '為保密不公布',
  'special.not-applicable': '不適用',
  'special.below-limit': '低於偵測極限',
  'category.commonest': '以「{label}」居多',
  'status.note.revised': '已修訂的數字',
  'status.note.provisional': '初步數字，可能修訂',
};
