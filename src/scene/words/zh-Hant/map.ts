/** Traditional Chinese for maps and their boundaries. */
import type { map as chinese } from '../zh-CN/map.js';

export const map: Readonly<Record<keyof typeof chinese, string>> = {
  'map.count.county': '{all}個縣中{count}個有數值',
  'map.count': '{count}/{all}個地區有數值',
  'map.given': '幫扶方的顏色為所幫扶各縣的情況',
  'map.label': '{place}分縣地圖，{metric}',
  'map.zoom-in': '放大',
  'map.zoom-out': '縮小',
  'map.reset': '重設',
  'map.path': '返回上一級',
  'map.fitted': '只畫有縣參與的市（州）',
  'boundary.approval': '審圖號：{approval}',
  'boundary.illustrative': '邊界為示意，未送審',
  'boundary.vintage': '區劃截至 {vintage}',
};
