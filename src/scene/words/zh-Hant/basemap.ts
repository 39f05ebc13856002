/** Traditional Chinese for a basemap that fails. */
import type { basemap as chinese } from '../zh-CN/basemap.js';

export const basemap: Readonly<Record<keyof typeof chinese, string>> = {
  'fault.basemap-failed': '底圖無法使用：{detail}',
  'remedy.basemap-failed':
    '地圖照常顯示，不帶底圖。請檢查 basemap 的網址、樣式中的資料來源，以及內容安全政策是否允許存取。',
};
