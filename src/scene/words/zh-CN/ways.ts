/** Chinese for the ways past a map and to the list of keys. */
export const ways = {
  'ways.skip': '跳过地图',
  'ways.keys': '键盘操作 (?)',
  'map.keys': '方向键移动，Home 和 End 到最低和最高值，回车选定或展开，Esc 取消，? 看全部按键',
} as const;
