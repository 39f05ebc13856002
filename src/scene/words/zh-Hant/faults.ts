/** Traditional Chinese for what is wrong where no more words can be had: a server is away. The others are in `feed-faults.ts`. */
import type { faults as chinese } from '../zh-CN/faults.js';

export const faults: Readonly<Record<keyof typeof chinese, string>> = {
  'fault.place': '{path}：{message}',
  'fault.more': '另有 {count} 處',
  'fault.not-found': '找不到檔案（404）',
  'fault.http': '伺服器回應 {status}',
  'fault.network': '連不上伺服器',
  'fault.timeout': '{seconds} 秒內沒有回應',
  'fault.unexpected': '程式發生錯誤：{detail}',
  'remedy.unexpected': '請重試；仍不行請把這句話告訴開發者。',
  'remedy.not-found': '請核對 {path} 的網址。',
  'remedy.network': '請檢查網路，稍後重試。',
};
