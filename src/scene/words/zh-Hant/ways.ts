/** Traditional Chinese for the ways past a map and to the list of keys. */
import type { ways as chinese } from '../zh-CN/ways.js';

export const ways: Readonly<Record<keyof typeof chinese, string>> = {
  'ways.skip': '跳過地圖',
  'ways.keys': '鍵盤操作 (?)',
  'map.keys': '方向鍵移動，Home 和 End 到最低和最高值，Enter 鍵選定或展開，Esc 取消，? 看全部按鍵',
};
