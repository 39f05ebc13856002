/** Chinese for the ways past a map and to the list of keys. */
export const ways = {
  'ways.skip': '跳过地图',
  'ways.keys': '键盘操作 (?)',
} as const;
