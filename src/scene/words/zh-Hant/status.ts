/** Traditional Chinese for how sure a number is. */
import type { status as chinese } from '../zh-CN/status.js';

export const status: Readonly<Record<keyof typeof chinese, string>> = {
  'status.reported': '公布',
  'status.confirmed': '已證實',
  'status.inferred': '推斷',
  'status.estimated': '估算',
  'status.illustrative': '示意',
  'status.map.some': '{metric}的數字中有{count}個為{status}',
  'status.map': '{metric}的分縣數字為{status}',
  'status.revised': '已修訂',
  'status.provisional': '初步',
};
