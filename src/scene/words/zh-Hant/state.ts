/** Traditional Chinese for loading and failure. */
import type { state as chinese } from '../zh-CN/state.js';

export const state: Readonly<Record<keyof typeof chinese, string>> = {
  'state.loading': '正在載入資料和邊界……',
  'state.retry': '重試',
  'state.failed': '地圖沒有畫出來',
};
