/** Traditional Chinese for the ways past a map and to the list of keys. */
import type { ways as chinese } from '../zh-CN/ways.js';

export const ways: Readonly<Record<keyof typeof chinese, string>> = {
  'ways.skip': '跳過地圖',
  'ways.keys': '鍵盤操作 (?)',
};
