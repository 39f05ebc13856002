/** Chinese for how sure a number is. */
export const status = {
  'status.reported': '公布',
  'status.confirmed': '已证实',
  'status.inferred': '推断',
  'status.estimated': '估算',
  'status.illustrative': '示意',
  'status.map.some': '{metric}的数字中有{count}个为{status}',
  'status.map': '{metric}的分县数字为{status}',
  'status.revised': '已修订',
  'status.provisional': '初步',
} as const;
